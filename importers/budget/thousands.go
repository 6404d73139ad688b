package budget

import (
	"regexp"
	"strings"
	"sync"
	"unicode"

	"github.com/shopspring/decimal"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

var thousandsPatterns = sync.OnceValue(func() (p struct{ comma, bare, sure *regexp.Regexp }) {
	p.comma = regexp.MustCompile(`^\(?[-−–]?\s?\d{1,3},\d{3}[-−–]?\)?$`)
	p.bare = regexp.MustCompile(`^\(?[-−–]?\s?\d{1,3}[-−–]?\)?$`)
	p.sure = regexp.MustCompile(`^\(?[-−–]?\s?\d{1,3}(?:(?:,\d{3}){2,}(?:\.\d+)?|,\d{3}\.\d+)[-−–]?\)?$`)
	return p
})

// withoutUnit takes the unit off an amount: a few letters behind a blank.
func withoutUnit(text string) string {
	at := strings.LastIndexAny(text, " \t\n\f\r")
	if at < 0 {
		return text
	}
	letters := 0
	for _, c := range text[at+1:] {
		if letters++; !unicode.IsLetter(c) || letters > tolerances.unitLetters {
			return text
		}
	}
	if letters == 0 {
		return text
	}
	return text[:at]
}

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
			text := c.Clean()
			switch amount := withoutUnit(text); {
			case thousandsPatterns().comma.MatchString(amount):
				commas++
			case thousandsPatterns().bare.MatchString(amount), thousandsPatterns().sure.MatchString(amount):
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
	if v.OK && thousandsPatterns().comma.MatchString(withoutUnit(model.Clean(text))) {
		v.V = v.V.Shift(3)
	}
}
