package correction

import (
	"strings"
	"testing"
)

func TestTextHeight(t *testing.T) {
	for _, tt := range []struct {
		text  string
		width int
		want  int
	}{
		{"", 10, 1},
		{"8", 7, 1},
		{"sheet-disagreement (varning)", 27, 1},
		{"Mindre sannolik (2) × Allvarlig (4) = 8, men det står 4 i F8.", 64, 1},
		{`Nämnden heter ”Parknämnden” här men ”TRÄD” i Riskanalys A2.`, 64, 1},
		{"ett\ntvå\n", 20, 3},
		{"fyra små ord här", 8, 3},
		{strings.Repeat("MWMWM ", 4), 11, 4},
		{strings.Repeat("x", 100), 11, 10},
		{strings.Repeat("漢", 10), 12, 2},
	} {
		if got := textHeight(tt.text, tt.width); got != tt.want*15 {
			t.Errorf("%.40q in %d: %d points, want %d lines", tt.text, tt.width, got, tt.want)
		}
	}
	if got := textHeight(strings.Repeat("rad\n", 100), 10); got != 409 {
		t.Errorf("the highest row is %d", got)
	}
}
