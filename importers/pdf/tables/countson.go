package tables

import (
	"strconv"
	"strings"
)

// Two pages may be printed above each other on one, and the rows of the second
// then go on with the table of the first without its headings.

// countsOn reports whether a table below another goes on with its rows: it has the
// same columns, no headings of its own, and its first number follows the last
// one.
func (j *Joined) countsOn(t *Table) bool {
	if t.NumCols < tolerances.leastHeading || !alike(&j.Table, t, 0) {
		return false
	}
	col := j.keyColumn()
	if col < 0 {
		return false
	}
	last, first := "", ""
	for i := range j.Cells {
		if c := &j.Cells[i]; c.Col == col && c.Text != "" {
			last = c.Text
		}
	}
	for i := range t.Cells {
		if c := &t.Cells[i]; c.Row == 0 && c.Col == col {
			first = c.Text
		}
	}
	return follows(last, first)
}

// follows reports whether a number of a row is the next one after another: "R8",
// "R9".
func follows(last, first string) bool {
	a, n, ok := keyNumber(last)
	b, m, other := keyNumber(first)
	return ok && other && a == b && m == n+1
}

func keyNumber(s string) (prefix string, n int, ok bool) {
	s = strings.TrimRight(s, ".:)")
	if !printsKey(s) {
		return "", 0, false
	}
	prefix = strings.TrimRight(s, "0123456789")
	n, err := strconv.Atoi(s[len(prefix):])
	return prefix, n, err == nil
}

// between reports whether text stands between two tables of a page.
func (s *Sheet) between(above, below *Table) bool {
	for _, b := range s.Text {
		if x, y := b.Mid(); y > above.Box.Y1 && y < below.Box.Y0 && x > below.Box.X0 && x < below.Box.X1 {
			return true
		}
	}
	return false
}
