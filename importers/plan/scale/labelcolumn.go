package scale

import (
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
)

// shortColumn finds the column of labels among the columns of text after col, up
// to last, that stand beside numbers: the one that a heading calls so; the first,
// unless its texts are long and another's are much shorter; −1 where there is
// none, or where several columns have headings of what is hit (economy, people,
// trust): then each text is a definition.
func shortColumn(w *words.Index, t *grid.Table, head, from, col, last int) int {
	best, length := -1, 0
	headed, short := 0, 0
	for c := t.TextColumn(from, col, last); c >= 0; c = t.TextColumn(from, c, last) {
		heading := t.Resolved(head, c)
		if w.Is(words.Label, heading.Text) && !heading.Blank() {
			return c
		}
		n := textLength(t, from, c)
		if c != col && !heading.Blank() && w.AxisOf(heading.Text) == words.NoAxis && !w.Is(words.Definition|words.MeaningOf, heading.Text) {
			headed++
			if n <= tolerances.commonLabel {
				short++
			}
		}
		if best < 0 || length > tolerances.commonLabel && n*2 < length {
			best, length = c, n
		}
	}
	if headed >= 2 && short != 1 {
		return -1
	}
	return best
}

// textLength gives the mean length, in letters, of the texts of a column from a
// row on, up to the longest axis or the first blank cell.
func textLength(t *grid.Table, from, col int) int {
	sum, n := 0, 0
	for r := from; r < len(t.Rows) && n < tolerances.maxLevels; r++ {
		c := t.Cell(r, col)
		if c.Covered {
			continue
		}
		if c.Blank() {
			break
		}
		sum += utf8.RuneCountInString(c.Text)
		n++
	}
	if n == 0 {
		return 0
	}
	return sum / n
}
