package budgets

import (
	"math"
	"slices"

	"github.com/shopspring/decimal"

	"riskbok/rules/model"
)

// Relation is how a column follows from others of the same line.
type Relation string

// The relations of columns.
const (
	Deviation Relation = "deviation" // an outcome less the budget
	Forecast  Relation = "forecast"  // a forecast less the budget
	Change    Relation = "change"    // one amount less another
	Across    Relation = "across"    // the sum of several
	NetAcross Relation = "net"       // income less costs
)

// Column says what a column is made of. A difference is the amount in column Of
// less that in column Budget; a sum or net across adds up Parts, each multiplied by
// its PartSigns, 1 where there are none. Sign, for each line, is 1, or −1 where the
// table has it the other way round.
type Column struct {
	Relation   Relation
	Of, Budget int
	Parts      []int
	PartSigns  []int64
	Sign       []int64
}

// AddsUp reports whether a column is a sum or net of others.
func (c Column) AddsUp() bool { return c.Relation == Across || c.Relation == NetAcross }

// kindOf gives the kind of a line, its own or that of what it belongs to.
type kindOf func(line int) model.LineKind

// columnsOf finds what the columns of a table are made of: for those that are
// called deviations the outcome or forecast and the budget of the same part of
// the same year, or, where these do not fit and others do, those; for the others
// what most of their lines prove.
func columnsOf(b *model.Budget, kinds kindOf, plain map[int]bool) map[int]Column {
	f := &columnFinder{b: b, kinds: kinds, plain: plain, out: map[int]Column{}}
	for _, stage := range []func(col int){f.net, f.remains, f.deviation, f.totalAcross, f.builtUp, f.change, f.proven, f.explainAcross} {
		for col := range b.Columns {
			if _, known := f.out[col]; !known && !f.plain[col] {
				stage(col)
			}
		}
	}
	return f.out
}

// deviation explains a column that is called one.
func (f *columnFinder) deviation(col int) {
	if c, ok := f.called(col); ok {
		f.out[col] = c
	}
}

type columnFinder struct {
	b     *model.Budget
	kinds kindOf
	plain map[int]bool
	out   map[int]Column
}

// called explains a column that is called a deviation.
func (f *columnFinder) called(col int) (Column, bool) {
	role := f.b.Columns[col].Role
	if role != model.RoleDeviation && role != model.RoleForecastDeviation {
		return Column{}, false
	}
	c, named := f.byWords(col)
	fit, judged := 0, 0
	if named {
		c.Sign, fit, judged = f.signs(col, c)
		if 2*fit >= judged || fit > 0 && judged < tolerances.fewLines {
			return c, true
		}
	}
	if best, n := f.bestPair(col); n > fit && f.enough(col, best, n) {
		best.Relation = Deviation
		if f.b.Columns[best.Of].Role == model.RoleForecast || role == model.RoleForecastDeviation {
			best.Relation = Forecast
		}
		return best, true
	}
	// Where no line fits, and there are several, the column is something else.
	return c, named && (fit > 0 || judged < tolerances.fewLines)
}

// proof is how much it says that an amount is the sum or difference of others.
func (f *columnFinder) proof(d decimal.Decimal) float64 {
	return math.Max(0, math.Log10(math.Abs(d.InexactFloat64())*math.Pow10(f.b.Decimals)))
}

// enough reports whether the lines on which a column is a difference are many, or
// prove much.
func (f *columnFinder) enough(col int, c Column, fit int) bool {
	if fit >= tolerances.leastLines {
		return true
	}
	proof, n := 0.0, 0
	for i := range f.b.Lines {
		v := f.b.Lines[i].Amounts[col]
		if fit == 0 || !v.OK || v.V.IsZero() {
			continue
		}
		if want, ok := c.difference(f.b, i, c.Sign[i]); ok && AmountFits(f.b, v.V, want, 2) {
			proof += f.proof(v.V)
			n++
		}
	}
	return n >= tolerances.leastAmounts && (proof >= tolerances.provenLines || f.b.Columns[col].Role == model.RoleChange)
}

