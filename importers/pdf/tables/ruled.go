package tables

import (
	"slices"

	"riskbok/importers/pdf/geom"
	"riskbok/importers/pdf/rulings"
)

// fromRulings builds the cells of one component of touching edges. It reports
// false for what is not a table: a frame, which it gives all the same, an
// underlined word.
func fromRulings(c rulings.Component) (*Table, bool) {
	xs := openSides(positions(c.Vertical), c.Horizontal)
	ys := openSides(positions(c.Horizontal), c.Vertical)
	nx, ny := len(xs)-1, len(ys)-1
	if nx < 1 || ny < 1 || nx*ny > tolerances.maxGrid {
		return nil, false
	}
	t := &Table{Ruled: true, X: xs, Y: ys, NumRows: ny, NumCols: nx, Confidence: 1}
	t.Box = geom.Rect{X0: xs[0], Y0: ys[0], X1: xs[nx], Y1: ys[ny]}
	// right[r][c]: an edge closes the elementary cell on its right; below
	// likewise.
	right, below := separators(c, xs, ys)
	taken := make([]bool, nx*ny)
	for r := range ny {
		for col := range nx {
			if taken[r*nx+col] {
				continue
			}
			w, h := extend(r, col, nx, ny, taken, right, below)
			for i := r; i < r+h; i++ {
				for j := col; j < col+w; j++ {
					taken[i*nx+j] = true
				}
			}
			t.Cells = append(t.Cells, Cell{
				Row: r, Col: col, Rows: h, Cols: w,
				Box: geom.Rect{X0: xs[col], Y0: ys[r], X1: xs[col+w], Y1: ys[r+h]},
			})
		}
	}
	return t, len(t.Cells) >= 2
}

// extend gives the width and height of the cell that begins at a position: as
// far as no edge divides it.
func extend(r, c, nx, ny int, taken, right, below []bool) (w, h int) {
	w = 1
	for c+w < nx && !right[r*nx+c+w-1] && !taken[r*nx+c+w] {
		w++
	}
	h = 1
	for r+h < ny {
		for j := c; j < c+w; j++ {
			if below[(r+h-1)*nx+j] || taken[(r+h)*nx+j] || j > c && right[(r+h)*nx+j-1] {
				return w, h
			}
		}
		h++
	}
	return w, h
}

// positions gives the coordinates of the borders that edges make, in order.
func positions(edges []rulings.Edge) []float64 {
	at := make([]float64, len(edges))
	for i, e := range edges {
		at[i] = e.At
	}
	slices.Sort(at)
	var out []float64
	for from := 0; from < len(at); {
		to := from + 1
		for to < len(at) && at[to]-at[from] < tolerances.hair {
			to++
		}
		out = append(out, (at[from]+at[to-1])/2)
		from = to
	}
	return out
}

// openSides adds a border where the table is open to a side: where most edges
// that run across run on beyond the last border, as at the end of a page that
// divides a row. A single line does so only across several, as one below the
// headings of a table without a frame.
func openSides(at []float64, across []rulings.Edge) []float64 {
	if len(at) == 0 || len(across) == 0 || len(across) == 1 && len(at) < 2 {
		return at
	}
	least := 2
	if len(across) == 1 {
		least = 1
	}
	const over = 5 // points; less is a line drawn a little too long
	first, last := at[0], at[len(at)-1]
	before, after := 0, 0
	low, high := first, last
	for _, e := range across {
		if e.From < first-over {
			before++
			low = min(low, e.From)
		}
		if e.To > last+over {
			after++
			high = max(high, e.To)
		}
	}
	if 2*before > len(across) && before >= least {
		at = append([]float64{low}, at...)
	}
	if 2*after > len(across) && after >= least {
		at = append(at, high)
	}
	return at
}

// nearest gives the index of the position that a coordinate belongs to.
func nearest(positions []float64, x float64) int {
	i, _ := slices.BinarySearch(positions, x)
	if i == len(positions) || i > 0 && x-positions[i-1] < positions[i]-x {
		return i - 1
	}
	return i
}

func separators(c rulings.Component, xs, ys []float64) (right, below []bool) {
	nx, ny := len(xs)-1, len(ys)-1
	right, below = make([]bool, nx*ny), make([]bool, nx*ny)
	for _, v := range c.Vertical {
		j := nearest(xs, v.At)
		if j == 0 {
			continue
		}
		for r := range ny {
			if covers(v, ys[r], ys[r+1]) {
				right[r*nx+j-1] = true
			}
		}
	}
	for _, h := range c.Horizontal {
		i := nearest(ys, h.At)
		if i == 0 {
			continue
		}
		for col := range nx {
			if covers(h, xs[col], xs[col+1]) {
				below[(i-1)*nx+col] = true
			}
		}
	}
	return right, below
}

// covers reports whether an edge covers more than half of a stretch.
func covers(e rulings.Edge, from, to float64) bool {
	return min(e.To, to)-max(e.From, from) > 0.5*(to-from)
}
