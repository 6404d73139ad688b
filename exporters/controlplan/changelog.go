package controlplan

import (
	"strconv"
	"strings"

	"riskbok/exporters/workbook"

	"github.com/xuri/excelize/v2"

	"riskbok/rules"
	"riskbok/rules/model"
)

// writeLog writes the change log: what the workbook was made from, and a table
// of all that differs from there or remains to be settled.
func (b *builder) writeLog() error {
	s := &workbook.Sheet{Name: b.cat.T("controlplan.log"), Widths: []float64{19, 9, 22, 38, 24, 8, 34, 34, 60}, Heights: map[int]float64{}}
	s.Set(0, 0, workbook.Cell{Value: s.Name, Look: workbook.LookTitle})
	for i, line := range b.logLines() {
		s.Set(1+i, 0, workbook.Cell{Value: line, Look: workbook.LookNote.Unlocked()})
		s.Merge(1+i, 0, len(s.Widths)-1)
	}
	heading := len(s.Rows) + 1
	for i, key := range []string{"kind", "risk", "field", "file", "sheet", "cell", "before", "after", "why"} {
		s.Set(heading, i, workbook.Cell{Value: b.cat.T("controlplan.log." + key), Look: workbook.LookHeading})
	}
	entries := b.plan.gathered(b.cat, b.sorted())
	for i := range entries {
		b.logRow(s, heading+1+i, &entries[i])
	}
	if err := s.Prepare(b.file); err != nil {
		return err
	}
	return s.Stream(b.file, b.styles, workbook.Panes(heading+1, 0), func(sw *excelize.StreamWriter) error {
		if len(entries) > 0 {
			if err := b.table(sw, s, heading, len(s.Widths), b.name("log")); err != nil {
				return err
			}
		}
		if err := workbook.Own(b.file, s.Name); err != nil {
			return err
		}
		return b.printed(s, heading, heading)
	})
}

// logLines say what the workbook was made from, by which scale, and how a risk
// is added.
func (b *builder) logLines() []string {
	made := "controlplan.log.made"
	if b.plan.todo != nil {
		made = "controlplan.log.rolled"
	}
	names := make([]string, len(b.plan.inputs))
	for i, file := range b.plan.inputs {
		names[i] = b.plan.report.FileName(file)
	}
	lines := []string{b.cat.T(made, "version", b.version, "year", b.plan.yearText(), "files", strings.Join(names, ", "))}
	scale := string(b.origin())
	if b.plan.source != nil {
		scale = "converted"
	}
	lines = append(lines, b.cat.T("controlplan.log.scale."+scale))
	if len(b.plan.log) == 0 {
		lines = append(lines, b.cat.T("controlplan.log.nothing"))
	}
	return append(lines, b.cat.T("controlplan.log.add"))
}

func (b *builder) origin() model.Origin {
	if o := b.plan.scale.Origin; o != "" && b.cat.Has("controlplan.log.scale."+string(o)) {
		return o
	}
	return model.OriginDefault
}

// sorted puts first what has no place on the scale, then what was changed, then what was followed, then what did
// not fit, then what remains, worst first; each in the order it was found.
func (b *builder) sorted() []entry {
	var out []entry
	for _, k := range []kind{unmapped, added, changed, sourced, mapped, disagreed, shortened} {
		for _, e := range b.plan.log {
			if e.kind == k {
				out = append(out, e)
			}
		}
	}
	for _, sev := range []rules.Severity{rules.Error, rules.Warning, rules.Info} {
		for _, e := range b.plan.log {
			if e.kind == remaining && e.severity == sev {
				out = append(out, e)
			}
		}
	}
	return out
}

func (b *builder) logRow(s *workbook.Sheet, row int, e *entry) {
	what := b.cat.T("controlplan.kind." + string(e.kind))
	if e.kind == remaining {
		what = b.cat.T("controlplan.kind.remaining", "severity", b.cat.T("severity."+string(e.severity)))
	}
	file, where, at := b.plan.place(e.at)
	if e.at == (model.Source{}) {
		file, where, at = "", "", ""
	}
	l := workbook.LookOwn.Unlocked()
	for col, value := range []string{what, e.risk, b.fieldName(e.field), file, where, at, e.before, e.after, e.message} {
		s.Set(row, col, workbook.Cell{Value: text(abridged(value)), Look: l})
	}
}

// fieldName calls a field as the layout's heading does.
func (b *builder) fieldName(f model.Field) string {
	switch f {
	case "":
		return ""
	case model.FieldPeriod:
		return b.tpl.Layout.FollowUp.Sheet
	}
	return b.heading(f)
}

// sourceText says where a risk was read, for the note on its number.
func (b *builder) sourceText(r *risk) string { return b.sourcesText(r.sources) }

func (b *builder) sourcesText(sources []model.Source) string {
	var lines []string
	for _, at := range sources {
		if at == (model.Source{}) {
			continue
		}
		file, where, cell := b.plan.place(at)
		key := "controlplan.source.page"
		if cell != "" {
			key = "controlplan.source.row"
		}
		lines = append(lines, b.cat.T(key, "file", file, "sheet", where, "row", strconv.Itoa(int(at.Row)), "page", where))
	}
	return workbook.Sentence(b.cat.T("controlplan.source") + "\n" + strings.Join(lines, "\n"))
}
