package rules

import (
	"slices"

	"riskbok/rules/budgets"
	"riskbok/rules/model"
)

var budgetNet = Rule{Name: "budget-net", Severity: Error, Fix: Judgement, Check: func(c *Case) []Finding {
	return netFindings(c.Board, c.Year, c.Budgets)
}}

// netFindings is the rule budget-net for the budgets of one board and year.
func netFindings(board string, year int, tables []*model.Budget) []Finding {
	var out []Finding
	for _, b := range tables {
		s := budgets.Of(b)
		for i := range b.Lines {
			n, is := s.Nets[i]
			for col := range b.Columns {
				net, agrees, judged := s.Agrees(i, col)
				if !is || !judged || agrees {
					continue
				}
				f := budgetFinding(board, year, b, i, col, net)
				income, costs := n.Sides(b, col)
				f.Args["income"], f.Args["costs"] = amountText(b, income), termText(b, costs)
				f.related(b, col, slices.Concat(n.Income, n.Costs))
				out = append(out, f)
			}
		}
	}
	return out
}
