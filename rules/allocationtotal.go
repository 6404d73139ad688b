package rules

import (
	"strconv"

	"github.com/shopspring/decimal"

	"riskbok/rules/budgets"
	"riskbok/rules/model"
)

var allocationTotal = Rule{Name: "allocation-total", Severity: Error, Fix: Judgement, Check: func(c *Case) []Finding {
	return allocationFindings(c.Board, c.Year, c.Allocations)
}}

// SharesOf adds up the shares of an allocation in the unit of its total;
// decimals is the most that any of them is written with, in that unit. ok is
// false where an amount was not read.
func SharesOf(a *model.Allocation) (sum decimal.Decimal, decimals int, ok bool) {
	if !a.Total.OK || len(a.Shares) == 0 {
		return sum, 0, false
	}
	decimals = model.Decimals(a.Total.V)
	for _, s := range a.Shares {
		if !s.Amount.OK {
			return sum, 0, false
		}
		d := s.Amount.V
		if s.Unit != a.Unit && s.Unit != model.NoUnit && a.Unit != model.NoUnit {
			d = d.Mul(s.Unit.Factor()).DivRound(a.Unit.Factor(), 8)
			for d.Exponent() < 0 && d.Equal(d.Truncate(-d.Exponent()-1)) {
				d = d.Truncate(-d.Exponent() - 1)
			}
		}
		decimals = max(decimals, model.Decimals(d))
		sum = sum.Add(d)
	}
	return sum, decimals, true
}

// allocationFindings is the rule allocation-total for the cost shares of one
// board and year.
func allocationFindings(board string, year int, allocations []*model.Allocation) []Finding {
	var out []Finding
	for _, a := range allocations {
		sum, decimals, ok := SharesOf(a)
		if !ok || sum.Sub(a.Total.V).Abs().LessThanOrEqual(budgets.AmountSlack(len(a.Shares), decimals)) {
			continue
		}
		f := Finding{
			Variant:  "wrong",
			Path:     model.Key(board) + "/" + strconv.Itoa(year) + "/" + identity("", a.Text),
			At:       a.Total.At,
			Board:    board,
			Year:     year,
			Event:    a.Text,
			Found:    model.AmountText(a.Total.V, model.Decimals(a.Total.V)),
			Expected: model.AmountText(sum, decimals),
			Args:     map[string]any{"unit": string(a.Unit), "n": len(a.Shares)},
			Fix:      &Fix{Class: Judgement},
		}
		for _, s := range a.Shares {
			f.Related = append(f.Related, s.Amount.At)
		}
		out = append(out, f)
	}
	return out
}
