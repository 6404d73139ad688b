package tables

import (
	"math"

	"riskbok/importers/pdf/text"
)

// headlessTwin divides the lines of a page where a list without rulings is printed in
// two halves side by side and the second has no headings: the rows of both stand at
// the same places, moved to the right, and the numbers of the second go on with
// those of the first. The second half is given the headings of the first. It gives
// nil where there is none.
func headlessTwin(lines []row) (left, right []row) {
	for i := range lines {
		n := len(lines[i].chunks) / 2
		if len(lines[i].chunks)%2 != 0 || n < tolerances.leastTwin || !lines[i].chunks[n].wide || !words(lines[i].chunks[:n]) || words(lines[i].chunks[n:]) {
			continue
		}
		middle := (lines[i].chunks[n-1].x1 + lines[i].chunks[n].x0) / 2
		end := i + twinLines(lines[i:], middle)
		if end < i+tolerances.leastRows || !countsAcross(lines[i:end], middle) {
			continue
		}
		head := lines[i].chunks[:n]
		by := lines[i].chunks[n].x0 - head[0].x0
		if !moved(lines[i:end], n, by) {
			continue
		}
		a, b := sideOf(lines[i:end], middle)
		left = append(append(append(left, lines[:i]...), a...), lines[end:]...)
		return left, append(headingAbove(head, by, lines[i+1].Base-lines[i].Base), b...)
	}
	return nil, nil
}

// words reports whether pieces are headings: all of them words.
func words(chunks []chunk) bool {
	for i := range chunks {
		if amount(chunks[i].text()) {
			return false
		}
	}
	return true
}

// countsAcross reports whether the first number on the right is the next one after
// the last on the left.
func countsAcross(lines []row, middle float64) bool {
	last, first := "", ""
	for i := range lines {
		for k, c := range lines[i].chunks {
			switch {
			case k == 0 && c.x0 < middle && printsKey(c.text()):
				last = c.text()
			case c.x0 > middle && (k == 0 || lines[i].chunks[k-1].x0 < middle) && first == "":
				first = c.text()
			}
		}
	}
	return follows(last, first)
}

// moved reports whether the pieces of most full lines stand twice, moved by a
// distance: each begins or ends there.
func moved(lines []row, n int, by float64) bool {
	full, alike := 0, 0
	for i := 1; i < len(lines); i++ {
		l := &lines[i]
		if len(l.chunks) != 2*n {
			continue
		}
		full++
		same := true
		for k := range n {
			a, b := l.chunks[k], l.chunks[n+k]
			same = same && (math.Abs(a.x0+by-b.x0) < tolerances.hair || math.Abs(a.x1+by-b.x1) < tolerances.hair || math.Abs(a.x0+a.x1+2*by-b.x0-b.x1) < 2*tolerances.hair)
		}
		if same {
			alike++
		}
	}
	return full >= tolerances.leastRows-1 && alike == full
}

// headingAbove gives headings moved to the right, and up by a line.
func headingAbove(head []chunk, by, up float64) []row {
	var out []text.Word
	for _, c := range head {
		for _, w := range c.words {
			w.Box.X0, w.Box.X1 = w.Box.X0+by, w.Box.X1+by
			w.Box.Y0, w.Box.Y1, w.Base = w.Box.Y0-up, w.Box.Y1-up, w.Base-up
			out = append(out, w)
		}
	}
	return newRows(text.Lines(out))
}
