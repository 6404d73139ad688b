package budget

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

func TestParseAmount(t *testing.T) {
	for text, want := range map[string]string{
		"5 269,0": "5269.0", "5\u00a0269,0": "5269.0", "5\u2009269,0": "5269.0", "5\u202f269,0": "5269.0",
		"3.427": "3427", "1.234.567": "1234567", "1.234.567,5": "1234567.5", "1,234.50": "1234.50", "1,234,567": "1234567",
		"-3,5": "-3.5", "−3,5": "-3.5", "–3,5": "-3.5", "- 3,5": "-3.5", "3,5-": "-3.5", "(3,5)": "-3.5", "+0,6": "0.6", "±0": "0", "+/-0,0": "0.0", "+/– 0": "0",
		"0": "0", "0,0": "0.0", "12.5": "12.5", "0.427": "0.427", "1234": "1234", "12 345 678": "12345678",
		"5 269*": "5269", " 7 ": "7", "2025": "2025", "1 234.5": "1234.5", "3,427": "3.427", "−10 227,30": "-10227.30",
		"‑3,5": "-3.5", "5269,0": "5269.0",
	} {
		d, ok := ParseAmount(text)
		if !ok || d.StringFixed(int32(model.Decimals(d))) != want {
			t.Errorf("ParseAmount(%q) = %v %v, want %s", text, d, ok, want)
		}
	}
	for _, text := range []string{
		"", "-", "–", "−", " ", "abc", "12a", "5 26", "52 69", "5 2690", "1 2 3", "2025-02-17", "12-16", "1.23.4", "1,2,3", "5,", ",5",
		"007", "0 123", "--5", "-(5)", "(-5)", "1e5", "5 269,0 8 615,5", "12:30", "1,23 4", "١٢", "1 234 56", "5..2", "99999999999999999999999999",
	} {
		if d, ok := ParseAmount(text); ok {
			t.Errorf("ParseAmount(%q) = %v, want no amount", text, d)
		}
	}
}

// printed gives an amount in one of the forms that papers print.
func printed(r *rand.Rand, d decimal.Decimal) string {
	decimals := model.Decimals(d)
	digits := d.Abs().StringFixed(int32(decimals))
	whole, fraction, _ := strings.Cut(digits, ".")
	group, comma := "", ","
	switch r.IntN(6) {
	case 0:
		group = " "
	case 1:
		group = "\u00a0"
	case 2:
		group = "\u2009"
	case 3:
		group = "\u202f"
	case 4:
		group = "."
	}
	// A lone comma and three digits can only be decimals, and a lone point
	// without decimals only thousands.
	if group == "" && len(fraction) != 3 && r.IntN(2) == 0 {
		comma = "."
	}
	s := grouped(whole, group)
	if fraction != "" {
		s += comma + fraction
	}
	if d.Sign() < 0 {
		switch r.IntN(6) {
		case 0:
			return "(" + s + ")"
		case 1:
			return "- " + s
		case 2:
			return s + "-"
		default:
			minus := []rune(grid.Minuses)
			return string(minus[r.IntN(len(minus))]) + s
		}
	}
	if r.IntN(8) == 0 {
		return "+" + s
	}
	return s
}

func grouped(whole, by string) string {
	var b strings.Builder
	for i, r := range whole {
		if i > 0 && (len(whole)-i)%3 == 0 {
			b.WriteString(by)
		}
		b.WriteRune(r)
	}
	return b.String()
}

// TestAmountsBothWays: whatever is printed is read back with its decimals, and
// what is read is printed and read again as the same.
func TestAmountsBothWays(t *testing.T) {
	r := rand.New(rand.NewPCG(4, 2026))
	for range 50000 {
		d := decimal.New(r.Int64N(int64(1)<<uint(1+r.IntN(50)))*int64(1-2*r.IntN(2)), -int32(r.IntN(5)))
		text := printed(r, d)
		got, ok := ParseAmount(text)
		if !ok || !got.Equal(d) || model.Decimals(got) != model.Decimals(d) {
			t.Fatalf("%v printed %q was read as %v %v", d, text, got, ok)
		}
		again, ok := ParseAmount(model.AmountText(got, model.Decimals(got)))
		if !ok || !again.Equal(got) || again.Exponent() != got.Exponent() {
			t.Fatalf("%v printed %q was read as %v %v", got, model.AmountText(got, model.Decimals(got)), again, ok)
		}
	}
}

// TestAmountsFromNoise: a text of the letters that amounts are made of is no
// amount, or one that is printed and read again as the same.
func TestAmountsFromNoise(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 2026))
	letters := []rune("0123456789,. -−+()*x\u00a0\u2009")
	read := 0
	for range 100000 {
		var b strings.Builder
		for range 1 + r.IntN(9) {
			b.WriteRune(letters[r.IntN(len(letters))])
		}
		d, ok := ParseAmount(b.String())
		if !ok {
			continue
		}
		read++
		again, ok := ParseAmount(model.AmountText(d, model.Decimals(d)))
		if !ok || !again.Equal(d) {
			t.Fatalf("%q was read as %v, then as %v %v", b.String(), d, again, ok)
		}
	}
	if read < 1000 {
		t.Errorf("only %d texts were amounts", read)
	}
}

func TestStoredNumber(t *testing.T) {
	for text, want := range map[string]string{
		"5269": "5269/0", "5269.5": "5269.5/1", "0.30000000000000004": "0.3/1", "14635.099999999999": "14635.1/1",
		"1E+3": "1000/0", "3.427": "3.427/3", "-0.5": "-0.5/1", "100000000000000000000": "100000000000000000000/0",
	} {
		d, ok := storedNumber(text)
		if got := fmt.Sprintf("%s/%d", d, model.Decimals(d)); !ok || got != want {
			t.Errorf("storedNumber(%q) = %s %v, want %s", text, got, ok, want)
		}
	}
	for _, text := range []string{"", "x", "1E+300000", "1,5"} {
		if d, ok := storedNumber(text); ok {
			t.Errorf("storedNumber(%q) = %d digits, want none", text, d.NumDigits())
		}
	}
}

func TestSplitAmounts(t *testing.T) {
	for _, tt := range []struct {
		text string
		n    int
		want string
	}{
		{"5 269,0 8 615,5", 2, "5269 8615.5"},
		{"5 269 8 615", 2, "5269 8615"},
		{"445,0 725,0", 2, "445 725"},
		{"12 3", 2, "12 3"},
		{"-3,5 − 0,6", 2, "-3.5 -0.6"},
		{"100 200 300", 2, ""},
		{"100 200 300", 3, "100 200 300"},
		{"100 200 300", 1, "100200300"},
		{"5 269,0", 2, ""},
		{"", 1, ""},
		{"fem tusen", 1, ""},
	} {
		list, ok := SplitAmounts(tt.text, tt.n)
		var got []string
		for _, d := range list {
			got = append(got, d.String())
		}
		if strings.Join(got, " ") != tt.want || ok != (tt.want != "") {
			t.Errorf("SplitAmounts(%q, %d) = %v %v, want %q", tt.text, tt.n, got, ok, tt.want)
		}
	}
}

func FuzzParseAmount(f *testing.F) {
	f.Add("5 269,0")
	f.Add("−1.234,5-")
	f.Fuzz(func(t *testing.T, text string) {
		d, ok := ParseAmount(text)
		if !ok {
			return
		}
		if again, ok := ParseAmount(model.AmountText(d, model.Decimals(d))); !ok || !again.Equal(d) {
			t.Errorf("%q was read as %v, then as %v", text, d, again)
		}
	})
}
