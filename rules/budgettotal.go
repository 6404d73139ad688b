package rules

import (
	"slices"

	"github.com/shopspring/decimal"

	"riskbok/rules/model"
)

var budgetTotal = Rule{Name: "budget-total", Severity: Error, Fix: Judgement, Check: func(c *Case) []Finding {
	return totalFindings(c.Board, c.Year, c.Budgets)
}}

// SumsOf gives for each total of a budget, by its line, the lines that it adds
// up: those since the total before it, the totals so far and what stands after
// them, or every line that is no total, whichever fits most columns. A total
// that stands before its lines is one only where it fits them.
func SumsOf(b *model.Budget) map[int][]int {
	s := sums{b: b, of: map[int][]int{}}
	for i := range b.Lines {
		s.line(i)
	}
	return s.of
}

// sums walks the lines of a budget. Open are the lines since the last total,
// closed the totals so far that no other has added up, leaves all lines that
// are no totals.
type sums struct {
	b                    *model.Budget
	open, closed, leaves []int
	of                   map[int][]int
}

func (s *sums) line(i int) {
	l := &s.b.Lines[i]
	switch {
	case l.Kind == model.LineGroup || l.Kind == model.LineOfWhich || !l.Name.OK:
	case l.Kind == model.LineNet:
		// What comes after a net is added to it.
		s.closed, s.open = []int{i}, nil
	case l.Total:
		s.total(i)
	default:
		s.open, s.leaves = append(s.open, i), append(s.leaves, i)
	}
}

func (s *sums) total(i int) {
	kind := s.b.Lines[i].Kind
	named := kind == model.LineIncome || kind == model.LineCost
	if len(s.open)+len(s.closed) == 0 {
		switch below := s.below(i); {
		case len(below) > 1 && s.fitting(i, below) == s.judged(i):
			s.of[i] = below
		case named:
			s.closed = []int{i}
		}
		return
	}
	all := slices.Concat(s.closed, s.open)
	// A line that is called the sum of costs may stand without their lines.
	if named && len(s.open) == 0 && s.fitting(i, all) != s.judged(i) {
		s.closed = append(s.closed, i)
		return
	}
	choices := [][]int{all, s.leaves, s.open}
	if named {
		choices = [][]int{s.open, all, s.leaves}
	}
	best, most := -1, -1
	for n, c := range choices {
		if fit := s.fitting(i, c); len(c) > 0 && fit > most {
			best, most = n, fit
		}
	}
	s.of[i] = choices[best]
	if len(s.open) > 0 && slices.Equal(choices[best], s.open) {
		s.closed, s.open = append(s.closed, i), nil
		return
	}
	s.closed, s.open = []int{i}, nil
}

// below gives the lines after a total at the top, up to the next total.
func (s *sums) below(i int) []int {
	var out []int
	for j := i + 1; j < len(s.b.Lines); j++ {
		l := &s.b.Lines[j]
		if l.Total || l.Kind == model.LineNet {
			break
		}
		if l.Kind != model.LineGroup {
			out = append(out, j)
		}
	}
	return out
}

// fitting counts the columns in which a total is the sum of lines.
func (s *sums) fitting(total int, lines []int) int {
	n := 0
	for col := range s.b.Columns {
		sum, terms, ok := sumOf(s.b, lines, col)
		if v := s.b.Lines[total].Amounts[col]; ok && v.OK && summed(s.b, col) && amountFits(s.b, v.V, sum, terms) {
			n++
		}
	}
	return n
}

// judged counts the columns in which a total stands.
func (s *sums) judged(total int) int {
	n := 0
	for col := range s.b.Columns {
		if s.b.Lines[total].Amounts[col].OK && summed(s.b, col) {
			n++
		}
	}
	return n
}

// summed reports whether the amounts of a column can be added up.
func summed(b *model.Budget, col int) bool { return b.Columns[col].Role != model.RolePercent }

// sumOf adds up lines in a column; terms is how many of them say something, ok
// false where one was not understood.
func sumOf(b *model.Budget, lines []int, col int) (sum decimal.Decimal, terms int, ok bool) {
	for _, i := range lines {
		v := b.Lines[i].Amounts[col]
		d, ok := knownAmount(v)
		if !ok {
			return sum, 0, false
		}
		if v.OK {
			terms++
		}
		sum = sum.Add(d)
	}
	return sum, terms, terms > 0
}

// SumAgrees reports whether a total in a column is the sum of lines within the
// tolerance of the budget rules; judged is false where that cannot be said.
func SumAgrees(b *model.Budget, total int, lines []int, col int) (sum decimal.Decimal, agrees, judged bool) {
	v := b.Lines[total].Amounts[col]
	sum, terms, ok := sumOf(b, lines, col)
	if !ok || !v.OK || !summed(b, col) {
		return sum, false, false
	}
	return sum, amountFits(b, v.V, sum, terms), true
}

// totalFindings is the rule budget-total for the budgets of one board and year.
func totalFindings(board string, year int, budgets []*model.Budget) []Finding {
	var out []Finding
	for _, b := range budgets {
		of := SumsOf(b)
		for i := range b.Lines {
			lines, ok := of[i]
			if !ok {
				continue
			}
			for col := range b.Columns {
				sum, agrees, judged := SumAgrees(b, i, lines, col)
				if !judged || agrees {
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
