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

func (l *layout) columnProfile(from, col int) profile {
	var p profile
	looks := l.looksAt(col)
	for r := from; r < len(l.t.Rows) && r < from+tolerances.sampleRows; r++ {
		if p.cells.filled > 0 && l.filled(r) == 0 {
			break
		}
		if looks[r] == 0 {
			looks[r] = l.lookAt(r, col)
		}
		one := looks[r]
		if one&lookFilled == 0 {
			continue
		}
		if p.cells.filled == 0 || one&lookAgain == 0 {
			p.texts.add(one)
		}
		p.cells.add(one)
	}
	return p
}

// look is what a profile knows of a cell. It is kept: the rows under each of many
// rows that may head a table are much the same.
type look uint8

const (
	looked look = 1 << iota
	lookFilled
	lookAgain // the last text above it is the same
	lookWhole
	lookScored
	lookShort
	lookTiny
)

// looksAt gives what is known of a column's cells.
func (l *layout) looksAt(col int) []look {
	if l.looks[col] == nil {
		l.looks[col] = make([]look, len(l.t.Rows))
	}
	return l.looks[col]
}

func (l *layout) lookAt(row, col int) look {
	c := l.t.Cell(row, col)
	if c.Covered || c.Blank() {
		return looked
	}
	out := lookOf(c)
	for r := row - 1; r >= 0 && r > row-tolerances.sampleRows; r-- {
		if above := l.t.Cell(r, col); !above.Covered && !above.Blank() {
			if above.Text == c.Text {
				out |= lookAgain
			}
			break
		}
	}
	return out
}

// filled is [grid.Table.Filled], counted once.
func (l *layout) filled(row int) int {
	if l.fills == nil {
		l.fills = make([]int32, len(l.t.Rows))
		for r := range l.fills {
			l.fills[r] = int32(l.t.Filled(r))
		}
	}
	return int(l.fills[row])
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

func lookOf(c *grid.Cell) look {
	text := c.Clean()
	n := utf8.RuneCountInString(text)
	out := looked | lookFilled
	if _, whole := grid.ParseWhole(text); whole {
		out |= lookWhole
	}
	if grid.ScoreValue(c).OK || showsError(c) {
		out |= lookScored
	}
	if n <= tolerances.maxShort {
		out |= lookShort
	}
	if n <= tolerances.maxNumber {
		out |= lookTiny
	}
	return out
}

func (a *counts) add(one look) {
	a.filled++
	a.whole += btoi(one&lookWhole != 0)
	a.scored += btoi(one&lookScored != 0)
	a.short += btoi(one&lookShort != 0)
	a.tiny += btoi(one&lookTiny != 0)
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
