package rules

import (
	"slices"

	"github.com/shopspring/decimal"

	"riskbok/rules/model"
)

var budgetNet = Rule{Name: "budget-net", Severity: Error, Fix: Judgement, Check: func(c *Case) []Finding {
	return netFindings(c.Board, c.Year, c.Budgets)
}}

// Net says what a net is made of: lines of income and of costs, or for want of
// such names those of one sign and those of the other. Sign is what each is
// multiplied by, 1 and 1 where costs are printed with a minus.
type Net struct {
	Income, Costs         []int
	IncomeSign, CostsSign int64
}

// NetsOf gives for each net of a budget, by its line, what it is made of: the
// totals of income and of costs above it, else their lines; or what stands above
// it and has not been added up, the net before it included, as in an income
// statement. The reading that fits most columns counts; one that fits less than
// half of them is left out, unless the table allows no other. A table that prints
// costs without a minus, or counts a net cost as positive, is read so where that
// fits better. A total that is no sum of income and costs without a minus is read
// as their net.
func NetsOf(b *model.Budget) map[int]Net {
	w := netWalk{b: b, diffs: DifferencesOf(b), sums: SumsOf(b), of: map[int]Net{}, within: map[int]bool{}}
	for i := range b.Lines {
		w.line(i)
	}
	return w.of
}

// partsOf gives the totals of a kind among the lines [from, to), else all
// lines of that kind.
func partsOf(b *model.Budget, kind model.LineKind, from, to int) []int {
	var lines, totals []int
	for i := from; i < to; i++ {
		switch l := &b.Lines[i]; {
		case l.Kind != kind:
		case l.Total:
			totals = append(totals, i)
		default:
			lines = append(lines, i)
		}
	}
	if len(totals) > 0 {
		return totals
	}
	return lines
}

// unsigned reports whether no amount of some lines has a minus.
func unsigned(b *model.Budget, lines []int) bool {
	for _, i := range lines {
		for j, v := range b.Lines[i].Amounts {
			switch b.Columns[j].Role {
			case model.RoleDeviation, model.RoleForecastDeviation, model.RoleChange, model.RolePercent:
				continue
			}
			if v.OK && v.V.IsNegative() {
				return false
			}
		}
	}
	return true
}

// fitting counts the columns in which the net on a line is judged, and those of
// them in which it agrees.
func (n Net) fitting(b *model.Budget, line int, diffs map[int]Difference) (fit, judged int) {
	for col := range b.Columns {
		_, agrees, is := n.Agrees(b, line, col)
		if !is || diffs[col].judges(b, line) {
			continue
		}
		judged++
		if agrees {
			fit++
		}
	}
	return fit, judged
}

// Value gives the net in a column, of how many amounts it is made, and whether
// all of them were read.
func (n Net) Value(b *model.Budget, col int) (net decimal.Decimal, terms int, ok bool) {
	income, a, okIncome := sumOf(b, n.Income, col)
	costs, c, okCosts := sumOf(b, n.Costs, col)
	net = income.Mul(decimal.NewFromInt(n.IncomeSign)).Add(costs.Mul(decimal.NewFromInt(n.CostsSign)))
	return net, a + c, okIncome && okCosts
}

// Agrees reports whether the net on a line is what income and costs give in a
// column; judged is false where that cannot be said.
func (n Net) Agrees(b *model.Budget, line, col int) (net decimal.Decimal, agrees, judged bool) {
	v := b.Lines[line].Amounts[col]
	net, terms, ok := n.Value(b, col)
	if !ok || !v.OK || !summed(b, col) {
		return net, false, false
	}
	return net, amountFits(b, v.V, net, terms), true
}

// agreesMended reports whether a net is right after all where those of its lines
// that are themselves sums or nets are what they should be: then they are at
// fault, and not this one.
func (n Net) agreesMended(b *model.Budget, line, col int, nets map[int]Net, sums map[int][]int) bool {
	net, terms, _ := n.Value(b, col)
	before := net
	for _, part := range []struct {
		lines []int
		sign  int64
	}{{n.Income, n.IncomeSign}, {n.Costs, n.CostsSign}} {
		for _, i := range part.lines {
			want, wrong := decimal.Decimal{}, false
			if sum, agrees, judged := SumAgrees(b, i, sums[i], col); judged && !agrees {
				want, wrong = sum, true
			} else if of, is := nets[i]; is {
				value, agrees, judged := of.Agrees(b, i, col)
				want, wrong = value, judged && !agrees
			}
			if wrong {
				net = net.Add(want.Sub(b.Lines[i].Amounts[col].V).Mul(decimal.NewFromInt(part.sign)))
			}
		}
	}
	return !net.Equal(before) && amountFits(b, b.Lines[line].Amounts[col].V, net, terms)
}

// netFindings is the rule budget-net for the budgets of one board and year.
func netFindings(board string, year int, budgets []*model.Budget) []Finding {
	var out []Finding
	for _, b := range budgets {
		nets, diffs, sums := NetsOf(b), DifferencesOf(b), SumsOf(b)
		for i := range b.Lines {
			n, ok := nets[i]
			if !ok {
				continue
			}
			for col := range b.Columns {
				net, agrees, judged := n.Agrees(b, i, col)
				if !judged || agrees || diffs[col].judges(b, i) || n.agreesMended(b, i, col, nets, sums) {
					continue
				}
				f := budgetFinding(board, year, b, i, col, net)
				income, _, _ := sumOf(b, n.Income, col)
				costs, _, _ := sumOf(b, n.Costs, col)
				f.Args["income"] = amountText(b, income.Mul(decimal.NewFromInt(n.IncomeSign)))
				f.Args["costs"] = termText(b, costs.Mul(decimal.NewFromInt(n.CostsSign)))
				f.related(b, col, slices.Concat(n.Income, n.Costs))
				out = append(out, f)
			}
		}
	}
	return out
}
