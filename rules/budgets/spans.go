package budgets

import "riskbok/rules/model"

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
