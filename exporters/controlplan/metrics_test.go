package controlplan

import (
	"strings"
	"testing"
)

func TestLines(t *testing.T) {
	body := font{size: 10}
	for _, tt := range []struct {
		text  string
		width float64
		want  int
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
	} {
		if got := body.lines(tt.text, tt.width); got < tt.want || got > tt.want+1+tt.want/5 {
			t.Errorf("%.30q takes %d lines at %g, want %d or a little more", tt.text, got, tt.width, tt.want)
		}
	}
	if a, b := body.pixels("mmmm"), (font{size: 10, bold: true}).pixels("mmmm"); a >= b {
		t.Errorf("bold is %g, plain %g", b, a)
	}
}

// Calibri at 11 points: ten digits are 70 pixels on a screen of 96 dots an
// inch (ISO/IEC 29500-1, 18.3.1.13: its widest digit takes 7).
func TestPixels(t *testing.T) {
	got := font{size: 11}.pixels("0123456789") / slack
	if got < 70 || got > 77 {
		t.Errorf("ten digits are %g pixels, want 70–77", got)
	}
}

func TestHeight(t *testing.T) {
	body := font{size: 10}
	if h, fits := body.height(1); h < 15 || h > 18 || !fits {
		t.Errorf("one line is %g points", h)
	}
	if h, fits := body.height(4); h < 4*12.75 || h > 4*14+4 || !fits {
		t.Errorf("four lines are %g points", h)
	}
	if h, fits := body.height(200); h != maxHeight || fits {
		t.Errorf("200 lines are %g points, %v", h, fits)
	}
}

func TestShade(t *testing.T) {
	for of := 1; of <= 9; of++ {
		last := -1
		for nth := range of {
			at := -1
			for i, s := range shades {
				if s == shade(nth, of) {
					at = i
				}
			}
			if at < last {
				t.Errorf("%d of %d is milder than the one before", nth, of)
			}
			last = at
		}
	}
}
