package tables

import (
	"math"
	"slices"

	"riskbok/importers/pdf/text"
)

// twins divides the lines of a page where a list without rulings is printed in
// two halves side by side: its headings stand twice on one line. It gives the
// lines with what is on the left, and what is on the right.
//
// Two pages may also be printed on one sheet: nothing lies across its middle, and
// the headings of one stand on the other at another height.
func twins(lines []row, width float64) (left, right []row) {
	if twoUp(lines, width/2) {
		return sideOf(lines, width/2)
	}
	if l, r := headlessTwin(lines); r != nil {
		return l, r
	}
	for i := range lines {
		n := len(lines[i].chunks)
		if !doubled(lines[i].chunks) && !namedApart(lines[i:]) {
			continue
		}
		last, next := lines[i].chunks[n/2-1], lines[i].chunks[n/2]
		middle := (last.x1 + next.x0) / 2
		end := i + twinLines(lines[i:], middle)
		if end < i+2 || namesBefore(lines[i:], 0) {
			continue // the headings of one table, as of two years
		}
		a, b := sideOf(lines[i:end], middle)
		left = append(left, lines[:i]...)
		left = append(left, a...)
		return append(left, lines[end:]...), b
	}
	return lines, nil
}

// sideOf divides lines at a place.
func sideOf(lines []row, middle float64) (left, right []row) {
	var a, b []text.Word
	for _, l := range lines {
		for _, w := range l.Words {
			if w.Box.X0 < middle {
				a = append(a, w)
			} else {
				b = append(b, w)
			}
		}
	}
	return newRows(text.Lines(a)), newRows(text.Lines(b))
}

// twoUp reports whether two pages of one table stand side by side.
func twoUp(lines []row, middle float64) bool {
	type head struct {
		text string
		line int
	}
	var left, right []head
	for i := range lines {
		var sides [2]string
		var heads [2]int
		for _, c := range lines[i].chunks {
			side := 0
			switch {
			case c.x0 > middle:
				side = 1
			case c.x1 > middle:
				return false
			}
			s := c.text()
			if amount(s) {
				heads[side] = -len(lines[i].chunks)
			}
			heads[side]++
			sides[side] += s + "\x00"
		}
		if heads[0] >= tolerances.leastTwin {
			left = append(left, head{sides[0], i})
		}
		if heads[1] >= tolerances.leastTwin {
			right = append(right, head{sides[1], i})
		}
	}
	return slices.ContainsFunc(left, func(a head) bool {
		return slices.ContainsFunc(right, func(b head) bool {
			return a.text == b.text && (a.line != b.line || !namesBefore(lines[a.line:], middle))
		})
	})
}

// namesBefore reports whether rows below headings that stand twice begin with a name
// on the left of all headings, and the second half with none: one table, as of two
// years. The second half begins at a middle, 0 for that of the headings.
func namesBefore(lines []row, middle float64) bool {
	head := lines[0].chunks
	right := head[len(head)/2]
	if middle > 0 {
		right = head[slices.IndexFunc(head, func(c chunk) bool { return c.x0 > middle })]
	}
	named, other := 0, 0
	for i := 1; i < min(len(lines), tolerances.rowsAsked); i++ {
		l := &lines[i]
		if len(l.chunks) <= len(head)/2 {
			continue
		}
		before := func(c chunk) bool { return c.x1 > head[len(head)/2-1].x1 && c.x1 < right.x0 }
		if l.chunks[0].x1 < head[0].x0 && !slices.ContainsFunc(l.chunks, before) {
			named++
		} else {
			other++
		}
	}
	return named > other
}

// doubled reports whether the pieces of a line are the same twice.
func doubled(chunks []chunk) bool {
	n := len(chunks) / 2
	if len(chunks)%2 != 0 || n < tolerances.leastTwin || !chunks[n].wide {
		return false
	}
	for k := range n {
		if a := chunks[k].text(); a != chunks[n+k].text() || amount(a) {
			return false
		}
	}
	return true
}

// namedApart reports whether the first line heads two tables side by side, which
// are alike but for the heading of their names: these stand below both.
func namedApart(lines []row) bool {
	head := lines[0].chunks
	n := len(head) / 2
	if len(head)%2 != 0 || n <= tolerances.leastTwin || !head[n].wide || amount(head[0].text()) || amount(head[n].text()) {
		return false
	}
	for k := 1; k < n; k++ {
		if a := head[k].text(); a != head[n+k].text() || amount(a) {
			return false
		}
	}
	names, others := 0, 0
	for i := 1; i < min(len(lines), tolerances.rowsAsked); i++ {
		for _, c := range lines[i].chunks {
			switch {
			case math.Abs(c.x0-head[n].x0) > tolerances.hair:
			case amount(c.text()):
				others++
			default:
				names++
			}
		}
	}
	return names > 1 && names > others
}

// twinLines gives how many lines, from the headings on, stand in the columns of
// two halves.
func twinLines(lines []row, middle float64) int {
	var cols columns
	n := 0
next:
	for ; n < len(lines); n++ {
		l := &lines[n]
		if n > 0 && l.Base-lines[n-1].Base > tolerances.maxRowGap*l.Size {
			break
		}
		grown := cols
		for _, c := range l.chunks {
			if c.x0 < middle && c.x1 > middle || cols.crosses(c) && !overrun(c, cols) {
				break next
			}
			if !cols.crosses(c) {
				grown = grown.with(c.x0, c.x1)
			}
		}
		if n > 0 && cols.collide(l) {
			break
		}
		cols = grown
	}
	// Titles below are no rows.
	for n > 1 && len(lines[n-1].chunks) == 1 && lines[n-1].Base-lines[n-2].Base > tolerances.textGap*max(lines[n-1].Size, lines[n-2].Size) {
		n--
	}
	return n
}
