package budgets

import (
	"github.com/shopspring/decimal"

	"riskbok/rules/model"
)

// difference gives a column's amount on a line by a sign; ok is false where an
// amount of it lacks.
func (c Column) difference(b *model.Budget, line int, sign int64) (decimal.Decimal, bool) {
	of, budget := b.Lines[line].Amounts[c.Of], b.Lines[line].Amounts[c.Budget]
	if !of.OK || !budget.OK {
		return decimal.Decimal{}, false
	}
	return of.V.Sub(budget.V).Mul(decimal.NewFromInt(sign)), true
}

// sumAcross gives the sum of a line's parts and of how many amounts it is.
func (c Column) sumAcross(b *model.Budget, line int) (sum decimal.Decimal, n int, ok bool) {
	for k, j := range c.Parts {
		v := b.Lines[line].Amounts[j]
		d, known := KnownAmount(v)
		if !known {
			return sum, 0, false
		}
		if v.OK {
			n++
			sum = sum.Add(c.signed(k, d))
		}
	}
	return sum, n, n > 0
}

// signed gives an amount of the kth part as it goes into the sum.
func (c Column) signed(k int, d decimal.Decimal) decimal.Decimal {
	if c.PartSigns != nil && c.PartSigns[k] < 0 {
		return d.Neg()
	}
	return d
}

// several reports whether more than one part of a line is other than nothing.
func (c Column) several(b *model.Budget, line int) bool {
	n := 0
	for _, j := range c.Parts {
		if v := b.Lines[line].Amounts[j]; v.OK && !v.V.IsZero() {
			n++
		}
	}
	return n > 1
}

// Value gives what the amount on a line should be by others of the line, and of
// how many amounts; ok is false where one of them was not read.
func (c Column) Value(b *model.Budget, line int) (d decimal.Decimal, n int, ok bool) {
	if c.AddsUp() {
		return c.sumAcross(b, line)
	}
	d, ok = c.difference(b, line, c.Sign[line])
	return d, 2, ok
}

// judges reports whether an amount is held against others on its own line.
func (c Column) judges(b *model.Budget, line int) bool {
	_, _, ok := c.Value(b, line)
	return ok
}

// Expected gives what an amount should be by others of its line, and whether it
// is: as they are printed, or, of a total whose lines add up to it, as they would
// be if those that are wrong totals were mended.
func (s *Structure) Expected(line, col int) (want decimal.Decimal, agrees, judged bool) {
	c, ok := s.Columns[col]
	v := s.b.Lines[line].Amounts[col]
	if !ok || !v.OK || s.Plain[col] || s.b.Lines[line].Kind == model.LineCount {
		return want, false, false
	}
	want, n, ok := c.Value(s.b, line)
	if !ok {
		return want, false, false
	}
	if AmountFits(s.b, v.V, want, n) {
		return want, true, true
	}
	for _, mended := range s.mendedAcross(line, c) {
		if AmountFits(s.b, v.V, mended, n) && s.addsUp(line, col) {
			return want, true, true
		}
	}
	if sum, more := s.partsAsTheySay(line, c); more > 0 && AmountFits(s.b, v.V, sum, n+more) {
		return want, true, true
	}
	return want, false, true
}

// partsAsTheySay gives what a sum across is where those of its parts that are such
// sums themselves and wrong are as they should be; more is how many amounts those
// are made of, 0 where there is none.
func (s *Structure) partsAsTheySay(line int, c Column) (sum decimal.Decimal, more int) {
	for k, j := range c.Parts {
		v := s.b.Lines[line].Amounts[j]
		d, _ := KnownAmount(v)
		if part, is := s.Columns[j]; is && part.AddsUp() && v.OK {
			if own, n, ok := part.sumAcross(s.b, line); ok && !AmountFits(s.b, v.V, own, n) {
				d = own
				more += n
			}
		}
		sum = sum.Add(c.signed(k, d))
	}
	return sum, more
}

// addsUp reports whether the amounts of a total's lines make its own in a column,
// as they are printed.
func (s *Structure) addsUp(line, col int) bool {
	sum, terms, ok := SumOf(s.b, s.Sums[line], col)
	if n, is := s.Nets[line]; is {
		sum, terms, ok = n.Value(s.b, col)
	}
	return ok && AmountFits(s.b, s.b.Lines[line].Amounts[col].V, sum, terms)
}

// mendedAcross gives what an amount would be if wrong totals beside it were
// mended, one or all of them.
func (s *Structure) mendedAcross(line int, c Column) []decimal.Decimal {
	amount := func(col int, mend bool) decimal.Decimal {
		if d, ok := s.Mended(line, col); ok && mend {
			return d
		}
		return s.b.Lines[line].Amounts[col].V
	}
	if c.AddsUp() {
		var sum decimal.Decimal
		for k, j := range c.Parts {
			sum = sum.Add(c.signed(k, amount(j, true)))
		}
		return []decimal.Decimal{sum}
	}
	sign := decimal.NewFromInt(c.Sign[line])
	var out []decimal.Decimal
	for _, m := range [][2]bool{{true, true}, {true, false}, {false, true}} {
		out = append(out, amount(c.Of, m[0]).Sub(amount(c.Budget, m[1])).Mul(sign))
	}
	return out
}
