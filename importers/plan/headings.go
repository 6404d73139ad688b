package plan

import (
	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// headingText is what a column is headed by, and where.
type headingText struct {
	text string
	at   model.Source
}

// singleHeading gives the headings of one row, all but those of definition
// tables that stand beside the table.
func singleHeading(t *grid.Table, row int, defined []region) []headingText {
	out := make([]headingText, width(t, row, row))
	for col := range out {
		c := t.Cell(row, col)
		if !c.Covered && !within(defined, row, col) {
			out[col] = headingText{c.Text, c.At}
		}
	}
	return out
}

// doubleHeading gives the headings of two rows read as one: the lower row's
// text, and where that is empty the upper row's, unless it spans several
// columns and so heads them all.
func doubleHeading(t *grid.Table, row int, defined []region) []headingText {
	out := make([]headingText, width(t, row, row+1))
	for col := range out {
		if within(defined, row, col) || within(defined, row+1, col) {
			continue
		}
		lower, upper := t.Resolved(row+1, col), t.Cell(row, col)
		switch {
		case !t.Cell(row+1, col).Covered && !lower.Blank():
			out[col] = headingText{lower.Text, lower.At}
		case !upper.Covered && upper.ColSpan <= 1 && !upper.Blank():
			out[col] = headingText{upper.Text, upper.At}
		}
	}
	return out
}

func width(t *grid.Table, from, to int) int {
	n := 0
	for r := from; r <= to && r < len(t.Rows); r++ {
		n = max(n, len(t.Rows[r]))
	}
	return n
}
