package pdf

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"

	"riskbok/importers/pdf/content"
	"riskbok/importers/pdf/pdftest"
	"riskbok/importers/source"
	"riskbok/rules/model"
)

func scanBytes(t testing.TB, data []byte, opts source.Options) (*Pages, error) {
	t.Helper()
	return Scan(context.Background(), model.File{ID: 7, Name: "a.pdf", Data: data}, opts)
}

func at(x, y float64, s string) string {
	return fmt.Sprintf("BT /F1 10 Tf %g %g Td (%s) Tj ET\n", x, y, s)
}

func ref(n int) string { return fmt.Sprintf("%d 0 R", n) }

// plan is a ruled table of two columns with these rows, its top at y.
func plan(y float64, rows ...[2]string) string {
	s := ""
	bottom := y - 20*float64(len(rows))
	for _, x := range []float64{50, 100, 300} {
		s += fmt.Sprintf("%g %g m %g %g l S\n", x, y, x, bottom)
	}
	for i, r := range rows {
		s += fmt.Sprintf("50 %g m 300 %g l S\n", y-20*float64(i), y-20*float64(i))
		s += at(52, y-14-20*float64(i), r[0]) + at(102, y-14-20*float64(i), r[1])
	}
	return s + fmt.Sprintf("50 %g m 300 %g l S\n", bottom, bottom)
}

func TestScan(t *testing.T) {
	p, err := scanBytes(t, pdftest.Pages([]string{
		at(50, 750, "Sammanfattning av det viktigaste") + "BT /F2 14 Tf 50 720 Td (Plan 2027) Tj ET " + at(50, 700, "Upprattad: 2026-10-12") +
			plan(680, [2]string{"Nr", "Risk"}, [2]string{"R1", "Brand"}),
		plan(760, [2]string{"Nr", "Risk"}, [2]string{"R2", "Fukt"}) + at(50, 690, "Nasta tabell") + plan(680, [2]string{"A", "B"}, [2]string{"1", "2"}),
	}, ""), source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Tables) != 2 || len(p.Damage) > 0 || len(p.Pages) != 2 {
		t.Fatalf("got %d tables, damage %v", len(p.Tables), p.Damage)
	}
	first := p.Tables[0]
	if first.Name != "Plan 2027" || first.Doc != 7 || len(first.Rows) != 3 || first.Rows[2][1].Text != "Fukt" {
		t.Errorf("first table: %+v", first)
	}
	var above []string
	for _, c := range first.Above {
		above = append(above, c.Text)
	}
	if s := strings.Join(above, "|"); s != "Sammanfattning av det viktigaste|Plan 2027|Upprattad: 2026-10-12" {
		t.Errorf("above: %q", s)
	}
	for _, c := range []struct{ table, row, col, page int }{{0, 1, 0, 1}, {0, 2, 1, 2}, {1, 0, 0, 2}} {
		at := p.Tables[c.table].Rows[c.row][c.col].At
		place := p.Places[at.Place]
		if place.Page != c.page || at.Row != int32(c.row+1) || at.Col != int32(c.col+1) || at.Doc != 7 || place.File != "a.pdf" {
			t.Errorf("cell %v: source %+v, place %+v", c, at, place)
		}
	}
	if b := first.Rows[1][1].At.Box; b != (model.Rect{X0: 100, Y0: 640, X1: 300, Y1: 660}) {
		t.Errorf("box %v", b)
	}
	if name := p.Tables[1].Name; name != "Nasta tabell" {
		t.Errorf("second table: %q", name)
	}
	pg := p.Pages[1]
	if pg.Number != 2 || pg.Width != 595 || len(pg.Tables) != 2 || len(pg.Words) != 10 || len(pg.Lines) != 5 {
		t.Errorf("page: %+v", pg)
	}
	if l := pg.Lines[2]; l.Text != "Nasta tabell" || l.Table || !pg.Lines[0].Table {
		t.Errorf("lines: %+v", pg.Lines)
	}
}

