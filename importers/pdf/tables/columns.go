package tables

import "math"

// columns are the columns of a table without rulings: the extent of the text
// of each, from left to right.
type columns []struct{ x0, x1 float64 }

// findColumns looks for the gutters of a region: stretches of x that no chunk
// of text crosses. It reports false at a line of running text, one piece over
// several columns; text that only just runs out of its cell does not count.
func findColumns(rows []row) (cols columns, lines int) {
	for i := range rows {
		next := cols
		for _, c := range rows[i].chunks {
			if next.crosses(c) {
				if !overrun(c, next) {
					return cols, i
				}
				c.x1 = next[next.of(c)].x1
			}
			next = next.with(c.x0, c.x1)
		}
		if len(next) < 2 || len(next) < rows[0].wides()-1 {
			return cols, i
		}
		cols = next
	}
	return cols, len(rows)
}

// overrun reports whether a chunk only just runs out of its column.
func overrun(c chunk, cols columns) bool {
	k := cols.of(c)
	return k+1 < len(cols) && c.x1-cols[k+1].x0 < 2*c.words[0].Size
}

// with gives the columns with one more stretch of text.
func (cs columns) with(x0, x1 float64) columns {
	out := make(columns, 0, len(cs)+1)
	placed := false
	for _, c := range cs {
		switch {
		case c.x1 < x0:
			out = append(out, c)
		case c.x0 > x1:
			if !placed {
				out = append(out, struct{ x0, x1 float64 }{x0, x1})
				placed = true
			}
			out = append(out, c)
		default:
			x0, x1 = math.Min(x0, c.x0), math.Max(x1, c.x1)
		}
	}
	if !placed {
		out = append(out, struct{ x0, x1 float64 }{x0, x1})
	}
	return out
}

// of gives the column that a chunk belongs to: the one it overlaps most,
// where several do the one it begins in.
func (cs columns) of(c chunk) int {
	best, most := 0, math.Inf(-1)
	for k := range cs {
		over := math.Min(c.x1, cs[k].x1) - math.Max(c.x0, cs[k].x0)
		if over > most+0.01 {
			best, most = k, over
		}
		if c.x0 >= cs[k].x0-1 && c.x0 <= cs[k].x1 && over > 0 {
			return k
		}
	}
	return best
}

// crosses reports whether a chunk lies in more than one column.
func (cs columns) crosses(c chunk) bool {
	n := 0
	for k := range cs {
		if math.Min(c.x1, cs[k].x1)-math.Max(c.x0, cs[k].x0) > 1 {
			n++
		}
	}
	return n > 1
}

// fits reports whether every chunk of a line lies in one column and begins,
// ends or is centred where the column's text is.
func (cs columns) fits(r *row) bool {
	for _, c := range r.chunks {
		if cs.crosses(c) {
			return false
		}
		k := cs.of(c)
		near := 0.6 * r.Size
		col := cs[k]
		if math.Abs(c.x0-col.x0) > near && math.Abs(c.x1-col.x1) > near && math.Abs(c.x0+c.x1-col.x0-col.x1) > 2*near {
			return false
		}
	}
	return true
}

// edges gives the borders between the columns: in the middle of the gutters.
func (cs columns) edges() []float64 {
	out := []float64{cs[0].x0 - 1}
	for k := 1; k < len(cs); k++ {
		out = append(out, (cs[k-1].x1+cs[k].x0)/2)
	}
	return append(out, cs[len(cs)-1].x1+1)
}

// mergeHeads joins a column that holds nothing but a heading with its
// neighbour that holds everything but one: a heading on the left over numbers
// on the right.
func (cs columns) mergeHeads(rows []row) columns {
	lines := make([][]int, len(cs)) // the lines on which each column has text
	for i := range rows {
		for _, c := range rows[i].chunks {
			k := cs.of(c)
			lines[k] = append(lines[k], i)
		}
	}
	above := func(a, b []int) bool {
		return len(a) > 0 && len(a) <= 3 && len(b) > 1 && a[len(a)-1] < b[0]
	}
	var out columns
	for k := 0; k < len(cs); k++ {
		if k+1 < len(cs) && (above(lines[k], lines[k+1]) || above(lines[k+1], lines[k])) {
			out = append(out, struct{ x0, x1 float64 }{cs[k].x0, cs[k+1].x1})
			k++
			continue
		}
		out = append(out, cs[k])
	}
	return out
}
