package controlplan

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"riskbok/exporters/workbook"

	"riskbok/rules/model"
)

// writeLog writes the change log: what the workbook was made from, and in three
// parts all that differs from there or remains to be settled.
func (b *builder) writeLog() {
	s := &workbook.Sheet{Name: b.cat.T("controlplan.log"), Widths: []float64{19, b.riskWidth(), 22, 32, 30, 30, 56}, Heights: map[int]float64{}}
	s.Set(0, 0, workbook.Cell{Value: s.Name, Look: workbook.LookTitle})
	for i, line := range b.logLines() {
		s.Set(1+i, 0, workbook.Cell{Value: line, Look: workbook.LookNote.Unlocked()})
		s.Merge(1+i, 0, len(s.Widths)-1)
	}
	for _, part := range logParts {
		if rows := b.causes(part.kinds); len(rows) > 0 {
			b.logPart(s, part.key, rows)
		}
	}
	s.Frozen = workbook.Place{Row: 1}
	s.Own()
	s.Footer = b.footer(s)
	b.book.Add(s)
}

// riskWidth is the width of the column of risks: three short numbers, or the longest
// one.
func (b *builder) riskWidth() float64 {
	width := 12.0
	for _, r := range b.plan.risks {
		width = max(width, float64(utf8.RuneCountInString(r.number)+2))
	}
	return min(width, longestNumber+4)
}

// logPart writes a part of the log below what there is.
func (b *builder) logPart(s *workbook.Sheet, key string, rows []*cause) {
	row := len(s.Rows) + 1
	s.Set(row, 0, workbook.Cell{Value: b.cat.T("controlplan.log.part." + key), Look: workbook.LookPart})
	row++
	for i, key := range []string{"kind", "risk", "field", "place", "before", "after", "why"} {
		s.Set(row, i, workbook.Cell{Value: b.cat.T("controlplan.log." + key), Look: workbook.LookHeading})
	}
	for i, c := range rows {
		b.logRow(s, row+1+i, c)
	}
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
		scale = "converted." + b.plan.turned()
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
