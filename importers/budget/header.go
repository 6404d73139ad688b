package budget

import (
	"slices"
	"strings"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// header is the heading of a table of amounts: one row of the grid or two, and
// what its columns hold. Rows and columns are counted from 0.
type header struct {
	top, bottom int
	left, right int   // the columns that are its own, from left up to right
	name        int   // the first column of the lines' names
	cols        []int // the columns of amounts
	columns     []model.BudgetColumn
	loose       []int // headed columns of text beside the amounts
	corner      string
	roles       int       // columns whose heading says what they are
	years       int       // of these, those that are only a year or a part of one
	plain       int       // columns whose heading says no more than that amounts stand there
	thousands   bool      // a comma divides the thousands of its amounts
	beside      []*header // those of tables to its right
}

// headerAt gives the heading that begins at row r, alone or with one or two rows under
// it, whichever knows more columns; nil where there is none.
func (w *documentWords) headerAt(t *grid.Table, r int) *header {
	h := w.oneOrTwo(t, r)
	if next := r + 2; h != nil && h.bottom == r+1 && next < len(t.Rows) && w.headingRow(t, next) {
		if three := w.bindAll(t, r, next); three != nil && three.says() > h.says() && !w.yearLine(t, h) {
			return three
		}
	}
	return h
}

func (w *documentWords) oneOrTwo(t *grid.Table, r int) *header {
	one := w.bindAll(t, r, r)
	if r+1 >= len(t.Rows) || !w.headingRow(t, r+1) {
		return one
	}
	two := w.bindAll(t, r, r+1)
	lower := w.bindAll(t, r+1, r+1)
	if one != nil && lower != nil && lower.says() > one.says() && caption(t, r) {
		return nil
	}
	// Years over Budget, Utfall, Avvikelse say less than both rows do.
	enough := two != nil && one != nil && one.roles >= two.roles && one.roles-one.years >= two.roles-two.years && one.plain >= two.plain && one.says() >= two.says()
	if two == nil || enough || one != nil && w.yearLine(t, one) || lower != nil && lower.says() >= two.says() {
		return one
	}
	return two
}

// caption reports whether one text, merged from the names of the lines over columns
// of amounts, is all that stands in a row: it tells of the table, and heads no
// column of it.
func caption(t *grid.Table, r int) bool {
	first := t.Resolved(r, 0)
	return t.Filled(r) == 1 && first.Text != "" && first.ColSpan > 1
}

// yearLine reports whether the row under a heading is a line whose amounts are
// alike years, and no second row of the heading.
func (w *documentWords) yearLine(t *grid.Table, h *header) bool {
	r := h.bottom + 1
	name, _ := nameOf(t, h, r)
	if !yearsOnly(t, h, r) || model.Clean(h.corner) == "" || model.Clean(name) == "" || w.unit(name) != model.NoUnit {
		return false
	}
	with, without := w.yearsInTotal(t, h, r)
	return with && !without || with == without && !followEachOther(t, h, r)
}

// hinted reports whether a row may head a table of amounts: a cheap look that
// passes over the rows of other tables.
func (w *documentWords) hinted(t *grid.Table, r int) bool {
	hits, filled := 0, 0
	for c := range t.Rows[r] {
		cell := &t.Rows[r][c]
		if cell.Text == "" {
			continue
		}
		filled++
		if len(cell.Text) > tolerances.maxHeading {
			return false
		}
		if w.hints(cell.Text) {
			hits++
		}
	}
	return hits > 0 && filled <= 2*hits+3
}

// hints is hint, remembered.
func (w *documentWords) hints(text string) bool { return w.hinting.Of(text, w.hint) }

// hint reports whether a text has a year or a part of a word that headings
// have, or names a part of the year.
func (w *vocabulary) hint(text string) bool {
	if strings.Contains(text, "20") || len(text) <= tolerances.maxShort && w.amounts[squeeze(text)] {
		return true
	}
	key := strings.ToLower(text)
	for _, s := range w.stems {
		if strings.Contains(key, s) {
			return true
		}
	}
	return w.barePeriod(text)
}

// says counts what the headings state, to choose between readings.
func (h *header) says() int {
	n := 0
	for _, o := range h.beside {
		n += o.says()
	}
	for _, c := range h.columns {
		if c.Role != model.RoleOther || c.Side != model.LineOther {
			n++
		}
		if c.Year != 0 {
			n++
		}
		if !c.Period.IsZero() {
			n++
		}
	}
	return n
}

// sides reports whether the headings name income and costs, or the net and one of
// them.
func (h *header) sides() bool {
	named := map[model.LineKind]bool{}
	for _, c := range h.columns {
		if c.Side != model.LineOther {
			named[c.Side] = true
		}
	}
	return len(named) > 1
}

// headingRow reports whether a row could be one of headings: something stands
// in it, nothing long, and no amounts but years, or the numbers of months where
// the row has no name of a line.
func (w *documentWords) headingRow(t *grid.Table, r int) bool {
	filled, months := false, false
	for c := range t.Rows[r] {
		cell := &t.Rows[r][c]
		if cell.Covered || cell.Blank() {
			continue
		}
		if len(cell.Text) > tolerances.maxHeading {
			return false
		}
		if amount := w.amountCell(cell); amount && yearOf(cell.Text) == 0 {
			if _, ok := monthOf(cell.Text); !ok {
				return false
			}
			months = true
		}
		filled = true
	}
	return filled && (!months || w.overMonths(t, r))
}

// overMonths reports whether a cell of a row tells that the numbers in it are those
// of months.
func (w *documentWords) overMonths(t *grid.Table, r int) bool {
	first := true
	for c := range t.Rows[r] {
		cell := &t.Rows[r][c]
		if cell.Covered || cell.Blank() {
			continue
		}
		if (!w.amountCell(cell) || yearOf(cell.Text) != 0) && w.headsMonths(cell, first) {
			return true
		}
		first = false
	}
	return false
}

// headsMonths reports whether a cell tells that the numbers in its row are those of
// months: it is a heading of a column, or, in front, a unit. The first cell may
// otherwise be the name of a line.
func (w *documentWords) headsMonths(c *grid.Cell, first bool) bool {
	if first {
		return w.unit(c.Text) != model.NoUnit
	}
	col, _ := w.heading(c.Text)
	return col.Role != model.RoleOther && col.Role != model.RoleYear
}

// amountCell reports whether a cell holds an amount.
func (w *documentWords) amountCell(c *grid.Cell) bool {
	if c.Kind == grid.Number {
		return true
	}
	return c.Kind == grid.Text && len(c.Text) < 40 && w.amount(c).OK
}

// headingText gives what stands over a column in the rows of a heading: the
// text of a merged area over several columns belongs to each.
func headingText(t *grid.Table, top, bottom, col int) (string, model.Source) {
	text, at := "", t.Cell(bottom, col).At
	var last *grid.Cell
	for r := top; r <= bottom; r++ {
		c := t.Resolved(r, col)
		if c == last || c.Blank() {
			continue
		}
		last = c
		if text != "" {
			text += "\n"
		}
		text += c.Text
		at = c.At
	}
	return text, at
}

// bindAll reads rows top to bottom as the heading of a table, or of several that
// stand side by side, each with its own names.
func (w *documentWords) bindAll(t *grid.Table, top, bottom int) *header {
	width := 0
	for r := top; r <= bottom; r++ {
		if !w.headingRow(t, r) {
			return nil
		}
		width = max(width, len(t.Rows[r]))
	}
	whole := w.bind(t, top, bottom, 0, width)
	if whole == nil {
		return nil
	}
	parts := []*header{}
	for left := 0; left < width; {
		right := w.nextTable(t, bottom, whole, left, width)
		if left == 0 && right == width {
			return whole
		}
		part := w.bind(t, top, bottom, left, right)
		if part == nil {
			return whole
		}
		parts, left = append(parts, part), right
	}
	parts[0].beside = parts[1:]
	return parts[0]
}

// nextTable gives where the next table to the right of a column begins: behind a
// column that is empty throughout, with a column of names, or of account numbers
// and then names. width where none does.
func (w *documentWords) nextTable(t *grid.Table, bottom int, whole *header, left, width int) int {
	amounts := false
	for col := left; col < width; col++ {
		amounts = amounts || slices.Contains(whole.cols, col)
		if col == left || !amounts || !w.emptyColumn(t, bottom, col-1) {
			continue
		}
		names := col
		if p := w.profile(t, bottom+1, col); p.amounts > 0 && p.texts == 0 {
			names++
		}
		if p := w.profile(t, bottom+1, names); p.texts > 0 && !slices.Contains(whole.cols, names) && slices.Contains(whole.cols, names+1) {
			return col
		}
	}
	return width
}

// emptyColumn reports whether nothing stands in a column from its heading on.
func (w *documentWords) emptyColumn(t *grid.Table, bottom, col int) bool {
	p := w.profile(t, bottom+1, col)
	return p.amounts+p.texts == 0 && t.Cell(bottom, col).Blank()
}

// bind reads the columns from left up to right of rows top to bottom as a heading.
func (w *documentWords) bind(t *grid.Table, top, bottom, left, right int) *header {
	h := &header{top: top, bottom: bottom, left: left, right: right, name: -1}
	headed := 0
	for col := left; col < right; col++ {
		text, at := headingText(t, top, bottom, col)
		p := w.profile(t, bottom+1, col)
		if h.name < 0 {
			if p.texts > 0 || w.yearsUnder(t, bottom+1, col) {
				h.name, h.corner = col, text
			} else if p.amounts > 0 {
				if _, known := w.heading(text); known {
					return nil // amounts without names
				}
			}
			continue // account numbers, or nothing
		}
		if model.Clean(text) == "" && p.amounts == 0 {
			continue
		}
		var c model.BudgetColumn
		var known bool
		texts := p.texts > p.amounts // whatever stands over them
		if !texts {
			c, known = w.heading(text)
			c.At = at
		}
		switch {
		case !texts && (p.amounts > 0 || known):
			h.cols, h.columns = append(h.cols, col), append(h.columns, c)
			w.weigh(h, &c, known, p.amounts > 0)
			headed++
		case len(h.cols) == 0 && p.texts > 0:
			h.corner += "\n" + text // a second column of names
		default:
			h.loose = append(h.loose, col)
			headed++
		}
	}
	if h.roles+h.plain == 0 || 2*len(h.cols) < headed {
		return nil
	}
	return h
}

// weigh counts what a column with a heading, known or not, and with amounts below it or
// not, says for the row to be the heading of a budget.
func (w *documentWords) weigh(h *header, c *model.BudgetColumn, known, amounts bool) {
	switch {
	case c.Role == model.RoleYear && !amounts: // a year beside a title says nothing of the table
	case c.Role == model.RoleYear || c.Role == model.RoleOther && w.barePeriod(c.Heading):
		h.roles++
		h.years++
	case c.Role == model.RoleOther && known && amounts:
		h.plain++
	case c.Role == model.RoleOther, c.Role == model.RolePercent, c.Role == model.RolePlain, c.Role == model.RoleChange:
	default:
		h.roles++
	}
}
