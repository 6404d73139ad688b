package tables

import (
	"slices"
	"strings"
)

// labelled gives the borders between the rows of cards without rulings: where the
// headings that stand below each other on the left come again, each of them begins a
// row. It gives nil where there are no cards.
func (r *region) labelled(known func(string) bool) []float64 {
	if known == nil || len(r.cols) != 2 {
		return nil
	}
	seen := map[string]int{}
	lines, heads, again := 0, 0, 0
	var breaks []float64
	for i := range r.rows {
		c := r.rows[i].chunks[0]
		if r.cols.of(c) > 0 {
			continue
		}
		if i > 0 {
			a, b := &r.rows[i-1], &r.rows[i]
			breaks = append(breaks, (a.Base+descent*a.Size+b.Base-ascent*b.Size)/2)
		}
		lines++
		if s := c.text(); known(s) {
			heads++
			if seen[s]++; seen[s] == 2 {
				again++
			}
		}
	}
	if again < tolerances.leastLabels || 2*heads <= lines {
		return nil
	}
	return breaks
}

// noteCards tells which tables are cards: on two rows or more headings stand beside
// what they say, and nowhere beside each other.
func noteCards(found []*Table, known func(string) bool) {
	if known == nil {
		return
	}
	for _, t := range found {
		t.card = t.Ruled && t.NumRows > 1 && t.NumRows <= tolerances.mostCardRows && t.NumCols > 1 && t.labels(known)
	}
}

func (t *Table) labels(known func(string) bool) bool {
	labels, rows, before, last := 0, 0, false, -1
	for i := range t.Cells {
		c := &t.Cells[i]
		head := len(c.printed) > 0 && known(joinPrinted(c.printed, widths{}, NewKnown()))
		if head {
			if before && i > 0 && t.Cells[i-1].Row == c.Row {
				return false
			}
			if labels++; c.Row != last {
				rows, last = rows+1, c.Row
			}
		}
		before = head
	}
	return labels >= tolerances.leastLabels && rows > 1
}

// goesOnCards reports whether a table is a card as the last one was: of the same
// form, with the same words in the first column.
func (j *Joined) goesOnCards(t *Table) bool {
	last := j.Parts[len(j.Parts)-1].Table
	if !last.card || !t.card || len(last.Cells) != len(t.Cells) {
		return false
	}
	return !slices.ContainsFunc(t.Cells, func(c Cell) bool {
		o := last.At(c.Row, c.Col)
		return o == nil || o.Row != c.Row || o.Col != c.Col || o.Cols != c.Cols || c.Col == 0 && strings.TrimSpace(o.Text) != strings.TrimSpace(c.Text)
	})
}
