package words

import (
	"strconv"
	"strings"
	"unicode"

	"riskbok/rules/model"
)

// DayBand reads a text that is a day, with or without a year, or a fraction, as
// the two numbers from which a spreadsheet makes such a one: "1-3" becomes
// 2025-01-03, 2025-03-01, "3 jan" or "03-mar". Day says that it is a day. By
// itself it proves nothing: a range was meant only where those beside it fit.
func (x *Index) DayBand(text string) (b Band, day, ok bool) {
	text = model.Clean(text)
	if len(text) > tolerances.maxDay || !strings.ContainsAny(text, digits) {
		return Band{}, false, false
	}
	if d, ok := x.Date(text); ok {
		return spanned(d.Month, d.Day), true, true
	}
	parts := strings.FieldsFunc(text, func(r rune) bool { return isDash(r) || unicode.IsSpace(r) || r == '/' || r == '.' })
	if len(parts) != 2 {
		return Band{}, false, false
	}
	first, okFirst := smallNumber(parts[0])
	second, okSecond := smallNumber(parts[1])
	switch {
	case okFirst && okSecond && strings.Contains(text, "/"):
		return spanned(first, second), false, true
	case okFirst && x.monthOf(parts[1]) > 0:
		return spanned(x.monthOf(parts[1]), first), true, true
	case okSecond && x.monthOf(parts[0]) > 0:
		return spanned(x.monthOf(parts[0]), second), true, true
	}
	return Band{}, false, false
}

func spanned(a, b int) Band { return Band{Low: min(a, b), High: max(a, b)} }

// smallNumber reads a number of one or two digits.
func smallNumber(text string) (int, bool) {
	n, err := strconv.Atoi(text)
	return n, err == nil && len(text) <= len("31") && n > 0
}

// monthOf gives the number of a month by the beginning of its name, 0 where it is
// none.
func (x *Index) monthOf(name string) int {
	key := model.Key(name)
	if len(key) < tolerances.shortMonth {
		return 0
	}
	for i, m := range x.months {
		if strings.HasPrefix(m, key) {
			return i%monthsOfYear + 1
		}
	}
	return 0
}

const monthsOfYear = 12
