package budget

import (
	"slices"

	"github.com/shopspring/decimal"

	"riskbok/exporters/workbook"
	"riskbok/rules/model"
)

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
	s.text(rowBand, k.left, text, workbook.LookBand)
	s.Merge(rowBand, k.left, k.right)
}

// lineHeading gives what the lines of a budget are called: parties that share, or items.
func lineHeading(b *model.Budget) string {
	if slices.ContainsFunc(b.Lines, func(l model.BudgetLine) bool { return l.Kind == model.LineParty }) {
		return "budget.head.party"
	}
	return "budget.head.line"
}

func (b *builder) blockHeadings(s *sheet, k *block) {
	s.text(rowHeading, 0, b.cat.T(lineHeading(k.b)), workbook.LookHeading)
	for i, j := range k.columns {
		s.text(rowHeading, k.left+i, b.heading(k.b.Columns[j].Heading, k.b.Unit), workbook.LookHeading)
	}
	latest := k.b.Columns[k.columns[k.latest]]
	if k.change >= 0 {
		before := k.b.Columns[k.columns[k.before]]
		s.text(rowHeading, k.change, b.heading(b.cat.T("budget.head.change", "from", before.Year, "to", latest.Year), k.b.Unit), workbook.LookHeading)
		s.text(rowHeading, k.percent, b.cat.T("budget.head.percent"), workbook.LookHeading)
	}
	if k.share >= 0 {
		text := b.cat.T("budget.head.share.plain")
		if latest.Year != 0 {
			text = b.cat.T("budget.head.share", "year", latest.Year)
		}
		s.text(rowHeading, k.share, text, workbook.LookHeading)
	}
}

// lineNames writes the names of the lines.
func (b *builder) lineNames(s *sheet, first *model.Budget, rows []int) {
	for i := range first.Lines {
		l := &first.Lines[i]
		look, _ := b.lineLooks(l, 0)
		s.text(rows[i], 0, l.Name.V, look)
		if i+1 < len(rows) && rows[i+1] > rows[i]+1 || i+1 == len(rows) && len(s.Rows) > rows[i]+1 {
			s.text(rows[i]+1, 0, b.cat.T("budget.line.printed", "line", l.Name.V), lookText)
		}
	}
}

// blockLine writes the amounts of a line of one alternative.
func (b *builder) blockLine(s *sheet, k *block, i int, rows []int) {
	l := &k.b.Lines[i]
	at := func(line, col int) string { return workbook.Ref(rows[line], k.col(col)) }
	_, amount := b.lineLooks(l, k.b.Decimals)
	percent := amount
	percent.Format = b.percentFormat()
	s.fill(rows[i], k.left, k.right, amount)
	for _, j := range k.columns {
		b.writeAmount(s, k.calc, i, j, rows[i], k.col(j), at, amount)
		if differs, wrong := k.differs(i, j, at); differs {
			look := b.amountLook(k.b.Decimals)
			if wrong {
				look = warning(look)
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
			s.formula(rows[i], k.share, now+"/"+workbook.FixedRow(rows[whole], k.col(k.columns[k.latest])), ratio(latest, total), percent)
		}
	}
}

// writeAmount writes an amount, by formula where it follows from others. What
// was not understood stands as it was printed.
func (b *builder) writeAmount(s *sheet, c *calc, line, col, row, at int, where refs, l workbook.Look) {
	d, formula, ok := c.amount(line, col, where)
	v := c.b.Lines[line].Amounts[col]
	switch {
	case formula != "":
		s.formula(row, at, formula, d, l)
	case ok && !money(&c.b.Columns[col]):
		l.Format = b.amountFormat(model.Decimals(d))
		s.amount(row, at, d, l)
	case ok:
		s.amount(row, at, d, l)
	case v.Raw != "":
		s.text(row, at, v.Raw, l)
	}
}

func ratio(a, b decimal.Decimal) decimal.Decimal { return a.DivRound(b, 20) }