// byWords gives the outcome or forecast and the budget that headings give a
// deviation. An outcome and its budget cover the same part of the same year, a
// forecast and its budget the same full year.
func (f *columnFinder) byWords(col int) (c Column, ok bool) {
	b := f.b
	head := &b.Columns[col]
	forecast := head.Role == model.RoleForecastDeviation ||
		(head.Period.IsZero() || head.Period == model.FullYear) && nearestOperand(b, col) == model.RoleForecast
	role := model.RoleOutcome
	c.Relation = Deviation
	if forecast {
		role, c.Relation = model.RoleForecast, Forecast
	}
	c.Of = nearestColumn(b, col, func(i int) bool {
		return f.free(i) && f.ofSide(i, head.Side) && b.Columns[i].Role == role && sameSpan(b, i, col) && (!forecast || spanOf(b, i).period == model.FullYear)
	})
	if c.Of < 0 {
		return c, false
	}
	c.Budget = nearestColumn(b, c.Of, func(i int) bool {
		return f.ofSide(i, b.Columns[c.Of].Side) && b.Columns[i].Role == model.RoleBudget && spanOf(b, i) == spanOf(b, c.Of)
	})
	return c, c.Budget >= 0
}

// free reports whether a column has not been explained by others as a difference:
// one that is left over is no outcome.
func (f *columnFinder) free(i int) bool {
	c, ok := f.out[i]
	return !ok || c.AddsUp()
}

// bestPair gives the two columns whose difference a column is on most lines, and
// on how many.
func (f *columnFinder) bestPair(col int) (best Column, most int) {
	for of := range f.b.Columns {
		for budget := range of {
			if !f.term(of, col) || !f.term(budget, col) {
				continue
			}
			c := Column{Of: of, Budget: budget}
			if f.b.Columns[of].Role == model.RoleBudget && f.b.Columns[budget].Role != model.RoleBudget {
				c.Of, c.Budget = budget, of
			}
			sign, fit, judged := f.signs(col, c)
			if fit > most && 3*fit >= 2*judged && f.proves(col, c, sign) {
				c.Sign = sign
				best, most = c, fit
			}
		}
	}
	return best, most
}

// operand reports whether a column's amounts may be what another is the
// difference or the sum of.
func (f *columnFinder) operand(i, col int) bool {
	if i == col || f.plain[i] {
		return false
	}
	c, derived := f.out[i]
	if derived && (c.Of == col || c.Budget == col || slices.Contains(c.Parts, col)) {
		return false
	}
	switch f.b.Columns[i].Role {
	case model.RoleDeviation, model.RoleForecastDeviation, model.RolePercent, model.RolePlain:
		return false
	}
	return true
}

// term is operand of a difference: one that is called nothing stands before a
// column that is called nothing.
func (f *columnFinder) term(i, col int) bool {
	return f.operand(i, col) && (f.b.Columns[col].Role != model.RoleOther || f.b.Columns[i].Role != model.RoleOther || i < col)
}

// proves reports whether the lines that a difference fits say something: on some
// of them both amounts and the difference are other than nothing.
func (f *columnFinder) proves(col int, c Column, sign []int64) bool {
	n := 0
	for i := range f.b.Lines {
		v := f.b.Lines[i].Amounts[col]
		if want, ok := c.difference(f.b, i, sign[i]); ok && v.OK && !v.V.IsZero() && !want.IsZero() && AmountFits(f.b, v.V, want, 2) &&
			!f.b.Lines[i].Amounts[c.Of].V.IsZero() && !f.b.Lines[i].Amounts[c.Budget].V.IsZero() {
			n++
		}
	}
	return n >= tolerances.leastAmounts
}

// change explains a column that is called a change.
func (f *columnFinder) change(col int) {
	if f.b.Columns[col].Role != model.RoleChange {
		return
	}
	if c, n := f.bestPair(col); f.enough(col, c, n) {
		c.Relation = Change
		f.out[col] = c
	}
}

// proven explains a column that is called nothing by the difference of two others:
// of such as are called something, or stand before it.
func (f *columnFinder) proven(col int) {
	if f.b.Columns[col].Role != model.RoleOther {
		return
	}
	if c, n := f.bestPair(col); f.enough(col, c, n) {
		c.Relation = Change
		f.out[col] = c
	}
}
