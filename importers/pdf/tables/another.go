package tables

import "slices"

// another gives the line of a region at which another table begins: a title in
// one piece, or none, above lines that do not stand in the columns of the lines
// before or that no key numbers as it does those. It is 0 where there is none.
func (r *region) another() int {
	for i := tolerances.leastBefore; i+1 < len(r.rows); i++ {
		head := i
		if len(r.rows[i].chunks) == 1 {
			head++
		}
		if r.rows[head].wides() < 2 {
			continue
		}
		off := head > i && r.setOff(i)
		collides := r.cols.collide(&r.rows[head])
		if !collides && !off {
			continue
		}
		if off && r.unkeyed(i) {
			return i
		}
		if !collides && r.cols.fits(&r.rows[head]) {
			continue
		}
		cols, n := findColumns(r.rows[:i])
		before := region{rows: r.rows[:i], cols: cols}
		if n == i && before.plausible() && before.foreign(r.rows[head:min(head+2, len(r.rows))]) {
			return i
		}
	}
	return 0
}

// unkeyed reports whether keys in the first column number the rows above a
// line, and none does at and below it, though text stands there.
func (r *region) unkeyed(at int) bool {
	count := func(rows []row) (keys, others int) {
		for i := range rows {
			switch c := rows[i].chunks[0]; {
			case r.cols.of(c) > 0:
			case printsKey(c.text()):
				keys++
			default:
				others++
			}
		}
		return keys, others
	}
	keys, words := count(r.rows[:at])
	below, others := count(r.rows[at:])
	return keys >= tolerances.leastBefore && words <= 2 && below == 0 && others >= tolerances.leastUnkeyed
}

// foreign reports whether lines, the first of them a heading, do not stand in
// the columns of a region: two pieces in one of them, or text that is aligned
// with nothing.
func (r *region) foreign(lines []row) bool {
	for i := range lines {
		if lines[i].wides() < 2 || !r.cols.collide(&lines[i]) && r.cols.fits(&lines[i]) {
			return false
		}
	}
	return true
}

// collide reports whether two pieces of a line that stand apart lie in one
// column.
func (cs columns) collide(l *row) bool {
	for i := 1; i < len(l.chunks); i++ {
		if l.chunks[i].wide && cs.of(l.chunks[i]) == cs.of(l.chunks[i-1]) {
			return true
		}
	}
	return false
}

// setOff reports whether the space above a line is as wide as any between the
// lines before.
func (r *region) setOff(i int) bool {
	step := func(k int) float64 { return r.rows[k].Base - r.rows[k-1].Base }
	widest := 0.0
	for k := 1; k < i; k++ {
		widest = max(widest, step(k))
	}
	return step(i) > widest-places.sameStep*r.rows[i].Size
}

// until gives the region as far as a line.
func (r *region) until(n int) region {
	rows := slices.Clip(r.rows[:n])
	cols, _ := findColumns(rows)
	return region{rows: rows, cols: cols}
}
