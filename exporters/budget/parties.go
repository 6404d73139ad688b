package budget

import (
	"strings"

	"github.com/shopspring/decimal"

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
	s := &sheet{name: b.tabName(name), widths: []float64{30}, frozen: rowFirst}
	b.sheetTitle(s, first)
	var blocks []*block
	for _, alternative := range group {
		k := newBlock(alternative, len(s.widths))
		for range k.right - k.left + 1 {
			s.widths = append(s.widths, 13)
		}
		blocks = append(blocks, k)
	}
	source := len(s.widths)
	s.widths = append(s.widths, 36)
	rows, last := b.partyRows(s, blocks)
	for n, k := range blocks {
		b.band(s, k, n, len(blocks))
		b.blockHeadings(s, k)
		for i := range k.b.Lines {
			b.blockLine(s, k, i, rows)
		}
	}
	b.lineNames(s, first, rows)
	s.text(rowHeading, source, b.cat.T("budget.head.source"), lookHeading)
	for i, row := range rows {
		var at []model.Source
		for _, k := range blocks {
			at = append(at, k.b.Lines[i].At)
		}
		s.text(row, source, b.sourcesText(at...), lookText)
		if row < last && (i+1 == len(rows) || rows[i+1] > row+1) {
			s.text(row+1, source, b.sourcesText(at...), lookText)
		}
	}
	b.notes(s, last+1, blocks)
	b.shareCharts(s, blocks, rows, last+4)
	return s
}

// sheetTitle heads a sheet with the budget's title and the board.
func (b *builder) sheetTitle(s *sheet, first *model.Budget) {
	title := first.Title
	if title == "" {
		title = s.name
	}
	if y := yearText(b.book.Year); y != "" && !strings.Contains(title, y) {
		title += " " + y
	}
	s.text(rowTitle, 0, title, lookTitle)
	if b.book.Board != "" {
		s.text(rowBoard, 0, b.book.Board, lookLine)
	}
}

