package rules

import (
	"strconv"
	"strings"

	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// ColumnName names a column as a reader finds it: by its heading, if it has
// one, and its letter, which on a page is its number from the left.
func ColumnName(cat *lang.Catalog, r *Report, c model.Column) string {
	letter := model.ColumnName(int(c.At.Col))
	if r.Place(c.At).Page > 0 {
		letter = strconv.Itoa(int(c.At.Col))
	}
	heading := Shorten(strings.Join(strings.Fields(c.Heading), " "), 40)
	if heading == "" {
		return cat.T("message.column.bare", "column", letter)
	}
	return cat.T("message.column", "heading", heading, "column", letter)
}
