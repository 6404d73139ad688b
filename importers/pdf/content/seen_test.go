package content

import (
	"math"
	"testing"
)

// What a white box painted later covers is gone; a box that is not white, not
// whole, painted before or lets through is not in the way.
func TestCovered(t *testing.T) {
	const old, fresh = "BT /F1 10 Tf 0 g 150 742 Td (b) Tj ET ", "BT /F1 10 Tf 0 g 150 742 Td (c) Tj ET "
	const veils = "/ExtGState<</V<</ca 0.5>>/W<</ca 1>>>>"
	for _, c := range []struct{ name, content, want string }{
		{"covered", old + "1 g 140 735 40 20 re f " + fresh, "c"},
		{"box before", "1 g 140 735 40 20 re f " + old + fresh, "bc"},
		{"shade", old + "0.9 g 140 735 40 20 re f " + fresh, "bc"},
		{"beside", old + "1 g 160 735 40 20 re f " + fresh, "bc"},
		{"half of it", old + "1 g 153 735 40 20 re f " + fresh, "bc"},
		{"under the baseline", old + "1 g 140 720 40 20 re f " + fresh, "bc"},
		{"a veil", old + "/V gs 1 g 140 735 40 20 re f /W gs " + fresh, "bc"},
		{"opaque again", old + "/V gs /W gs 1 g 140 735 40 20 re f " + fresh, "c"},
		{"all of the page", old + "1 g 0 0 595 842 re f ", "b"},
		{"round", old + "1 g 140 735 m 180 735 l 180 755 160 765 140 755 c h f " + fresh, "bc"},
		{"clipped away", old + "q 300 300 10 10 re W n 1 g 140 735 40 20 re f Q " + fresh, "bc"},
	} {
		if got := run(t, c.content, veils).text(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

// A line through text strikes it and is no ruling; an underline, a ruling and a
// line through a part of a cell's row are none.
func TestStruckOut(t *testing.T) {
	const text = "BT /F1 10 Tf 0 g 100 700 Td (abc) Tj 40 0 Td (de) Tj ET " // abc to 116.12, de from 140 to 151.12
	for _, c := range []struct{ name, line, struck string }{
		{"stroke", "0.6 w 100 702.6 m 116.1 702.6 l S", "abc"},
		{"thin box", "100 702.3 16.1 0.6 re f", "abc"},
		{"second word", "0.6 w 139.5 702.6 m 151.5 702.6 l S", "de"},
		{"both", "0.6 w 100 702.6 m 151.2 702.6 l S", "abcde"},
		{"underline", "0.6 w 100 698.8 m 116.1 698.8 l S", ""},
		{"overline", "0.6 w 100 708 m 116.1 708 l S", ""},
		{"a ruling", "0.6 w 60 702.6 m 400 702.6 l S", ""},
		{"thick", "4 w 100 702.6 m 116.1 702.6 l S", ""},
		{"upright", "0.6 w 105 690 m 105 710 l S", ""},
	} {
		p := run(t, text+c.line, "")
		got := ""
		for _, g := range p.Glyphs {
			if g.Struck {
				got += g.Text
			}
		}
		if got != c.struck || (got == "") != (len(p.Lines) > 0) {
			t.Errorf("%s: struck %q with %d lines left, want %q", c.name, got, len(p.Lines), c.struck)
		}
	}
}

// Words that their space was stretched with are as wide as the gap says, and one
// run with the words beside them; words of other columns are not.
func TestRecognizedWords(t *testing.T) {
	const scan = "q 595 0 0 842 0 0 cm " + square + "Q BT 3 Tr /F1 10 Tf "
	// "ab " is 13.9 wide; words begin 3 after that, columns 30.
	p := run(t, scan+"100 700 Td (ab ) Tj 16.9 0 Td (ab ) Tj 16.9 0 Td (ab ) Tj 43.9 0 Td (ab ) Tj 16.9 0 Td (ab ) Tj ET", "")
	if p.Scan == NoScan || len(p.Glyphs) != 15 {
		t.Fatalf("scan %v of %d glyphs", p.Scan, len(p.Glyphs))
	}
	if b := p.Glyphs[1]; !near(b.EndX, 113.9) {
		t.Errorf("the word ends at %v", b.EndX)
	}
	if p.Glyphs[0].Run != p.Glyphs[6].Run || p.Glyphs[6].Run == p.Glyphs[9].Run || p.Glyphs[9].Run != p.Glyphs[12].Run {
		t.Errorf("runs %v", p.Glyphs)
	}
	// Spaces of their own reach over the next word.
	p = run(t, scan+"100 700 Td (ab ) Tj 13.9 0 Td (ab ) Tj 13.9 0 Td (ab ) Tj ET", "")
	if b := p.Glyphs[1]; b.EndX > 112 {
		t.Errorf("the word ends at %v", b.EndX)
	}
}

// A scan that lies aslant is turned straight: its words lie on one line.
func TestStraightened(t *testing.T) {
	scan := "q 595 0 0 842 0 0 cm " + square + "Q BT 3 Tr /F1 10 Tf "
	p := run(t, scan+"1 0.03 -0.03 1 100 700 Tm (ab ) Tj 1 0.03 -0.03 1 400 709 Tm (ab ) Tj ET", "")
	if a, b := p.Glyphs[0], p.Glyphs[4]; math.Abs(a.Y-b.Y) > 0.1 || a.Angle != 0 || b.Angle != 0 || a.EndY != a.Y {
		t.Errorf("%+v and %+v", a, b)
	}
	p = run(t, scan+"1 0.3 -0.3 1 100 700 Tm (ab ) Tj ET", "")
	if p.Glyphs[0].Angle == 0 {
		t.Error("text that is turned on purpose was turned back")
	}
}
