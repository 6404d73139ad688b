package formula

import (
	"strings"
	"testing"
)

func TestValuedLeavesOutPlaces(t *testing.T) {
	for text, want := range map[string]int{
		"OFFSET(A1,1,0)": 0, "OFFSET(A1,B1,0)": 1, "OFFSET($A$1:$B$9,1,0)": 0, "ROW(Blad2!A1:A9)": 0, "ROW(A:A)+A1": 1, "ROWS('Mitt blad'!A1:'Mitt blad'!B2)": 0,
		"COLUMNS(A1:INDEX(A:A,3))": 2, "SUM(A1:A9)": 1, "OFFSET(INDEX(A1:A9,2),1,0)": 1, "ROW(A1*2)": 1, "ROW()": 0, `CELL("row", A1)`: 0, `CELL("contents",A1)`: 1, "SUM(OFFSET(A1,0,0),A2)": 1,
	} {
		f := Parse(text).Valued()
		if got := len(f.Reads().Ranges); got != want {
			t.Errorf("%s reads %d ranges, want %d", text, got, want)
		}
		var b strings.Builder
		for _, tok := range f {
			b.WriteString(tok.Text)
		}
		if strings.Contains(text, "SUM(A") && b.String() != text {
			t.Errorf("%s became %s", text, b.String())
		}
	}
}