func TestSpans(t *testing.T) {
	p, err := scanBytes(t, pdftest.Page("50 760 m 300 760 l S 50 740 m 300 740 l S 50 760 m 50 740 l S 300 760 m 300 740 l S "+at(52, 746, "Steg 1")+plan(740, [2]string{"Nr", "Risk"}), ""), source.Options{})
	if err != nil || len(p.Tables) != 1 {
		t.Fatalf("got %v, %v", p, err)
	}
	r := p.Tables[0].Rows
	if r[0][0].ColSpan != 2 || !r[0][1].Covered || p.Tables[0].Resolved(0, 1).Text != "Steg 1" || r[1][0].ColSpan > 1 {
		t.Errorf("got %+v", r)
	}
}

func TestDamage(t *testing.T) {
	image := pdftest.Stream("/Type/XObject/Subtype/Image/Width 9/Height 9/BitsPerComponent 8/ColorSpace/DeviceGray", make([]byte, 81))
	p, err := scanBytes(t, pdftest.Pages([]string{at(50, 700, "text"), "q 500 0 0 700 50 50 cm /Im Do Q", "", strings.Repeat("0 g\n", 30)}, "/XObject<</Im 13 0 R>>", image), source.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Damage) != 1 || p.Damage[0].Code != CodeImage || p.Damage[0].Args["page"] != "2" || p.Places[p.Damage[0].At.Place].Page != 2 {
		t.Errorf("got %v", p.Damage)
	}
	// A page whose content is packed in an unknown way costs only itself.
	data := pdftest.Pages([]string{at(50, 700, "text"), at(50, 700, "mer")}, "")
	data = []byte(strings.Replace(string(data), "6 0 obj\n<<", "6 0 obj\n<</Filter/FlateDecode", 1))
	p, err = scanBytes(t, data, source.Options{})
	if err != nil || len(p.Damage) != 1 || p.Damage[0].Code != CodePage || p.Damage[0].Args["reason"] == "" || len(p.Pages[1].Words) != 1 {
		t.Errorf("got %+v, %v", p, err)
	}
}

func TestErrors(t *testing.T) {
	code := func(err error) string {
		var e *source.Error
		if errors.As(err, &e) {
			return e.Code
		}
		return fmt.Sprint(err)
	}
	small := source.Options{Limits: source.Limits{FileBytes: 100}}
	if _, err := scanBytes(t, pdftest.Page("", ""), small); code(err) != CodeTooLarge {
		t.Errorf("got %v", err)
	}
	if _, err := scanBytes(t, []byte("PK\x03\x04"), source.Options{}); code(err) != CodeDamaged {
		t.Errorf("got %v", err)
	}
	if _, err := scanBytes(t, readSample(t, "password.pdf"), source.Options{}); code(err) != CodeEncrypted {
		t.Errorf("got %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := Scan(ctx, model.File{Data: pdftest.Page("", "")}, source.Options{}); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}

func TestCellLimit(t *testing.T) {
	rows := make([][2]string, 20)
	for i := range rows {
		rows[i] = [2]string{"a", "b"}
	}
	p, err := scanBytes(t, pdftest.Pages([]string{plan(760, rows...), plan(760, rows...)}, ""), source.Options{Limits: source.Limits{Cells: 30}})
	if err != nil || len(p.Pages) != 1 || len(p.Damage) != 1 || p.Damage[0].Code != CodeLimit || p.Damage[0].Args["page"] != "2" {
		t.Errorf("got %+v, %v", p, err)
	}
}

// A page that is larger than any page may be says so with its own numbers: no limit of the
// file is at fault.
func TestPageLimit(t *testing.T) {
	p, err := scanBytes(t, pdftest.Page("BT /F1 .001 Tf 40 40 Td ("+strings.Repeat("a", content.DefaultLimits.Glyphs+10)+") Tj 0 0 Td (b) Tj ET", ""), source.Options{})
	if err != nil || len(p.Damage) == 0 || p.Damage[0].Code != CodeLimit || p.Damage[0].Args["cost"] != "page" || p.Damage[0].Args["glyphs"] != "500000" {
		t.Errorf("got %+v, %v", p.Damage, err)
	}
}

func TestSniff(t *testing.T) {
	for in, want := range map[string]bool{"%PDF-1.4": true, "junk %PDF-1.4": true, "PK\x03\x04": false, "": false, strings.Repeat(" ", 2000) + "%PDF-": false} {
		if Sniff([]byte(in)) != want {
			t.Errorf("%.20q", in)
		}
	}
}
