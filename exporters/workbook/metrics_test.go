package workbook

import (
	"strings"
	"testing"
)

func TestLines(t *testing.T) {
	body := Font{Size: 10}
	for _, tt := range []struct {
		Text  string
		Width float64
		Want  int
	}{
		{"", 10, 1},
		{"kort", 10, 1},
		{"ett\ntvå\n\nfyra", 40, 4},
		{"Rekommenderad riskhantering", 16, 2},
		{"Risk-värde", 8, 2},
		{"Personal- och kompetensförsörjning", 18, 2},
		{strings.Repeat("ord ", 100), 20, 17},
		{strings.Repeat("x", 100), 10, 10},
		{"   ", 10, 1},
		{"en " + strings.Repeat("x", 50), 10, 6},
		{strings.Repeat("漢", 10), 12, 2},
		{strings.Repeat("x", 9) + "…", 10, 1},
	} {
		if got := body.Lines(tt.Text, tt.Width); got < tt.Want || got > tt.Want+1+tt.Want/5 {
			t.Errorf("%.30q takes %d lines at %g, want %d or a little more", tt.Text, got, tt.Width, tt.Want)
		}
	}
	// a line inside a word ends before the character that does not fit
	if got := body.Lines(strings.Repeat("x", 1000), 10); got != 91 { // 65 pixels hold 11 of them
		t.Errorf("a word of 1000 letters takes %d lines, want 91", got)
	}
	if a, b := pixels(body, "mmmm"), pixels(Font{Size: 10, Bold: true}, "mmmm"); a >= b {
		t.Errorf("bold is %g, plain %g", b, a)
	}
}

// Calibri at 11 points: ten digits are 70 pixels on a screen of 96 dots an
// inch (ISO/IEC 29500-1, 18.3.1.13: its widest digit takes 7).
func TestPixels(t *testing.T) {
	got := pixels(Font{Size: 11}, "0123456789") / slack
	if got < 70 || got > 77 {
		t.Errorf("ten digits are %g pixels, want 70–77", got)
	}
}

func TestHeight(t *testing.T) {
	body := Font{Size: 10}
	if h, fits := body.Height(1); h < 15 || h > 18 || !fits {
		t.Errorf("one line is %g points", h)
	}
	if h, fits := body.Height(4); h < 4*12.75 || h > 4*14+4 || !fits {
		t.Errorf("four lines are %g points", h)
	}
	if h, fits := body.Height(200); h != MaxHeight || fits {
		t.Errorf("200 lines are %g points, %v", h, fits)
	}
}

// pixels is the width of a text on a screen of 96 dots an inch.
func pixels(f Font, text string) float64 { return float64(f.ems(text)) * f.emPixels() }
