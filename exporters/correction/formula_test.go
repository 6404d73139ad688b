package correction

import (
	"fmt"
	"strings"
	"testing"
)

func TestParseFormula(t *testing.T) {
	for _, tt := range []struct{ formula, want string }{
		{`D8*E8`, "D8 E8"},
		{`SUM(F$8:$G9)`, "F8:G9 | SUM"},
		{`IFERROR(VLOOKUP(D8,Definitioner!$A$5:$C$8,3,FALSE())*2,0)`, "D8 Definitioner!A5:C8 | IFERROR VLOOKUP FALSE"},
		{`'Nämndens "plan"'!B2&"F8 är 'x'!A1"`, `Nämndens "plan"!B2`},
		{`'It''s'!A1`, `It's!A1`},
		{`SUM(A:C)+SUM(2:$4)`, "A:C 2:4 | SUM SUM"},
		{`SUM(Blad1:Blad3!B2)`, "Blad1..Blad3!B2 | SUM"},
		{`SUM('Blad 1:Blad 3'!B2:C3)`, "Blad 1..Blad 3!B2:C3 | SUM"},
		{`Tröskel+Blad1!Lokal+1.5E+3`, "| names Tröskel Blad1!Lokal"},
		{`SUM(Tabell1[[#This Row],[Värde]])`, "| SUM | tables Tabell1"},
		{`IF(A1=#N/A,{1,"B7";2,3},TRUE)`, "A1 | IF"},
		{`_xlfn.IFS(A1>1,"x")`, "A1 | IFS"},
		{`[1]Blad1!A1+B1`, "B1 | external"},
		{`'[bok.xlsx]Blad 1'!A1`, "| external"},
		{`SUM(A1:INDEX(B:B,3))`, "A1 B:B | SUM INDEX | opaque"},
		{`LOG10(A1)`, "A1 | LOG10"},
		{`Blad1!A1:Blad1!B2`, "Blad1!A1:B2"},
		{`"öppen`, "| opaque"},
		{`ABC1048577+XFE1`, "| names ABC1048577 XFE1"},
	} {
		if got := describe(parseFormula(tt.formula)); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.formula, got, tt.want)
		}
	}
}

func describe(p parsed) string {
	var words []string
	for _, r := range p.refs {
		s := r.from.plain()
		if !r.single {
			s += ":" + r.to.plain()
		}
		if r.last != "" {
			s = r.sheet + ".." + r.last + "!" + s
		} else if r.sheet != "" {
			s = r.sheet + "!" + s
		}
		words = append(words, s)
	}
	add := func(mark string, more []string) {
		if len(more) > 0 {
			words = append(append(words, "|"), strings.TrimSpace(mark+" "+strings.Join(more, " ")))
		}
	}
	add("", p.functions)
	add("names", p.names)
	add("tables", p.tables)
	if p.opaque {
		words = append(words, "| opaque")
	}
	if p.external {
		words = append(words, "| external")
	}
	return strings.Join(words, " ")
}

func (c corner) plain() string {
	c.fixedCol, c.fixedRow = false, false
	return c.shifted(0, 0)
}

func TestShifted(t *testing.T) {
	for _, tt := range []struct {
		formula    string
		cols, rows int
		want       string
	}{
		{`D8*E$8+$F8`, 1, 2, `E10*F$8+$F10`},
		{`VLOOKUP(D8,'A1 blad'!$A$5:C8,3,FALSE)&"D8"`, 0, 1, `VLOOKUP(D9,'A1 blad'!$A$5:C9,3,FALSE)&"D8"`},
		{`SUM(A:B)+SUM(3:4)`, 1, 1, `SUM(B:C)+SUM(4:5)`},
		{`A1`, 0, -1, `#REF!`},
		{`Namn1_x+LOG10(B2)`, 0, 1, `Namn1_x+LOG10(B3)`},
	} {
		if got := shifted(tt.formula, tt.cols, tt.rows); got != tt.want {
			t.Errorf("%s by %d,%d: got %s, want %s", tt.formula, tt.cols, tt.rows, got, tt.want)
		}
	}
}

func TestSameFormula(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"D8*E8", "= d8 * e8", true},
		{"_xlfn.IFS(A1,1)", "IFS(A1,1)", true},
		{`"a b"`, `"ab"`, false},
		{"D8*E8", "D8*E9", false},
	} {
		if got := sameFormula(tt.a, tt.b); got != tt.want {
			t.Errorf("%s and %s: got %v", tt.a, tt.b, got)
		}
	}
}

func FuzzParseFormula(f *testing.F) {
	for _, s := range []string{`D8*E8`, `'a'!`, `[`, `A1:`, `$`, `"`, `{"`, `T[[`, `#`, `A1#`, `$A$`, `1:1`, `é!A1`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, r := range parseFormula(s).refs {
			if r.start < 0 || r.end > len(s) || r.start >= r.end {
				t.Fatal(fmt.Sprint("reference outside the formula: ", r))
			}
		}
		shifted(s, 1, 1)
	})
}
