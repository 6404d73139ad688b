package planted

import (
	"math/rand/v2"
	"slices"
	"strconv"
	"strings"
)

// Shown is what stands in the cells of a matrix that shows which risk stands
// where. Such a matrix defines nothing.
type Shown int

// What its cells hold.
const (
	ShownNumbers Shown = iota // "R1, R4"
	ShownMarks                // x
	ShownCounts               // 2, 1, 0
	ShownColours              // nothing, coloured
)

// Where says where the matrix stands.
type Where int

// The places of the matrix: on a sheet of its own before or behind all others,
// or below the first table and what belongs to it.
const (
	Before Where = iota
	Behind
	BelowTable
)

// Matrix adds a matrix that shows which risk stands where, with or without the
// levels on its sides.
func Matrix(shown Shown, where Where, sides bool) Variation {
	return Variation{sheets: func(r *rand.Rand, d *Draft, drawn *book) bool {
		if where == BelowTable {
			for _, c := range drawn.sheets {
				if c.name == d.Sheets[0].Name {
					d.showRisks(r, c, c.last()+2+r.IntN(3), d.Sheets[0].Spec.Col+r.IntN(2), shown, sides)
				}
			}
			return true
		}
		c := newCanvas(pick(r, []string{"Matris", "Riskmatris", "Riskkarta", "Blad9"}))
		d.showRisks(r, c, 1, 1+r.IntN(3), shown, sides)
		at := 0
		if where == Behind {
			at = len(drawn.sheets)
		}
		drawn.sheets = slices.Insert(drawn.sheets, at, c)
		return true
	}}
}

// showRisks draws the matrix, the highest likelihood at the top.
func (d *Draft) showRisks(r *rand.Rand, c *canvas, row, col int, shown Shown, sides bool) {
	s := &d.Plan.Scale
	if r.IntN(2) == 0 {
		c.head(row, col, pick(r, []string{"Riskmatris", "Risker i matrisen", "Riskkarta"}))
		row++
	}
	n := len(s.Likelihood)
	byNumber := r.IntN(3) == 0
	side := func(row, col int, k Step, number int) {
		if byNumber {
			c.setNumber(row, col, number)
		} else {
			c.head(row, col, k.Label)
		}
	}
	if sides {
		c.head(row, col, "Sannolikhet / Konsekvens")
		for j, k := range s.Consequence {
			side(row, col+1+j, k, j+1)
		}
	}
	for i := range n {
		likelihood := n - i
		if sides {
			side(row+1+i, col, s.Likelihood[likelihood-1], likelihood)
		}
		for j := range s.Consequence {
			at := spot{row + 1 + i, col + 1 + j}
			cell := d.shown(shown, likelihood, j+1)
			if shown == ShownColours || r.IntN(2) == 0 {
				c.filled[at] = tints[slices.IndexFunc(s.Treatments, func(k Range) bool { return k.Max >= likelihood*(j+1) })%len(tints)]
			}
			if cell.Text != "" || c.filled[at] != "" {
				c.cells[at] = cell
			}
		}
	}
}

var tints = []string{"92D050", "FFFF00", "FFC000", "FF0000"}

// shown gives the content of the cell of two levels.
func (d *Draft) shown(shown Shown, likelihood, consequence int) Cell {
	var numbers []string
	for k := range d.Plan.Risks {
		if risk := &d.Plan.Risks[k]; risk.Likelihood == likelihood && risk.Consequence == consequence {
			number := d.Layout.Numbers.text(risk, k+1)
			if number == "" {
				number = strconv.Itoa(k + 1)
			}
			numbers = append(numbers, number)
		}
	}
	switch shown {
	case ShownNumbers:
		return Cell{Text: strings.Join(numbers, ", "), Number: len(numbers) == 1 && d.Layout.Numbers == Counted}
	case ShownMarks:
		return Cell{Text: strings.Repeat("x", len(numbers))}
	case ShownCounts:
		return Cell{Text: strconv.Itoa(len(numbers)), Number: true}
	}
	return Cell{}
}
