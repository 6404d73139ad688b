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
}

type columnKey struct {
	entry *model.Entry
	field model.Field
	which int // of the further valuations, −1: the first
}

// column gives the formulas of the value or treatment column of a valuation.
func (c *Case) column(a *assessed, field model.Field) *columnFormulas {
	key := columnKey{a.entry, field, a.which}
	col := c.columns[key]
	if col == nil {
		col = c.gatherColumn(key)
		c.columns[key] = col
	}
	return col
}

// gatherColumn counts the rows with two valid levels: others may well have a
// formula of their own, that shows what was written until they are put right.
func (c *Case) gatherColumn(key columnKey) *columnFormulas {
	col := &columnFormulas{counts: map[string]int{}}
	cells := func(visit func(text string, at model.Source)) {
		for _, r := range c.byEntry[key.entry] {
			for a := range r.assessed() {
				if a.which != key.which || !a.verdict.Valid {
					continue
				}
				if key.field == model.FieldScore {
					visit(a.Score.Formula, a.Score.At)
				} else {
					visit(a.Treatment.Formula, a.Treatment.At)
				}
			}
		}
	}
	cells(func(_ string, at model.Source) { col.lowest = max(col.lowest, at.Row) })
	cells(func(text string, at model.Source) {
		col.cells++
		if text != "" {
			col.counts[formula.Parse(text).Shift(int(col.lowest-at.Row), 0)]++
		}
	})
	return col
}

// at gives the formula that a cell of the column should have: the one that
// more than half of the column has, as it stands on that row. "" where the
// column has no such formula.
func (col *columnFormulas) at(row int32) string {
	for text, n := range col.counts {
		if n >= 2 && n*2 > col.cells {
			return formula.Parse(text).Shift(int(row-col.lowest), 0)
		}
	}
	return ""
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
		fix.Edits = []Edit{{At: at, Kind: kind, Old: raw, New: expected, Result: expected}}
		// A text beside the number would be lost with it.
		if kind == SetNumber && strings.IndexFunc(raw, unicode.IsLetter) >= 0 {
			fix.Class = Suggested
		}
	}
	return fix
}
