package budgetforms

import "math/rand/v2"

// join puts a second table below a form, or beside it under headings of the same
// height.
func (f *Form) join(rng *rand.Rand) {
	g := draw(rng, f)
	f.Name += " and " + g.Name
	if rng.IntN(2) == 0 || f.width()+g.width() > widest {
		f.below(rng, g)
		return
	}
	f.beside(g)
}

// widest is how many columns a sheet of two tables has at the most.
const widest = 18

func (f *Form) width() int {
	n := 0
	for _, row := range f.Rows {
		n = max(n, len(row))
	}
	return n
}

func (f *Form) below(rng *rand.Rand, g *Form) {
	for range 2 + rng.IntN(2) {
		f.Rows = append(f.Rows, nil)
	}
	f.take(g, len(f.Rows), 0)
}

func (f *Form) beside(g *Form) {
	at := f.width() + 1
	for f.body < g.body {
		f.insert()
	}
	for g.body < f.body {
		g.insert()
	}
	f.take(g, 0, at)
}

// insert puts a blank row over a form.
func (f *Form) insert() {
	f.Rows = append([][]Cell{nil}, f.Rows...)
	f.body++
	for i := range f.Totals {
		f.Totals[i].row++
	}
}

// take writes a form into another from a row and a column on.
func (f *Form) take(g *Form, row, col int) {
	for r, cells := range g.Rows {
		for len(f.Rows) <= row+r {
			f.Rows = append(f.Rows, nil)
		}
		if len(cells) == 0 {
			continue
		}
		own := f.Rows[row+r]
		for len(own) < col {
			own = append(own, Cell{})
		}
		f.Rows[row+r] = append(own[:col:col], cells...)
	}
	for _, t := range g.Totals {
		f.Totals = append(f.Totals, derived{spot{row + t.row, col + t.col}, t.rule})
	}
	f.Lines += g.Lines
}
