package budget

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"riskbok/rules/budgets"
	"riskbok/rules/model"
)

// calc knows which amounts of a budget follow from others.
type calc struct {
	b *model.Budget
	s *budgets.Structure
}

func newCalc(b *model.Budget) *calc { return &calc{b: b, s: budgets.Of(b)} }

// money reports whether a column holds amounts.
func money(c *model.BudgetColumn) bool {
	return c.Role != model.RolePercent && c.Role != model.RolePlain
}

// refs gives the reference of the amount on a line in a column.
type refs func(line, col int) string

// amount gives the amount on a line in a column as the workbook calculates it,
// and its formula, "" where the amount is the source's own. ok is false where
// there is none.
func (c *calc) amount(line, col int, at refs) (d decimal.Decimal, formula string, ok bool) {
	v := c.b.Lines[line].Amounts[col]
	if r, is := c.s.Columns[col]; is && !c.s.Plain[col] {
		if _, _, known := r.Value(c.b, line); known && (v.OK || !r.AddsUp()) {
			return c.across(r, line, at)
		}
	}
	if !v.OK || !money(&c.b.Columns[col]) {
		return v.V, "", v.OK
	}
	if n, is := c.s.Nets[line]; is {
		if _, _, known := c.s.Net(line, col); known {
			income, costs := c.sum(n.Income, col, at), c.sum(n.Costs, col, at)
			d = income.Mul(decimal.NewFromInt(n.IncomeSign)).Add(costs.Mul(decimal.NewFromInt(n.CostsSign)))
			return d, netFormula(n, col, at), true
		}
	}
	if lines, is := c.s.Sums[line]; is {
		if _, _, known := c.s.Total(line, col); known {
			return c.sum(lines, col, at), sumFormula(lines, col, at), true
		}
	}
	return v.V, "", true
}

// across gives an amount that follows from others of its line.
func (c *calc) across(r budgets.Column, line int, at refs) (d decimal.Decimal, formula string, ok bool) {
	if r.AddsUp() {
		signed := ""
		for k, j := range r.Parts {
			part, _, _ := c.amount(line, j, at)
			sign := "+"
			if r.PartSigns != nil && r.PartSigns[k] < 0 {
				part, sign = part.Neg(), "-"
			}
			d = d.Add(part)
			signed += sign + at(line, j)
		}
		if r.PartSigns != nil {
			return d, strings.TrimPrefix(signed, "+"), true
		}
		across := func(col, line int) string { return at(line, col) }
		return d, sumFormula(r.Parts, line, across), true
	}
	of, _, _ := c.amount(line, r.Of, at)
	budget, _, _ := c.amount(line, r.Budget, at)
	if r.Sign[line] < 0 {
		return budget.Sub(of), at(line, r.Budget) + "-" + at(line, r.Of), true
	}
	return of.Sub(budget), at(line, r.Of) + "-" + at(line, r.Budget), true
}

// sum adds up lines as the workbook calculates them.
func (c *calc) sum(lines []int, col int, at refs) decimal.Decimal {
	var sum decimal.Decimal
	for _, i := range lines {
		if d, _, ok := c.amount(i, col, at); ok {
			sum = sum.Add(d)
		}
	}
	return sum
}

// sumFormula adds up lines, those that follow each other as a range.
func sumFormula(lines []int, col int, at refs) string {
	if len(lines) == 1 {
		return at(lines[0], col)
	}
	var parts []string
	for i := 0; i < len(lines); {
		j := i
		for j+1 < len(lines) && lines[j+1] == lines[j]+1 {
			j++
		}
		part := at(lines[i], col)
		if j > i {
			part += ":" + at(lines[j], col)
		}
		parts = append(parts, part)
		i = j + 1
	}
	return "SUM(" + strings.Join(parts, ",") + ")"
}

func netFormula(n budgets.Net, col int, at refs) string {
	formula := sumFormula(n.Income, col, at)
	if n.IncomeSign < 0 {
		formula = "-" + formula
	}
	if n.CostsSign < 0 {
		return formula + "-" + sumFormula(n.Costs, col, at)
	}
	return formula + "+" + sumFormula(n.Costs, col, at)
}

// differs tells how the printed amount stands to the calculated one: whether
// it is another at all, and whether rounding cannot explain that.
func (c *calc) differs(line, col int, at refs) (differs, wrong bool) {
	v := c.b.Lines[line].Amounts[col]
	d, formula, ok := c.amount(line, col, at)
	if !ok || formula == "" || !v.OK || d.Round(int32(c.b.Decimals)).Equal(v.V.Round(int32(c.b.Decimals))) {
		return false, false
	}
	if _, agrees, judged := c.s.Expected(line, col); judged {
		return true, !agrees
	}
	if _, agrees, judged := c.s.Agrees(line, col); judged {
		return true, !agrees
	}
	return true, false
}

// heading gives a column's heading with the unit of its amounts, if it does
// not name that itself.
func (b *builder) heading(text string, unit model.Unit) string {
	if unit == model.NoUnit || strings.Contains(strings.ToLower(text), string(unit)) {
		return text
	}
	return b.cat.T("budget.head.unit", "heading", text, "unit", unit)
}

// yearText shows a year, "" for none.
func yearText(year int) string {
	if year == 0 {
		return ""
	}
	return strconv.Itoa(year)
}
