package plan

import (
	"slices"

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
// columns and so heads them all. A note under a known heading does not hide
// it, and a period over several columns heads that which says most.
func (w *words) doubleHeading(t *grid.Table, row, under int, defined []region) []headingText {
	out := make([]headingText, width(t, row, under))
	for col := range out {
		if within(defined, row, col) || within(defined, under, col) {
			continue
		}
		lower, upper := t.Resolved(under, col), t.Cell(row, col)
		single := !upper.Covered && upper.ColSpan <= 1 && !upper.Blank()
		switch {
		case !t.Cell(under, col).Covered && !lower.Blank() && !(single && w.means(upper.Text) && !w.means(lower.Text)):
			out[col] = headingText{lower.Text, lower.At}
		case single:
			out[col] = headingText{upper.Text, upper.At}
		}
	}
	for col := range out {
		if band := t.Cell(row, col); band.ColSpan > 1 && !band.Covered && w.period(band.Text) {
			if fullest := fullestColumn(t, under+1, col, col+int(band.ColSpan)-1); fullest < len(out) {
				out[fullest].text = band.Text
			}
		}
	}
	return out
}

// means reports whether a text is a heading that is known.
func (w *words) means(text string) bool {
	text = model.Clean(text)
	return len(w.exact(text)) > 0 || len(w.begins(text)) > 0
}

// period reports whether a text is the heading of a period of a follow-up.
func (w *words) period(text string) bool {
	return slices.ContainsFunc(w.exact(model.Clean(text)), func(m meaning) bool { return m.field == model.FieldPeriod })
}

// fullestColumn gives the column from left to right with the most cells that
// hold text, of several the first.
func fullestColumn(t *grid.Table, from, left, right int) int {
	best, most := left, -1
	for col := left; col <= right; col++ {
		if p := columnProfile(t, from, col); p.cells.filled > most {
			best, most = col, p.cells.filled
		}
	}
	return best
}

// maxHeadingRows is the most rows that headings of one table take.
const maxHeadingRows = 3

// mergedDown gives how many rows below its own several headings of a row reach
// down over, which so are rows of headings too.
func mergedDown(t *grid.Table, row int) int {
	var cells [maxHeadingRows]int
	for i := range t.Rows[row] {
		if c := &t.Rows[row][i]; !c.Covered && !c.Blank() && c.RowSpan > 1 && c.RowSpan <= maxHeadingRows {
			cells[c.RowSpan-1]++
		}
	}
	for down := maxHeadingRows - 1; down > 0; down-- {
		if cells[down] > 1 && row+down < len(t.Rows) {
			return down
		}
	}
	return 0
}

func width(t *grid.Table, from, to int) int {
	n := 0
	for r := from; r <= to && r < len(t.Rows); r++ {
		n = max(n, len(t.Rows[r]))
	}
	return n
}
