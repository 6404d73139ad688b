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
	if below.Base-line.Base > tolerances.bandGap*first.Size || math.Abs(line.Size-first.Size) > tolerances.nearSize*first.Size || line.Bold != first.Bold {
		return false
	}
	if r.cols.grouped(line) > 0 {
		return true
	}
	for _, c := range line.chunks {
		if r.cols.begins(c, tolerances.bandNear*line.Size) < 0 {
			return false
		}
	}
	return true
}

// grouped gives how many columns each piece of a band is centred over, where they
// are the same number for all of them: all columns but the first, which may have its
// heading here, as years over "Budget", "Utfall" and "Avvikelse". It is 0 where the
// pieces stand otherwise.
func (cs columns) grouped(band *row) int {
	over := band.chunks
	if len(over) > 0 && cs.of(over[0]) == 0 && !cs.crosses(over[0]) {
		over = over[1:]
	}
	if len(over) < 2 || (len(cs)-1)%len(over) != 0 {
		return 0
	}
	n := (len(cs) - 1) / len(over)
	if n < 2 {
		return 0
	}
	for i, c := range over {
		first, last := cs[1+i*n], cs[(i+1)*n]
		if math.Abs(c.x0+c.x1-first.x0-last.x1) > 2*tolerances.bandNear*band.Size || c.x0 < first.x0-places.sameEdge || c.x1 > last.x1+places.sameEdge {
			return 0
		}
	}
	return n
}

// bandRows gives the cells of the bands. A band reaches to the next one.
func (r *region) bandRows() [][]Cell {
	var out [][]Cell
	for i := range r.bands {
		b := &r.bands[i]
		again := i > 0 && b.Base-r.bands[i-1].Base < tolerances.headGap*b.Size
		if !again {
			out = append(out, nil)
		}
		cells := &out[len(out)-1]
		n := r.cols.grouped(b)
		for i, c := range b.chunks {
			k := r.cols.begins(c, tolerances.bandNear*b.Size)
			if n > 0 {
				k = max(0, 1+n*(i-len(b.chunks))+len(r.cols)-1)
			}
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
