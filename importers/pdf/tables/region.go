package tables

import "math"

// region is a run of printed lines that may be a table without rulings. Bands
// are the lines above its headings that stand over several columns.
type region struct {
	rows  []row
	cols  columns
	bands []row

	leastKeys int // how many keys make a column of keys; 0: three
}

// regions finds the runs of lines that have the same columns. A run begins at
// a line with several pieces of text that stand apart, and goes on as long as
// lines fit the columns of the lines seen so far.
func regions(rows []row) (out []region) {
	if len(rows) > tolerances.maxPageLines {
		return nil
	}
	free := 0 // lines from here on belong to no region yet
	for from := 0; from < len(rows); {
		if rows[from].wides() < 2 && !rows[from].defines {
			from++
			continue
		}
		r, start, ok := best(rows, from)
		if !ok && cutOff(rows, from) {
			cols, _ := findColumns(rows[from : from+1])
			r, start, ok = region{rows: rows[from : from+1], cols: cols}, from, true
		}
		if !ok {
			from++
			continue
		}
		r.rows = r.rows[:r.end()]
		to := start + len(r.rows)
		start += r.trim()
		r.cols = r.cols.mergeHeads(r.rows)
		r.upwards(rows[free:to], start-free)
		r.cols = r.cols.mergeStray(r.rows)
		out = append(out, r)
		from, free = to, to
	}
	return out
}

// best finds the region that begins at a line or a little below: bands and
// titles side by side show fewer columns than the headings below them, so a
// line with more pieces than all above it is tried as a beginning too.
func best(rows []row, from int) (r region, start int, ok bool) {
	const tries = 12 // lines: more bands and titles stand above no headings
	block := near(rows[from:])
	most, end := 0, len(block) // end is where another table begins
	for s := 0; s < min(end, tries); s++ {
		if n := block[s].wides(); n > most {
			most = n
		} else {
			continue
		}
		cols, n := findColumns(block[s:])
		next, to := region{rows: block[s : s+n], cols: cols}, s+n
		if k := next.another(); k > 0 {
			if cut := next.until(k); cut.plausible() {
				next, to = cut, s+k
			}
		}
		// Lines of titles above the headings may hide that the rows below go on.
		further := to > end && len(next.cols) >= len(r.cols)
		if next.plausible() && (!ok || len(next.cols) > len(r.cols) || further) {
			r, start, ok = next, from+s, true
		}
		if to < s+n {
			end = to
		}
	}
	return r, start, ok
}

// near gives the lines from a first one on that stand near enough to each
// other for one table.
func near(rows []row) []row {
	for to := 1; to < len(rows); to++ {
		a, b := &rows[to-1], &rows[to]
		if b.defines {
			return rows[:max(beforeTitle(rows, to), 1)]
		}
		if to == tolerances.maxLines || b.Base-a.Base > tolerances.maxRowGap*max(a.Size, b.Size) || b.Size > tolerances.titleSize*rows[0].Size {
			return rows[:to]
		}
	}
	return rows
}

// trim takes away titles side by side above the heading: lines with few of the
// columns, at a distance. It tells how many.
func (r *region) trim() int {
	n := 0
	for len(r.rows) > tolerances.leastLines {
		a, b := &r.rows[0], &r.rows[1]
		if b.Base-a.Base < tolerances.interleaved*a.Size {
			break // lines of headings set in the middle
		}
		if 2*a.wides() > len(r.cols) || a.Bold && !b.Bold && b.Base-a.Base < tolerances.headGap*a.Size {
			break
		}
		rest, lines := findColumns(r.rows[1:])
		if lines < len(r.rows)-1 || len(rest) < len(r.cols) {
			break
		}
		r.rows, r.cols = r.rows[1:], rest
		n++
	}
	return n
}

