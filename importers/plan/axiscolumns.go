package plan

import (
	"slices"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// headedColumns finds the columns of levels that have headings of their own
// under the axis's name, "Värde | Benämning | Beskrivning".
func (w *words) headedColumns(t *grid.Table, r, col int) (levelColumns, bool) {
	at := levelColumns{label: -1, number: -1, definition: -1}
	head := r + 1
	if rowBlank(t, head, col, col+1) {
		head++
	}
	first, last := w.headingRun(t, r, head, col)
	roles := 0
	for c := first; c <= last; c++ {
		cell := t.Resolved(head, c)
		if cell.Kind != grid.Text || len(cell.Text) > maxHeading || w.axisOf(cell.Text) != unnamed {
			return at, false
		}
		if t.Cell(head, c).Covered {
			continue
		}
		switch text := cell.Text; {
		case at.number < 0 && w.is(roleNumber, text) && wholeColumn(t, head+1, c):
			at.number = c
			roles++
		case at.label < 0 && w.is(roleLabel, text):
			at.label = c
			roles++
		case at.definition < 0 && (w.is(roleDefinition, text) || w.is(roleMeaning, text)):
			at.definition = c
			roles++
		}
	}
	if roles < 2 || at.number < 0 && at.label < 0 {
		return at, false
	}
	if at.label < 0 {
		// Numbers and what they mean: a column between, or the meaning itself.
		at.label = textColumn(t, head+1, first-1, last)
		if at.label < 0 {
			return at, false
		}
	}
	if at.definition == at.label {
		at.definition = -1
	}
	at.from = head + 1
	return at, true
}

// headingRun gives the columns of the headings in row head that stand under
// the axis's name at (r, col), not under another axis's.
func (w *words) headingRun(t *grid.Table, r, head, col int) (first, last int) {
	other := func(c int) bool { return c != col && w.axisOf(t.Cell(r, c).Text) != unnamed }
	first, last = col, col
	if t.Resolved(head, col).Blank() {
		return col, col - 1
	}
	mine := true
	for c := 0; c < col; c++ {
		mine = mine && !other(c)
	}
	for mine && first > 0 && !t.Resolved(head, first-1).Blank() {
		first--
	}
	for !t.Resolved(head, last+1).Blank() && !other(last+1) {
		last++
	}
	return first, last
}

// besideColumns finds the columns of levels whose label is headed by the
// axis's name, or whose number is.
func (w *words) besideColumns(t *grid.Table, r, col int) levelColumns {
	left, right := w.neighbours(t, r, col)
	at := levelColumns{label: col, from: r + 1}
	if rowBlank(t, at.from, left, right+1) {
		at.from++
	}
	at.number, at.definition = w.axisColumns(t, r, at.from, col, left, right)
	if wholeColumn(t, at.from, col) {
		// "Sannolikhet" stands over the numbers; the labels are beside them.
		at.number = col
		at.label = textColumn(t, at.from, col, right+1)
		if at.label < 0 || w.riskHeading(t.Resolved(r, at.label).Text) {
			at.label = col
		}
		if at.definition == at.label {
			at.definition = textColumn(t, at.from, at.label, max(right, at.label)+1)
		}
	}
	return at
}

// neighbours gives how far the headings reach around a column without a gap
// or another axis.
func (w *words) neighbours(t *grid.Table, r, col int) (left, right int) {
	stop := func(c int) bool {
		text := t.Resolved(r, c).Text
		return model.Clean(text) == "" || w.axisOf(text) != unnamed
	}
	left, right = col, col
	for left > 0 && !stop(left-1) {
		left--
	}
	for right+1 < len(t.Rows[r]) && !stop(right+1) {
		right++
	}
	return left, right
}

// axisColumns finds the columns of numbers and definitions beside the labels:
// by their headings, else by what they hold. −1 means none. Between two axes
// a column belongs to the one on its left, unless numbers stand first.
func (w *words) axisColumns(t *grid.Table, r, from, col, left, right int) (number, definition int) {
	number, definition = -1, -1
	var order []int
	for c := col + 1; c <= right; c++ {
		order = append(order, c)
	}
	for c := col - 1; c >= left; c-- {
		order = append(order, c)
	}
	start := col
	for start > 0 && !t.Resolved(r, start-1).Blank() {
		start--
	}
	numbersFirst := start < col && wholeColumn(t, from, start)
	if numbersFirst {
		slices.Reverse(order)
		slices.Sort(order)
	}
	for _, c := range order {
		if number < 0 && w.is(roleNumber, t.Resolved(r, c).Text) && len(wholes(t, from, c)) > 0 {
			number = c
		}
	}
	for c := right; c >= left; c-- {
		if text := t.Resolved(r, c).Text; c != col && c != number && (definition < col || c > col) && (w.is(roleDefinition, text) || w.is(roleMeaning, text)) {
			definition = c
		}
	}
	if number < 0 {
		// A number that two axes side by side share stands before the first.
		for _, c := range []int{col - 1, col + 1, left, left - 1, left - 2} {
			if c >= 0 && c != definition && c != col && wholeColumn(t, from, c) && (t.Resolved(r, c).Blank() || w.is(roleNumber, t.Resolved(r, c).Text) || countedColumn(t, from, c)) {
				number = c
				break
			}
		}
	}
	if definition < 0 {
		// Without a heading of its own the text beside the labels defines them.
		last := right
		if right == col && t.Resolved(r, col+1).Blank() {
			last = col + 1
		}
		definition = textColumn(t, from, col, last)
		if definition >= 0 && w.otherList(t, r, definition) {
			definition = -1
		}
	}
	return number, definition
}

// wholeColumn reports whether the first cells under a heading are whole
// numbers, at least two of them.
func wholeColumn(t *grid.Table, from, col int) bool { return len(wholes(t, from, col)) >= 2 }

// countedColumn reports whether they follow each other.
func countedColumn(t *grid.Table, from, col int) bool {
	n := wholes(t, from, col)
	for i := 1; i < len(n); i++ {
		if step := n[i] - n[i-1]; step != n[1]-n[0] || step != 1 && step != -1 {
			return false
		}
	}
	return len(n) >= 2
}

func wholes(t *grid.Table, from, col int) []int {
	var out []int
	for r := from; r < len(t.Rows) && len(out) < maxLevels; r++ {
		c := t.Cell(r, col)
		if c.Covered {
			continue
		}
		v, ok := grid.ParseWhole(c.Text)
		if !ok || v < 0 || v > 1000 {
			break
		}
		out = append(out, v)
	}
	return out
}

// textColumn gives the first column after col, up to last, whose cell in the
// row is text, or −1.
func textColumn(t *grid.Table, row, col, last int) int {
	for c := col + 1; c <= last; c++ {
		cell := t.Cell(row, c)
		if cell.Kind == grid.Text && !cell.Covered && !cell.Blank() {
			return c
		}
	}
	return -1
}

// rowBlank reports whether nothing stands in a part of a row.
func rowBlank(t *grid.Table, row, left, right int) bool {
	for c := left; c <= right; c++ {
		if !t.Resolved(row, c).Blank() {
			return false
		}
	}
	return true
}
