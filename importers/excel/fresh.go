package excel

import (
	"riskbok/importers/grid"
	"riskbok/rules/model"
	"riskbok/rules/model/calc"
)

// freshReads bounds what [Workbook.Fresh] may read in all.
const freshReads = 20_000_000

// fresh is what a workbook needs to calculate its formulas once more.
type fresh struct {
	cells *cells
	reads int
}

// Fresh calculates the formula of a cell from what its cells hold now. It is
// not ok where there is no formula, or the result is not certain. It must not
// be called from several goroutines at once.
func (w *Workbook) Fresh(at model.Source) (text string, ok bool) {
	if w.fresh == nil || at.Row < 1 || at.Col < 1 || int(at.Place) >= len(w.Tables) {
		return "", false
	}
	c := w.fresh.cells.cellAt(position{int(at.Place), int(at.Row - 1), int(at.Col - 1)})
	if c == nil || c.Formula == "" || c.Uncalculated || c.Kind == grid.Date {
		return "", false
	}
	program, ok := calc.Compile(c.Formula, int(at.Place), w.fresh.cells)
	if !ok {
		return "", false
	}
	v, ok := program.Run(w.fresh.cells, &w.fresh.reads)
	if !ok {
		return "", false
	}
	switch v.Kind {
	case calc.Number:
		return calc.Shown(v.Num), true
	case calc.Text:
		return v.Text, true
	}
	return "", false
}
