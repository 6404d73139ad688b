package rules

import (
	"strconv"
	"strings"

	"github.com/shopspring/decimal"

	"riskbok/rules/budgets"
	"riskbok/rules/model"
)

// amountText shows an amount as the table prints them.
func amountText(b *model.Budget, d decimal.Decimal) string { return model.AmountText(d, b.Decimals) }

// termText shows an amount inside a calculation: a negative one in parentheses.
func termText(b *model.Budget, d decimal.Decimal) string {
	if d.IsNegative() {
		return "(" + amountText(b, d) + ")"
	}
	return amountText(b, d)
}

// structure gives how the amounts of a budget of the book follow from each
// other. It is concluded once for all rules.
func (c *Case) structure(b *model.Budget) *budgets.Structure {
	return c.budgets.of(b, func() *budgets.Structure { return budgets.Of(b) })
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

// together joins the finding about an amount that its own line contradicts with that
// of the total in which it was added up: they have one cause.
func (f *Finding) together(s *budgets.Structure, b *model.Budget, line, col int) {
	if total, ok := s.Follows(line, col); ok {
		f.cause = join("budget", model.Key(b.Title), strconv.Itoa(total), strconv.Itoa(col), strconv.Itoa(int(b.At.Place)), strconv.Itoa(int(b.At.Row)))
	}
}

// related adds where the amounts of lines in a column stand.
func (f *Finding) related(b *model.Budget, col int, lines []int) {
	for _, i := range lines {
		f.Related = append(f.Related, b.Lines[i].Amounts[col].At)
	}
}
