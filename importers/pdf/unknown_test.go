package pdf

import (
	"strings"
	"testing"

	"riskbok/importers/pdf/pdftest"
	"riskbok/importers/source"
)

func TestUnknownLetters(t *testing.T) {
	// Code 1 is a letter and 2 a bullet of a font that names neither; U has
	// known letters beside them.
	const font = "<</Type/Font/Subtype/Type1/BaseFont/ABCDEF+Own/Encoding<</Differences[1/g1/g2]>>/FirstChar 1/LastChar 2/Widths[500 300]>>"
	own := func(x, y float64, s string) string {
		return strings.Replace(at(x, y, s), "/F1", "/U", 1)
	}
	body := ""
	for i := range 10 {
		body += at(50, 400-14*float64(i), "alla bokst\344ver i de h\344r raderna \344r k\344nda")
	}
	for _, c := range []struct{ name, content, code, example string }{
		{"in a word", own(50, 700, "riskv\x01rde"), CodeLetters, "riskv\uFFFDrde"},
		{"a value in a table", plan(700, [2]string{"Nr", "Risk"}, [2]string{"R1", "Brand"}) + own(70, 666, "\x01"), CodeLetters, "\uFFFD"},
		{"a bullet before a line", own(50, 700, "\x02 punkt") + own(50, 680, "\x02punkt"), "", ""},
		{"most of the page", own(50, 700, strings.Repeat("\x01", 200)), CodePage, ""},
		{"the space of its font", own(50, 700, strings.Repeat("ord\x02", 9)+"ord"), "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			p, err := scanBytes(t, pdftest.Page(c.content+body, "/Font<</F1 3 0 R/U 7 0 R>>", font), source.Options{})
			if err != nil {
				t.Fatal(err)
			}
			code, example := "", ""
			for _, d := range p.Damage {
				code, example = code+d.Code, d.Args["example"]
			}
			if code != c.code || example != c.example {
				t.Errorf("got %q, %q, want %q, %q", code, example, c.code, c.example)
			}
			if c.name == "the space of its font" && len(p.Pages[0].Words) != 10+10*8 {
				t.Errorf("%d words", len(p.Pages[0].Words))
			}
		})
	}
}
