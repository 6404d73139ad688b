package budget

import (
	"slices"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// leastHeadless is how many lines of amounts a table without headings must have.
const leastHeadless = 3

// headless reads a table that has no headings, under a title that speaks of a
// budget: names, then amounts in every row, one of them a total's. Its columns are
// the years of the title where it names one for each, else plain amounts.
func (d *reader) headless(t *grid.Table) {
	title := ""
	first, cols := d.w.bareAmounts(t, func(first int) (found bool) {
		if d.isTaken(t, first) || headedAbove(t, first) {
			return false
		}
		title, found = d.budgetTitle(t, first)
		return found
	})
	if first < 0 {
		return
	}
	heads := d.w.headsOf(title, len(cols))
	row := make([]grid.Cell, cols[len(cols)-1]+1)
	for c := range row {
		row[c] = grid.Cell{At: t.Cell(first, min(c, len(t.Rows[first])-1)).At}
	}
	for i, col := range cols {
		row[col].Kind, row[col].Text = grid.Text, heads[i]
	}
	headed := *t
	headed.Rows = slices.Concat(t.Rows[:first:first], [][]grid.Cell{row}, t.Rows[first:])
	d.table(&headed)
}

// headedAbove reports whether more than one text stands in a row over a block: then
// it has headings, of something else.
func headedAbove(t *grid.Table, first int) bool {
	return slices.ContainsFunc(t.Rows[:first], func(row []grid.Cell) bool {
		n := 0
		for c := range row {
			if !row[c].Blank() && !row[c].Covered {
				n++
			}
		}
		return n > 1
	})
}

// bareAmounts gives the first row of a block of lines that have a name and amounts
// in the same columns, one of them a total's; −1 where there is none, or where none
// may begin in that row.
func (w *documentWords) bareAmounts(t *grid.Table, may func(first int) bool) (first int, cols []int) {
	first = -1
	n, total := 0, false
	for r := range t.Rows {
		if blankRow(t, r) {
			continue
		}
		name, have := w.nameAndAmounts(t, r)
		switch {
		case first < 0 && len(have) == 0:
			continue
		case first < 0:
			if first, cols = r, have; !may(first) {
				return -1, nil
			}
		case len(have) == 0 && name != "": // a heading within
			continue
		}
		if name == "" || !slices.Equal(have, cols) {
			return -1, nil
		}
		_, is := w.kind(w.oneLine(name))
		total = total || is && n > 1
		n++
	}
	if n < leastHeadless || !total {
		return -1, nil
	}
	return first, cols
}

// nameAndAmounts gives the first text of a row and its columns of amounts.
func (w *documentWords) nameAndAmounts(t *grid.Table, r int) (name string, cols []int) {
	for c := range t.Rows[r] {
		cell := &t.Rows[r][c]
		switch {
		case cell.Covered || cell.Blank():
		case w.amountCell(cell) || cell.Formula != "":
			if name != "" {
				cols = append(cols, c)
			}
		case name == "":
			name = cell.Text
		}
	}
	return name, cols
}

// budgetTitle gives the text over a row, or the name of the table, that says that
// plain amounts are a budget.
func (d *reader) budgetTitle(t *grid.Table, first int) (string, bool) {
	texts := []string{t.Name}
	for _, over := range textsOver(t, 0, &header{top: first, right: len(t.Rows[first])}) {
		texts = append(texts, over.text)
	}
	title := ""
	for _, s := range texts {
		if says(s, d.w.notMoney) || d.w.prices(s) {
			return "", false
		}
		if holds(s, d.w.budgetTitles) {
			title = s // the nearest
		}
	}
	return title, title != ""
}

// headsOf gives as many headings as there are columns: the years of a title, each
// with the word before it, or the word for amounts.
func (w *documentWords) headsOf(title string, columns int) []string {
	heads := printedPatterns().column.FindAllString(model.Clean(title), -1)
	if len(heads) == columns {
		return heads
	}
	return slices.Repeat([]string{w.v.Amounts[0]}, columns)
}
