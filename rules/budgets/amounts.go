package budgets

import (
	"strings"

	"github.com/shopspring/decimal"

	"riskbok/rules/model"
)

// AmountSlack is what n amounts with so many decimals may be off together: half
// a unit of the last decimal for each.
func AmountSlack(n, decimals int) decimal.Decimal {
	return decimal.New(5*int64(n), -int32(decimals)-1)
}

// binaryError is how far apart two amounts may be for no better reason than that a
// workbook stores binary fractions, as a share of the greater.
var binaryError = decimal.New(1, -9)

// AmountFits reports whether an amount is what n others of the table say it is.
func AmountFits(b *model.Budget, got, want decimal.Decimal, n int) bool {
	limit := AmountSlack(n, b.Decimals)
	if least := decimal.Max(got.Abs(), want.Abs()).Mul(binaryError); least.GreaterThan(limit) {
		limit = least
	}
	return got.Sub(want).Abs().LessThanOrEqual(limit)
}

// KnownAmount gives the amount of a cell; for the sake of sums an empty one is
// nothing. ok is false where a cell says something that was not understood.
func KnownAmount(v model.Value[decimal.Decimal]) (d decimal.Decimal, ok bool) {
	if v.OK {
		return v.V, true
	}
	return decimal.Decimal{}, !v.Uncalculated && strings.Trim(model.Clean(v.Raw), "-–—−") == ""
}

// SumOf adds up lines in a column; terms is how many of them say something, ok
// false where one was not understood.
func SumOf(b *model.Budget, lines []int, col int) (sum decimal.Decimal, terms int, ok bool) {
	ok = true
	for _, i := range lines {
		v := b.Lines[i].Amounts[col]
		d, known := KnownAmount(v)
		ok = ok && known
		if v.OK {
			terms++
			sum = sum.Add(d)
		}
	}
	return sum, terms, ok && terms > 0
}
