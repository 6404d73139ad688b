package budget

import "riskbok/importers/grid"

// looked is what stands under the columns of the table that was asked for last:
// its rows are tried as headings alone, with the row above and with that below.
type looked struct {
	t     *grid.Table
	under map[[2]int]profile // by first row and column
	cells [][]standing       // of each row that was asked for; 0: not yet asked
}

// standing is what stands in a cell.
type standing uint8

const (
	standsNothing standing = iota + 1
	standsAmount
	standsText
)

// profile is what stands under a heading.
type profile struct{ amounts, texts int }

func (w *documentWords) profile(t *grid.Table, from, col int) profile {
	if w.looked.t != t {
		w.looked = looked{t, map[[2]int]profile{}, make([][]standing, len(t.Rows))}
	}
	at := [2]int{from, col}
	p, ok := w.looked.under[at]
	if !ok {
		p = w.lookUnder(t, from, col)
		w.looked.under[at] = p
	}
	return p
}

func (w *documentWords) lookUnder(t *grid.Table, from, col int) profile {
	var p profile
	gap := 0
	for r := from; r < len(t.Rows) && r < from+tolerances.sampleRows && gap < 2; r++ {
		if blankRow(t, r) {
			gap++
			continue
		}
		gap = 0
		switch w.stands(t, r, col) {
		case standsAmount:
			p.amounts++
		case standsText:
			p.texts++
		}
	}
	return p
}

// stands says what stands in a cell of the table that is looked at.
func (w *documentWords) stands(t *grid.Table, r, col int) standing {
	if col >= len(t.Rows[r]) {
		return standsNothing
	}
	if w.looked.cells[r] == nil {
		w.looked.cells[r] = make([]standing, len(t.Rows[r]))
	}
	at := &w.looked.cells[r][col]
	if *at != 0 {
		return *at
	}
	c := t.Cell(r, col)
	switch {
	case c.Covered || c.Blank() || w.blanks[c.Key()]:
		*at = standsNothing
	case w.amountCell(c) || w.percent(c).OK || c.Formula != "" || c.Kind == grid.Error:
		*at = standsAmount
	default:
		*at = standsText
	}
	return *at
}

// yearsUnder reports whether nothing but years stands in a column, one after the
// other: they are what the lines are about.
func (w *documentWords) yearsUnder(t *grid.Table, from, col int) bool {
	last, n := 0, 0
	for r := from; r < len(t.Rows) && r < from+tolerances.sampleRows && !blankRow(t, r); r++ {
		c := t.Cell(r, col)
		year := yearOf(c.Text)
		if year == 0 || n > 0 && year != last+1 && year != last-1 {
			return false
		}
		last = year
		n++
	}
	return n >= tolerances.leastYears
}

func blankRow(t *grid.Table, r int) bool {
	for c := range t.Rows[r] {
		if !t.Rows[r][c].Blank() {
			return false
		}
	}
	return true
}
