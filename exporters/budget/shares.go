package budget

import (
	"github.com/shopspring/decimal"

	"riskbok/exporters/workbook"
	"riskbok/rules"
	"riskbok/rules/model"
)

// stated is an allocation with the places that state it.
type stated struct {
	*model.Allocation
	at []*model.Allocation
}

// distinct gives the allocations, those that say the same as one.
func distinct(list []*model.Allocation) []stated {
	var out []stated
next:
	for _, a := range list {
		for i := range out {
			if sameShares(out[i].Allocation, a) {
				out[i].at = append(out[i].at, a)
				continue next
			}
		}
		out = append(out, stated{a, []*model.Allocation{a}})
	}
	return out
}

func sameShares(a, b *model.Allocation) bool {
	if len(a.Shares) != len(b.Shares) || a.Unit != b.Unit || !a.Total.V.Equal(b.Total.V) {
		return false
	}
	for i := range a.Shares {
		x, y := a.Shares[i], b.Shares[i]
		if model.Key(x.Party.V) != model.Key(y.Party.V) || x.Unit != y.Unit || !x.Amount.V.Equal(y.Amount.V) {
			return false
		}
	}
	return true
}

// sharesSheet lays out the cost shares under each other, each with its chart
// beside; nil where there are none.
func (b *builder) sharesSheet() *sheet {
	list := distinct(b.book.Allocations)
	if len(list) == 0 {
		return nil
	}
	s := b.newSheet(b.cat.T("budget.sheet.shares"), "", 30, 14, 14, 36, 4, 13, 13, 13)
	row, marked, unit := 3, false, true
	for i, a := range list {
		// Two fit on a printed page.
		if i > 0 && i%2 == 0 {
			s.Breaks = append(s.Breaks, row)
		}
		var wrong bool
		row, wrong = b.allocation(s, a, row)
		marked, unit = marked || wrong, unit && a.Unit != model.NoUnit
	}
	b.note(s, marked, unit)
	return s
}

// The columns of the sheet of cost shares.
const (
	colParty = iota
	colAmount
	colShare
	colSource
	colSharesChart = colSource + 2
)

// allocation writes one allocation from a row on, gives the row after it and
// whether its total is marked.
func (b *builder) allocation(s *sheet, a stated, row int) (next int, wrong bool) {
	s.text(row, 0, a.Text, workbook.LookNote)
	s.Merge(row, 0, colSource)
	row++
	heading := row
	for col, text := range []string{
		b.cat.T("budget.head.party"), b.heading(b.cat.T("budget.head.amount"), a.Unit),
		b.cat.T("budget.head.share.plain"), b.cat.T("budget.head.source"),
	} {
		s.text(row, col, text, workbook.LookHeading)
	}
	sum, decimals, ok := rules.SharesOf(a.Allocation)
	if !ok {
		return row + 2, false
	}
	money, percent := b.amountLook(decimals), b.percentLook()
	first, last := row+1, row+len(a.Shares)
	for i := range a.Shares {
		row++
		amount := inUnit(&a.Shares[i], a.Unit)
		s.text(row, colParty, a.Shares[i].Party.V, lookText)
		s.amount(row, colAmount, amount, money)
		if !sum.IsZero() {
			s.formula(row, colShare, workbook.Ref(row, colAmount)+"/"+workbook.FixedRow(last+1, colAmount), ratio(amount, sum), percent)
		}
		s.text(row, colSource, b.sourcesText(sharesAt(a, i)...), lookSource)
	}
	row++
	s.text(row, colParty, b.cat.T("budget.sum"), asTotal(lookText))
	s.formula(row, colAmount, "SUM("+workbook.Ref(first, colAmount)+":"+workbook.Ref(last, colAmount)+")", sum, asTotal(money))
	if !sum.IsZero() {
		s.formula(row, colShare, workbook.Ref(row, colAmount)+"/"+workbook.FixedRow(row, colAmount), decimal.New(1, 0), asTotal(percent))
	}
	s.text(row, colSource, b.sourcesText(totalsAt(a)...), asTotal(lookSource))
	if !sum.Equal(a.Total.V) {
		row++
		wrong = true
		s.text(row, colParty, b.cat.T("budget.line.printed", "line", b.cat.T("budget.sum")), lookText)
		s.amount(row, colAmount, a.Total.V, warning(money))
		s.fill(row, colShare, colShare, lookText)
		s.text(row, colSource, b.sourcesText(totalsAt(a)...), lookSource)
		s.beside = append(s.beside, workbook.Span{Row: row, From: 0, Last: row, To: colSource})
	}
	s.aside(colSource, heading, row)
	s.charts = append(s.charts, chart{heading, colSharesChart, pie(b.cat.T("budget.chart.shares.plain"), b.percentFormat(), s.area(heading, colAmount, heading, colAmount),
		s.area(first, colParty, last, colParty), s.area(first, colAmount, last, colAmount), len(a.Shares))})
	return max(row+2, heading+rowsOf(pieHeight)+1), wrong
}

// inUnit gives a share in the unit of the total.
func inUnit(s *model.Share, unit model.Unit) decimal.Decimal {
	if s.Unit == unit || s.Unit == model.NoUnit || unit == model.NoUnit {
		return s.Amount.V
	}
	return s.Amount.V.Mul(s.Unit.Factor()).DivRound(unit.Factor(), 8)
}

func sharesAt(a stated, i int) []model.Source {
	var out []model.Source
	for _, o := range a.at {
		out = append(out, o.Shares[i].Amount.At)
	}
	return out
}

func totalsAt(a stated) []model.Source {
	var out []model.Source
	for _, o := range a.at {
		out = append(out, o.Total.At)
	}
	return out
}
