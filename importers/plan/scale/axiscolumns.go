package scale

import (
	"slices"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// headedColumns finds the columns of levels that have headings of their own
// under the axis's name, "Värde | Benämning | Beskrivning".
func headedColumns(w *words.Index, t *grid.Table, r, col int) (levelColumns, bool) {
	at := levelColumns{label: -1, number: -1, definition: -1}
	head := r + 1
	if t.RowBlank(head, col, col+1) {
		head++
	}
	first, last := headingRun(w, t, r, head, col)
	roles := 0
	for c := first; c <= last; c++ {
		cell := t.Resolved(head, c)
		if cell.Kind != grid.Text || len(cell.Text) > words.MaxHeading || w.AxisOf(cell.Text) != words.NoAxis {
			return at, false
		}
		if t.Cell(head, c).Covered {
			continue
		}
		switch text := cell.Text; {
		case at.number < 0 && w.Is(words.Number, text) && wholeColumn(t, head+1, c):
			at.number = c
			roles++
		case at.label < 0 && w.Is(words.Label, text):
			at.label = c
			roles++
		case at.definition < 0 && w.Is(words.Definition|words.MeaningOf, text):
			at.definition = c
			roles++
		}
	}
	if roles < 2 || at.number < 0 && at.label < 0 {
		return at, false
	}
	if at.label < 0 {
		// Numbers and what they mean: a column between, or the meaning itself.
		at.label = shortColumn(w, t, head, head+1, first-1, last)
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
func headingRun(w *words.Index, t *grid.Table, r, head, col int) (first, last int) {
	other := func(c int) bool { return c != col && w.AxisOf(t.Cell(r, c).Text) != words.NoAxis }
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
func besideColumns(w *words.Index, t *grid.Table, r, col int) levelColumns {
	left, right := neighbours(w, t, r, col)
	at := levelColumns{label: col, from: r + 1}
	if t.RowBlank(at.from, left, right+1) {
		at.from++
	}
	at.number, at.definition = axisColumns(w, t, r, at.from, col, left, right)
	if wholeColumn(t, at.from, col) {
		// "Sannolikhet" stands over the numbers; the labels are beside them.
		at.number = col
		last := right + 1
		for last < right+tolerances.maxDimensions && t.Resolved(r, last).Blank() && t.Resolved(r, last+1).Blank() && t.Cell(at.from, last+1).Kind == grid.Text {
			last++
		}
		at.label = shortColumn(w, t, r, at.from, col, last)
		if at.label < 0 || riskHeading(w, t.Resolved(r, at.label).Text) {
			at.label = labelsBefore(w, t, r, at.from, left, col)
		}
		if at.definition < 0 || at.definition == at.label {
			first := col
			if at.label < right {
				first = at.label
			}
			if at.definition = t.TextColumn(at.from, min(first, at.label), max(right, at.label)+1); at.definition == at.label {
				at.definition = t.TextColumn(at.from, at.label, max(right, at.label)+1)
			}
		}
	}
	return at
}

// labelsBefore gives the column, from left on and before the numbers in col, that
// is headed as one of labels and has text; else col itself.
func labelsBefore(w *words.Index, t *grid.Table, r, from, left, col int) int {
	for c := left; c < col; c++ {
		if w.Is(words.Label, t.Resolved(r, c).Text) && t.TextColumn(from, c-1, c) == c {
			return c
		}
	}
	return col
}

// neighbours gives how far the headings reach around a column without a gap
// or another axis.
func neighbours(w *words.Index, t *grid.Table, r, col int) (left, right int) {
	stop := func(c int) bool {
		text := t.Resolved(r, c).Text
		return model.Clean(text) == "" || w.AxisOf(text) != words.NoAxis
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
func axisColumns(w *words.Index, t *grid.Table, r, from, col, left, right int) (number, definition int) {
	number = headedNumber(w, t, r, from, beside(t, r, from, col, left, right))
	definition = headedDefinition(w, t, r, col, number, left, right)
	if number < 0 {
		// A number that two axes side by side share stands before the first.
		for _, c := range []int{col - 1, col + 1, left, left - 1, left - 2} {
			if c >= 0 && c != definition && c != col && numbersLevels(w, t, r, from, c) {
				number = c
				break
			}
		}
	}
	if number < 0 {
		number = numbersBeyond(w, t, r, from, col)
	}
	if definition < 0 {
		// Without a heading of its own the text beside the labels defines them.
		last := right
		if right == col && t.Resolved(r, col+1).Blank() {
			last = col + 1
		}
		definition = t.TextColumn(from, col, last)
		if definition >= 0 && otherList(w, t, r, definition) {
			definition = -1
		}
	}
	return number, definition
}

// numbersBeyond finds a column of numbers that follow each other, after the
// definitions of the labels in col and without a heading of another thing; −1:
// none.
func numbersBeyond(w *words.Index, t *grid.Table, r, from, col int) int {
	for c := col + 1; c <= col+tolerances.maxDimensions+1; c++ {
		head := t.Resolved(r, c)
		if w.AxisOf(head.Text) != words.NoAxis || t.Cell(from, c).Blank() {
			return -1
		}
		if (head.Blank() || w.Is(words.Number, head.Text)) && countedColumn(t, from, c) {
			return c
		}
	}
	return -1
}

// beside gives the columns from left to right but that of the labels, in the
// order in which the numbers are looked for: those to the right first, or from
// the left where numbers stand before all.
func beside(t *grid.Table, r, from, col, left, right int) []int {
	var order []int
	for c := col + 1; c <= right; c++ {
		order = append(order, c)
	}
	for c := col - 1; c >= left; c-- {
		order = append(order, c)
	}
	if start, _ := t.Run(r, col); start < col && wholeColumn(t, from, start) {
		slices.Sort(order)
	}
	return order
}

// headedNumber gives the first of the columns that is headed as one of numbers
// and has some, or −1.
func headedNumber(w *words.Index, t *grid.Table, r, from int, columns []int) int {
	for _, c := range columns {
		if w.Is(words.Number, t.Resolved(r, c).Text) && len(wholes(t, from, c)) > 0 {
			return c
		}
	}
	return -1
}

// headedDefinition gives the column that is headed as one of definitions: the
// first to the right of the labels, else the first of all; or −1.
func headedDefinition(w *words.Index, t *grid.Table, r, col, number, left, right int) int {
	definition := -1
	for c := right; c >= left; c-- {
		if c != col && c != number && (definition < col || c > col) && w.Is(words.Definition|words.MeaningOf, t.Resolved(r, c).Text) {
			definition = c
		}
	}
	return definition
}

// numbersLevels reports whether a column of numbers can be that of the levels:
// its heading says nothing else, or the numbers follow each other.
func numbersLevels(w *words.Index, t *grid.Table, r, from, col int) bool {
	heading := t.Resolved(r, col)
	return wholeColumn(t, from, col) && (heading.Blank() || w.Is(words.Number, heading.Text) || countedColumn(t, from, col))
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
	for r := from; r < len(t.Rows) && len(out) < tolerances.maxLevels; r++ {
		c := t.Cell(r, col)
		if c.Covered {
			continue
		}
		v, ok := grid.ParseWhole(c.Text)
		if !ok || v < 0 || v > tolerances.maxWhole {
			break
		}
		out = append(out, v)
	}
	return out
}
