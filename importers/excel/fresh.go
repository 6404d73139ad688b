package excel

import (
	"riskbok/importers/grid"
	"riskbok/rules/model"
	"riskbok/rules/model/calc"
	"riskbok/rules/model/formula"
)

// freshReads bounds what [Workbook.Fresh] may read in all.
const freshReads = 20_000_000

// fresh is what a workbook needs to calculate its formulas once more.
type fresh struct {
	cells *cells
	reads int
	// last is the formula of each column that was met last: most of a column are
	// the same, and to compile each costs more than to run it.
	last    map[columnAt]*compiled
	circles *circles
	// What it takes to tell circles: formulas that were calculated, and bytes of those
	// that were compiled since it began.
	circling   bool
	runs, text int
}

type columnAt struct{ place, col int32 }

// compiled is a formula that was made ready to run, and its row. A nil program
// cannot be run with certainty.
type compiled struct {
	formula formula.Formula
	row     int32
	program *calc.Program
}

// program gives the program of a cell's formula and how many rows below the
// compiled one it stands.
func (f *fresh) program(text string, at model.Source) (program *calc.Program, down int) {
	column := columnAt{at.Place, at.Col}
	if c := f.last[column]; c != nil && c.formula.Stands(text, int(at.Row-c.row)) {
		return c.program, int(at.Row - c.row)
	}
	f.text += len(text)
	c := &compiled{formula: formula.Parse(text), row: at.Row}
	c.program, _ = f.cells.compile(text, position{int(at.Place), int(at.Row - 1), int(at.Col - 1)})
	if f.last == nil {
		f.last = map[columnAt]*compiled{}
	}
	f.last[column] = c
	return c.program, 0
}

// circular reports whether the formula of a cell depends on a circle, its own or
// another, as far as is known.
func (f *fresh) circular(at position) bool {
	if f.circles == nil {
		f.circles = &circles{programs: f}
	}
	circular, ok := f.circles.has(at)
	return circular || !ok
}

// Fresh calculates the formula of a cell from what its cells hold now. It is
// not ok where there is no formula, where the result is not certain, or where it
// is another than the stored one and the formula depends on a circle. It must not
// be called from several goroutines at once.
func (w *Workbook) Fresh(at model.Source) (text string, ok bool) {
	if w.fresh == nil || at.Row < 1 || at.Col < 1 || int(at.Place) >= len(w.Tables) {
		return "", false
	}
	place := position{int(at.Place), int(at.Row - 1), int(at.Col - 1)}
	c := w.fresh.cells.cellAt(place)
	if c == nil || c.Formula == "" || c.Uncalculated || c.Kind == grid.Date {
		return "", false
	}
	program, down := w.fresh.program(c.Formula, at)
	if program == nil {
		return "", false
	}
	v, ok := program.RunBelow(down, w.fresh.cells, &w.fresh.reads)
	if !ok {
		return "", false
	}
	switch v.Kind {
	case calc.Number:
		text = calc.Shown(v.Num)
	case calc.Text:
		text = v.Text
	default:
		return "", false
	}
	if text != c.Stored() && w.fresh.circular(place) {
		return "", false
	}
	return text, true
}
