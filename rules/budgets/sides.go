package budgets

import "riskbok/rules/model"

// net explains a column that is called the net of income and costs by those columns
// of its kind that are called so, where at least half of the lines agree.
func (f *columnFinder) net(col int) {
	c := &f.b.Columns[col]
	if c.Side != model.LineNet && !c.Remains || c.Role == model.RoleDeviation || c.Role == model.RoleForecastDeviation || f.plain[col] {
		return
	}
	side := func(side model.LineKind) int {
		return nearestColumn(f.b, col, func(i int) bool {
			o := &f.b.Columns[i]
			return o.Side == side && (o.Role == c.Role || c.Remains && c.Side != model.LineNet) && spanOf(f.b, i) == spanOf(f.b, col) && !f.plain[i]
		})
	}
	income, costs := side(model.LineIncome), side(model.LineCost)
	if income < 0 || costs < 0 {
		income, costs = f.onlySide(model.LineIncome), f.onlySide(model.LineCost)
	}
	if income < 0 || costs < 0 {
		return
	}
	most := 0
	for _, signs := range [][]int64{{1, 1}, {1, -1}, {-1, 1}} {
		n := Column{Relation: NetAcross, Parts: []int{income, costs}, PartSigns: signs}
		if a := f.agreement(col, n); a.fit > most && 2*a.fit >= a.judged && a.several > 0 {
			f.out[col], most = n, a.fit
		}
	}
}

// onlySide gives the column of a side where the table has one and its heading says
// no more: then a net that says its year or that it is a budget is of that.
func (f *columnFinder) onlySide(side model.LineKind) int {
	only := -1
	for i := range f.b.Columns {
		c := &f.b.Columns[i]
		if c.Side != side {
			continue
		}
		if only >= 0 || c.Role != model.RoleOther || c.Year != 0 || !c.Period.IsZero() || f.plain[i] {
			return -1
		}
		only = i
	}
	return only
}

// ofSide reports whether a column may be compared with one of a side: it is of the
// same, or for one that names no side the net where the table has sides.
func (f *columnFinder) ofSide(i int, side model.LineKind) bool {
	own := f.b.Columns[i].Side
	if side != model.LineOther || own == model.LineOther {
		return own == side
	}
	for j := range f.b.Columns {
		c := &f.b.Columns[j]
		if j != i && c.Role == f.b.Columns[i].Role && spanOf(f.b, j) == spanOf(f.b, i) && (c.Side == model.LineNet || c.Side == model.LineOther) {
			return own == model.LineNet
		}
	}
	return true
}

// remains explains a column that is called what is left, as deviations and others
// are, where at least half of the lines are the difference of outcome and budget.
func (f *columnFinder) remains(col int) {
	if !f.b.Columns[col].Remains || f.plain[col] {
		return
	}
	c, named := f.byWords(col)
	if !named {
		return
	}
	sign, fit, judged := f.signs(col, c)
	if 2*fit >= judged && f.proves(col, c, sign) {
		c.Sign = sign
		f.out[col] = c
	}
}
