package grid

import (
	"strconv"
	"testing"
	"unsafe"

	"riskbok/rules/model"
)

// forms are texts of every kind that a cell holds: nothing, white space and
// invisible characters, clean ones, and ones that cleaning changes.
var forms = []string{
	"", " ", "\n", "\t \r\n", "\u00a0", "\u200b\ufeff", "\u00ad", " \u00a0 ", "\v", "\u2028", "\x7f", "\x01",
	"Möjlig", "möjlig", " Möjlig  risk ", "Mo\u0308jlig", "rad\r\ntva\u030a", "Stor\rLiten", "\u00a0A", "–", "é", "\u0308",
	"3", " 3 ", "3,0", "3.00", "3.5", "-3", "+3", "3-", "-", "0", "003", "123456789", "1234567890", "123456789,0", "3,", ",0", "３", "1e3", "3 000",
	"Nämnden har inte följt upp sin plan under året och vet därför inte vad som återstår.",
}

func TestCellForms(t *testing.T) {
	for _, text := range forms {
		c := Cell{Text: text}
		for again := range 2 {
			if c.Blank() != (model.Clean(text) == "") {
				t.Errorf("Blank of %q, time %d: %v", text, again, c.Blank())
			}
			if got, want := c.Key(), model.Key(text); got != want {
				t.Errorf("Key of %q, time %d: %q, want %q", text, again, got, want)
			}
			if got, want := c.Clean(), model.Clean(text); got != want {
				t.Errorf("Clean of %q, time %d: %q, want %q", text, again, got, want)
			}
			n, ok := ParseWhole(text)
			if m, found := c.Whole(); m != n || found != ok {
				t.Errorf("Whole of %q, time %d: %d %v, want %d %v", text, again, m, found, n, ok)
			}
		}
		if c.Text != text {
			t.Errorf("the text of %q became %q", text, c.Text)
		}
	}
}

func TestParseWhole(t *testing.T) {
	for text, want := range map[string]string{
		"3": "3", " 3 ": "3", "3,0": "3", "3.00": "3", "-3": "-3", "+3": "3", "0": "0", "003": "3", "123456789": "123456789", "123456789,0": "123456789",
		"": "", "3.5": "", "3,": "", ",0": "", "3-": "", "-": "", "1234567890": "", "3 000": "", "1e3": "", "1_0": "", "Möjlig": "", "３": "", "(3)": "",
	} {
		n, ok := ParseWhole(text)
		if ok != (want != "") || ok && strconv.Itoa(n) != want {
			t.Errorf("ParseWhole(%q) = %d, %v; want %q", text, n, ok, want)
		}
	}
}

// A clean cell keeps nothing beside its text: a workbook of a hundred thousand
// risks has more than a million.
func TestCleanCellsKeepNothing(t *testing.T) {
	for _, text := range []string{"Upphandling görs utanför avtal", "12"} {
		c := Cell{Text: text}
		if clean := c.Clean(); unsafe.StringData(clean) != unsafe.StringData(text) || c.normal != nil {
			t.Errorf("%q is kept twice", text)
		}
	}
	if size := unsafe.Sizeof(Cell{}); size > 96 {
		t.Errorf("a cell takes %d bytes", size)
	}
}
