package rules

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"riskbok/rules/model"
)

// amountSlack is what n amounts with so many decimals may be off together: half a
// unit of the last decimal for each.
func amountSlack(n, decimals int) decimal.Decimal {
	return decimal.New(5*int64(n), -int32(decimals)-1)
}

// binaryError is how far apart two amounts may be for no better reason than that a
// workbook stores binary fractions, as a share of the greater.
var binaryError = decimal.New(1, -9)

// amountFits reports whether an amount is what n others of the table say it is.
func amountFits(b *model.Budget, got, want decimal.Decimal, n int) bool {
	limit := amountSlack(n, b.Decimals)
	if least := decimal.Max(got.Abs(), want.Abs()).Mul(binaryError); least.GreaterThan(limit) {
		limit = least
	}
	return got.Sub(want).Abs().LessThanOrEqual(limit)
}

// knownAmount gives the amount of a cell; for the sake of sums an empty one is
// nothing. ok is false where a cell says something that was not understood.
func knownAmount(v model.Value[decimal.Decimal]) (d decimal.Decimal, ok bool) {
	if v.OK {
		return v.V, true
	}
	return decimal.Decimal{}, !v.Uncalculated && strings.Trim(model.Clean(v.Raw), "-–—−") == ""
}

// amountText shows an amount as the table prints them.
func amountText(b *model.Budget, d decimal.Decimal) string { return model.AmountText(d, b.Decimals) }

// termText shows an amount inside a calculation: a negative one in parentheses.
func termText(b *model.Budget, d decimal.Decimal) string {
	if d.IsNegative() {
		return "(" + amountText(b, d) + ")"
	}
	return amountText(b, d)
}

// budgetFinding starts a finding about the amount on a line in a column.
func budgetFinding(board string, year int, b *model.Budget, line, col int, expected decimal.Decimal) Finding {
	l, c := &b.Lines[line], &b.Columns[col]
	v := l.Amounts[col]
	f := Finding{
		Variant:  "wrong",
		Path:     strings.Join([]string{model.Key(board), strconv.Itoa(year), model.Key(b.Title), model.Key(l.Name.V), model.Key(c.Heading)}, "/"),
		At:       v.At,
		Board:    board,
		Year:     year,
		Table:    b.Title,
		Event:    l.Name.V,
		Found:    strings.TrimSpace(model.Clean(v.Raw)),
		Expected: amountText(b, expected),
		Args:     map[string]any{"line": l.Name.V, "column": c.Heading},
		Fix:      &Fix{Class: Judgement},
	}
	// A workbook's number is shown as people read it, a printed one as it stands.
	if stored, err := decimal.NewFromString(f.Found); err == nil && stored.Round(8).Equal(v.V.Round(8)) {
		f.Found = model.AmountText(v.V, model.Decimals(v.V))
	}
	return f
}

// related adds where the amounts of lines in a column stand.
func (f *Finding) related(b *model.Budget, col int, lines []int) {
	for _, i := range lines {
		f.Related = append(f.Related, b.Lines[i].Amounts[col].At)
	}
}
