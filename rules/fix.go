package rules

import (
	"strings"
	"unicode"

	"riskbok/rules/model"
	"riskbok/rules/model/formula"
)

// columnFormulas are the formulas of one column of a register, each as it
// would stand on the column's lowest row, so that equal ones are equal text.
type columnFormulas struct {
	lowest int32
	counts map[string]int
	cells  int
	usual  formula.Formula // the one that more than half of the column has; nil where there is none
}

type columnKey struct {
	entry *model.Entry
	field model.Field
	which int // of the further valuations, −1: the first
}

// column gives the formulas of the value or treatment column of a valuation.
func (c *Case) column(a *assessed, field model.Field) *columnFormulas {
	key := columnKey{a.entry, field, a.which}
	return c.columns.of(key, func() *columnFormulas { return c.gatherColumn(key) })
}

// gatherColumn counts the rows with two valid levels: others may well have a
// formula of their own, that shows what was written until they are put right.
func (c *Case) gatherColumn(key columnKey) *columnFormulas {
	col := &columnFormulas{counts: map[string]int{}}
	type cell struct {
		formula string
		row     int32
	}
	var cells []cell
	for _, r := range c.byEntry[key.entry] {
		for a := range r.assessed() {
			if a.which != key.which || !a.verdict.Valid {
				continue
			}
			c := cell{a.Score.Formula, a.Score.At.Row}
			switch {
			case key.field != model.FieldScore:
				c = cell{a.Treatment.Formula, a.Treatment.At.Row}
			case a.Circle != nil:
				c.formula = "" // no formula to mend others by
			}
			cells = append(cells, c)
			col.lowest = max(col.lowest, c.row)
		}
	}
	col.cells = len(cells)
	var like lastFormula
	for _, c := range cells {
		if c.formula != "" {
			col.counts[like.at(c.formula, c.row, col.lowest)]++
		}
	}
	for text, n := range col.counts {
		if n >= 2 && n*2 > col.cells {
			col.usual = formula.Parse(text)
		}
	}
	return col
}

// lastFormula is the formula that was met last: most of a column are the same, and
// to write one as it stands on another row is cheaper than to take another
// apart.
type lastFormula struct {
	last   formula.Formula
	row    int32
	lowest string
}

// at gives a formula of a row as it would stand on the lowest.
func (a *lastFormula) at(text string, row, lowest int32) string {
	if a.last != nil && a.last.Stands(text, int(row-a.row)) {
		return a.lowest
	}
	f := formula.Parse(text)
	a.last, a.row, a.lowest = f, row, f.Shift(int(lowest-row), 0)
	return a.lowest
}

// at gives the formula that a cell of the column should have: the one that
// more than half of the column has, as it stands on that row. "" where the
// column has no such formula.
func (col *columnFormulas) at(row int32) string {
	if col.usual == nil {
		return ""
	}
	return col.usual.Shift(int(row-col.lowest), 0)
}

// recompute gives the safe fix of a value or treatment. A column of formulas
// is mended by its formula; a formula that is like its neighbours is right,
// and what it shows is stale or follows from another cell; only a typed value
// is replaced by one. A formula that refers to a deleted cell, where no other
// tells what it was, is for a person to mend.
func recompute(col *columnFormulas, at model.Source, raw, written, expected string, kind EditKind) *Fix {
	fix := &Fix{Class: Safe}
	usual := col.at(at.Row)
	switch {
	case usual != "" && usual != written:
		old := written
		if old == "" {
			old = raw
		}
		fix.Edits = []Edit{{At: at, Kind: SetFormula, Old: old, New: usual, Result: expected}}
	case lostReference(written):
		fix.Class = Judgement
	case written != "":
		fix.Edits = []Edit{{At: at, Kind: Recalculate, Old: written, New: expected, Result: expected}}
	default:
		// The mark of a note stays.
		if mark := model.Mark(raw); mark != "" {
			kind, expected = SetText, expected+mark
		}
		fix.Edits = []Edit{{At: at, Kind: kind, Old: raw, New: expected, Result: expected}}
		// A text beside the number would be lost with it.
		if kind == SetNumber && strings.IndexFunc(raw, unicode.IsLetter) >= 0 {
			fix.Class = Suggested
		}
	}
	return fix
}
