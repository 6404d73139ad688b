package plan

import (
	"strings"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// sampleRows is how many rows under a heading are looked at to see what a
// column holds.
const sampleRows = 60

// profile is what a column's cells look like: how many have text, and of these
// how many are whole numbers, begin with one, are short, or as short as a number of a risk.
type profile struct{ filled, whole, scored, short, tiny int }

func columnProfile(t *grid.Table, from, col int) profile {
	var p profile
	for r := from; r < len(t.Rows) && r < from+sampleRows; r++ {
		// After a blank row the column may hold something else.
		if p.filled > 0 && rowFilled(t, r) == 0 {
			break
		}
		c := t.Cell(r, col)
		if c.Covered || c.Blank() {
			continue
		}
		text := model.Clean(c.Text)
		n := utf8.RuneCountInString(text)
		p.filled++
		if _, ok := grid.ParseWhole(text); ok {
			p.whole++
		}
		if grid.ScoreValue(c).OK || showsError(c) {
			p.scored++
		}
		if n <= 40 {
			p.short++
		}
		if n <= 12 {
			p.tiny++
		}
	}
	return p
}

// showsError reports whether a cell shows a spreadsheet's error value, "#REF!",
// where a formula was to give a number.
func showsError(c *grid.Cell) bool {
	text := model.Clean(c.Text)
	return c.Kind == grid.Error || len(text) > 2 && text[0] == '#' && strings.ToUpper(text) == text
}

// fits reports whether a column's cells can be what the heading says. It only
// rules out: an empty column fits everything.
func (p profile) fits(f model.Field, exactHeading string) bool {
	if p.filled == 0 {
		return len(exactHeading) > 1
	}
	switch f {
	case model.FieldLikelihood, model.FieldConsequence:
		return p.short*10 >= p.filled*7
	case model.FieldScore, model.FieldPrevious:
		return p.scored*2 >= p.filled
	case model.FieldNumber:
		return p.tiny*2 >= p.filled
	case model.FieldEvent:
		return p.whole*2 < p.filled || p.filled < 3
	}
	return true
}

// levelShare gives how many of a column's cells are labels of each axis of the
// document's scale, and how many have text.
func (w *words) levelShare(t *grid.Table, from, col int) (likelihood, consequence, filled int) {
	for r := from; r < len(t.Rows) && r < from+sampleRows; r++ {
		if filled > 0 && rowFilled(t, r) == 0 {
			break
		}
		c := t.Cell(r, col)
		if c.Covered || c.Blank() {
			continue
		}
		filled++
		key := model.Key(grid.ParseLevel(model.Clean(c.Text)).Label)
		if w.levels[model.FieldLikelihood][key] {
			likelihood++
		}
		if w.levels[model.FieldConsequence][key] {
			consequence++
		}
	}
	return likelihood, consequence, filled
}

// levelBonus makes a claim to an axis surer where most cells are its labels.
func (w *words) levelBonus(t *grid.Table, from, col int, f model.Field) int {
	if f != model.FieldLikelihood && f != model.FieldConsequence {
		return 0
	}
	l, c, filled := w.levelShare(t, from, col)
	if f == model.FieldConsequence {
		l = c
	}
	if filled > 0 && l*10 >= filled*7 {
		return levelBonus
	}
	return 0
}

const levelBonus = 45

// levelColumn gives the axis that a column without a known heading holds: at
// least three cells, nearly all of them labels of that axis and not of the
// other.
func (w *words) levelColumn(t *grid.Table, from, col int) model.Field {
	if len(w.levels) == 0 {
		return ""
	}
	l, c, filled := w.levelShare(t, from, col)
	switch {
	case filled < 3 || l > 0 && c > 0:
	case l*10 >= filled*9:
		return model.FieldLikelihood
	case c*10 >= filled*9:
		return model.FieldConsequence
	}
	return ""
}
