package output

import (
	"strings"

	"github.com/shopspring/decimal"

	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// Amount writes an amount with the decimals it was printed with, as the language
// writes numbers.
func Amount(cat *lang.Catalog, v decimal.Decimal) string {
	whole, fraction, _ := strings.Cut(v.Abs().StringFixed(int32(model.Decimals(v))), ".")
	var groups []string
	for len(whole) > 3 {
		groups = append([]string{whole[len(whole)-3:]}, groups...)
		whole = whole[:len(whole)-3]
	}
	out := strings.Join(append([]string{whole}, groups...), cat.T("text.thousands"))
	if fraction != "" {
		out += cat.T("text.decimals") + fraction
	}
	if v.IsNegative() {
		out = "−" + out
	}
	return out
}

// RoleName names what the amounts of a budget's column are.
func RoleName(cat *lang.Catalog, role model.ColumnRole) string {
	if role == model.RoleOther {
		return cat.T("text.role.other")
	}
	return cat.T("text.role." + string(role))
}
