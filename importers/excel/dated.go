package excel

import (
	"maps"
	"slices"
	"strings"

	"riskbok/importers/grid"
	"riskbok/rules/model/calc"
)

// leastDated is how many dates of 1900 make a column one of numbers in a format
// of dates; one or two may be slips, which a rule tells of.
const leastDated = 3

// undate makes the dates of 1900 in a column numbers where most of its numbers
// and dates are such: no paper of a board is of that year, and a value of 12 in
// a format of dates is shown as 12 January 1900.
func (r *sheetReader) undate() {
	for _, col := range slices.Sorted(maps.Keys(r.dated)) {
		early, others := 0, 0
		for row := range r.table.Rows {
			switch c := r.table.Cell(row, col-1); {
			case c.Kind == grid.Date && r.early(c):
				early++
			case c.Kind == grid.Date:
				others += leastDated // real dates stand here
			case c.Kind == grid.Number:
				others++
			}
		}
		if early < leastDated || early <= others {
			continue
		}
		for row := range r.table.Rows {
			if c := r.table.Cell(row, col-1); c.Kind == grid.Date && r.early(c) {
				number := calc.Shown(serialOf(c.Stored(), r.book.date1904))
				*c = grid.Cell{Kind: grid.Number, Text: number, Formula: c.Formula, Fill: c.Fill, RowSpan: c.RowSpan, ColSpan: c.ColSpan, At: c.At}
			}
		}
		r.table.Dated = append(r.table.Dated, int32(col))
		r.unseen.Dated = append(r.unseen.Dated, [2]int32{int32(col), int32(col)})
	}
}

// early reports whether a day is of the year that counting begins in.
func (r *reader) early(c *grid.Cell) bool {
	if r.book.date1904 {
		return strings.HasPrefix(c.Stored(), "1904-")
	}
	return strings.HasPrefix(c.Stored(), "1900-")
}
