package grid

import (
	"strings"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"riskbok/rules/model"
)

// MaxDigits is more than any amount has; longer runs of digits are something
// else.
const MaxDigits = 24

// ParseAmount reads a number as Swedish papers print it, and as English ones
// do: "5 269,0" with any kind of space, "3.427" (three thousand), "1,234.50",
// "-3,5", "−3,5", "- 3,5", "3,5-", "(3,5)", "+0,6", "±0", "5 269*". One point with
// three digits after it divides thousands, any other point and every single
// comma decimals. The exponent of the result is that of the printed decimals.
// Everything else is no amount: dates, ranges, texts, groups of other than
// three digits.
func ParseAmount(text string) (decimal.Decimal, bool) {
	s := model.Unmarked(model.Clean(text))
	s, both := cutBothSigns(s)
	negative := false
	if inner, ok := strings.CutPrefix(s, "("); ok && strings.HasSuffix(inner, ")") {
		s, negative = strings.TrimSuffix(inner, ")"), true
	}
	if rest, sign, ok := cutSign(s); ok {
		if negative {
			return decimal.Decimal{}, false
		}
		s, negative = rest, sign
	} else if rest, ok := cutLastMinus(s); ok && !negative {
		s, negative = rest, true
	}
	digits, fraction, ok := unsigned(s)
	if !ok || len(digits)+len(fraction) > MaxDigits {
		return decimal.Decimal{}, false
	}
	d, err := decimal.NewFromString(digits + "." + fraction)
	if fraction == "" {
		d, err = decimal.NewFromString(digits)
	}
	if err != nil {
		return decimal.Decimal{}, false
	}
	if negative {
		d = d.Neg()
	}
	return d, !both || d.IsZero()
}

// Minuses are the signs that papers print for a minus: hyphen, minus, dashes,
// the no-break hyphen and the small hyphen.
const Minuses = "-−–—‑﹣－"

// cutBothSigns takes the signs off that papers print before a zero: "±0",
// "+/-0".
func cutBothSigns(s string) (rest string, both bool) {
	if rest, ok := strings.CutPrefix(s, "±"); ok {
		return strings.TrimLeft(rest, " "), true
	}
	if rest, ok := strings.CutPrefix(s, "+/"); ok {
		if rest, negative, ok := cutSign(rest); ok && negative {
			return rest, true
		}
	}
	return s, false
}

func cutSign(s string) (rest string, negative, ok bool) {
	r, n := utf8.DecodeRuneInString(s)
	if r != '+' && (n == 0 || !strings.ContainsRune(Minuses, r)) {
		return s, false, false
	}
	return strings.TrimLeft(s[n:], " "), r != '+', true
}

func cutLastMinus(s string) (string, bool) {
	for _, r := range Minuses {
		if rest, ok := strings.CutSuffix(s, string(r)); ok && rest != "" {
			return strings.TrimRight(rest, " "), true
		}
	}
	return s, false
}

// unsigned divides an unsigned number into its digits before and after the
// decimal sign.
func unsigned(s string) (digits, fraction string, ok bool) {
	for _, r := range s {
		if (r < '0' || r > '9') && r != ' ' && r != ',' && r != '.' {
			return "", "", false
		}
	}
	whole, group := s, " "
	if i := decimalSign(s); i >= 0 {
		whole, fraction = s[:i], s[i+1:]
		if !allDigits(fraction) {
			return "", "", false
		}
	}
	for _, g := range []string{".", ","} {
		if strings.Contains(whole, g) {
			group = g
		}
	}
	parts := strings.Split(whole, group)
	for i, p := range parts {
		if !allDigits(p) || i > 0 && len(p) != 3 || i == 0 && len(parts) > 1 && len(p) > 3 {
			return "", "", false
		}
	}
	if parts[0][0] == '0' && (len(parts[0]) > 1 || len(parts) > 1) {
		return "", "", false
	}
	return strings.Join(parts, ""), fraction, true
}

// decimalSign gives the place of the sign in front of the decimals, or −1.
func decimalSign(s string) int {
	commas, points := strings.Count(s, ","), strings.Count(s, ".")
	comma, point := strings.LastIndexByte(s, ','), strings.LastIndexByte(s, '.')
	switch {
	case commas == 1 && (points == 0 || comma > point):
		return comma
	case points == 1 && commas > 0 && point > comma:
		return point
	case points == 1 && commas == 0:
		// "3.427" is Swedish thousands, "0.427" and "12.5" English decimals.
		if len(s)-point-1 == 3 && point <= 3 && point > 0 && s[0] != '0' {
			return -1
		}
		return point
	}
	return -1
}

func allDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return s != ""
}
