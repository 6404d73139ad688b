package budget

import (
	"slices"
	"strings"

	"riskbok/exporters/workbook"
	"riskbok/rules/model"
)

// The rows of a budget's sheet, counted from 0.
const (
	rowTitle   = 0
	rowBoard   = 1
	rowBand    = 3
	rowHeading = 4
	rowFirst   = 5
)

// block is one alternative on a sheet: its columns of amounts, then those that
// are calculated, −1 where there is none.
type block struct {
	*calc
	columns                []int // of the budget
	left                   int
	change, percent, share int
	latest, before         int // places among columns
	right                  int
}

// col gives the sheet's column of a budget's column.
func (k *block) col(budgetColumn int) int {
	for i, c := range k.columns {
		if c == budgetColumn {
			return k.left + i
		}
	}
	return k.left
}

// budgetSheet lays out a budget with its alternatives side by side.
func (b *builder) budgetSheet(group []*model.Budget) *sheet {
	first := group[0]
	name := b.cat.T("budget.sheet.budget")
	if b.book.Year != 0 {
		name = b.cat.T("budget.sheet.budget.year", "year", b.book.Year)
	}
	s := b.newSheet(name, first.Title, 30)
	s.frozen = rowFirst
	var blocks []*block
	for _, alternative := range group {
		k := newBlock(alternative, len(s.Widths))
		for range k.right - k.left + 1 {
			s.Widths = append(s.Widths, 13)
		}
		blocks = append(blocks, k)
	}
	source := len(s.Widths)
	s.Widths = append(s.Widths, 36)
	rows, last := b.partyRows(s, blocks)
	for n, k := range blocks {
		b.band(s, k, n, len(blocks))
		b.blockHeadings(s, k)
		for i := range k.b.Lines {
			b.blockLine(s, k, i, rows)
		}
	}
	b.lineNames(s, first, rows)
	s.text(rowHeading, source, b.cat.T("budget.head.source"), workbook.LookHeading)
	for i, row := range rows {
		var at []model.Source
		for _, k := range blocks {
			at = append(at, k.b.Lines[i].At)
		}
		s.text(row, source, b.sourcesText(at...), lookSource)
		if row < last && (i+1 == len(rows) || rows[i+1] > row+1) {
			s.text(row+1, source, b.sourcesText(at...), lookSource)
			s.beside = append(s.beside, workbook.Span{Row: row + 1, From: 0, Last: row + 1, To: source})
		}
	}
	s.aside(source, rowHeading, last)
	b.explain(s, blocks)
	b.shareCharts(s, blocks, rows, last+3)
	return s
}

// newBlock places an alternative from a column on. Changes from year to year and
// shares that the source has are calculated anew.
func newBlock(a *model.Budget, left int) *block {
	k := &block{calc: newCalc(a), left: left, change: -1, percent: -1, share: -1, before: -1}
	for j := range a.Columns {
		if money(&a.Columns[j]) && !k.anew(j) {
			k.columns = append(k.columns, j)
		}
	}
	k.latest = len(k.columns) - 1
	for i, j := range k.columns {
		if a.Year != 0 && a.Columns[j].Year == a.Year {
			k.latest = i
		}
	}
	k.right = left + len(k.columns) - 1
	if k.latest > 0 && a.Columns[k.columns[k.latest]].Year != 0 && a.Columns[k.columns[k.latest-1]].Year != 0 {
		k.before = k.latest - 1
		k.change, k.percent = k.right+1, k.right+2
		k.right += 2
	}
	if k.whole() >= 0 {
		k.share = k.right + 1
		k.right++
	}
	return k
}

// anew reports whether a column is a change from one year to another that no other
// column is made of.
func (k *block) anew(col int) bool {
	for _, c := range k.s.Columns {
		if slices.Contains(c.Parts, col) {
			return false
		}
	}
	c, known := k.s.Columns[col]
	if k.b.Columns[col].Role != model.RoleChange {
		return false
	}
	return !known || k.b.Columns[c.Of].Year != 0 && k.b.Columns[c.Budget].Year != 0
}

// whole gives the total that shares are shares of: the last one, or −1.
func (k *block) whole() int {
	for i := len(k.b.Lines) - 1; i >= 0; i-- {
		if k.b.Lines[i].Total && k.b.Lines[i].Amounts[k.columns[k.latest]].OK {
			return i
		}
	}
	return -1
}

// partyRows gives each line its row; a total that the source prints otherwise
// in some alternative has one more for what is printed.
func (b *builder) partyRows(s *sheet, blocks []*block) (rows []int, last int) {
	row := rowFirst
	for i := range blocks[0].b.Lines {
		rows = append(rows, row)
		row++
		for _, k := range blocks {
			if k.lineDiffers(i) {
				row++
				break
			}
		}
	}
	return rows, row - 1
}

func (k *block) lineDiffers(line int) bool {
	at := func(int, int) string { return "" }
	for _, j := range k.columns {
		if differs, _ := k.differs(line, j, at); differs {
			return true
		}
	}
	return false
}

// rowNote is the row of explanations, under the board.
const rowNote = 2

// note explains the marks of a sheet and says where no unit is known.
func (b *builder) note(s *sheet, marked, unit bool) {
	var lines []string
	if marked {
		lines = append(lines, b.cat.T("budget.note.printed"))
	}
	if !unit {
		lines = append(lines, b.cat.T("budget.note.no-unit"))
	}
	if len(lines) > 0 {
		s.text(rowNote, 0, strings.Join(lines, "\n"), workbook.LookNote)
		s.Merge(rowNote, 0, min(6, len(s.Widths)-1))
	}
}

// explain notes what the alternatives of a budget need.
func (b *builder) explain(s *sheet, blocks []*block) {
	marked, unit := false, true
	for _, k := range blocks {
		unit = unit && k.b.Unit != model.NoUnit
		for i := range k.b.Lines {
			marked = marked || k.lineDiffers(i)
		}
	}
	b.note(s, marked, unit)
}
