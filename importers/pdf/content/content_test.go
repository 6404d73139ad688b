package content

import (
	"context"
	"errors"
	"fmt"
	"math"
	"strings"
	"testing"

	"riskbok/importers/pdf/geom"
	"riskbok/importers/pdf/objects"
	"riskbok/importers/pdf/pdftest"
)

// run interprets a page with this content.
func run(t *testing.T, content, resources string, more ...string) *Page {
	t.Helper()
	p, err := runFile(pdftest.Page(content, resources, more...), DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func runFile(data []byte, lim Limits) (*Page, error) {
	f, err := objects.Open(data, objects.DefaultLimits)
	if err != nil {
		return nil, err
	}
	return Run(context.Background(), f.Pages[0], &Fonts{}, lim)
}

func (p *Page) text() string {
	var b strings.Builder
	for _, g := range p.Glyphs {
		b.WriteString(g.Text)
	}
	return b.String()
}

func near(a, b float64) bool { return math.Abs(a-b) < 0.01 }

// The page is 842 high: a baseline at 742 lies 100 below its upper edge.
func TestGlyphPositions(t *testing.T) {
	const a, b, space = 5.56, 5.56, 2.78 // widths in Helvetica at 10 points
	for _, c := range []struct {
		name, content string
		last          float64 // where the last glyph begins
		y             float64
	}{
		{"plain", "BT /F1 10 Tf 50 742 Td (ab) Tj ET", 50 + a, 100},
		{"character spacing", "BT /F1 10 Tf 3 Tc 50 742 Td (ab) Tj ET", 50 + a + 3, 100},
		{"word spacing", "BT /F1 10 Tf 4 Tw 50 742 Td (a b) Tj ET", 50 + a + space + 4, 100},
		{"scaling", "BT /F1 10 Tf 50 Tz 50 742 Td (ab) Tj ET", 50 + a/2, 100},
		{"rise", "BT /F1 10 Tf 5 Ts 50 742 Td (ab) Tj ET", 50 + a, 95},
		{"adjusted", "BT /F1 10 Tf 50 742 Td [(a)-1000(b)] TJ ET", 50 + a + 10, 100},
		{"matrix", "BT /F1 1 Tf 10 0 0 10 50 742 Tm (ab) Tj ET", 50 + a, 100},
		{"next line", "BT /F1 10 Tf 12 TL 50 742 Td (a) Tj T* (b) Tj ET", 50, 112},
		{"TD sets leading", "BT /F1 10 Tf 50 762 Td 0 -20 TD (a) Tj (b) ' ET", 50, 120},
		{"quotes", "BT /F1 10 Tf 12 TL 50 742 Td (a) ' 2 1 (ab) \" ET", 50 + a + 1, 124},
		{"transform", "2 0 0 2 10 20 cm BT /F1 5 Tf 20 361 Td (ab) Tj ET", 50 + a, 100},
		{"saved state", "q 9 0 0 9 0 0 cm BT /F1 90 Tf ET Q BT /F1 10 Tf 50 742 Td (ab) Tj ET", 50 + a, 100},
		{"inline image", "BI /W 2 /H 2 ID \x00EI\xff EI BT /F1 10 Tf 50 742 Td (ab) Tj ET", 50 + a, 100},
		{"lost bracket", "BT /F1 10 Tf 50 742 Td [(a) 5 Tc (b) Tj ET BT /F1 10 Tf 50 742 Td (ab) Tj ET", 50 + a, 100},
	} {
		t.Run(c.name, func(t *testing.T) {
			p := run(t, c.content, "")
			if len(p.Glyphs) == 0 {
				t.Fatal("no glyphs")
			}
			g := p.Glyphs[len(p.Glyphs)-1]
			if !near(g.X, c.last) || !near(g.Y, c.y) || !near(g.EndX-g.X, b) && c.name != "scaling" {
				t.Errorf("got %v–%v, %v; want %v, %v", g.X, g.EndX, g.Y, c.last, c.y)
			}
		})
	}
}

func TestInvisibleTextIsKept(t *testing.T) {
	p := run(t, "BT 3 Tr /F1 10 Tf 50 742 Td (a) Tj ET", "")
	if p.text() != "a" || !p.Glyphs[0].Hidden {
		t.Errorf("got %+v", p.Glyphs)
	}
}

func TestActualText(t *testing.T) {
	for _, c := range []struct{ content, want string }{
		{"BT /F1 10 Tf 50 742 Td /Span<</ActualText(xy)>>BDC (ab) Tj EMC (c) Tj ET", "xyc"},
		{"BT /F1 10 Tf 50 742 Td /Span<</ActualText<FEFF00660066>>>BDC (a) Tj EMC ET", "ff"},
		{"BT /F1 10 Tf 50 742 Td /Span/P1 BDC (a) Tj EMC ET", "Ö"},
		{"BT /F1 10 Tf 50 742 Td /Span<</Lang(sv)>>BDC (ab) Tj EMC ET", "ab"},
	} {
		if got := run(t, c.content, "/Properties<</P1<</ActualText(\xd6)>>>>").text(); got != c.want {
			t.Errorf("%s: got %q, want %q", c.content, got, c.want)
		}
	}
}

// TestActualTextOtherwise: where a text in place of glyphs has other digits than they
// show, or none of their letters, what is seen counts, unless the font does not tell
// what it shows.
func TestActualTextOtherwise(t *testing.T) {
	const own = "<</Type/Font/Subtype/TrueType/BaseFont/Own/FirstChar 32/LastChar 255/Widths["
	for _, c := range []struct{ shown, text, want string }{
		{"8", "1", "8"}, {"8", "", "8"}, {"12", "1", "12"}, {"1", "12", "1"}, {"12", "21", "12"}, {"Risk 4", "Risk", "Risk 4"},
		{"12", "1 2", "1 2"}, {"4 - M\xf6jlig", "4 \xf6", "4 ö"}, {"Is", "", "Is"}, {"Is", "\xad", "Is"}, {"o", "\xb7", "·"}, {"...", "", ""}, {"Is", "Vatten", "Vatten"},
	} {
		for font, want := range map[string]string{"F1": c.want, "F9": textString([]byte(c.text))} {
			p := run(t, "BT /"+font+" 10 Tf 50 742 Td /Span<</ActualText("+c.text+")>>BDC ("+c.shown+") Tj EMC ET",
				"/Font<</F1 3 0 R/F9 7 0 R>>", own+strings.Repeat("500 ", 224)+"]/FontDescriptor<</Flags 4>>>>")
			if got := p.text(); got != want {
				t.Errorf("%s %q for %q: got %q, want %q", font, c.text, c.shown, got, want)
			}
		}
	}
}

// TestLost: what is painted in a way that is not read is said.
func TestLost(t *testing.T) {
	text := "/Resources<</Font<</F1 3 0 R>>>>"
	deep := func(n int) []string {
		forms := []string{pdftest.Stream("/Subtype/Form/BBox[0 0 595 842]"+text, []byte(dark))}
		for i := range n {
			forms = append(forms, pdftest.Stream(fmt.Sprintf("/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X %d 0 R>>>>", 7+i), []byte("/X Do")))
		}
		return forms
	}
	tile := func(content string) []string {
		return []string{pdftest.Stream("/PatternType 1/BBox[0 0 9 9]/XStep 9/YStep 9"+text, []byte(content))}
	}
	const pattern = "/Pattern cs /X scn 0 0 9 9 re f"
	for _, c := range []struct {
		name, content string
		objects       []string
		lost          bool
	}{
		{"form", "/X Do", deep(0), false},
		{"form in forms", "/X Do", deep(9), false},
		{"form in too many", "/X Do", deep(30), true},
		{"no kind of object", "/X Do", []string{pdftest.Stream("/BBox[0 0 595 842]"+text, []byte(dark))}, true},
		{"tiles with text", pattern, tile(dark), true},
		{"lines of tiles with text", "/Pattern CS /X SCN 0 0 9 9 re S", tile(dark), true},
		{"tiles with lines", pattern, tile("0 0 m 9 9 l S (a) pop"), false},
		{"tiles that are not in the file", "/Pattern cs /Y scn 0 0 9 9 re f", tile(dark), false},
	} {
		last := fmt.Sprintf("%d 0 R", 6+len(c.objects))
		if p := run(t, c.content, "/XObject<</X "+last+">>/Pattern<</X "+last+">>", c.objects...); p.LostForm != c.lost {
			t.Errorf("%s: lost %v", c.name, p.LostForm)
		}
	}
}

// TestActualTextOfUnmapped: the text that stands for glyphs of which the font tells
// no letter begins where the first of them does.
func TestActualTextOfUnmapped(t *testing.T) {
	data := pdftest.File("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>",
		"<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
		pdftest.Stream("", []byte("BT /F1 10 Tf 50 742 Td /Span<</ActualText(tt)>>BDC (\\001 ) Tj EMC (!) Tj ET")),
		"<</Type/Font/Subtype/TrueType/BaseFont/Own/Encoding/WinAnsiEncoding/FirstChar 1/LastChar 33/Widths[900"+strings.Repeat(" 0", 30)+" 100 500]>>")
	p, err := runFile(data, DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	if p.text() != "tt!" || !near(p.Glyphs[0].X, 50) || !near(p.Glyphs[2].X, 60) || p.Unmapped > 0 {
		t.Errorf("got %q, %+v", p.text(), p.Glyphs)
	}
}

func form(dict, content string) string {
	return pdftest.Stream("/Type/XObject/Subtype/Form/BBox[0 0 1000 1000]"+dict, []byte(content))
}

func TestForms(t *testing.T) {
	// 7 paints text and itself, and leaves its state behind.
	p := run(t, "q /X1 Do Q BT /F1 10 Tf 50 742 Td (b) Tj ET", "/XObject<</X1 7 0 R/X2 8 0 R>>",
		form("/Matrix[1 0 0 1 100 0]", "q q 5 Tc BT /F1 10 Tf 50 742 Td (a) Tj ET Q Q Q Q /X1 Do /X2 Do"),
		form("/Resources<</Font<<>>/XObject<</X1 7 0 R>>>>", "/X1 Do"))
	if p.text() != "ab" || !near(p.Glyphs[0].X, 150) || !near(p.Glyphs[1].X, 50) {
		t.Errorf("got %q, %+v", p.text(), p.Glyphs)
	}
}

// A form that paints another one twice, ten times over, must not take 2^10
// times as long for ever: the operators of all forms count.
func TestFormsCount(t *testing.T) {
	var more []string
	for i := range 11 {
		more = append(more, form("", strings.Repeat(fmt.Sprintf("/X%d Do ", i+1), 50)))
	}
	var refs strings.Builder
	for i := range 11 {
		fmt.Fprintf(&refs, "/X%d %d 0 R", i, 7+i)
	}
	_, err := runFile(pdftest.Page("/X0 Do", "/XObject<<"+refs.String()+">>", more...), Limits{Operators: 10000, Glyphs: 100, ContentSize: 1 << 20})
	if !errors.Is(err, ErrLimit) {
		t.Errorf("got %v", err)
	}
}

func TestClips(t *testing.T) {
	p := run(t, "q 100 100 50 20 re W n BT /F1 10 Tf 110 105 Td (a) Tj ET q 0 0 120 900 re W* n BT /F1 10 Tf 110 105 Td (b) Tj ET Q Q BT /F1 10 Tf 110 105 Td (c) Tj ET", "")
	want := []geom.Rect{{X0: 100, Y0: 722, X1: 150, Y1: 742}, {X0: 100, Y0: 722, X1: 120, Y1: 742}, geom.Everything}
	for i, g := range p.Glyphs {
		if got := p.Clips[g.Clip]; got != want[i] {
			t.Errorf("%s: got %v, want %v", g.Text, got, want[i])
		}
	}
}

func TestRulings(t *testing.T) {
	for _, c := range []struct{ name, content, want string }{
		{"stroke", "10 100 m 60 100 l S", "10,742–60,742"},
		{"thin box", "10 100 50 0.5 re f", "10,742–60,742"},
		{"dash", "10 100 2.5 1 re f", "10,742–12,742"},
		{"box", "10 100 50 20 re s", "10,742–60,742 60,722–60,742 10,722–60,722 10,722–10,742"},
		{"transformed", "0 1 -1 0 100 0 cm 10 40 m 60 40 l S", "60,782–60,832"},
		{"slanted", "10 100 m 60 150 l S", ""},
		{"curve", "10 100 m 20 100 40 100 60 100 c S", ""},
		{"clipped away", "0 0 5 5 re W n 10 100 m 60 100 l S", ""},
		{"only a path", "10 100 m 60 100 l n", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, l := range run(t, c.content, "").Lines {
				got = append(got, fmt.Sprintf("%.0f,%.0f–%.0f,%.0f", l.X0, l.Y0, l.X1, l.Y1))
			}
			if s := strings.Join(got, " "); s != c.want {
				t.Errorf("got %q, want %q", s, c.want)
			}
		})
	}
}

func TestFills(t *testing.T) {
	p := run(t, "0.9 g 10 100 50 20 re f 1 0 0 rg 0 0 0 0 k 10 200 50 20 re f 2 w 20 w 10 300 m 60 300 l S", "")
	if len(p.Fills) != 3 || p.Fills[0].Gray != 0.9 || p.Fills[1].Gray != 1 || p.Fills[2].Rect != (geom.Rect{X0: 10, Y0: 532, X1: 60, Y1: 552}) {
		t.Errorf("got %v", p.Fills)
	}
}

func TestUpright(t *testing.T) {
	for dir, content := range map[Dir]string{
		Up:   "0 1 -1 0 595 0 cm BT /F1 10 Tf 50 500 Td (ab) Tj ET 50 500 m 90 500 l S",
		Down: "0 -1 1 0 0 842 cm BT /F1 10 Tf 50 500 Td (ab) Tj ET 50 500 m 90 500 l S",
		Left: "-1 0 0 -1 595 842 cm BT /F1 10 Tf 50 500 Td (ab) Tj ET 50 500 m 90 500 l S",
	} {
		p := run(t, content, "")
		if got := p.Glyphs[0].Dir; got != dir {
			t.Errorf("direction %d, want %d", got, dir)
		}
		p.Upright()
		g, l := p.Glyphs[1], p.Lines[0]
		if g.Dir != Right || !near(g.X, 55.56) || !near(g.Y, p.Height-500) || !near(l.X0, 50) || !near(l.Y0, p.Height-500) {
			t.Errorf("direction %d: got %+v, %+v on %v × %v", dir, g, l, p.Width, p.Height)
		}
	}
}

func TestPageTurned(t *testing.T) {
	data := pdftest.File("<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Rotate 90/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
		pdftest.Stream("", []byte("BT /F1 10 Tf 0 1 -1 0 100 50 Tm (a) Tj ET")),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>")
	p, err := runFile(data, DefaultLimits)
	if err != nil || p.Width != 800 || p.Height != 600 {
		t.Fatalf("got %v, %v", p, err)
	}
	if g := p.Glyphs[0]; g.Dir != Right || !near(g.X, 50) || !near(g.Y, 100) {
		t.Errorf("got %+v", g)
	}
}

func TestLimits(t *testing.T) {
	lim := Limits{Operators: 100, Glyphs: 50, ContentSize: 1 << 20}
	for _, content := range []string{strings.Repeat("q ", 200), "BT /F1 1 Tf (" + strings.Repeat("a", 60) + ") Tj 0 g ET"} {
		if _, err := runFile(pdftest.Page(content, ""), lim); !errors.Is(err, ErrLimit) {
			t.Errorf("%.10s: got %v", content, err)
		}
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	f, err := objects.Open(pdftest.Page(strings.Repeat("q Q ", 5000), ""), objects.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Run(ctx, f.Pages[0], &Fonts{}, DefaultLimits); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func FuzzLexer(f *testing.F) {
	for _, s := range []string{"[(a)-5.5<41>]TJ", "/Span<</A[1 2]/B(x\\)\\101\\\r\n)>>BDC", "<41", "(a(b)", "[[[[[[", "--5.-3 +.5", "/A#42#4 %c\n%", "BI ID EI"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		l := NewLexer(data)
		for n := 0; ; n++ {
			tok := l.Next()
			if tok.Kind == EOF {
				return
			}
			if n > len(data) {
				t.Fatal("more tokens than bytes")
			}
			if tok.Kind == Operator {
				if string(tok.Bytes) == "ID" {
					l.skipInline()
				}
				l.Reset()
			}
		}
	})
}
