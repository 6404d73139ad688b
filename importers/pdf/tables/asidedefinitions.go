package tables

import (
	"math"
	"slices"
	"strconv"

	"riskbok/importers/pdf/text"
)

// asideDefinitions takes the definitions that stand on the right of the rows of a
// table without rulings out of the lines of a page: nothing reaches from one to
// the other. It gives the lines without them, and theirs.
func (in *Input) asideDefinitions(lines []row) (left, aside []row) {
	for i := range lines {
		l := &lines[i]
		n := len(l.chunks)
		for k := max(n-tolerances.asidePieces, 0); k < n-1; k++ {
			if in.Defines == nil || !l.chunks[k].wide && k > 0 || goesOnOver(lines, i, k) || in.someKnown(l.chunks[:k]) || !in.Defines(texts(l.chunks[k:])) || !counts(lines[i+1:], l.chunks[k]) {
				continue
			}
			if from, to := besideRows(lines, i, l.chunks[k].x0-tolerances.asideInset*l.Size); from < to {
				return divideAt(lines, from, to, l.chunks[k].x0-tolerances.asideInset*l.Size)
			}
		}
	}
	return lines, nil
}

// someKnown reports whether some of the pieces are headings themselves: then what
// follows are the last headings of their table.
func (in *Input) someKnown(chunks []chunk) bool {
	return in.Headings != nil && slices.ContainsFunc(chunks, func(c chunk) bool { return in.Headings(c.text()) })
}

// counts reports whether the first two texts below a heading are numbers that
// follow each other, or ranges.
func counts(lines []row, head chunk) bool {
	var found []string
	for i := 0; i < len(lines) && len(found) < 2; i++ {
		for _, c := range lines[i].chunks {
			if math.Abs(c.x0-head.x0) < places.sameEdge || math.Abs(c.x0+c.x1-head.x0-head.x1) < 2*places.sameEdge {
				found = append(found, c.text())
			}
		}
	}
	if len(found) < 2 || !countText.MatchString(found[0]) || !countText.MatchString(found[1]) {
		return false
	}
	a, errA := strconv.Atoi(found[0])
	b, errB := strconv.Atoi(found[1])
	return errA != nil && errB != nil || errA == nil && errB == nil && (a-b == 1 || b-a == 1)
}

// besideRows gives the lines, from the first to before the last, over which text
// begins at a place on the right of rows and nothing reaches over it; none where
// too few rows stand there.
func besideRows(lines []row, at int, x float64) (from, to int) {
	reach := func(start, step int) int {
		last := start
		for i := start + step; i >= 0 && i < len(lines); i += step {
			if math.Abs(lines[i].Base-lines[last].Base) > tolerances.asideReach*lines[start].Size || lines[i].crossed(x) {
				break
			}
			if l := &lines[i]; l.before(x) < len(l.chunks) {
				last = i
			}
		}
		return last
	}
	from, to = reach(at, -1), reach(at, 1)+1
	rows := 0
	for i := from; i < to; i++ {
		if lines[i].crossed(x) {
			return 0, 0
		}
		if lines[i].before(x) >= tolerances.leastHeading {
			rows++
		}
	}
	if rows < tolerances.leastRowsBeside {
		return 0, 0
	}
	return from, to
}

// before gives how many pieces of a line begin to the left of a place.
func (r *row) before(x float64) int {
	n := 0
	for _, c := range r.chunks {
		if c.x0 < x {
			n++
		}
	}
	return n
}

// crossed reports whether a piece of a line reaches over a place.
func (r *row) crossed(x float64) bool {
	return slices.ContainsFunc(r.chunks, func(c chunk) bool { return c.x0 < x && c.x1 > x })
}

// divideAt divides the lines from one to another at a place.
func divideAt(lines []row, from, to int, x float64) (left, right []row) {
	var a, b []text.Word
	for _, l := range lines[from:to] {
		for _, w := range l.Words {
			if w.Box.X0 < x {
				a = append(a, w)
			} else {
				b = append(b, w)
			}
		}
	}
	left = append(left, lines[:from]...)
	left = append(left, newRows(text.Lines(a))...)
	return append(left, lines[to:]...), newRows(text.Lines(b))
}
