package text

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"riskbok/importers/pdf/content"
	"riskbok/importers/pdf/objects"
	"riskbok/importers/pdf/pdftest"
)

func read(t *testing.T, stream string) ([]Word, []Line, *content.Page) {
	t.Helper()
	f, err := objects.Open(pdftest.Page(stream, ""), objects.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	p, err := content.Run(context.Background(), f.Pages[0], &content.Fonts{}, content.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	words, lines := Read(p)
	return words, lines, p
}

func at(x, y float64, s string) string {
	return fmt.Sprintf("BT /F1 10 Tf %g %g Td %s ET\n", x, y, s)
}

// spaced writes a text with a gap after each letter, in 1/1000 em, and one of
// twice that and a space between words.
func spaced(s string, gap int) string {
	var b strings.Builder
	b.WriteString("[")
	for _, r := range s {
		if r == ' ' {
			fmt.Fprintf(&b, " -%d", 278+gap)
			continue
		}
		fmt.Fprintf(&b, "(%c)-%d", r, gap)
	}
	b.WriteString("]TJ")
	return b.String()
}

// each paints a text letter by letter, each of them at every offset.
func each(s string, offsets ...[2]float64) string {
	var b strings.Builder
	x := 50.0
	for _, r := range s {
		for _, o := range offsets {
			fmt.Fprintf(&b, "BT /F1 10 Tf %g %g Td (%c) Tj ET\n", x+o[0], 700+o[1], r)
		}
		x += map[rune]float64{'e': 5.56, 'a': 5.56, 't': 2.78, 'i': 2.22, 'l': 2.22, ' ': 2.78}[r]
	}
	return b.String()
}

func TestWords(t *testing.T) {
	for _, c := range []struct{ name, content, want string }{
		{"spaces", at(50, 700, "(ett par ord) Tj"), "ett|par|ord"},
		{"gap", at(50, 700, "[(ett)-300(par)-50(ord)] TJ"), "ett|parord"},
		{"no-break space", at(50, 700, "(12\xa0000 kr) Tj"), "12|000|kr"},
		{"painted backwards", at(80, 700, "(par) Tj") + at(50, 700, "(ett) Tj"), "ett|par"},
		{"in pieces", at(50, 700, "(ri) Tj") + at(55.55, 700, "(sk) Tj"), "risk"},
		{"painted twice", at(50, 700, "(risk) Tj") + at(50.3, 700, "(risk) Tj"), "risk"},
		{"glyphs painted twice", "BT /F1 10 Tf 50 700 Td (r) Tj 0.2 0 Td (r) Tj ET", "r"},
		{"letters painted twice", each("ett lillat", [2]float64{}, [2]float64{0.3, 0}), "ett|lillat"},
		{"letters painted four times", each("ett lillat", [2]float64{}, [2]float64{0.3, 0}, [2]float64{0, 0.3}, [2]float64{0.3, 0.3}), "ett|lillat"},
		{"letters painted twice far aside", each("ett lillat", [2]float64{}, [2]float64{1.2, 0}), "ett|lillat"},
		{"word, then its letters", at(50, 700, "(till alla) Tj") + each("till alla", [2]float64{0.4, 0.2}), "till|alla"},
		{"line over line in other pieces", at(50, 700, "(till alla) Tj") + at(50.3, 700, "[(til)20(l al)-20(la)] TJ"), "till|alla"},
		{"narrow double letters", at(50, 700, "-0.4 Tc (illa) Tj"), "illa"},
		{"accents before their letters", at(50, 700, "[(riskv)-111(\250)444(arde)] TJ"), "riskvärde"},
		{"accents after their letters", at(50, 700, "[(riskva)444(\250)111(rde)] TJ"), "riskvärde"},
		{"accent of a capital", at(51.7, 701.9, "(\260) Tj") + at(50, 700, "(Atg) Tj"), "Åtg"},
		{"degrees", at(50, 700, "(20\260a) Tj"), "20°a"},
		{"the hidden end of another field", "q 0 0 60 900 re W n " + at(50, 700, "(testa) Tj") + "Q q 60 0 90 900 re W n " + at(64.5, 700, "(avsats) Tj") + "Q", "testa|avsats"},
		{"lines", at(50, 700, "(ett) Tj") + at(50, 688, "(par) Tj"), "ett|par"},
		{"superscript", at(50, 700, "(m) Tj") + "BT /F1 6 Tf 58.33 703 Td (2) Tj ET", "m2"},
		{"letter-spaced", at(50, 700, spaced("tydlig uppdatering", 250)), "tydlig|uppdatering"},
		{"letter-spaced with spaces", at(50, 700, "(t y d l i g   p l a n n i n g) Tj"), "tydlig|planning"},
		{"numbers in columns", at(50, 700, "(1) Tj") + at(90, 700, "(2) Tj") + at(130, 700, "(3) Tj") + at(170, 700, "(4) Tj") + at(210, 700, "(5) Tj") + at(250, 700, "(6) Tj"), "1|2|3|4|5|6"},
		{"different clips", "q 0 0 60 900 re W n " + at(50, 700, "(12) Tj") + "Q q 60 0 90 900 re W n " + at(61.3, 700, "(risk) Tj") + "Q", "12|risk"},
	} {
		t.Run(c.name, func(t *testing.T) {
			words, _, _ := read(t, c.content)
			var got []string
			for _, w := range words {
				got = append(got, w.Text)
			}
			if s := strings.Join(got, "|"); s != c.want {
				t.Errorf("got %q, want %q", s, c.want)
			}
		})
	}
}

func TestLines(t *testing.T) {
	_, lines, _ := read(t, at(50, 688, "(andra raden) Tj")+at(50, 700, "(Titel) Tj")+at(300, 700.5, "(Titel 2) Tj")+
		"0 1 -1 0 595 0 cm "+at(100, 300, "(sidled) Tj"))
	var got []string
	for _, l := range lines {
		got = append(got, l.Text)
	}
	if s := strings.Join(got, "|"); s != "Titel Titel 2|andra raden|sidled" {
		t.Errorf("got %q", s)
	}
	chunks := lines[0].Chunks(2)
	if len(chunks) != 2 || chunks[0].Text != "Titel" || chunks[1].Text != "Titel 2" {
		t.Errorf("got %v", chunks)
	}
	if s := lines[0].Shift(); len(s) != 2 || s[0] < 20 || s[1] > 0.4 {
		t.Errorf("gaps %v", s)
	}
	side := lines[2].Words[0].Box
	if side.W() > side.H() || side.X0 < 280 || side.X1 > 310 {
		t.Errorf("box of the sideways word: %v", side)
	}
}

// A page that stands in the room of others has its own words and lines, whether its words
// are the fragments it was painted in or joined of them, and whichever way they read.
func TestReadIn(t *testing.T) {
	turned := "BT /F1 10 Tf 0 1 -1 0 500 300 Tm (Uppf\\366ljning) Tj ET\n"
	pages := []string{
		at(50, 700, "(Risk) Tj 60 0 Td (Konsekvens)") + at(50, 680, "(Taxa)"),
		at(78.91, 700, "(likhet)") + at(50, 700, "(Sanno)") + at(150, 700, "(Konse) Tj (kvens)") + at(50, 690, "(rad tre)"),
		at(50, 690, "(nedanf\\366r)") + turned + at(50, 700, "(ovanf\\366r)"),
		"",
		at(50, 700, "(S) Tj (lut)"),
	}
	for i := range pages {
		pages[i] = strings.ReplaceAll(pages[i], ") ET", ") Tj ET")
	}
	var room Room
	for i, stream := range append(pages, pages...) {
		words, lines, p := read(t, stream)
		want := fmt.Sprintf("%+v %+v", words, lines)
		words, lines = ReadIn(&room, p)
		if got := fmt.Sprintf("%+v %+v", words, lines); got != want {
			t.Errorf("page %d in the room of others:\n%s\nexpected:\n%s", i, got, want)
		}
		if room.Large() {
			t.Errorf("page %d: its room is large", i)
		}
	}
	if room := (Room{words: make([]Word, mostRoom+1)}); !room.Large() {
		t.Error("room for more words than a page has is kept")
	}
}
