package budgets

import (
	"slices"

	"riskbok/rules/model"
)

// totalAcross explains a column that is called a total of others.
func (f *columnFinder) totalAcross(col int) {
	if !f.b.Columns[col].Total {
		return
	}
	if c, ok := f.sumAcross(col); ok {
		f.out[col] = c
	}
}

// explainAcross explains a column by the sum of those before it that are of its kind.
func (f *columnFinder) explainAcross(col int) {
	switch f.b.Columns[col].Role {
	case model.RoleDeviation, model.RoleForecastDeviation, model.RoleChange:
		return
	}
	if c, ok := f.sumAcross(col); ok {
		f.out[col] = c
	}
}

// sumAcross finds the columns beside another that it is the sum of: two or more
// that follow each other, and end before it or begin after it.
func (f *columnFinder) sumAcross(col int) (Column, bool) {
	best, most := Column{Relation: Across}, 0
	try := func(parts []int) {
		if len(parts) < 2 {
			return
		}
		c := Column{Relation: Across, Parts: slices.Clone(parts)}
		if a := f.agreement(col, c); a.fit > most && f.believable(col, a) {
			best, most = c, a.fit
		}
	}
	var parts []int
	for i := col - 1; i >= 0 && f.part(i, col); i-- {
		parts = append([]int{i}, parts...)
		try(parts)
	}
	parts = nil
	for i := col + 1; f.b.Columns[col].Total && i < len(f.b.Columns) && f.part(i, col); i++ {
		parts = append(parts, i)
		try(parts)
	}
	return best, most > 0
}

// believable reports whether a column is taken for a sum of others. Of one that is
// called nothing but a sum half of the lines are enough, of one that is called a
// total two thirds; else the lines must prove it.
func (f *columnFinder) believable(col int, a agreement) bool {
	c := &f.b.Columns[col]
	switch {
	case c.Sum && 2*a.fit >= a.judged && a.several > 0 && a.proof >= tolerances.someProof:
		return true
	case 3*a.fit < 2*a.judged || a.amounts < tolerances.leastAmounts:
		return false
	case c.Total && a.several >= tolerances.leastAmounts && a.proof >= tolerances.sureProof:
		return true
	}
	return a.fit >= tolerances.leastLines || a.proof >= tolerances.provenLines
}

// agreement counts on how many lines a column is what others make, of those on
// which it can be said. Amounts are those of them that are other than nothing,
// several those in which more than one part is. A total that does not agree only
// repeats what its lines say, and is counted where there are no others.
type agreement struct {
	fit, judged, amounts, several int
	proof                         float64
}

func (f *columnFinder) agreement(col int, c Column) agreement {
	var a agreement
	off := 0
	for i := range f.b.Lines[:min(len(f.b.Lines), tolerances.maxLines)] {
		v := f.b.Lines[i].Amounts[col]
		sum, n, ok := c.sumAcross(f.b, i)
		if !ok || !v.OK {
			continue
		}
		if !AmountFits(f.b, v.V, sum, n) {
			if off++; !f.total(i) {
				a.judged++
			}
			continue
		}
		a.judged++
		a.fit++
		if n > 1 && !v.V.IsZero() {
			a.amounts++
			a.proof += f.proof(v.V)
			if c.several(f.b, i) {
				a.several++
			}
		}
	}
	if a.judged == 0 {
		a.judged = off
	}
	return a
}

// total reports whether a line is called a total or net.
func (f *columnFinder) total(i int) bool {
	return f.b.Lines[i].Total || f.b.Lines[i].Kind == model.LineNet
}

// builtUp explains a budget by the one before it and what stands between them:
// "Budget 2025, Justering, Budget 2026". Of columns that are called changes half of
// the lines are enough, others must be believable.
func (f *columnFinder) builtUp(col int) {
	role := f.b.Columns[col].Role
	if role == model.RoleChange || role == model.RoleDeviation || role == model.RoleForecastDeviation || role == model.RoleOther {
		return
	}
	from, named := col-1, true
	for from >= 0 && f.between(from) {
		named = named && f.b.Columns[from].Role == model.RoleChange
		from--
	}
	if from < 0 || from == col-1 || f.b.Columns[from].Role != role || !f.operand(from, col) {
		return
	}
	c := Column{Relation: Across}
	for i := from; i < col; i++ {
		c.Parts = append(c.Parts, i)
	}
	a := f.agreement(col, c)
	if a.several > 0 && (f.believable(col, a) || named && 2*a.fit >= a.judged && a.proof >= tolerances.someProof) {
		f.out[col] = c
	}
}

// between reports whether a column may stand between two budgets that it tells apart.
func (f *columnFinder) between(i int) bool {
	c := &f.b.Columns[i]
	return !f.plain[i] && (c.Role == model.RoleChange || c.Role == model.RoleOther && c.Year == 0 && !c.Total)
}

func (f *columnFinder) part(i, col int) bool {
	if c, derived := f.out[i]; derived && c.Relation == Across {
		return false
	}
	if !f.operand(i, col) {
		return false
	}
	a, b := f.b.Columns[i].Role, f.b.Columns[col].Role
	return a == b || a == model.RoleChange || a == model.RoleOther || b == model.RoleOther || a == model.RoleYear || b == model.RoleYear
}
