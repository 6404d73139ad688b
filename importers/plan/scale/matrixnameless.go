package scale

import (
	"slices"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// A matrix of words between bare numbers may name neither side. It is one of
// risks where tables of the document have its words; which side is which does
// not matter where it says the same both ways.

// nameless reports whether nothing says which axes the sides of a matrix of
// words are: both are numbers.
func (m *Matrix) nameless() bool {
	return m.texts != nil && m.names == [2]words.Axis{} && m.numbered(0) && m.numbered(1) && m.countable(0) && m.countable(1)
}

// rates reports whether words of a matrix stand outside it as well.
func (d *Definitions) rates(m *Matrix) bool {
	own := map[string]int{}
	for _, row := range m.texts {
		for _, word := range row {
			own[model.Key(word)]++
		}
	}
	known := 0
	for word, n := range own {
		if d.count([]string{word}, n) > 0 {
			known++
		}
	}
	return known >= tolerances.minRates
}

// mirrored reports whether a matrix says the same of every two numbers when its
// sides change places.
func (m *Matrix) mirrored() bool {
	at := func(keys []matrixKey, n int) int {
		return slices.IndexFunc(keys, func(k matrixKey) bool { return k.level.Number == n })
	}
	for i, row := range m.rows {
		for j, column := range m.columns {
			k, l := at(m.rows, column.level.Number), at(m.columns, row.level.Number)
			if k < 0 || l < 0 || !m.wordsAlike(i, j, k, l) {
				return false
			}
		}
	}
	return true
}

// lowest gives the first word of the lowest row, which stands below all headings
// beside the matrix.
func (m *Matrix) lowest() *grid.Cell {
	return m.table.Cell(int(m.rows[len(m.rows)-1].at.Row)-1, int(m.columns[0].at.Col)-1)
}
