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
		cols, n := findColumns(near(rows[from:]))
		to := from + n
		r := region{rows: rows[from:to], cols: cols}
		if r.plausible() {
			r.trim()
			r.cols = r.cols.mergeHeads(r.rows)
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

// near gives the lines from a first one on that stand near enough to each
// other for one table.
func near(rows []row) []row {
	for to := 1; to < len(rows); to++ {
		a, b := &rows[to-1], &rows[to]
		if to == maxLines || b.Base-a.Base > maxRowGap*math.Max(a.Size, b.Size) || b.Size > 1.3*rows[0].Size {
			return rows[:to]
		}
	}
	return rows
}

// trim takes away titles side by side above the heading: lines with few of the
// columns, at a distance.
func (r *region) trim() {
	for len(r.rows) > 3 {
		a, b := &r.rows[0], &r.rows[1]
		if 2*a.wides() > len(r.cols) || a.Bold && !b.Bold && b.Base-a.Base < headGap*a.Size {
			return
		}
		rest, n := findColumns(r.rows[1:])
		if n < len(r.rows)-1 || len(rest) < len(r.cols) {
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
