package rules

import (
	"github.com/shopspring/decimal"

	"riskbok/rules/model"
)

var budgetDeviation = Rule{Name: "budget-deviation", Severity: Error, Fix: Judgement, Check: func(c *Case) []Finding {
	return deviationFindings(c.Board, c.Year, c.Budgets, false)
}}

var budgetForecast = Rule{Name: "budget-forecast", Severity: Error, Fix: Judgement, Check: func(c *Case) []Finding {
	return deviationFindings(c.Board, c.Year, c.Budgets, true)
}}

// Difference says what a column of deviations is made of: the amount in column
// Of less the budget in column Budget. Forecast tells that Of is a forecast.
// Sign, for each line, is 1, or −1 where the table has it the other way round.
type Difference struct {
	Of, Budget int
	Forecast   bool
	Sign       []int64
}

// DifferenceOf gives what a column of deviations is the difference of; ok is
// false where the column is none or the table lacks what it is made of. An
// outcome and its budget cover the same part of the same year, a forecast and
// its budget the same full year.
//
// A table may count the other way round on every line, and one that prints
// costs without a minus may do so on all lines but those of income: Sign says so
// where more lines then fit.
func DifferenceOf(b *model.Budget, col int) (d Difference, ok bool) {
	c := &b.Columns[col]
	switch {
	case c.Role == model.RoleForecastDeviation:
		d.Forecast = true
	case c.Role != model.RoleDeviation:
		return d, false
	default:
		d.Forecast = (c.Period.IsZero() || c.Period == model.FullYear) && nearestOperand(b, col) == model.RoleForecast
	}
	role := model.RoleOutcome
	if d.Forecast {
		role = model.RoleForecast
	}
	d.Of = nearestColumn(b, col, func(i int) bool {
		return b.Columns[i].Role == role && sameSpan(b, i, col) && (!d.Forecast || spanOf(b, i).period == model.FullYear)
	})
	if d.Of < 0 {
		return d, false
	}
	d.Budget = nearestColumn(b, d.Of, func(i int) bool {
		return b.Columns[i].Role == model.RoleBudget && spanOf(b, i) == spanOf(b, d.Of)
	})
	if d.Budget < 0 {
		return d, false
	}
	d.Sign = signs(b, col, d)
	return d, true
}

// DifferencesOf gives every column of deviations that is the difference of two
// others.
func DifferencesOf(b *model.Budget) map[int]Difference {
	out := map[int]Difference{}
	for col := range b.Columns {
		if d, ok := DifferenceOf(b, col); ok {
			out[col] = d
		}
	}
	return out
}

// judges reports whether the deviation on a line is held against its own two
// amounts: then a sum that it is part of says nothing more. The zero value is
// no difference and judges nothing.
func (d Difference) judges(b *model.Budget, line int) bool {
	return d.Sign != nil && b.Lines[line].Amounts[d.Of].OK && b.Lines[line].Amounts[d.Budget].OK
}

// nearestColumn gives the column nearest to the left of col that will do, else the
// nearest to its right, else −1.
func nearestColumn(b *model.Budget, col int, will func(int) bool) int {
	for i := col - 1; i >= 0; i-- {
		if will(i) {
			return i
		}
	}
	for i := col + 1; i < len(b.Columns); i++ {
		if will(i) {
			return i
		}
	}
	return -1
}

// nearestOperand gives the role of the nearest outcome or forecast to the left
// of a column.
func nearestOperand(b *model.Budget, col int) model.ColumnRole {
	for i := col - 1; i >= 0; i-- {
		if r := b.Columns[i].Role; r == model.RoleOutcome || r == model.RoleForecast {
			return r
		}
	}
	return model.RoleOther
}

// timespan is the part of a year that a column is about.
type timespan struct {
	year   int
	period model.Period
}

// spanOf gives the part of a year that a column is about. A heading without a
// period is about the full year where others of the table state theirs, and
// about the table's period where none does; a forecast always about the year.
func spanOf(b *model.Budget, col int) timespan {
	c := &b.Columns[col]
	s := timespan{c.Year, c.Period}
	if s.year == 0 {
		s.year = b.Year
	}
	if !s.period.IsZero() {
		return s
	}
	s.period = model.FullYear
	if c.Role == model.RoleForecast || c.Role == model.RoleForecastDeviation || b.Period.IsZero() {
		return s
	}
	for i := range b.Columns {
		switch b.Columns[i].Role {
		case model.RoleBudget, model.RoleOutcome, model.RoleDeviation:
			if !b.Columns[i].Period.IsZero() {
				return s
			}
		}
	}
	s.period = b.Period
	return s
}

// sameSpan reports whether a deviation can be of the amounts in column i: what
// its heading states of year and period is theirs.
func sameSpan(b *model.Budget, i, deviation int) bool {
	c, s := &b.Columns[deviation], spanOf(b, i)
	if c.Year != 0 && c.Year != s.year {
		return false
	}
	return c.Period.IsZero() || c.Period == s.period || c.Role == model.RoleForecastDeviation
}

// value gives the difference on a line; ok is false where an amount lacks.
func (d Difference) value(b *model.Budget, line int, sign int64) (decimal.Decimal, bool) {
	of, budget := b.Lines[line].Amounts[d.Of], b.Lines[line].Amounts[d.Budget]
	if !of.OK || !budget.OK {
		return decimal.Decimal{}, false
	}
	return of.V.Sub(budget.V).Mul(decimal.NewFromInt(sign)), true
}

// Value gives the deviation on a line; ok is false where an amount of it was
// not read.
func (d Difference) Value(b *model.Budget, line int) (decimal.Decimal, bool) {
	return d.value(b, line, d.Sign[line])
}

// Agrees reports whether an amount of the table is, within the tolerance of
// the budget rules, the difference of two others.
func (d Difference) Agrees(b *model.Budget, got, want decimal.Decimal) bool {
	return amountFits(b, got, want, 2)
}

// deviationFindings is the rule budget-deviation, or with forecast the rule
// budget-forecast, for the budgets of one board and year.
func deviationFindings(board string, year int, budgets []*model.Budget, forecast bool) []Finding {
	var out []Finding
	for _, b := range budgets {
		for col := range b.Columns {
			d, ok := DifferenceOf(b, col)
			if !ok || d.Forecast != forecast {
				continue
			}
			for i := range b.Lines {
				v := b.Lines[i].Amounts[col]
				want, ok := d.Value(b, i)
				if !ok || !v.OK || d.Agrees(b, v.V, want) {
					continue
				}
				f := budgetFinding(board, year, b, i, col, want)
				of, budget := b.Lines[i].Amounts[d.Of], b.Lines[i].Amounts[d.Budget]
				f.Args["of"], f.Args["budget"] = amountText(b, of.V), termText(b, budget.V)
				if d.Sign[i] < 0 {
					f.Args["of"], f.Args["budget"] = amountText(b, budget.V), termText(b, of.V)
				}
				f.Related = []model.Source{of.At, budget.At}
				out = append(out, f)
			}
		}
	}
	return out
}
