package plan

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// A table without a column of areas may be printed in one part for each, with
// its headings again and the area's name above them.

// areaLine gives the text alone on the row above headings that could name the
// area of the rows under them, or nil.
func (d *reader) areaLine(b block) *grid.Cell {
	if b.top == 0 || b.has(model.FieldArea) || !b.register() {
		return nil
	}
	var only *grid.Cell
	for i := range d.t.Rows[b.top-1] {
		c := &d.t.Rows[b.top-1][i]
		if c.Covered || c.Blank() {
			continue
		}
		if only != nil {
			return nil
		}
		only = c
	}
	if only == nil || only.Kind != grid.Text || utf8.RuneCountInString(only.Text) > tolerances.maxArea {
		return nil
	}
	text := model.Clean(only.Text)
	h := headCells{d.w, []*grid.Cell{only}}
	if !strings.ContainsFunc(text, unicode.IsLetter) || strings.ContainsAny(text, ":.!?") || d.w.Title(text) || d.w.Boards().Is(text) || d.w.SetsAside(text) || h.dated(only) {
		return nil
	}
	if _, ok := grid.FindYear(text); ok {
		return nil
	}
	return only
}

// nextArea takes the line above headings that are repeated for the name of the
// area below, if one stood above the headings before and they differ in more
// than a number, as pages do; then that one names the area of the rows above.
func (t *tableReader) nextArea(line *grid.Cell) {
	before := t.line
	if before == nil || line == nil || before == line {
		return
	}
	t.line = line
	name := func(c *grid.Cell) string {
		return strings.TrimFunc(model.Key(c.Text), func(r rune) bool { return !unicode.IsLetter(r) })
	}
	if name(before) == name(line) {
		return
	}
	blank := t.d.w.Blank
	if !t.band.OK {
		t.band = grid.TextValue(before, blank)
		for i := range t.reg.Risks {
			if r := &t.reg.Risks[i]; !r.Area.OK {
				r.Area = t.band
			}
		}
	}
	t.band = grid.TextValue(line, blank)
	// Without a blank row above, the line was read as one of the table above.
	t.d.doc.Unread = slices.DeleteFunc(t.d.doc.Unread, func(v model.Value[string]) bool { return v.At == line.At })
}
