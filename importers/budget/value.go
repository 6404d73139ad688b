package budget

import (
	"strings"

	"github.com/shopspring/decimal"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// amount reads a cell of an amount: a stored number, or a printed one with or
// without its unit.
func (w *documentWords) amount(c *grid.Cell) model.Value[decimal.Decimal] {
	v := model.Value[decimal.Decimal]{Raw: rawAmount(c), Formula: c.Formula, Uncalculated: c.Uncalculated, At: c.At}
	switch c.Kind {
	case grid.Number:
		v.V, v.OK = storedNumber(c.Stored())
		v.V = v.V.Shift(c.Scale())
	case grid.Text:
		v.V, _, v.OK = w.amountText(c.Text)
	}
	return v
}

// rawAmount gives what an edit of the cell sees: the number that is stored, or
// the text that holds.
func rawAmount(c *grid.Cell) string {
	if c.Kind == grid.Text {
		return c.Text
	}
	return c.Stored()
}

// amountText reads an amount with or without its unit: "569 tkr", "5 269:-".
func (w *documentWords) amountText(text string) (decimal.Decimal, model.Unit, bool) {
	return w.units.Amount(text)
}

func sameFields(a, b []string) bool { return len(a) == len(b) && at(a, b) == 0 }

// percent reads a cell of a share, "12,3 %".
func (w *documentWords) percent(c *grid.Cell) model.Value[decimal.Decimal] {
	v := model.Value[decimal.Decimal]{Raw: rawAmount(c), Formula: c.Formula, Uncalculated: c.Uncalculated, At: c.At}
	if text, ok := strings.CutSuffix(c.Clean(), "%"); ok {
		v.V, v.OK = ParseAmount(text)
		return v
	}
	return w.amount(c)
}

// shownDecimals gives with how many decimals a cell shows its amount: a workbook
// may store more.
func (w *documentWords) shownDecimals(c *grid.Cell, stored decimal.Decimal) int {
	n := model.Decimals(stored)
	if c.Kind != grid.Number || n == 0 {
		return n
	}
	if d, _, ok := w.amountText(c.Text); ok {
		return min(n, model.Decimals(d))
	}
	return n
}
