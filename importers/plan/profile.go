package plan

import (
	"iter"
	"strings"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// sampleRows is how many rows under a heading are looked at to see what a
// column holds.
const sampleRows = 60

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
		for r := from; r < len(t.Rows) && r < from+sampleRows; r++ {
			if some && rowFilled(t, r) == 0 {
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
	return counts{1, btoi(whole), btoi(grid.ScoreValue(c).OK || showsError(c)), btoi(n <= 40), btoi(n <= maxNumber)}
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
func showsError(c *grid.Cell) bool { return c.Kind == grid.Error || errorText(model.Clean(c.Text)) }

// errorText reports whether a text is an error value, "#REF!": no heading, be
// its letters those of one.
func errorText(text string) bool {
	return len(text) > 2 && text[0] == '#' && strings.ToUpper(text) == text
}

// fits reports whether a column's cells can be what the heading says. It only
// rules out: an empty column fits everything, and of few cells little is said.
func (p profile) fits(f model.Field, exactHeading string) bool {
	switch {
	case p.cells.filled == 0:
		return len(exactHeading) > 1
	case f == model.FieldEvent && p.cells.filled < 3:
		return true
	case f == model.FieldNumber && p.texts.filled < 3 && p.texts.short == p.texts.filled:
		return true
	}
	return p.cells.fit(f) || p.texts.fit(f)
}

func (a counts) fit(f model.Field) bool {
	switch f {
	case model.FieldLikelihood, model.FieldConsequence:
		return a.short*10 >= a.filled*7
	case model.FieldScore, model.FieldPrevious:
		return a.scored*2 >= a.filled
	case model.FieldNumber:
		return a.tiny*2 >= a.filled
	case model.FieldEvent, model.FieldTreatment: // a priority of 1 to 3 is no treatment
		return a.whole*2 < a.filled
	}
	return true
}

// levelShare gives how many of a column's cells are labels of each axis of the
// document's scale, and how many have text.
func (w *words) levelShare(t *grid.Table, from, col int) (likelihood, consequence, filled int) {
	for c := range sample(t, from, col) {
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

// share tells how many of a column's cells are labels of an axis.
type share int

const (
	fewer     share = iota
	mostly          // half or more: it holds levels, whatever else stands there
	nearlyAll       // seven of ten
)

// labelShare tells it of the axis that a field is; of other fields nothing.
func (w *words) labelShare(t *grid.Table, from, col int, f model.Field) share {
	if f != model.FieldLikelihood && f != model.FieldConsequence {
		return fewer
	}
	n, consequences, filled := w.levelShare(t, from, col)
	if f == model.FieldConsequence {
		n = consequences
	}
	switch {
	case filled > 0 && n*10 >= filled*7:
		return nearlyAll
	case filled > 0 && n*2 >= filled:
		return mostly
	}
	return fewer
}

// bonus is what makes a claim to an axis surer where its labels stand.
func (s share) bonus() int {
	if s == nearlyAll {
		return scoreLabels
	}
	return 0
}

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
