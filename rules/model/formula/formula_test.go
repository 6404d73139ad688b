package formula

import (
	"strings"
	"testing"
)

func TestShift(t *testing.T) {
	tests := []struct{ in, want string }{ // one row down, two columns right
		{"A1", "C2"}, {"$A1", "$A2"}, {"A$1", "C$1"}, {"$A$1", "$A$1"}, {"A1:B2", "C2:D3"}, {"A:C", "C:E"}, {"$A:C", "$A:E"},
		{"1:3", "2:4"}, {"$1:3", "$1:4"}, {"SUM(A1,B2)*2", "SUM(C2,D3)*2"}, {"LOG10(A1)", "LOG10(C2)"}, {"LOG10+A1", "LOI11+C2"},
		{`"A1"&A1`, `"A1"&C2`}, {`"say ""A1"""&A1`, `"say ""A1"""&C2`}, {"Blad1!A1", "Blad1!C2"}, {"'Mitt A1'!A1", "'Mitt A1'!C2"},
		{"'Bo''s A1'!A1", "'Bo''s A1'!C2"}, {"A1!B2", "A1!D3"}, {"Blad1!A1:Blad1!B2", "Blad1!C2:Blad1!D3"}, {"Q1:Q4!A1", "Q1:Q4!C2"}, {"Åtgärd1!A1+Åtgärd1", "Åtgärd1!C2+Åtgärd1"},
		{"[1]Blad1!A1", "[1]Blad1!C2"}, {"Tabell1[[#This Row],[A1]]*A1", "Tabell1[[#This Row],[A1]]*C2"}, {"Tabell1[A1]", "Tabell1[A1]"},
		{"1E5+A1", "1E5+C2"}, {"1.5E-3*A1", "1.5E-3*C2"}, {"A1%", "C2%"}, {"-A1^2", "-C2^2"}, {"#REF!+A1", "#REF!+C2"}, {"#N/A", "#N/A"},
		{"{1,2;3,4}+A1", "{1,2;3,4}+C2"}, {"TRUE", "TRUE"}, {"Namn_1", "Namn_1"}, {"A1.B", "A1.B"}, {"_A1", "_A1"}, {"XFD1", "#REF!"},
		{"A1048576", "#REF!"}, {"XFE1", "XFE1"}, {"A1048577", "A1048577"}, {"A0", "A0"}, {"XFC:XFD", "#REF!"}, {"ABCD1", "ABCD1"},
		{"a1", "C2"}, {"IF(A1=\"\",\"\",VLOOKUP(A1,$D:$E,2,FALSE))", "IF(C2=\"\",\"\",VLOOKUP(C2,$D:$E,2,FALSE))"}, {"A1#", "C2#"},
		{"SUM(A1:INDEX(B:B,3))", "SUM(C2:INDEX(D:D,3))"}, {"_xlfn.XLOOKUP(A1,B1,C1)", "_xlfn.XLOOKUP(C2,D2,E2)"}, {"A1 B1", "C2 D2"}, {"", ""},
	}
	for _, tt := range tests {
		if got := Parse(tt.in).Shift(1, 2); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.in, got, tt.want)
		}
	}
	if got := Parse("C3+$C$3").Shift(-2, -2); got != "A1+$C$3" {
		t.Errorf("up and left: %s", got)
	}
	if got := Parse(`D8*E$8+$F8&VLOOKUP(D8,'A1 blad'!$A$5:C8,3,FALSE)&"D8"`).Shift(2, 1); got != `E10*F$8+$F10&VLOOKUP(E10,'A1 blad'!$A$5:D10,3,FALSE)&"D8"` {
		t.Errorf("down and right: %s", got)
	}
	if got := Parse("B2").Shift(-2, 0); got != "#REF!" {
		t.Errorf("above the sheet: %s", got)
	}
}

// A text stands for a formula exactly where Shift writes it and nothing was
// lost on the way.
func TestStands(t *testing.T) {
	for _, in := range []string{
		"D8*E8", "D$8*$E8", "IF(F8=0,\"\",VLOOKUP(F8,Blad1!$A$5:C8,3,FALSE))", "SUM(A:C)+SUM(2:$4)", "SUM($A:$C)", `"D8"&'D8'!D8`, "Namn_1", "#REF!+A8", "A1048570", "",
	} {
		f := Parse(in)
		for _, rows := range []int{0, 1, 5, 6, -3, -7, -8, 1 << 20} {
			text := f.Shift(rows, 0)
			if got, want := f.Stands(text, rows), !strings.Contains(text, "#REF!"); got != want {
				t.Errorf("%s, %d rows down, as %s: %v, want %v", in, rows, text, got, want)
			}
			for _, other := range []string{text + "0", text + "+1", strings.TrimSuffix(text, "8"), strings.ReplaceAll(text, "8", "9"), strings.ToLower(text), "#REF!" + text} {
				if other != text && f.Stands(other, rows) {
					t.Errorf("%s, %d rows down, as %s", in, rows, other)
				}
			}
		}
	}
}

func TestArea(t *testing.T) {
	a, b, ok := Area("C9:A6")
	if !ok || a.Row != 6 || a.Col != 1 || b.Row != 9 || b.Col != 3 {
		t.Errorf("C9:A6: %+v %+v %v", a, b, ok)
	}
	for _, text := range []string{"", "A", "1", "A1:", ":A1", "A1:B", "A1:B2:C3", "XFE1", "A1 "} {
		if _, _, ok := Area(text); ok {
			t.Errorf("%q taken", text)
		}
	}
	if row, col, ok := CellRef("$AB$12"); !ok || row != 12 || col != 28 {
		t.Errorf("$AB$12: %d %d %v", row, col, ok)
	}
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{"A1:B2", `"x""y"&'a''b'!C3`, "[1]A!B2", "T[[#All],[x]]", "1:3", "Q1:Q4!A1", "1E5", "#REF!", "$", "'", "\"", "["} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var b strings.Builder
		for _, tok := range Parse(s) {
			if tok.Text == "" {
				t.Fatalf("empty token in %q", s)
			}
			b.WriteString(tok.Text)
		}
		if b.String() != s {
			t.Errorf("%q became %q", s, b.String())
		}
		_ = Parse(s).Shift(3, -2)
	})
}
