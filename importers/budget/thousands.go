package budget

import (
	"regexp"
	"sync"

	"github.com/shopspring/decimal"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

var thousandsPatterns = sync.OnceValue(func() (p struct{ comma, bare, sure *regexp.Regexp }) {
	p.comma = regexp.MustCompile(`^\(?[-−–]?\s?\d{1,3},\d{3}[-−–]?\)?(?:\s\pL{1,5})?$`)
	p.bare = regexp.MustCompile(`^\(?[-−–]?\s?\d{1,3}[-−–]?\)?(?:\s\pL{1,5})?$`)
	p.sure = regexp.MustCompile(`^\(?[-−–]?\s?\d{1,3}(?:(?:,\d{3}){2,}(?:\.\d+)?|,\d{3}\.\d+)[-−–]?\)?(?:\s\pL{1,5})?$`)
	return p
})

// commaThousands reports whether a table prints thousands with a comma, "7,616"
// beside "767", also with a minus behind it and a unit: no amount has decimals of
// another length, none of a thousand or more is without a comma, and some are
// below a thousand or have a comma twice.
func commaThousands(t *grid.Table, h *header) bool {
	commas, bare := 0, 0
	for r := h.bottom + 1; r < len(t.Rows); r++ {
		for i, col := range h.cols {
			c := t.Cell(r, col)
			if c.Covered || c.Kind != grid.Text || h.columns[i].Role == model.RolePercent {
				continue
			}
			switch text := c.Clean(); {
			case thousandsPatterns().comma.MatchString(text):
				commas++
			case thousandsPatterns().bare.MatchString(text), thousandsPatterns().sure.MatchString(text):
				bare++
			default:
				if _, ok := ParseAmount(text); ok {
					return false
				}
			}
		}
	}
	return commas >= tolerances.leastCommas && bare > 0
}

// inThousands mends an amount whose comma divides thousands.
func inThousands(v *model.Value[decimal.Decimal], text string) {
	if v.OK && thousandsPatterns().comma.MatchString(model.Clean(text)) {
		v.V = v.V.Shift(3)
	}
}
