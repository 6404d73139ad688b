package rules

import (
	"riskbok/rules/budgets"
	"riskbok/rules/model"
)

var budgetTotal = Rule{Name: "budget-total", Severity: Error, Fix: Judgement, Check: func(c *Case) []Finding {
	return c.totalFindings()
}}

// totalFindings is the rule budget-total: totals of lines, and sums across
// columns.
func (c *Case) totalFindings() []Finding {
	board, year := c.Board, c.Year
	var out []Finding
	for _, b := range c.Budgets {
		s := c.structure(b)
		for i := range b.Lines {
			for col := range b.Columns {
				if s.Columns[col].Relation == budgets.Across {
					out = append(out, acrossFinding(board, year, b, s, i, col)...)
				}
				lines, is := s.Sums[i]
				sum, agrees, judged := s.Agrees(i, col)
				if !is || !judged || agrees {
					continue
				}
				f := budgetFinding(board, year, b, i, col, sum)
				f.Args["n"] = len(lines)
				f.related(b, col, lines)
				out = append(out, f)
			}
		}
	}
	return out
}

// acrossFinding is the finding about a sum across columns on a line, if it is
// wrong.
func acrossFinding(board string, year int, b *model.Budget, s *budgets.Structure, line, col int) []Finding {
	want, agrees, judged := s.Expected(line, col)
	if !judged || agrees {
		return nil
	}
	f := budgetFinding(board, year, b, line, col, want)
	f.Variant = "across"
	for _, j := range s.Columns[col].Parts {
		f.Related = append(f.Related, b.Lines[line].Amounts[j].At)
	}
	f.Args["n"] = len(f.Related)
	f.together(s, b, line, col)
	return []Finding{f}
}

// totalsNotJudged tells of the lines of a budget that are called totals and that
// nothing in the table explains.
func (c *Case) totalsNotJudged(b *model.Budget) []Finding {
	var out []Finding
	for _, i := range c.structure(b).Unexplained {
		l := &b.Lines[i]
		f := c.tableFinding(&model.Table{Name: b.Title, At: l.At}, "budget-total")
		f.Path += "/" + model.Key(l.Name.V)
		f.Event = l.Name.V
		f.Args["line"], f.Args["subject"] = l.Name.V, model.SubjectBudget
		out = append(out, f)
	}
	return out
}