// newBlock places an alternative from a column on. Changes and shares that the
// source has are calculated anew.
func newBlock(a *model.Budget, left int) *block {
	k := &block{calc: newCalc(a), left: left, change: -1, percent: -1, share: -1, before: -1}
	for j := range a.Columns {
		if r := a.Columns[j].Role; r != model.RoleChange && r != model.RolePercent {
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

// band names an alternative over its columns.
func (b *builder) band(s *sheet, k *block, n, of int) {
	text := k.b.Caption
	if of > 1 {
		text = b.cat.T("budget.alternative", "n", n+1)
		if k.b.Caption != "" {
			text = b.cat.T("budget.alternative.caption", "n", n+1, "caption", k.b.Caption)
		}
	}
	if text == "" {
		return
	}
	s.text(rowBand, k.left, text, lookBand)
	s.merge(rowBand, k.left, k.right)
}

func (b *builder) blockHeadings(s *sheet, k *block) {
	s.text(rowHeading, 0, b.cat.T("budget.head.party"), lookHeading)
	for i, j := range k.columns {
		s.text(rowHeading, k.left+i, b.heading(k.b.Columns[j].Heading, k.b.Unit), lookHeading)
	}
	latest := k.b.Columns[k.columns[k.latest]]
	if k.change >= 0 {
		before := k.b.Columns[k.columns[k.before]]
		s.text(rowHeading, k.change, b.heading(b.cat.T("budget.head.change", "from", before.Year, "to", latest.Year), k.b.Unit), lookHeading)
		s.text(rowHeading, k.percent, b.cat.T("budget.head.percent"), lookHeading)
	}
	if k.share >= 0 {
		text := b.cat.T("budget.head.share.plain")
		if latest.Year != 0 {
			text = b.cat.T("budget.head.share", "year", latest.Year)
		}
		s.text(rowHeading, k.share, text, lookHeading)
	}
}

// lineNames writes the names of the lines.
func (b *builder) lineNames(s *sheet, first *model.Budget, rows []int) {
	for i := range first.Lines {
		l := &first.Lines[i]
		look := lookText
		if l.Total || l.Kind == model.LineNet {
			look = look.asTotal()
		}
		if l.Kind == model.LineGroup {
			look.bold = true
		}
		s.text(rows[i], 0, l.Name.V, look)
		if i+1 < len(rows) && rows[i+1] > rows[i]+1 || i+1 == len(rows) && len(s.rows) > rows[i]+1 {
			s.text(rows[i]+1, 0, b.cat.T("budget.line.printed", "line", l.Name.V), lookText)
		}
	}
}

// blockLine writes the amounts of a line of one alternative.
func (b *builder) blockLine(s *sheet, k *block, i int, rows []int) {
	l := &k.b.Lines[i]
	at := func(line, col int) string { return ref(rows[line], k.col(col)) }
	amount, percent := amountLook(k.b.Decimals), percentLook
	if l.Total || l.Kind == model.LineNet {
		amount, percent = amount.asTotal(), percent.asTotal()
	}
	s.fill(rows[i], k.left, k.right, amount)
	for _, j := range k.columns {
		b.writeAmount(s, k.calc, i, j, rows[i], k.col(j), at, amount)
		if differs, wrong := k.differs(i, j, at); differs {
			look := amountLook(k.b.Decimals)
			if wrong {
				look = look.warning()
			}
			s.amount(rows[i]+1, k.col(j), l.Amounts[j].V, look)
		}
	}
	latest, _, ok := k.amount(i, k.columns[k.latest], at)
	if !ok {
		return
	}
	now := at(i, k.columns[k.latest])
	if k.change >= 0 {
		if before, _, ok := k.amount(i, k.columns[k.before], at); ok {
			was := at(i, k.columns[k.before])
			s.formula(rows[i], k.change, now+"-"+was, latest.Sub(before), amount)
			if !before.IsZero() {
				s.formula(rows[i], k.percent, now+"/"+was+"-1", ratio(latest, before).Sub(decimal.New(1, 0)), percent)
			}
		}
	}
	if whole := k.whole(); k.share >= 0 && l.Kind != model.LineNet {
		if total, _, ok := k.amount(whole, k.columns[k.latest], at); ok && !total.IsZero() {
			s.formula(rows[i], k.share, now+"/"+fixed(rows[whole], k.col(k.columns[k.latest])), ratio(latest, total), percent)
		}
	}
}

// writeAmount writes an amount, by formula where it follows from others. What
// was not understood stands as it was printed.
func (b *builder) writeAmount(s *sheet, c *calc, line, col, row, at int, where refs, l look) {
	d, formula, ok := c.amount(line, col, where)
	v := c.b.Lines[line].Amounts[col]
	switch {
	case formula != "":
		s.formula(row, at, formula, d, l)
	case ok && c.b.Columns[col].Role == model.RolePercent:
		l.decimals = model.Decimals(d)
		s.amount(row, at, d, l)
	case ok:
		s.amount(row, at, d, l)
	case v.Raw != "":
		s.text(row, at, v.Raw, l)
	}
}

func ratio(a, b decimal.Decimal) decimal.Decimal { return a.DivRound(b, 20) }

// notes explains the marks of a sheet below its table.
func (b *builder) notes(s *sheet, row int, blocks []*block) {
	marked, unit := false, true
	for _, k := range blocks {
		unit = unit && k.b.Unit != model.NoUnit
		for i := range k.b.Lines {
			marked = marked || k.lineDiffers(i)
		}
	}
	b.noteRows(s, row, marked, unit)
}

// noteRows writes the explanations that a sheet needs, over its first columns.
func (b *builder) noteRows(s *sheet, row int, marked, unit bool) int {
	note := func(text string) {
		s.text(row, 0, text, lookNote)
		s.merge(row, 0, min(6, len(s.widths)-1))
		row++
	}
	if marked {
		note(b.cat.T("budget.note.printed"))
	}
	if !unit {
		note(b.cat.T("budget.note.no-unit"))
	}
	return row
}
