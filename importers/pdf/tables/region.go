package tables

import "math"

// region is a run of printed lines that may be a table without rulings.
type region struct {
	rows []row
	cols columns
}

// Distances in em of the text.
const (
	maxRowGap = 4.5 // baselines of one table are not further apart
	headGap   = 1.5 // nor the lines of one heading
)

// maxLines bounds a region; no printed page has more lines.
const maxLines = 400

// regions finds the runs of lines that have the same columns. A run begins at
// a line with several pieces of text that stand apart, and goes on as long as
// lines fit the columns of the lines seen so far.
func regions(rows []row) (out []region) {
	for from := 0; from < len(rows); {
		if rows[from].wides() < 2 {
			from++
			continue
		}
		to := grow(rows, from)
		r := region{rows: rows[from:to]}
		r.cols = findColumns(r.rows)
		if r.plausible() {
			r.trim()
			if k := to - len(r.rows); k > 0 && r.heads(&rows[k-1]) {
				r.rows = rows[k-1 : to]
			}
			out = append(out, r)
			from = to
			continue
		}
		from++
	}
	return out
}

// grow gives the end of the run of lines from a first line on that fit its
// columns.
func grow(rows []row, from int) int {
	var cols columns
	for to := from; to < len(rows) && to-from < maxLines; to++ {
		b := &rows[to]
		if to > from {
			a := &rows[to-1]
			if b.Base-a.Base > maxRowGap*math.Max(a.Size, b.Size) || b.Size > 1.3*rows[from].Size {
				return to
			}
		}
		next := cols
		for _, c := range b.chunks {
			if next.crosses(c) {
				if !overrun(c, next) {
					return to
				}
				c.x1 = next[next.of(c)].x1
			}
			next = next.with(c.x0, c.x1)
		}
		if len(next) < 2 || len(next) < rows[from].wides()-1 {
			return to
		}
		cols = next
	}
	return min(len(rows), from+maxLines)
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

// overrun reports whether a chunk only just runs out of its column.
func overrun(c chunk, cols columns) bool {
	k := cols.of(c)
	return k+1 < len(cols) && c.x1-cols[k+1].x0 < 2*c.words[0].Size
}

// trim takes away titles side by side above the heading: lines with few of the
// columns, at a distance.
func (r *region) trim() {
	for len(r.rows) > 3 {
		a, b := &r.rows[0], &r.rows[1]
		if 2*a.wides() > len(r.cols) || a.Bold && !b.Bold && b.Base-a.Base < headGap*a.Size {
			return
		}
		rest := findColumns(r.rows[1:])
		if len(rest) < len(r.cols) {
			return
		}
		r.rows, r.cols = r.rows[1:], rest
	}
}

// plausible reports whether a region is a table at all: at least two columns
// of which each has text in several lines, and more than a few lines that
// stand in columns.
func (r *region) plausible() bool {
	if len(r.cols) < 2 || len(r.rows) < 3 {
		return false
	}
	multi := 0
	filled := make([]int, len(r.cols))
	for i := range r.rows {
		if r.rows[i].wides() >= 2 {
			multi++
		}
		for _, c := range r.rows[i].chunks {
			filled[r.cols.of(c)]++
		}
	}
	many := 0
	for _, n := range filled {
		if n >= 2 {
			many++
		}
	}
	if len(r.cols) == 2 {
		return multi >= 4 && 3*multi >= 2*len(r.rows)
	}
	return multi >= 3 && many >= 3 && 3*multi >= len(r.rows)
}

// heads reports whether the line above a region is the first line of its
// heading, as when headings of two lines stand beside headings of one.
func (r *region) heads(above *row) bool {
	first := &r.rows[0]
	if first.Base-above.Base > headGap*first.Size || above.Bold != first.Bold || math.Abs(above.Size-first.Size) > 0.1*first.Size {
		return false
	}
	if !r.cols.fits(above) {
		return false
	}
	// A single piece over the first column is the caption of the table.
	return len(above.chunks) > 1 || r.cols.of(above.chunks[0]) > 0
}
