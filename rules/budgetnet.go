package rules

import (
	"slices"

	"github.com/shopspring/decimal"

	"riskbok/rules/model"
)

var budgetNet = Rule{Name: "budget-net", Severity: Error, Fix: Judgement, Check: func(c *Case) []Finding {
	return netFindings(c.Board, c.Year, c.Budgets)
}}

// Net says what a net is made of: lines of income and of costs. Sign is what
// each is multiplied by, 1 and 1 where costs are printed with a minus.
type Net struct {
	Income, Costs         []int
	IncomeSign, CostsSign int64
}

// NetsOf gives for each net of a budget, by its line, what it is made of: the
// totals of income and of costs above it, else their lines; a net that lacks
// one of them is left out. A table that prints costs without a minus, or counts
// a net cost as positive, is read so where every column then fits.
func NetsOf(b *model.Budget) map[int]Net {
	out := map[int]Net{}
	diffs := DifferencesOf(b)
	from := 0
	for i := range b.Lines {
		if b.Lines[i].Kind != model.LineNet {
			continue
		}
		if n, ok := netOf(b, from, i, diffs); ok {
			out[i] = n
		}
		from = i + 1
	}
	return out
}

// netOf gives what the net on a line is made of among the lines from one on.
func netOf(b *model.Budget, from, line int, diffs map[int]Difference) (n Net, ok bool) {
	n.Income, n.Costs = partsOf(b, model.LineIncome, from, line), partsOf(b, model.LineCost, from, line)
	if b.Lines[line].Total || len(n.Income) == 0 || len(n.Costs) == 0 {
		return n, false
	}
	choices := [][2]int64{{1, 1}, {1, -1}, {-1, 1}, {-1, -1}}
	if unsigned(b, slices.Concat(n.Income, n.Costs)) {
		choices = [][2]int64{{1, -1}, {-1, 1}, {1, 1}, {-1, -1}}
	}
	n.IncomeSign, n.CostsSign = choices[0][0], choices[0][1]
	for _, c := range choices {
		try := n
		try.IncomeSign, try.CostsSign = c[0], c[1]
		if try.fitsAll(b, line, diffs) {
			return try, true
		}
	}
	return n, true
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

func (n Net) fitsAll(b *model.Budget, line int, diffs map[int]Difference) bool {
	for col := range b.Columns {
		if _, agrees, judged := n.Agrees(b, line, col); judged && !agrees && !diffs[col].judges(b, line) {
			return false
		}
	}
	return true
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

// netFindings is the rule budget-net for the budgets of one board and year.
func netFindings(board string, year int, budgets []*model.Budget) []Finding {
	var out []Finding
	for _, b := range budgets {
		nets, diffs := NetsOf(b), DifferencesOf(b)
		for i := range b.Lines {
			n, ok := nets[i]
			if !ok {
				continue
			}
			for col := range b.Columns {
				net, agrees, judged := n.Agrees(b, i, col)
				if !judged || agrees || diffs[col].judges(b, i) {
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
