package plan

import (
	"iter"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// counts tells of texts how many there are, and of these how many are whole
// numbers, begin with one, are short, or as short as the number of a risk.
type counts struct{ filled, whole, scored, short, tiny int }

// profile is what a column's cells look like: all of them, and with a text that
// stands on rows which follow each other, as for the measures of one risk,
// counted once.
type profile struct{ cells, texts counts }

func columnProfile(t *grid.Table, from, col int) profile {
	var p profile
	before := ""
	for c := range sample(t, from, col) {
		one := countsOf(c)
		p.cells.add(one)
		if c.Text != before {
			p.texts.add(one)
		}
		before = c.Text
	}
	return p
}

// sample gives the first cells of a column that hold text, from a row on. After
// a blank row under them the column may hold something else.
func sample(t *grid.Table, from, col int) iter.Seq[*grid.Cell] {
	return func(yield func(*grid.Cell) bool) {
		some := false
		for r := from; r < len(t.Rows) && r < from+tolerances.sampleRows; r++ {
			if some && t.Filled(r) == 0 {
				return
			}
			c := t.Cell(r, col)
			if c.Covered || c.Blank() {
				continue
			}
			some = true
			if !yield(c) {
				return
			}
		}
	}
}

func countsOf(c *grid.Cell) counts {
	text := model.Clean(c.Text)
	n := utf8.RuneCountInString(text)
	_, whole := grid.ParseWhole(text)
	return counts{1, btoi(whole), btoi(grid.ScoreValue(c).OK || showsError(c)), btoi(n <= tolerances.maxShort), btoi(n <= tolerances.maxNumber)}
}

func (a *counts) add(b counts) {
	a.filled += b.filled
	a.whole += b.whole
	a.scored += b.scored
	a.short += b.short
	a.tiny += b.tiny
}

// showsError reports whether a cell shows a spreadsheet's error value where a
// formula was to give a number.
func showsError(c *grid.Cell) bool {
	return c.Kind == grid.Error || grid.ErrorText(model.Clean(c.Text))
}

// fits reports whether a column's cells can be what the heading says. It only
// rules out: an empty column fits everything, and of few cells little is said.
func (p profile) fits(f model.Field, exactHeading string) bool {
	switch {
	case p.cells.filled == 0:
		return len(exactHeading) > 1
	case f == model.FieldEvent && p.cells.filled < tolerances.fewCells:
		return true
	case f == model.FieldNumber && p.texts.filled < tolerances.fewCells && p.texts.short == p.texts.filled:
		return true
	}
	return p.cells.fit(f) || p.texts.fit(f)
}

func (a counts) fit(f model.Field) bool {
	switch f {
	case model.FieldLikelihood, model.FieldConsequence:
		return a.short*10 >= a.filled*tolerances.mostTenths
	case model.FieldScore, model.FieldPrevious:
		return a.scored*2 >= a.filled
	case model.FieldNumber:
		return a.tiny*2 >= a.filled
	case model.FieldEvent, model.FieldTreatment: // a priority of 1 to 3 is no treatment
		return a.whole*2 < a.filled
	}
	return true
}

func btoi(b bool) int {
	if b {
		return 1
	}
	return 0
}
