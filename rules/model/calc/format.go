package calc

import (
	"strings"

	"riskbok/rules/model/numberformat"
)

// format is TEXT. The format's signs are those of the program's locale: a
// format with a point or comma is certain only where the decimal sign is known,
// and is then taken where it uses that and no other.
func format(e *eval, args []operand) operand {
	v, code := e.scalar(args[0]), e.scalar(args[1])
	switch {
	case v.Kind == Error:
		return of(v)
	case code.Kind == Error:
		return of(code)
	case v.Kind == Text && !strings.ContainsAny(v.Text, "0123456789"):
		return of(v)
	case v.Kind == Bool, v.Kind == Text, code.Kind != Text, strings.ContainsAny(code.Text, "*_?[;# ") && !plainBlanks(code.Text):
		e.refuse()
		return operand{}
	}
	pattern := code.Text
	if signs := outsideQuotes(pattern); strings.ContainsAny(signs, ".,") {
		if e.how.Decimal == 0 || strings.Count(signs, string(rune(e.how.Decimal))) != 1 || strings.Count(signs, ".")+strings.Count(signs, ",") != 1 {
			e.refuse()
			return operand{}
		}
		pattern = strings.Replace(pattern, string(rune(e.how.Decimal)), ".", 1)
	}
	f := numberformat.Read(pattern)
	if f == nil {
		e.refuse()
		return operand{}
	}
	shown, ok := f.Written(Shown(v.Num))
	if !ok {
		e.refuse()
		return operand{}
	}
	if e.how.Decimal != 0 && pattern != code.Text {
		shown = strings.Replace(shown, ".", string(rune(e.how.Decimal)), 1)
	}
	return of(text(shown))
}

// outsideQuotes gives what of a format is no text in quotes.
func outsideQuotes(code string) string {
	var b strings.Builder
	for i, part := range strings.Split(code, `"`) {
		if i%2 == 0 {
			b.WriteString(part)
		}
	}
	return b.String()
}

// plainBlanks reports whether a format has no signs but texts in quotes, blanks
// behind the digits and the places 0 and #.
func plainBlanks(code string) bool {
	signs := outsideQuotes(code)
	digits := strings.TrimRight(strings.TrimLeft(signs, " "), " %")
	return !strings.ContainsAny(signs, "*_?[;\\") && !strings.Contains(digits, " ")
}