// upwards takes lines above the region into it: first lines of headings that
// have more lines than their neighbours, then bands. The region begins at
// index at of the lines.
func (r *region) upwards(lines []row, at int) {
	first := &lines[at]
	if first.defines {
		return
	}
	if r.nameAbove(lines, at) {
		r.rows = lines[at-1:]
		return
	}
	// The heading of the first group of rows may stand between, or the lower lines
	// of the headings.
	top := at - 1
	for top > 0 && at-top < tolerances.mostHeadLines && r.goesOnHeads(&lines[top-1], &lines[top]) {
		top--
	}
	switch {
	case top >= 0 && r.partHeads(&lines[top], &lines[at]):
		at = top
	case at > 1 && lines[at-1].group && r.partHeads(&lines[at-2], &lines[at]):
		at -= 2
	}
	r.rows, first = lines[at:], &lines[at]
	for at > 0 && r.heads(&lines[at-1]) {
		at--
	}
	r.rows = lines[at:]
	from := at
	for from > 0 && r.band(&lines[from-1], &lines[from], first) {
		from--
	}
	// A line of one piece is a title or running text, unless it is the upper
	// half of a band of two lines.
	for from < at && lines[from].wides() < 2 {
		if below := &lines[from+1]; from+1 < at && below.wides() > 1 && below.Base-lines[from].Base < tolerances.headGap*first.Size {
			break
		}
		from++
	}
	r.bands = lines[from:at]
}

// plausible reports whether a region is a table at all: at least two columns
// of which each has text in several lines, and more than a few lines that
// stand in columns. Lines that go on with the text of a cell to the right of
// the first say nothing against it, however many they are.
func (r *region) plausible() bool {
	if len(r.cols) < 2 || len(r.rows) < tolerances.leastLines && !r.defines() {
		return false
	}
	multi, within := 0, 0
	filled := make([]int, len(r.cols))
	for i := range r.rows {
		if r.rows[i].wides() >= 2 || r.rows[0].defines && len(r.rows[i].chunks) >= 2 {
			multi++
		} else if r.within(i) {
			within++
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
	if r.defines() {
		return tolerances.mostLines.Reached(multi, len(r.rows)-within)
	}
	if len(r.cols) == 2 {
		return multi >= tolerances.leastPairs && tolerances.mostLines.Reached(multi, len(r.rows))
	}
	return multi >= tolerances.leastMulti && many >= tolerances.leastFilled && tolerances.someLines.Reached(multi, len(r.rows)-within)
}

// within reports whether a line of one piece is a line of a cell of others
// near by: those of cells set in the middle stand between each other.
func (r *region) within(i int) bool {
	for k := max(i-2, 0); k <= min(i+2, len(r.rows)-1); k++ {
		if k < i && r.goesOn(&r.rows[k], &r.rows[i]) || k > i && len(r.rows[k].chunks) > 1 && r.rows[k].Base-r.rows[i].Base < tolerances.textGap*r.rows[i].Size && r.goesOn(&r.rows[k], &r.rows[i]) {
			return true
		}
	}
	return false
}

// goesOn reports whether a line of one piece is the next line of a cell of the
// line above, in a column that is not the first.
func (r *region) goesOn(above, line *row) bool {
	c := line.chunks[0]
	k := r.cols.of(c)
	if k == 0 || line.Base-above.Base > tolerances.textGap*line.Size {
		return false
	}
	for _, up := range above.chunks {
		if r.cols.of(up) == k && math.Abs(up.x0-c.x0) < tolerances.sameStart*line.Size {
			return true
		}
	}
	return false
}

// heads reports whether the line above a region is the first line of its
// heading, as when headings of two lines stand beside headings of one.
func (r *region) heads(above *row) bool {
	first := &r.rows[0]
	if first.Base-above.Base > tolerances.headGap*first.Size || above.Bold != first.Bold || math.Abs(above.Size-first.Size) > tolerances.sameSize*first.Size {
		return false
	}
	if !r.cols.fits(above) {
		return false
	}
	// A single piece over the first column is the caption of the table.
	return len(above.chunks) > 1 || r.cols.of(above.chunks[0]) > 0 || r.around(above)
}

// around reports whether a piece over the first column is the upper line of a
// heading set in the middle: the lower one follows, and nothing stands between.
func (r *region) around(above *row) bool {
	if len(r.rows) < 2 || r.cols.of(r.rows[0].chunks[0]) == 0 {
		return false
	}
	a, b := above.chunks[0], r.rows[1].chunks[0]
	return r.cols.of(b) == 0 && math.Abs(a.x0-b.x0) < tolerances.sameStart*above.Size && r.rows[1].Base-above.Base < tolerances.headGap*above.Size
}
