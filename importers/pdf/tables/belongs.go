package tables

import (
	"math"
	"slices"
)

// sameEdges reports whether two tables have the same columns.
func sameEdges(a, b *Table) bool {
	if a.NumCols != b.NumCols {
		return false
	}
	for i := range a.X {
		if math.Abs(a.X[i]-b.X[i]) > tolerances.hair {
			return false
		}
	}
	return true
}

// bridges reports whether two pieces with the same columns are one table:
// rows stand between them, or nothing and one of them is a single row.
func bridges(a *Table, between []columnLine, b *Table) bool {
	if len(between) == 0 {
		return b.Box.Y0-a.Box.Y1 < tolerances.boxGap && (a.NumRows == 1 || b.NumRows == 1)
	}
	most := 0
	for i := range between {
		n := len(between[i].row.chunks)
		most = max(most, n)
		if n == 1 && !attached(between, i) {
			return false
		}
	}
	return most > 1 && 2*most >= a.NumCols
}

// repeats reports whether a table begins with the same texts as another.
func repeats(a, b *Table) bool {
	for k := range a.NumCols {
		x, y := a.At(0, k), b.At(0, k)
		if x == nil || y == nil || shownText(x) != shownText(y) {
			return false
		}
	}
	return true
}

// shownText gives the text of a cell before anything is known of the document's words.
func shownText(c *Cell) string { return joinPrinted(c.printedLines(), widths{}, NewKnown()) }

// rest reports whether all pieces of lines begin where text of a table does.
func rest(before []strip, found []columnLine) bool {
	t := firstRuled(before)
	for _, l := range found {
		for _, c := range l.row.chunks {
			if !alignedIn(before, columnAt(t.X, c.words[0]), c) {
				return false
			}
		}
	}
	return true
}

// trimBelow takes lines off the end that are not the last of a table's: one
// piece of text that is no line of a cell beside the lines above.
func trimBelow(found []columnLine) []columnLine {
	for n := len(found); n > 0 && len(found[n-1].row.chunks) == 1 && !attached(found, n-1); n-- {
		found = found[:n-1]
	}
	return found
}

// attached reports whether a line of one piece is a line of a cell that has
// others: it stands close to its neighbour and begins where a line near by
// does. In the first column only what goes on with the line above is one.
func attached(found []columnLine, i int) bool {
	line := &found[i].row
	c := line.chunks[0]
	near := func(k int) bool {
		return k >= 0 && k < len(found) && math.Abs(found[k].row.Base-line.Base) < tolerances.textGap*line.Size
	}
	if i > 0 && near(i-1) && goesOnBelow(&found[i-1].row, line) || i > 1 && goesOnBelow(&found[i-2].row, line) {
		return true // or the line between is that of cells set in the middle
	}
	first := c.x0
	for k := range found {
		first = min(first, found[k].row.chunks[0].x0)
	}
	if c.x0 < first+line.Size || !near(i-1) && !near(i+1) {
		return false
	}
	const reach = 3 // lines of cells set in the middle stand between each other
	for k := max(i-reach, 0); k <= min(i+reach, len(found)-1); k++ {
		o := &found[k].row
		if k == i || math.Abs(o.Size-line.Size) > tolerances.sameSize*line.Size || math.Abs(o.Base-line.Base) > 2*tolerances.textGap*line.Size {
			continue
		}
		if slices.ContainsFunc(o.chunks, func(up chunk) bool {
			return math.Abs(up.x0-c.x0) < tolerances.sameStart*line.Size && up.words[0].Bold == c.words[0].Bold
		}) {
			return true
		}
	}
	return false
}

// goesOnBelow reports whether a line of one piece is the next line of a cell
// of the line above.
func goesOnBelow(above, line *row) bool {
	c := line.chunks[0]
	if line.Base-above.Base > tolerances.textGap*line.Size || math.Abs(line.Size-above.Size) > tolerances.sameSize*line.Size {
		return false
	}
	return slices.ContainsFunc(above.chunks, func(up chunk) bool {
		return math.Abs(up.x0-c.x0) < tolerances.sameStart*line.Size && up.words[0].Bold == c.words[0].Bold
	})
}

// trimAbove takes titles off the beginning: one piece of text, unless it is
// the upper half of a heading.
func trimAbove(found []columnLine) []columnLine {
	for len(found) > 0 && len(found[0].row.chunks) == 1 {
		if len(found) > 1 {
			a, b := &found[0].row, &found[1].row
			if len(b.chunks) > 1 && b.Base-a.Base < tolerances.headGap*a.Size && a.Bold == b.Bold && a.chunks[0].x0 > b.chunks[0].x1 {
				break
			}
		}
		found = found[1:]
	}
	return found
}

// belongs reports whether lines above or below a table are a part of it. They
// must fill at least half of its columns somewhere, and below several rows be
// aligned with these.
func belongs(strips []strip, found []columnLine, above bool) bool {
	t := firstRuled(strips)
	rows, most := 0, 0
	for _, s := range strips {
		if s.ruled != nil {
			rows += s.ruled.NumRows
		}
	}
	aligned, astray := 0, 0
	for _, c := range found {
		most = max(most, len(c.row.chunks))
		for _, ch := range c.row.chunks {
			if alignedIn(strips, columnAt(t.X, ch.words[0]), ch) {
				aligned++
			} else {
				astray++
			}
		}
	}
	if most < 2 || 2*most < t.NumCols {
		return false
	}
	return rows == 1 || above || aligned > 2*astray
}

func firstRuled(strips []strip) *Table {
	return strips[slices.IndexFunc(strips, func(s strip) bool { return s.ruled != nil })].ruled
}

// alignedIn reports whether a piece begins, ends or is centred where other
// text of its column does.
func alignedIn(strips []strip, col int, ch chunk) bool {
	near := tolerances.overNear * ch.words[0].Size
	for _, s := range strips {
		if s.ruled == nil {
			continue
		}
		for i := range s.ruled.Cells {
			c := &s.ruled.Cells[i]
			if c.Col != col || c.Cols != 1 {
				continue
			}
			for _, p := range c.printedLines() {
				if math.Abs(p.x0-ch.x0) < near || math.Abs(p.x1-ch.x1) < near || math.Abs(p.x0+p.x1-ch.x0-ch.x1) < 2*near {
					return true
				}
			}
		}
	}
	return false
}

// mayBeHeaded reports whether the first row of a table may be its heading: it has
// no number.
func mayBeHeaded(t *Table) bool {
	for k := range t.Cells {
		c := &t.Cells[k]
		if c.Row > 0 {
			break
		}
		if amount(shownText(c)) {
			return false
		}
	}
	return true
}
