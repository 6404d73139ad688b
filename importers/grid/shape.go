package grid

import (
	"strings"
	"unicode/utf8"
)

// Width gives the number of columns of the longest of the rows from to to.
func (t *Table) Width(from, to int) int {
	n := 0
	for r := from; r <= to && r < len(t.Rows); r++ {
		n = max(n, len(t.Rows[r]))
	}
	return n
}

// Filled counts the cells of a row that hold text.
func (t *Table) Filled(row int) int {
	n := 0
	if row < len(t.Rows) {
		for i := range t.Rows[row] {
			if !t.Rows[row][i].Blank() {
				n++
			}
		}
	}
	return n
}

// A row of a table has so many small whole numbers and a text of so many letters.
const (
	leastFigures = 2
	mostFigure   = 99 // more may be years, which head columns
	leastTold    = 10
)

// Figures reports whether a row holds what a row of a table does and no row of
// headings: small whole numbers in several columns beside a text, and numbers
// below these.
func (t *Table) Figures(row int) bool {
	if row < 0 || row+1 >= len(t.Rows) {
		return false
	}
	figures, below, text := 0, 0, false
	for col := range t.Rows[row] {
		c := t.Cell(row, col)
		if c.Covered || c.Blank() {
			continue
		}
		n, whole := c.Whole()
		if !whole {
			text = text || c.Kind == Text && utf8.RuneCountInString(c.Text) >= leastTold
			continue
		}
		if n <= mostFigure {
			figures++
			if _, ok := t.Cell(row+1, col).Whole(); ok {
				below++
			}
		}
	}
	return text && figures >= leastFigures && below >= leastFigures
}

// RowBlank reports whether nothing stands in a row from column left to right,
// not even a merged area.
func (t *Table) RowBlank(row, left, right int) bool {
	for c := left; c <= right; c++ {
		if !t.Resolved(row, c).Blank() {
			return false
		}
	}
	return true
}

// TextColumn gives the first column after col, up to last, whose own cell in
// the row is text, or −1.
func (t *Table) TextColumn(row, col, last int) int {
	for c := col + 1; c <= last; c++ {
		cell := t.Cell(row, c)
		if cell.Kind == Text && !cell.Covered && !cell.Blank() {
			return c
		}
	}
	return -1
}

// Run gives the columns that texts without a gap lead to from one of a row.
func (t *Table) Run(row, col int) (left, right int) {
	left, right = col, col
	for left > 0 && !t.Resolved(row, left-1).Blank() {
		left--
	}
	for !t.Resolved(row, right+1).Blank() {
		right++
	}
	return left, right
}

// ErrorText reports whether a text is a spreadsheet's error value, "#REF!".
func ErrorText(text string) bool {
	return len(text) > 2 && text[0] == '#' && strings.ToUpper(text) == text
}
