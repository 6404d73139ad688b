package rules

import (
	"riskbok/rules/budgets"
	"riskbok/rules/model"
)

var budgetDeviation = Rule{Name: "budget-deviation", Severity: Error, Fix: Judgement, Check: func(c *Case) []Finding {
	return c.deviationFindings(false)
}}

// deviationFindings is the rule budget-deviation, or with forecast the rule
// budget-forecast. Changes from one column to another are judged as deviations
// are.
func (c *Case) deviationFindings(forecast bool) []Finding {
	board, year := c.Board, c.Year
	var out []Finding
	for _, b := range c.Budgets {
		s := c.structure(b)
		for col := range b.Columns {
			d, ok := s.Columns[col]
			if !ok || d.AddsUp() || (d.Relation == budgets.Forecast) != forecast {
				continue
			}
			for i := range b.Lines {
				want, agrees, judged := s.Expected(i, col)
				if !judged || agrees {
					continue
				}
				f := budgetFinding(board, year, b, i, col, want)
				of, budget := b.Lines[i].Amounts[d.Of], b.Lines[i].Amounts[d.Budget]
				f.Args["of"], f.Args["budget"] = amountText(b, of.V), termText(b, budget.V)
				if d.Sign[i] < 0 {
					f.Args["of"], f.Args["budget"] = amountText(b, budget.V), termText(b, of.V)
				}
				f.Related = []model.Source{of.At, budget.At}
				f.together(s, b, i, col)
				out = append(out, f)
			}
		}
	}
	return out
}
