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
func (b *binder) singleHeading(row int) []headingText {
	t := b.t
	out := make([]headingText, t.Width(row, row))
	for col := range out {
		c := t.Cell(row, col)
		if !c.Covered && b.sees(row, col) {
			out[col] = headingText{c.Text, c.At}
		}
	}
	return out
}

// sees reports whether a cell is looked at: it defines nothing, and stands on
// the side of the grid that is read.
func (b *binder) sees(row, col int) bool {
	return !grid.Within(b.defined, row, col) && (b.side == nil || col >= b.side[0] && col <= b.side[1])
}

// doubleHeading gives the headings of two rows read as one: the lower row's
// text, and where that is empty the upper row's, unless it spans several
// columns and so heads them all. A note under a known heading does not hide
// it, and a period over several columns heads that which says most.
func (b *binder) doubleHeading(row, under int) []headingText {
	t, w := b.t, b.w
	out := make([]headingText, t.Width(row, under))
	for col := range out {
		if !b.sees(row, col) || !b.sees(under, col) {
			continue
		}
		lower, upper := t.Resolved(under, col), t.Cell(row, col)
		single := !upper.Covered && upper.ColSpan <= 1 && !upper.Blank()
		switch {
		case !t.Cell(under, col).Covered && !lower.Blank() && !(single && w.Means(upper.Text) && !w.Means(lower.Text)):
			out[col] = headingText{lower.Text, lower.At}
		case single:
			out[col] = headingText{upper.Text, upper.At}
		}
	}
	for col := range out {
		if band := t.Cell(row, col); band.ColSpan > 1 && !band.Covered && w.Heads(band.Text, model.FieldPeriod) {
			if fullest := b.fullestColumn(under+1, col, col+int(band.ColSpan)-1); fullest < len(out) {
				out[fullest].text = band.Text
			}
		}
	}
	return out
}

// fullestColumn gives the column from left to right with the most cells that
// hold text, of several the first.
func (l *layout) fullestColumn(from, left, right int) int {
	best, most := left, -1
	for col := left; col <= right; col++ {
		if p := l.profile(from, col); p.cells.filled > most {
			best, most = col, p.cells.filled
		}
	}
	return best
}

// mergedDown gives how many rows below its own several headings of a row reach
// down over, which so are rows of headings too.
func mergedDown(t *grid.Table, row int) int {
	cells := make([]int, tolerances.maxHeadingRows)
	for i := range t.Rows[row] {
		if c := &t.Rows[row][i]; !c.Covered && !c.Blank() && c.RowSpan > 1 && int(c.RowSpan) <= tolerances.maxHeadingRows {
			cells[c.RowSpan-1]++
		}
	}
	for down := tolerances.maxHeadingRows - 1; down > 0; down-- {
		if cells[down] > 1 && row+down < len(t.Rows) {
			return down
		}
	}
	return 0
}
