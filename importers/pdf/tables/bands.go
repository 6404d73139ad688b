package tables

import (
	"cmp"
	"math"
	"slices"
)

// band reports whether a line above the headings is a band over several
// columns, or a further line of one: printed as the headings are, each piece
// beginning where a column begins.
func (r *region) band(line, below, first *row) bool {
	if below.Base-line.Base > bandGap*first.Size || math.Abs(line.Size-first.Size) > 0.15*first.Size || line.Bold != first.Bold {
		return false
	}
	for _, c := range line.chunks {
		if r.cols.begins(c, 0.8*line.Size) < 0 {
			return false
		}
	}
	return true
}

// bandRows gives the cells of the bands. A band reaches to the next one.
func (r *region) bandRows() [][]Cell {
	var out [][]Cell
	for i := range r.bands {
		b := &r.bands[i]
		again := i > 0 && b.Base-r.bands[i-1].Base < headGap*b.Size
		if !again {
			out = append(out, nil)
		}
		cells := &out[len(out)-1]
		for _, c := range b.chunks {
			k := r.cols.begins(c, 0.8*b.Size)
			if k < 0 { // the columns were merged after the band was found
				k = r.cols.of(c)
			}
			if at := over(*cells, k); at >= 0 {
				(*cells)[at].Words = append((*cells)[at].Words, c.words...)
				continue
			}
			*cells = append(*cells, Cell{Col: k, Words: slices.Clone(c.words)})
		}
	}
	for _, cells := range out {
		slices.SortStableFunc(cells, func(a, b Cell) int { return cmp.Compare(a.Col, b.Col) })
		r.spanBand(cells)
	}
	return out
}

// over gives the band cell that begins in a column.
func over(cells []Cell, col int) int {
	for i := range cells {
		if cells[i].Col == col {
			return i
		}
	}
	return -1
}

// spanBand sets how many columns each cell of a band covers.
func (r *region) spanBand(cells []Cell) {
	for i := range cells {
		end := len(r.cols)
		if i+1 < len(cells) {
			end = cells[i+1].Col
		}
		cells[i].Rows, cells[i].Cols = 1, max(end-cells[i].Col, 1)
	}
}
