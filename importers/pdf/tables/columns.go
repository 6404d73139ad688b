package tables

import (
	"math"
	"slices"
)

// columns are the columns of a table without rulings: the extent of the text
// of each, from left to right.
type columns []struct{ x0, x1 float64 }

// findColumns looks for the gutters of a region: stretches of x that no chunk
// of text crosses. It reports false at a line of running text, one piece over
// several columns; text that only just runs out of its cell does not count.
func findColumns(rows []row) (cols columns, lines int) {
	for i := range rows {
		next := cols
		if i > 0 && rows[i].group {
			continue
		}
		for _, c := range rows[i].chunks {
			if next.crosses(c) {
				switch {
				case next.longNumber(c, rows[:i]):
				case overrun(c, next), next.unbreakable(c, rows[:i]):
					c.x1 = next[next.first(c)].x1
				default:
					return cols, i
				}
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

// longNumber reports whether a chunk is a number that ends where others do, or is
// centred where they are, and is longer than they are: it reaches below the heading on their left, which no
// line before shows to be another column.
func (cs columns) longNumber(c chunk, before []row) bool {
	k := cs.of(c)
	for k+1 < len(cs) && cs[k+1].x0 < c.x1-places.sameEdge {
		k++
	}
	if k == 0 || cs[k-1].x1 <= c.x0+places.sameEdge || k > 1 && cs[k-2].x1 > c.x0+places.sameEdge ||
		math.Abs(cs[k].x1-c.x1) > places.sameEdge && math.Abs(cs[k].x0+cs[k].x1-c.x0-c.x1) > places.sameEdge || !printsNumber(c.text()) {
		return false
	}
	lines := cs.lines(before)
	return !share(lines[k-1], lines[k])
}

// overrun reports whether a chunk only just runs out of its column.
func overrun(c chunk, cols columns) bool {
	k := cols.first(c)
	return k+1 < len(cols) && c.x1-cols[k+1].x0 < tolerances.overrun*c.words[0].Size
}

// unbreakable reports whether a chunk is one word that goes on with the text of its
// cell on a line above and is wider than its column: no space in it could break it.
// It reaches over no more than the next column.
func (cs columns) unbreakable(c chunk, before []row) bool {
	k := cs.first(c)
	if len(c.words) != 1 || k+2 < len(cs) && c.x1 > cs[k+2].x0-places.sameEdge {
		return false
	}
	w := &c.words[0]
	for i := len(before) - 1; i >= 0 && w.Base-before[i].Base < tolerances.textGap*w.Size; i-- {
		for _, o := range before[i].chunks {
			if math.Abs(o.x0-c.x0) < places.sameEdge && o.words[0].Bold == w.Bold {
				return true
			}
		}
	}
	return false
}

// first gives the first column that a chunk lies in, 0 where there is none.
func (cs columns) first(c chunk) int {
	return max(0, slices.IndexFunc(cs, func(o struct{ x0, x1 float64 }) bool {
		return min(c.x1, o.x1)-max(c.x0, o.x0) > places.sameEdge
	}))
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
			x0, x1 = min(x0, c.x0), max(x1, c.x1)
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
		over := min(c.x1, cs[k].x1) - max(c.x0, cs[k].x0)
		if over > most+places.rounding {
			best, most = k, over
		}
		if c.x0 >= cs[k].x0-places.sameEdge && c.x0 <= cs[k].x1 && over > min(places.sameEdge, (c.x1-c.x0)/2) {
			return k
		}
	}
	return best
}

// crosses reports whether a chunk lies in more than one column.
func (cs columns) crosses(c chunk) bool {
	n := 0
	for k := range cs {
		if min(c.x1, cs[k].x1)-max(c.x0, cs[k].x0) > places.sameEdge {
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
		near := places.inColumn * r.Size
		col := cs[k]
		if math.Abs(c.x0-col.x0) > near && math.Abs(c.x1-col.x1) > near && math.Abs(c.x0+c.x1-col.x0-col.x1) > 2*near {
			return false
		}
	}
	return true
}

// edges gives the borders between the columns: in the middle of the gutters.
func (cs columns) edges() []float64 {
	out := []float64{cs[0].x0 - places.sameEdge}
	for k := 1; k < len(cs); k++ {
		out = append(out, (cs[k-1].x1+cs[k].x0)/2)
	}
	return append(out, cs[len(cs)-1].x1+places.sameEdge)
}

// mergeHeads joins a column that holds nothing but a heading with its
// neighbour that holds everything but one: a heading on the left over numbers
// on the right.
func (cs columns) mergeHeads(rows []row) columns {
	lines := cs.lines(rows)
	above := func(a, b []int) bool {
		return len(a) > 0 && len(a) <= tolerances.mostHeadLines && len(b) > 1 && a[len(a)-1] < b[0]
	}
	// A heading between a column of names and one of numbers is the numbers':
	// names begin where their heading does.
	amounts := cs.amounts(rows)
	names := func(k int) bool {
		return !amounts[k] && k+2 < len(cs) && above(lines[k+1], lines[k]) && amounts[k+2] && above(lines[k+1], lines[k+2])
	}
	var out columns
	for k := 0; k < len(cs); k++ {
		if k+1 < len(cs) && !share(lines[k], lines[k+1]) && cs.flush(rows, k) {
			out = append(out, struct{ x0, x1 float64 }{cs[k].x0, cs[k+1].x1})
			k++
			continue
		}
		if k+1 < len(cs) && !names(k) && (above(lines[k], lines[k+1]) || above(lines[k+1], lines[k])) {
			out = append(out, struct{ x0, x1 float64 }{cs[k].x0, cs[k+1].x1})
			k++
			continue
		}
		out = append(out, cs[k])
	}
	return out
}

// flush reports whether a column and the next one hold the numbers of one: all
// of them end at one place, and the longer ones begin below the heading on the
// left.
func (cs columns) flush(rows []row, col int) bool {
	var numbers [2]int
	end := math.NaN()
	for i := range rows {
		for _, c := range rows[i].chunks {
			k := cs.of(c) - col
			if k != 0 && k != 1 {
				continue
			}
			if !printsNumber(c.text()) {
				if k == 1 || numbers[0]+numbers[1] > 0 {
					return false
				}
				continue
			}
			if numbers[k]++; math.IsNaN(end) {
				end = c.x1
			}
			if math.Abs(c.x1-end) > places.flushEnd*rows[i].Size {
				return false
			}
		}
	}
	return numbers[0] > 0 && numbers[1] > 0
}

// mergeStray joins a column of a few pieces without heading with the column on
// its left, if no line has text in both: a number on the right of a column of
// text. Headings are the lines of the first row.
func (cs columns) mergeStray(rows []row) columns {
	lines := cs.lines(rows)
	heading := 0
	for heading+1 < len(rows) && rows[heading+1].Base-rows[heading].Base < tolerances.headGap*rows[heading].Size {
		heading++
	}
	var out columns
	var last []int // lines of the last column of out
	for k, c := range cs {
		n := len(lines[k])
		stray := n > 0 && lines[k][0] > heading && !tolerances.stray.Reached(n, len(rows))
		if k > 0 && stray && !share(last, lines[k]) {
			out[len(out)-1].x1 = c.x1
			continue
		}
		out = append(out, c)
		last = lines[k]
	}
	return out
}

// lines gives for each column the lines on which it has text.
func (cs columns) lines(rows []row) [][]int {
	out := make([][]int, len(cs))
	for i := range rows {
		for _, c := range rows[i].chunks {
			k := cs.of(c)
			out[k] = append(out[k], i)
		}
	}
	return out
}

// amounts tells for each column whether most of its text is numbers.
func (cs columns) amounts(rows []row) []bool {
	count := make([]int, len(cs))
	for i := range rows {
		for _, c := range rows[i].chunks {
			if printsNumber(c.text()) {
				count[cs.of(c)]++
			} else {
				count[cs.of(c)]--
			}
		}
	}
	out := make([]bool, len(cs))
	for k, n := range count {
		out[k] = n > 0
	}
	return out
}

func share(a, b []int) bool {
	for _, x := range a {
		if slices.Contains(b, x) {
			return true
		}
	}
	return false
}

// holds reports whether every chunk of a line begins or ends where a column
// does.
func (cs columns) holds(r *row) bool {
	for _, c := range r.chunks {
		k := cs.of(c)
		if cs.crosses(c) || !sameColumn(cs[k], struct{ x0, x1 float64 }{c.x0, c.x1}) {
			return false
		}
	}
	return true
}

// room is the width that a column leaves for text: up to the next column less
// the narrowest gutter of the table.
func (cs columns) room(k int) float64 {
	gutter := math.Inf(1)
	for i := 1; i < len(cs); i++ {
		gutter = min(gutter, cs[i].x0-cs[i-1].x1)
	}
	return cs[k+1].x0 - cs[k].x0 - gutter
}

// begins gives the column at whose left edge a chunk begins, or in whose
// middle it stands, -1 where there is none.
func (cs columns) begins(c chunk, tolerance float64) int {
	for k := range cs {
		if math.Abs(c.x0-cs[k].x0) < tolerance {
			return k
		}
	}
	for k := range cs {
		if c.x0 >= cs[k].x0 && c.x1 <= cs[k].x1 && math.Abs(c.x0+c.x1-cs[k].x0-cs[k].x1) < 2*tolerance {
			return k
		}
	}
	return -1
}
