package controlplan

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"riskbok/exporters/causes"
	"riskbok/exporters/workbook"
	"riskbok/rules"
	"riskbok/rules/model"
)

// logParts are the parts of the change log: what was done, where the sources say
// different things, and what people must settle. Each has a title of its own, by
// its key in the catalogue.
var logParts = []struct {
	key   string
	kinds []kind
}{
	{"done", []kind{unmapped, added, changed, renumbered, numberless, sourced, mapped, entered, shortened}},
	{"disagreed", []kind{disagreed, doubtful}},
	{"open", []kind{remaining}},
}

// cause is one row of the log: entries that one thing made, with all their
// places.
type cause struct {
	kind          kind
	severity      rules.Severity
	risks, fields []string
	places        []sheetPlaces
	before, after []string
	whys          []string
}

// mostWhys is how many of a cause's texts are shown: more of them say the same of
// other places.
const mostWhys = 2

// causes joins the entries of some kinds, each in the order that it was found: what
// a value and the treatment that follows from it were in all tables, one thing
// that the tables call differently, and findings that share their cause, the worst
// first.
func (b *builder) causes(kinds []kind) []*cause {
	if kinds[0] == remaining {
		return b.remains()
	}
	var out []*cause
	known := map[string]*cause{}
	b.eachEntry(kinds, func(e *logEntry) {
		why := b.cat.T(e.why, e.args...)
		key := b.causeOf(e, why)
		c := known[key]
		if c == nil {
			c = &cause{kind: e.kind, severity: e.severity}
			known[key] = c
			out = append(out, c)
		}
		c.risks, c.fields = once(c.risks, e.risk), once(c.fields, b.fieldName(e.field))
		b.addPlace(c, e.at)
		if e.kind != renumbered { // the risks are called by their new numbers
			c.before, c.after = once(c.before, e.before), once(c.after, e.after)
		}
		if len(c.whys) < mostWhys {
			c.whys = once(c.whys, why)
		}
	})
	return out
}

// remains gives the causes of the findings that remain, the worst first.
func (b *builder) remains() []*cause {
	var left []*rules.Finding
	for i := range b.plan.log {
		if e := &b.plan.log[i]; e.kind == remaining {
			left = append(left, e.finding)
		}
	}
	teller := causes.New(b.plan.report, b.cat)
	var out []*cause
	for _, group := range teller.Of(left) {
		head := group.Head()
		c := &cause{kind: remaining, severity: group.Severity(), before: once(nil, head.Found), whys: []string{teller.Message(&group)}}
		c.whys = append(c.whys, teller.Follows(&group)...)
		for _, f := range group.Findings() {
			c.risks = once(c.risks, b.plan.numberIn(f))
			b.addPlace(c, f.At)
		}
		out = append(out, c)
	}
	slices.SortStableFunc(out, func(a, b *cause) int { return b.severity.Rank() - a.severity.Rank() })
	return out
}

// eachEntry gives the entries of some kinds in their order.
func (b *builder) eachEntry(kinds []kind, take func(*logEntry)) {
	for _, k := range kinds {
		for i := range b.plan.log {
			if e := &b.plan.log[i]; e.kind == k {
				take(e)
			}
		}
	}
}

// causeOf is what an entry shares with the others of its cause.
func (b *builder) causeOf(e *logEntry, why string) string {
	parts := []string{string(e.kind), e.risk, string(e.field), e.before, e.after, why}
	switch {
	case e.kind == disagreed: // one name that tables spell differently, of however many risks
		parts[1], parts[5] = "", ""
	case e.pair != "": // one pair of levels, of however many risks
		parts = []string{string(e.kind), e.pair}
	case e.kind == mapped || e.kind == unmapped || e.kind == sourced: // one level, or one name
		parts[1] = ""
	case e.kind == renumbered: // one unit
		parts = []string{string(e.kind), fmt.Sprint(e.args...)}
	case e.kind == numberless: // all of them
		parts = []string{string(e.kind)}
	case e.kind == entered: // one sheet
		parts = []string{string(e.kind), strconv.Itoa(int(e.at.Doc)), strconv.Itoa(int(e.at.Place)), why}
	case e.field == model.FieldScore || e.field == model.FieldTreatment:
		parts = []string{string(e.kind), e.risk, e.event}
	}
	return strings.Join(parts, "\x00")
}

// once adds a text that a list does not have yet.
func once(list []string, text string) []string {
	if text == "" || slices.Contains(list, text) {
		return list
	}
	return append(list, text)
}

// sheetPlaces are the places of a cause on one sheet or page of a file; a page has
// no cells.
type sheetPlaces struct {
	file, name string
	cells      []string
}

// addPlace notes where an entry of a cause stood.
func (b *builder) addPlace(c *cause, at model.Source) {
	if at == (model.Source{}) {
		return
	}
	file, name, cell := b.plan.place(at)
	if cell == "" {
		name = b.cat.T("controlplan.log.place.page", "sheet", name)
	}
	i := slices.IndexFunc(c.places, func(p sheetPlaces) bool { return p.file == file && p.name == name })
	if i < 0 {
		i = len(c.places)
		c.places = append(c.places, sheetPlaces{file: file, name: name})
	}
	c.places[i].cells = once(c.places[i].cells, cell)
}

// placesText says where a cause stood: a line for each file, which is named where
// there are several.
func (b *builder) placesText(c *cause) string {
	var files []string
	byFile := map[string][]string{}
	for _, p := range c.places {
		files = once(files, p.file)
		text := strings.TrimSpace(b.cat.T("controlplan.log.place.cell", "sheet", p.name, "cell", strings.Join(p.cells, ", ")))
		byFile[p.file] = append(byFile[p.file], text)
	}
	var lines []string
	for _, file := range files {
		line := strings.Join(byFile[file], "; ")
		if len(b.plan.inputs) > 1 {
			line = file + ": " + line
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

// logRow writes a cause.
func (b *builder) logRow(s *workbook.Sheet, row int, c *cause) {
	what := b.cat.T("controlplan.kind." + string(c.kind))
	if c.kind == remaining {
		what = b.cat.T("controlplan.kind.remaining", "severity", b.cat.T("severity."+string(c.severity)))
	}
	l := workbook.LookOwn.Unlocked()
	for col, list := range [][]string{{what}, c.risks, c.fields, {b.placesText(c)}, c.before, c.after, c.whys} {
		join := "\n"
		if col == 1 {
			join = ", "
		}
		s.Set(row, col, workbook.Cell{Value: text(abridged(strings.Join(list, join))), Look: l})
	}
}
