package budget

import (
	"regexp"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// inline reads shares that stand in a sentence: "Umeå 284 tkr, Skellefteå
// kommun 257 tkr och Vännäs 28 tkr".
func (w *documentWords) inline(sentence string, unit model.Unit, at model.Source) []model.Share {
	var shares []model.Share
	from := 0
	for m := range amountsIn(sentence) {
		before := sentence[from:m[0]]
		own, end := w.unitAfter(sentence[m[1]:])
		name := sharePatterns().name.FindStringSubmatch(before)
		amount, ok := ParseAmount(sentence[m[0]:m[1]])
		from = m[1] + end
		if own == model.NoUnit && yearOf(sentence[m[0]:m[1]]) != 0 {
			continue
		}
		if name == nil || !ok {
			return nil
		}
		if own == model.NoUnit {
			own = unit
		}
		shares = append(shares, model.Share{
			Party:  model.Text(w.partyName(name[1]), at),
			Amount: model.Value[decimal.Decimal]{V: amount, OK: true, Raw: sentence[m[0]:from], At: at},
			Unit:   own,
		})
	}
	return shares
}

// partyName takes a word off the end of a name that is not a part of it, as
// "svarar" is not of "Umeå svarar".
func (w *documentWords) partyName(s string) string {
	f := strings.Fields(s)
	if n := len(f); n > 1 && !startsUpper(f[n-1]) && !contains(lower(w.v.Kinds[model.LineParty]), strings.ToLower(f[n-1])) {
		f = f[:n-1]
	}
	return strings.Join(f, " ")
}

var sharedToPattern = sync.OnceValue(func() *regexp.Regexp { return grid.Expression(`^\s(\pL{1,5})\s(\pL[^,;:()\d]*)`) })

// inlineAfter reads shares of a sentence in which each name stands after its
// amount, behind the same short word: "400 tkr till Umeå, 300 tkr till
// Skellefteå och 200 tkr till Vännäs".
func (w *documentWords) inlineAfter(sentence string, unit model.Unit, at model.Source) []model.Share {
	var shares []model.Share
	lead := ""
	for m := range amountsIn(sentence) {
		own, end := w.unitAfter(sentence[m[1]:])
		if own == model.NoUnit && yearOf(sentence[m[0]:m[1]]) != 0 {
			continue
		}
		amount, ok := ParseAmount(sentence[m[0]:m[1]])
		to := sharedToPattern().FindStringSubmatch(sentence[m[1]+end:])
		if !ok || to == nil || lead != "" && to[1] != lead {
			return nil
		}
		lead = to[1]
		name := strings.Fields(strings.TrimRight(to[2], " .!?"))
		goesOn := len(to[0]) < len(sentence[m[1]+end:]) && isDigit(sentence[m[1]+end+len(to[0])])
		if n := len(name); goesOn && n > 1 && startsLower(name[n-1]) && utf8.RuneCountInString(name[n-1]) <= tolerances.maxJoin {
			name = name[:n-1]
		}
		if len(name) == 0 || len(name) > tolerances.maxPartyWords {
			return nil
		}
		if own == model.NoUnit {
			own = unit
		}
		shares = append(shares, model.Share{
			Party:  model.Text(strings.Join(name, " "), at),
			Amount: model.Value[decimal.Decimal]{V: amount, OK: true, Raw: sentence[m[0] : m[1]+end], At: at},
			Unit:   own,
		})
	}
	return shares
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }
