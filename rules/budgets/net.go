package budgets

import (
	"slices"

	"github.com/shopspring/decimal"

	"riskbok/rules/model"
)

// Net says what a net is made of: lines of income and of costs, or for want of
// such names those of one sign and those of the other. Sign is what each is
// multiplied by, 1 and 1 where costs are printed with a minus.
type Net struct {
	Income, Costs         []int
	IncomeSign, CostsSign int64
}

// Value gives the net in a column, of how many amounts it is made, and whether
// all of them were read.
func (n Net) Value(b *model.Budget, col int) (net decimal.Decimal, terms int, ok bool) {
	income, costs := n.Sides(b, col)
	_, a, okIncome := SumOf(b, n.Income, col)
	_, c, okCosts := SumOf(b, n.Costs, col)
	return income.Add(costs), a + c, okIncome && okCosts
}

// Sides gives what income and costs add to the net in a column, with their signs.
func (n Net) Sides(b *model.Budget, col int) (income, costs decimal.Decimal) {
	income, _, _ = SumOf(b, n.Income, col)
	costs, _, _ = SumOf(b, n.Costs, col)
	return income.Mul(decimal.NewFromInt(n.IncomeSign)), costs.Mul(decimal.NewFromInt(n.CostsSign))
}

// lines are all that the net is made of.
func (n Net) lines() []int { return slices.Concat(n.Income, n.Costs) }

// ownSigns gives the ways in which income and costs make a net, the likeliest
// first.
func ownSigns(m *matrix, n Net) []Net {
	choices := [][2]int64{{1, 1}, {1, -1}, {-1, 1}, {-1, -1}}
	if m.unsigned(n.lines()) {
		choices = [][2]int64{{1, -1}, {-1, 1}, {1, 1}, {-1, -1}}
	}
	var out []Net
	for _, c := range choices {
		out = append(out, Net{n.Income, n.Costs, c[0], c[1]})
	}
	return out
}

// readings gives the ways in which lines of any kind make a net: added up as
// they are printed; where none of them has a minus, also what each kind counts
// by its name.
func readings(m *matrix, lines []int) []Net {
	b := m.b
	out := []Net{divided(m, lines, 1, 1, model.LineCost)}
	posts := slices.DeleteFunc(slices.Clone(lines), func(i int) bool { return b.Lines[i].Kind == model.LineNet })
	if !m.unsigned(posts) {
		return out
	}
	for _, minus := range [][]model.LineKind{
		{model.LineCost, model.LineOther},
		{model.LineCost},
		{model.LineCost, model.LineNet},
	} {
		out = append(out, divided(m, lines, 1, -1, minus...))
	}
	return append(out, divided(m, lines, -1, 1, model.LineCost, model.LineOther, model.LineNet))
}

// divided makes a net of lines: costs are those of some kinds, income the
// others. Where that leaves one side empty the first line is the one side.
func divided(m *matrix, lines []int, income, costs int64, kinds ...model.LineKind) Net {
	n := Net{IncomeSign: income, CostsSign: costs}
	for _, i := range lines {
		if slices.Contains(kinds, m.kind(i)) {
			n.Costs = append(n.Costs, i)
		} else {
			n.Income = append(n.Income, i)
		}
	}
	if len(n.Income) > 0 && len(n.Costs) > 0 {
		return n
	}
	sign := income
	if len(n.Income) == 0 {
		sign = costs
	}
	return Net{Income: lines[:1], Costs: lines[1:], IncomeSign: sign, CostsSign: sign}
}

// partsOf gives the totals of a kind among the lines [from, to), else all
// lines of that kind.
func (w *walk) partsOf(kind model.LineKind, from, to int) []int {
	var lines, totals []int
	for i := from; i < to; i++ {
		switch l := &w.m.b.Lines[i]; {
		case w.m.kind(i) != kind || l.Kind == model.LineGroup || l.Kind == model.LineOfWhich || w.within[i]:
		case l.Total || w.sums[i] != nil:
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
