package formula

import (
	"fmt"
	"strings"
	"testing"
)

func TestReads(t *testing.T) {
	tests := []struct{ formula, want string }{
		{`D8*E8`, "D8 E8"},
		{`SUM(F$8:$G9)`, "F8:G9 | SUM"},
		{`IFERROR(VLOOKUP(D8,Definitioner!$A$5:$C$8,3,FALSE())*2,0)`, "D8 Definitioner!A5:C8 | IFERROR VLOOKUP FALSE"},
		{`'Nämndens "plan"'!B2&"F8 är 'x'!A1"`, `Nämndens "plan"!B2`},
		{`'It''s'!A1`, `It's!A1`},
		{`SUM(A:C)+SUM(2:$4)`, "A1:C1048576 A2:XFD4 | SUM SUM"},
		{`SUM(Blad1:Blad3!B2)`, "Blad1..Blad3!B2 | SUM"},
		{`SUM('Blad 1:Blad 3'!B2:C3)`, "Blad 1..Blad 3!B2:C3 | SUM"},
		{`Tröskel+Blad1!Lokal+1.5E+3`, "| names Tröskel Blad1!Lokal"},
		{`SUM(Tabell1[[#This Row],[Värde]])`, "| SUM | tables Tabell1"},
		{`SUM([@Värde])`, "| SUM | opaque"},
		{`IF(A1=#N/A,{1,"B7";2,3},TRUE)`, "A1 | IF"},
		{`_xlfn.IFS(A1>1,"x")`, "A1 | IFS"},
		{`_xlfn._xlws.FILTER(A1:A9,B1:B9)`, "A1:A9 B1:B9 | FILTER"},
		{`[1]Blad1!A1+B1`, "B1 | external"},
		{`[1]Blad1!A1:A9+B1`, "B1 | external"},
		{`[1]Q1:Q4!A1+B1`, "B1 | external"},
		{`[1]!Namn+B1`, "B1 | external"},
		{`'[bok.xlsx]Blad 1'!A1`, "| external"},
		{`'C:\mapp\[bok.xlsx]Blad 1'!A1`, "| external"},
		{`SUM(A1:INDEX(B:B,3))`, "A1 B1:B1048576 | SUM INDEX | opaque"},
		{`LOG10(A1)`, "A1 | LOG10"},
		{`Blad1!A1:Blad1!B2`, "Blad1!A1:B2"},
		{`Blad1!A1:Blad2!B2`, "Blad1!A1 Blad2!B2 | opaque"},
		{`A1 : B2`, "A1:B2"},
		{`A1:B2:C3`, "A1:B2 C3 | opaque"},
		{`B2:A1`, "A1:B2"},
		{`A1#`, "A1 | opaque"},
		{`Blad1!#REF!+A1`, "A1"},
		{`#REF!+A1`, "A1"},
		{`Från:Till`, "| names Från Till | opaque"},
		{`"öppen`, "| opaque"},
		{`ABC1048577+XFE1`, "| names ABC1048577 XFE1"},
		{`Blad1!`, "| opaque"},
		{``, ""},
	}
	for _, tt := range tests {
		if got := describe(Parse(tt.formula).Reads()); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.formula, got, tt.want)
		}
	}
}

func describe(r Reads) string {
	var words []string
	for _, a := range r.Ranges {
		s := Ref{Row: a.Top, Col: a.Left}.shifted(0, 0)
		if to := (Ref{Row: a.Bottom, Col: a.Right}).shifted(0, 0); to != s {
			s += ":" + to
		}
		switch {
		case a.Last != "":
			s = a.Sheet + ".." + a.Last + "!" + s
		case a.Sheet != "":
			s = a.Sheet + "!" + s
		}
		words = append(words, s)
	}
	add := func(mark string, more []string) {
		if len(more) > 0 {
			words = append(words, "|", strings.TrimSpace(mark+" "+strings.Join(more, " ")))
		}
	}
	add("", r.Functions)
	add("names", r.Names)
	add("tables", r.Tables)
	if r.Opaque {
		words = append(words, "| opaque")
	}
	if r.External {
		words = append(words, "| external")
	}
	return strings.Join(words, " ")
}

func TestRelative(t *testing.T) {
	for text, want := range map[string]string{
		"A1": "true", "$A1": "true", "A$1": "true", "$A$1": "false", "$A$1:$B2": "true", "$A$1:$B$2": "false",
		"A:A": "true", "$A:$B": "false", "$A:B": "true", "$1:$2": "false", "1:$2": "true",
	} {
		r := Parse(text).Reads()
		if len(r.Ranges) != 1 || fmt.Sprint(r.Ranges[0].Relative) != want {
			t.Errorf("%s: %+v, want %s", text, r.Ranges, want)
		}
	}
}

func TestSame(t *testing.T) {
	for _, tt := range []struct {
		a, b string
		want bool
	}{
		{"D8*E8", "= d8 * e8", true},
		{"_xlfn.IFS(A1,1)", "IFS(A1,1)", true},
		{"_xlfn._xlws.SORT(A1)", "sort( A1 )", true},
		{`"a b"`, `"ab"`, false},
		{`"a"`, `"A"`, false},
		{`"a"" b"&A1`, `"a"" b" & a1`, true},
		{"D8*E8", "D8*E9", false},
		{"D8*E8", "D8*$E8", false},
		{"'mitt blad'!A1", "'Mitt Blad'!a1", true},
		{"'mitt blad'!A1", "'mittblad'!A1", false},
		{"A1 B2", "A1B2", false},
		{"IF(TRUE,1)", "IF( true , 1)", true},
		{"", "=", true},
	} {
		if got := Same(tt.a, tt.b); got != tt.want {
			t.Errorf("%s and %s: got %v", tt.a, tt.b, got)
		}
	}
}

func FuzzReads(f *testing.F) {
	for _, s := range []string{`D8*E8`, `'a'!`, `[`, `A1:`, `$`, `"`, `{"`, `T[[`, `#`, `A1#`, `$A$`, `1:1`, `é!A1`, `A!A1:A!`, `[1]A:B!C3:D4`, `'`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, a := range Parse(s).Reads().Ranges {
			if a.Top < 1 || a.Left < 1 || a.Bottom > MaxRows || a.Right > MaxCols || a.Top > a.Bottom || a.Left > a.Right {
				t.Fatalf("%q reads %+v", s, a)
			}
		}
		if !Same(s, s) {
			t.Fatal("not the same as itself")
		}
	})
}
