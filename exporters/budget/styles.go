package budget

import (
	"strings"

	"riskbok/exporters/workbook"
	"riskbok/rules/model"
)

// palette colours the series and slices of charts: distinct in hue and in
// lightness, so that they are told apart in grey and by the colour-blind.
var palette = []string{"1F3864", "2E75B6", "9DC3E6", "F4B183", "C55A11", "7F7F7F", "A9D18E", "548235"}

// lookText is the look of the names of lines, lookSource that of their sources,
// which stand beside numbers.
var (
	lookText   = workbook.LookOwn
	lookSource = workbook.Look{Font: workbook.BodyFont, Border: true, Locked: true, Left: true}
)

func asTotal(l workbook.Look) workbook.Look {
	l.Font.Bold, l.Fill = true, workbook.FillHelp
	return l
}

func warning(l workbook.Look) workbook.Look {
	l.Fill = workbook.FillWarn
	return l
}

// lineLooks gives the looks of a line's name and of its amounts.
func (b *builder) lineLooks(l *model.BudgetLine, decimals int) (name, amount workbook.Look) {
	name, amount = lookText, b.amountLook(decimals)
	if l.Total || l.Kind == model.LineNet {
		name, amount = asTotal(name), asTotal(amount)
	}
	if l.Kind == model.LineGroup {
		name.Font.Bold = true
	}
	return name, amount
}

// numberLook is the look of numbers: to the right, on one line.
func numberLook(format string) workbook.Look {
	l := lookText
	l.Right, l.NoWrap, l.Format = true, true, format
	return l
}

// amountLook is the look of an amount with so many decimals.
func (b *builder) amountLook(decimals int) workbook.Look { return numberLook(b.amountFormat(decimals)) }

// percentLook is the look of a share.
func (b *builder) percentLook() workbook.Look { return numberLook(b.percentFormat()) }

// amountFormat is the number format of amounts. The language's own mark stands
// in front, so that thousands and decimals are divided as the papers do also
// where the program's own language is another.
func (b *builder) amountFormat(decimals int) string {
	return b.cat.T("budget.number-locale") + "#,##0" + places(decimals)
}

// percentFormat is the number format of shares.
func (b *builder) percentFormat() string {
	return b.cat.T("budget.number-locale") + "0" + places(1) + " %"
}

func places(decimals int) string {
	if decimals <= 0 {
		return ""
	}
	return "." + strings.Repeat("0", min(decimals, 10))
}
