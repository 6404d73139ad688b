package plan

import (
	"slices"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// pairedLimits reports whether a column and the one before it hold the lowest
// and the highest value of each range, "Från | Till". Numbers of a table of
// risks may look so.
func (w *words) pairedLimits(t *grid.Table, top, col int) bool {
	if col == 0 || top == 0 {
		return false
	}
	if w.eventRow(t, top-1) || slices.ContainsFunc(t.Rows[top-1], func(c grid.Cell) bool { return w.axisOf(c.Text) != unnamed }) {
		return false
	}
	from, to := wholes(t, top, col-1), wholes(t, top, col)
	if len(to) < 2 || len(from) != len(to) {
		return false
	}
	wide := false
	for i := range to {
		if from[i] > to[i] || i > 0 && from[i] <= to[i-1] && from[i-1] <= to[i] {
			return false
		}
		wide = wide || from[i] < to[i]
	}
	return wide
}

// treatmentColumns finds the columns of treatments and of what they mean: by
// heading, else the first two columns of text after the ranges.
func (w *words) treatmentColumns(t *grid.Table, r, ranges int) (label, meaning int) {
	label, meaning = -1, -1
	last := max(len(t.Rows[r]), width(t, r+1, r+1))
	for c := 0; c < last; c++ {
		text := t.Resolved(r, c).Text
		switch {
		case c == ranges || t.Cell(r, c).Covered:
		case label < 0 && w.is(roleTreatment, text) && t.Cell(r+1, c).Kind == grid.Text:
			label = c
		case meaning < 0 && w.is(roleMeaning, text):
			meaning = c
		}
	}
	if label < 0 {
		label = textColumn(t, r+1, ranges, last)
		if label > ranges+2 {
			label = -1
		}
	}
	if meaning == label {
		meaning = -1
	}
	if meaning < 0 && label >= 0 {
		if c := textColumn(t, r+1, label, label+2); c >= 0 && c != ranges {
			meaning = c
		}
	}
	return label, meaning
}

// columnOfRisks reports whether a heading is that of a column in a table of
// risks, by the headings around it without a gap: what stands under it are
// levels and values then, be the first row one of hints ("1-4").
func (w *words) columnOfRisks(t *grid.Table, r, col int) bool {
	left, right := headingsAround(t, r, col)
	texts := make([]headingText, right+1)
	for c := left; c <= right; c++ {
		if cell := t.Resolved(r, c); !t.Cell(r, c).Covered || int(t.Cell(r, c).OriginCol) == c {
			texts[c] = headingText{cell.Text, cell.At}
		}
	}
	h := w.bind(t, r, r, texts)
	if !h.register() {
		return false
	}
	at := texts[col].at
	return slices.ContainsFunc(h.bound, func(b model.Column) bool { return b.At == at }) ||
		slices.ContainsFunc(h.unclear, func(u model.Unclear) bool {
			return slices.ContainsFunc(u.Columns, func(b model.Column) bool { return b.At == at })
		})
}

// headingsAround gives the columns that texts without a gap lead to from one of
// a row.
func headingsAround(t *grid.Table, r, col int) (left, right int) {
	named := func(c int) bool { return !t.Resolved(r, c).Blank() }
	left, right = col, col
	for left > 0 && named(left-1) {
		left--
	}
	for named(right + 1) {
		right++
	}
	return left, right
}
