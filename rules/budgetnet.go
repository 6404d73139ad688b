package rules

import "slices"

var budgetNet = Rule{Name: "budget-net", Severity: Error, Fix: Judgement, Check: func(c *Case) []Finding {
	return c.netFindings()
}}

// netFindings is the rule budget-net.
func (c *Case) netFindings() []Finding {
	board, year := c.Board, c.Year
	var out []Finding
	for _, b := range c.Budgets {
		s := c.structure(b)
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
