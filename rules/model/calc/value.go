package calc

import (
	"math"
	"strconv"
	"strings"
)

// Kind is the type of a value.
type Kind uint8

// The types of values.
const (
	Empty Kind = iota
	Number
	Text
	Bool
	Error // Text is the error value, "#N/A"
)

// Value is what a cell holds or a formula results in.
type Value struct {
	Kind Kind
	Num  float64 // of a Number; 1 for a true Bool
	Text string  // of a Text or Error
}

func number(f float64) Value {
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return fault("#NUM!")
	}
	return Value{Kind: Number, Num: f}
}

func text(s string) Value { return Value{Kind: Text, Text: s} }

func fault(s string) Value { return Value{Kind: Error, Text: s} }

func boolean(b bool) Value {
	if b {
		return Value{Kind: Bool, Num: 1}
	}
	return Value{Kind: Bool}
}

// Shown gives a number with at most 15 significant digits in its shortest
// decimal form, the precision that spreadsheets keep; with an exponent only
// where the digits would take more than 21 places.
func Shown(f float64) string {
	short, err := strconv.ParseFloat(strconv.FormatFloat(f, 'g', 15, 64), 64)
	if err != nil { // rounding took it over the largest number
		short = f
	}
	if short == 0 {
		return "0"
	}
	if a := math.Abs(short); a >= 1e21 || a < 1e-15 {
		return strconv.FormatFloat(short, 'E', -1, 64)
	}
	return strconv.FormatFloat(short, 'f', -1, 64)
}

// Same reports whether two numbers are the same to a spreadsheet.
func Same(a, b float64) bool { return a == b || Shown(a) == Shown(b) }

// asNumber reads a value as a number. A text of digits is one everywhere; one
// with other characters among digits depends on the locale and is refused; one
// without digits is none.
func (e *eval) asNumber(v Value) Value {
	switch v.Kind {
	case Empty:
		return number(0)
	case Bool:
		return number(v.Num)
	case Number, Error:
		return v
	}
	if e.how.Decimal != 0 {
		if n, ok := decimalText(v.Text, e.how.Decimal); ok {
			return number(n)
		}
	}
	digits, others := 0, 0
	for i, c := range v.Text {
		switch {
		case '0' <= c && c <= '9':
			digits++
		case c == '-' && i == 0:
		default:
			others++
		}
	}
	switch {
	case digits > 0 && others == 0 && digits <= 15:
		f, err := strconv.ParseFloat(v.Text, 64)
		if err == nil {
			return number(f)
		}
	case digits == 0:
		return fault("#VALUE!")
	}
	e.refuse()
	return fault("#VALUE!")
}

// decimalText reads a text of digits with one decimal sign between them.
func decimalText(s string, sign byte) (float64, bool) {
	whole, decimals, found := strings.Cut(strings.TrimPrefix(s, "-"), string(rune(sign)))
	if !found || whole == "" || decimals == "" || len(whole)+len(decimals) > 15 || strings.Trim(whole+decimals, "0123456789") != "" {
		return 0, false
	}
	f, err := strconv.ParseFloat(strings.Replace(s, string(rune(sign)), ".", 1), 64)
	return f, err == nil
}

// asText reads a value as a text. Numbers with decimals depend on the locale.
func (e *eval) asText(v Value) Value {
	switch v.Kind {
	case Empty:
		return text("")
	case Number:
		s := Shown(v.Num)
		if e.how.Decimal != 0 && !strings.Contains(s, "E") {
			return text(strings.Replace(s, ".", string(rune(e.how.Decimal)), 1))
		}
		for _, c := range s {
			if (c < '0' || c > '9') && c != '-' {
				e.refuse()
			}
		}
		return text(s)
	case Bool: // TRUE is SANT to a Swedish reader
		e.refuse()
	}
	return v
}

// asBool reads a value as a condition.
func (e *eval) asBool(v Value) (bool, Value) {
	switch v.Kind {
	case Error:
		return false, v
	case Text:
		e.refuse()
		return false, fault("#VALUE!")
	}
	return v.Num != 0, Value{}
}
