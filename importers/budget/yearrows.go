package budget

import (
	"github.com/shopspring/decimal"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// begins reports whether a heading begins in a row of a table that goes on so
// far. A row in which nothing stands under the headings but years is one only
// where nothing tells that they are amounts: 2 026 is an amount like others.
func (w *documentWords) begins(t *grid.Table, h *header, r, gap int) bool {
	if r == h.bottom+1 {
		return false
	}
	if w.headerAt(t, r) == nil {
		return false
	}
	return !yearsOnly(t, h, r) || !w.yearAmounts(t, h, r, gap)
}

// yearsOnly reports whether all that stands under the headings in a row is years.
func yearsOnly(t *grid.Table, h *header, r int) bool {
	some := false
	for _, col := range h.cols {
		c := t.Cell(r, col)
		if c.Covered || c.Blank() {
			continue
		}
		if yearOf(c.Text) == 0 {
			return false
		}
		some = true
	}
	return some
}

// yearAmounts reports whether a row of years holds amounts. It has a name and
// stands among lines that go on: right below one that is no total. After a total,
// a heading or a blank row the total below decides: whether it adds these up.
// Where that says nothing, years that follow each other are headings, and so is
// one alone after a blank row.
func (w *documentWords) yearAmounts(t *grid.Table, h *header, r, gap int) bool {
	name, _ := nameOf(t, h, r)
	if model.Clean(name) == "" || w.unit(name) != model.NoUnit || textAmongNumbers(t, h, r) {
		return false
	}
	with, without := w.yearsInTotal(t, h, r)
	switch {
	case with != without:
		return with
	case gap == 0 && w.line(t, h, r-1):
		return true
	}
	return gap == 0 && !followEachOther(t, h, r)
}

// textAmongNumbers reports whether years are written as text where the cells
// above them are numbers.
func textAmongNumbers(t *grid.Table, h *header, r int) bool {
	for _, col := range h.cols {
		if c := t.Cell(r, col); c.Blank() || c.Kind != grid.Text {
			continue
		}
		for above := r - 1; above > h.bottom; above-- {
			if c := t.Cell(above, col); !c.Blank() {
				if c.Kind == grid.Number {
					return true
				}
				break
			}
		}
	}
	return false
}

// followEachOther reports whether a row has several years, each the one after or
// before that to its left.
func followEachOther(t *grid.Table, h *header, r int) bool {
	last, step, n := 0, 0, 0
	for _, col := range h.cols {
		y := yearOf(t.Cell(r, col).Text)
		if y == 0 {
			continue
		}
		if n++; n > 1 {
			by := y - last
			if by != 1 && by != -1 || step != 0 && by != step {
				return false
			}
			step = by
		}
		last = y
	}
	return n > 1
}

// line reports whether a row has amounts and is no total.
func (w *documentWords) line(t *grid.Table, h *header, r int) bool {
	return r > h.bottom && w.amountsIn(t, h, r) > 0 && !w.totalRow(t, h, r)
}

func (w *documentWords) totalRow(t *grid.Table, h *header, r int) bool {
	name, _ := nameOf(t, h, r)
	kind, total := w.kind(w.ownName(t, h, r, w.oneLine(name)))
	return total || kind == model.LineNet
}

// yearsInTotal tells whether the next total below a row is in some column the sum
// of its lines with the years of the row, and whether it is without them.
func (w *documentWords) yearsInTotal(t *grid.Table, h *header, r int) (with, without bool) {
	first, total := r, r+1
	for first-1 > h.bottom && w.line(t, h, first-1) {
		first--
	}
	for gap := 0; total < len(t.Rows) && total < r+tolerances.sampleRows && gap <= tolerances.gapRows && !w.totalRow(t, h, total); total++ {
		gap++
		if !h.blank(t, total) {
			gap = 0
		}
	}
	for _, col := range h.cols {
		want := w.amount(t.Cell(total, col))
		if !want.OK {
			continue
		}
		above, own, below := w.sumRows(t, col, first, r), w.sumRows(t, col, r, r+1), w.sumRows(t, col, r+1, total)
		with = with || want.V.Equal(above.Add(own).Add(below))
		without = without || !below.IsZero() && want.V.Equal(below)
	}
	return with, without
}

func (w *documentWords) sumRows(t *grid.Table, col, from, to int) decimal.Decimal {
	var sum decimal.Decimal
	for r := from; r < to; r++ {
		if v := w.amount(t.Cell(r, col)); v.OK {
			sum = sum.Add(v.V)
		}
	}
	return sum
}
