package plan

import (
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// region is a part of a grid that a definition table takes, rows and columns
// counted from 0, both ends included.
type region struct{ top, bottom, left, right int }

// axisTable is the definition of one axis as found in a grid.
type axisTable struct {
	region
	consequence bool
	axis        model.Axis
}

// maxLevels is the longest axis that is taken for one.
const maxLevels = 12

// findAxes finds the tables that define likelihood and consequence: a heading
// "Sannolikhet" over labels, with numbers and definitions beside them.
func (w *words) findAxes(t *grid.Table) []axisTable {
	var found []axisTable
	for r := range t.Rows {
		for col := range t.Rows[r] {
			c := &t.Rows[r][col]
			if c.Covered || c.Kind != grid.Text || c.Text == "" {
				continue
			}
			likelihood, consequence := w.is(roleLikelihood, c.Text), w.is(roleConsequence, c.Text)
			if !likelihood && !consequence || !w.axisRun(t, r, col) {
				continue
			}
			if a, ok := w.axisAt(t, r, col); ok && (a.counted() || !w.riskRow(t, r)) {
				a.consequence = consequence
				found = append(found, a)
			}
		}
	}
	return found
}

// counted reports whether the document prints the levels' numbers and they
// run without a gap.
func (a *axisTable) counted() bool {
	seen := map[int]bool{}
	low, high := 1<<30, 0
	for _, l := range a.axis.Levels {
		if !l.Numbered || l.Label == "" {
			return false
		}
		seen[l.Value] = true
		low, high = min(low, l.Value), max(high, l.Value)
	}
	return len(seen) == len(a.axis.Levels) && high-low+1 == len(seen)
}

// within reports whether a cell lies in one of the regions.
func within(regions []region, row, col int) bool {
	for _, d := range regions {
		if row >= d.top && row <= d.bottom && col >= d.left && col <= d.right {
			return true
		}
	}
	return false
}

// axisRun reports whether the headings around an axis's name, without a gap,
// are not those of a table of risks.
func (w *words) axisRun(t *grid.Table, r, col int) bool {
	named := func(c int) bool { return !t.Resolved(r, c).Blank() }
	left, right := col, col
	for left > 0 && named(left-1) {
		left--
	}
	for named(right + 1) {
		right++
	}
	for c := left; c <= right; c++ {
		if w.riskHeading(t.Resolved(r, c).Text) {
			return false
		}
	}
	return true
}

// riskRow reports whether a row heads a table of risks anywhere.
func (w *words) riskRow(t *grid.Table, r int) bool {
	for i := range t.Rows[r] {
		if w.riskHeading(t.Rows[r][i].Text) {
			return true
		}
	}
	return false
}

// riskHeading reports whether a heading belongs to a table of risks and to no
// definition.
func (w *words) riskHeading(text string) bool {
	if w.is(roleMeaning, text) || w.is(roleDefinition, text) {
		return false
	}
	for _, m := range w.exact(model.Clean(text)) {
		switch m.field {
		case model.FieldEvent, model.FieldArea, model.FieldAction, model.FieldOwner, model.FieldScore:
			return true
		}
	}
	return false
}

// axisAt reads the levels under an axis heading. The number stands in the
// label itself ("3 - Möjlig"), in a column headed as one, or in a column of
// numbers beside the labels; else the printed order counts.
func (w *words) axisAt(t *grid.Table, r, col int) (axisTable, bool) {
	a := axisTable{region: region{top: r, left: col, right: col}}
	left, right := w.neighbours(t, r, col)
	number, definition := w.axisColumns(t, r, col, left, right)
	label := col
	if wholeColumn(t, r+1, col) {
		// "Sannolikhet" stands over the numbers; the labels are beside them.
		number = col
		label = w.textColumn(t, r+1, col, right+1)
		if label < 0 {
			label = col
		}
		if definition == label {
			definition = w.textColumn(t, r+1, label, max(right, label)+1)
		}
	}
	a.axis.At = t.Cell(r, col).At
	empty := 0
	for row := r + 1; row < len(t.Rows); row++ {
		c := t.Cell(row, label)
		if c.Covered {
			continue
		}
		text := model.Clean(c.Text)
		if text == "" {
			if empty++; empty > 1 || len(a.axis.Levels) > 0 {
				break
			}
			continue
		}
		if utf8.RuneCountInString(text) > 60 || w.is(roleLikelihood, text) || w.is(roleConsequence, text) || w.heads(t, row) {
			break
		}
		level := scaleLevel(t, row, label, number, definition)
		a.axis.Levels = append(a.axis.Levels, level)
		a.bottom = row
	}
	n := len(a.axis.Levels)
	if n < 2 || n > maxLevels || !distinct(a.axis.Levels) {
		return a, false
	}
	numberByOrder(a.axis.Levels)
	for _, c := range []int{number, definition, label} {
		if c >= 0 {
			a.left, a.right = min(a.left, c), max(a.right, c)
		}
	}
	return a, true
}

// heads reports whether a row heads a table of treatments.
func (w *words) heads(t *grid.Table, row int) bool {
	ranges, treatment := false, false
	for i := range t.Rows[row] {
		text := t.Rows[row][i].Text
		ranges = ranges || w.is(roleRange, text)
		treatment = treatment || w.is(roleTreatment, text)
	}
	return ranges && treatment
}

func scaleLevel(t *grid.Table, row, label, number, definition int) model.ScaleLevel {
	c := t.Cell(row, label)
	l := grid.ParseLevel(model.Clean(c.Text))
	level := model.ScaleLevel{Label: l.Label, Value: l.Number, Numbered: l.HasNumber, At: c.At}
	if number >= 0 {
		if n, ok := grid.ParseWhole(t.Cell(row, number).Text); ok {
			level.Value, level.Numbered = n, true
		}
	}
	if definition >= 0 {
		level.Definition = model.Clean(t.Cell(row, definition).Text)
	}
	return level
}

// neighbours gives how far the headings reach around a column without a gap
// or another axis.
func (w *words) neighbours(t *grid.Table, r, col int) (left, right int) {
	stop := func(c int) bool {
		text := t.Resolved(r, c).Text
		return model.Clean(text) == "" || w.is(roleLikelihood, text) || w.is(roleConsequence, text)
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
// by their headings, else by what they hold. −1 means none.
func (w *words) axisColumns(t *grid.Table, r, col, left, right int) (number, definition int) {
	number, definition = -1, -1
	for c := left; c <= right; c++ {
		text := t.Resolved(r, c).Text
		switch {
		case c == col:
		case number < 0 && w.is(roleNumber, text) && wholeColumn(t, r+1, c):
			number = c
		case definition < 0 && (w.is(roleDefinition, text) || w.is(roleMeaning, text)):
			definition = c
		}
	}
	if number < 0 {
		// A number that two axes side by side share stands before the first.
		for _, c := range []int{col - 1, col + 1, left, left - 1, left - 2} {
			if c >= 0 && c != definition && c != col && wholeColumn(t, r+1, c) {
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
		definition = w.textColumn(t, r+1, col, last)
	}
	return number, definition
}

// wholeColumn reports whether the first cells under a heading are whole
// numbers, at least two of them.
func wholeColumn(t *grid.Table, from, col int) bool {
	n := 0
	for r := from; r < len(t.Rows) && r < from+maxLevels; r++ {
		text := t.Cell(r, col).Text
		if model.Clean(text) == "" {
			break
		}
		if v, ok := grid.ParseWhole(text); !ok || v < 0 || v > 1000 {
			break
		}
		n++
	}
	return n >= 2
}

// textColumn gives the first column after col, up to last, whose cell in the
// row is text, or −1.
func (w *words) textColumn(t *grid.Table, row, col, last int) int {
	for c := col + 1; c <= last; c++ {
		cell := t.Cell(row, c)
		if cell.Kind == grid.Text && !cell.Covered && !cell.Blank() {
			return c
		}
	}
	return -1
}

func distinct(levels []model.ScaleLevel) bool {
	seen := map[string]bool{}
	for _, l := range levels {
		k := model.Key(l.Label)
		if k != "" && seen[k] {
			return false
		}
		seen[k] = true
	}
	return true
}

// numberByOrder numbers an axis that prints no numbers, in printed order.
func numberByOrder(levels []model.ScaleLevel) {
	for _, l := range levels {
		if l.Numbered {
			return
		}
	}
	for i := range levels {
		levels[i].Value = i + 1
	}
}
