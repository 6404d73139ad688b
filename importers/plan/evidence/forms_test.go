package evidence

import (
	"slices"
	"strings"
	"testing"

	"riskbok/importers/grid/gridtest"
)

// Only forms that are known prove how a value comes about: a formula that merely
// refers to two cells of its row, as a difference, a calendar or a text does,
// proves nothing.
func TestFormOf(t *testing.T) {
	for text, want := range map[string]formKind{
		"C5*D5": productOf, "PRODUCT(C5,D5)": productOf, "PRODUCT(C5:D5)": productOf, `IF(C5="","",C5*D5)`: productOf, "IFERROR(C5*D5,0)": productOf, "VALUE(LEFT(C5,1))*VALUE(LEFT(D5,1))": productOf,
		"C5+D5": sumOf, "SUM(C5:D5)": sumOf, "MAX(C5,D5)": maximumOf, "MAX(C5:D5)": maximumOf, "C5*MAX(D5:F5)": greatestOf, "MAX(D5,E5)*C5": greatestOf,
		"INDEX($J$2:$M$5,C5,D5)": lookup, "VLOOKUP(C5,Skala!$A$1:$B$4,2,FALSE)*VLOOKUP(D5,Skala!$D$1:$E$4,2,FALSE)": lookup,
		"C5-D5": otherForm, "C5/D5": otherForm, `C5&" "&D5`: otherForm, "DATE(C5,D5,1)": otherForm, "C5": otherForm, "C5*2": otherForm, "C4*D4": otherForm,
		"C5*D5*$H$1": otherForm, "Skala!C5*Skala!D5": otherForm, "SUM(C2:C9)": otherForm, "C5^D5": otherForm, "TODAY()-C5+D5": otherForm, "C5*D5%": otherForm,
		"AVERAGE(C5,D5)": otherForm, "C5*D5+E5": otherForm,
	} {
		if got := formOf(text, 5); got.kind != want {
			t.Errorf("%s is of kind %d, want %d", text, got.kind, want)
		}
	}
	if got := formOf("D5*C5*F5", 5).cols; !slices.Equal(got, []int{2, 3, 5}) {
		t.Errorf("the columns are %v", got)
	}
}

// The form is that of most rows; filled down to rows that show nothing it is
// none of these rows.
func TestUsualForm(t *testing.T) {
	cells := []string{"6 := A2*B2", "8 := A3*B3", "9 := A4*B4", "7", "5 := A6+B6"}
	b := bodyOf(lexicon(), 1, "A | B | C\n2 | 3 | "+strings.Join(cells, "\n2 | 3 | "))
	if c := b.Columns[2]; c.formula.kind != productOf || c.formulas != .6 {
		t.Errorf("form %+v of %.2f", c.formula, c.formulas)
	}
}

// Formulas that are filled in down to row 500 and show nothing hide no table:
// they count for the form alone.
func TestFormulasFilledDown(t *testing.T) {
	rows := "2 | 3 | 6 := A2*B2\n4 | 2 | 8 := A3*B3\n3 | 3 | 9 := A4*B4\n2 | 4 | 8 := A5*B5"
	for range 60 {
		rows += "\n | | := A9*B9"
	}
	tbl := gridtest.Sheet("Blad", "A | B | C\n"+rows)
	e := Extents(&tbl, func(int) bool { return false }, func(string) bool { return false })
	if len(e) == 0 || e[0].Last != 4 || len(e[0].Rows) != 4 {
		t.Fatalf("extents %+v", e)
	}
}

// A form joins just the levels that it reads, beside one cell that it tests.
func TestJoins(t *testing.T) {
	b := bodyOf(lexicon(), 1, "A | B | C | D\n1 | 2 | 3 | 4")
	l, c, d := b.Columns[0], b.Columns[1], b.Columns[2]
	for text, want := range map[string][3]bool{ // with b; with c; with b and c
		"A5*B5":                               {true, false, false},
		"A5*C5":                               {false, true, false},
		"A5*MAX(B5:C5)":                       {true, true, true},
		`IF(D5="","",A5*B5)`:                  {true, false, false},
		`IF(OR(D5="",C5=""),"",A5*B5)`:        {false, false, false},
		"A5-B5":                               {false, false, false},
		`IF(A5="","",INDEX($J$2:$M$5,A5,B5))`: {true, false, false},
	} {
		f := formOf(text, 5)
		if got := [3]bool{f.joins(l, []*Column{c}), f.joins(l, []*Column{d}), f.joins(l, []*Column{c, d})}; got != want {
			t.Errorf("%s joins %v, want %v", text, got, want)
		}
	}
}
