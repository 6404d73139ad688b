package tables

import (
	"cmp"
	"math"
	"slices"
)

// columns are the columns of a table without rulings: the extent of the text
// of each, from left to right.
type columns []struct{ x0, x1 float64 }

// findColumns looks for the gutters of a region: stretches of x that no chunk
// of text crosses, or so few that they are text running out of its cell.
func findColumns(rows []row) columns {
	type event struct {
		x    float64
		open int
	}
	var events []event
	for i := range rows {
		for _, c := range rows[i].chunks {
			events = append(events, event{c.x0, 1}, event{c.x1, -1})
		}
	}
	slices.SortFunc(events, func(a, b event) int { return cmp.Or(cmp.Compare(a.x, b.x), cmp.Compare(b.open, a.open)) })
	allowed := len(rows) / 25
	var out columns
	depth := 0
	for _, e := range events {
		before := depth
		depth += e.open
		switch {
		case before <= allowed && depth > allowed:
			out = append(out, struct{ x0, x1 float64 }{e.x, e.x})
		case before > allowed && depth <= allowed:
			out[len(out)-1].x1 = e.x
		}
	}
	if allowed > 0 {
		out = out.tighten(rows)
	}
	return out
}

// tighten widens each column to its text, where that does not reach into the
// next one: with some crossings allowed, columns come out too narrow.
func (cs columns) tighten(rows []row) columns {
	if len(cs) == 0 {
		return cs
	}
	for i := range rows {
		for _, c := range rows[i].chunks {
			k := cs.of(c)
			if k > 0 {
				cs[k].x0 = math.Max(math.Min(cs[k].x0, c.x0), cs[k-1].x1)
			} else {
				cs[k].x0 = math.Min(cs[k].x0, c.x0)
			}
		}
	}
	return cs
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
