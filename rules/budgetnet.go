package rules

import (
	"slices"

	"github.com/shopspring/decimal"

	"riskbok/rules/budgets"
	"riskbok/rules/model"
)

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
				if c := s.Columns[col]; c.Relation == budgets.NetAcross {
					out = append(out, netAcross(board, year, b, s, i, col)...)
				}
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

// netAcross is the finding about a net of columns on a line, if it is wrong.
func netAcross(board string, year int, b *model.Budget, s *budgets.Structure, line, col int) []Finding {
	want, agrees, judged := s.Expected(line, col)
	if !judged || agrees {
		return nil
	}
	f := budgetFinding(board, year, b, line, col, want)
	c := s.Columns[col]
	for k, name := range []string{"income", "costs"} {
		v := b.Lines[line].Amounts[c.Parts[k]]
		d := v.V.Mul(decimal.NewFromInt(c.PartSigns[k]))
		f.Args[name] = termText(b, d)
		if k == 0 {
			f.Args[name] = amountText(b, d)
		}
		f.Related = append(f.Related, v.At)
	}
	f.together(s, b, line, col)
	return []Finding{f}
}
