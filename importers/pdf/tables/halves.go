package tables

import "riskbok/importers/pdf/geom"

// half is a page, or one of two that are printed side by side on one sheet:
// its tables, whether text stands above and below them, and how far to the
// right it begins.
type half struct {
	tables       []*Table
	above, below bool
	x            float64
}

// halves gives the pages of a sheet. Two are printed on it where no table
// lies across its middle and the first on the right has the columns of the
// last on the left, moved by just half the width.
func (s *Sheet) halves() []half {
	whole := []half{{s.Tables, s.Above, s.Below, 0}}
	mid := s.Width / 2
	var left, right []*Table
	for _, t := range s.Tables {
		switch {
		case t.Box.X1 <= mid:
			left = append(left, t)
		case t.Box.X0 >= mid:
			right = append(right, t)
		default:
			return whole
		}
	}
	if len(left) == 0 || len(right) == 0 || !alike(left[len(left)-1], right[0], mid) {
		return whole
	}
	out := []half{{tables: left}, {tables: right, x: mid}}
	for i := range out {
		h := &out[i]
		first, last := h.tables[0].Box.Y0, h.tables[len(h.tables)-1].Box.Y1
		for _, b := range s.Text {
			if x, y := b.Mid(); (x > mid) == (i == 1) {
				h.above = h.above || y < first
				h.below = h.below || y > last
			}
		}
	}
	// A table that ends far above the foot of the page goes on nowhere.
	if l, r := left[len(left)-1].Box, right[0].Box; out[0].below || l.Y1 < max(r.Y1, r.Y0+tolerances.footShare*(bottom(s.Tables)-r.Y0)) {
		return whole
	}
	return out
}

func bottom(tables []*Table) float64 {
	b := geom.Nothing
	for _, t := range tables {
		b = b.Union(t.Box)
	}
	return b.Y1
}
