package tables

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"riskbok/importers/pdf/content"
	"riskbok/importers/pdf/objects"
	"riskbok/importers/pdf/pdftest"
	"riskbok/importers/pdf/text"
)

// pageInput prints a page with this content.
func pageInput(t *testing.T, stream string, previous *Table) Input {
	t.Helper()
	f, err := objects.Open(pdftest.Page(stream, ""), objects.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	p, err := content.Run(context.Background(), f.Pages[0], &content.Fonts{}, content.DefaultLimits)
	if err != nil {
		t.Fatal(err)
	}
	words, _ := text.Read(p)
	return Input{Page: p, Words: words, Previous: previous}
}

// find gives the tables of a page with this content, and a dump of them.
func find(t *testing.T, stream string) ([]*Table, string) {
	t.Helper()
	in := pageInput(t, stream, nil)
	k := NewKnown("Rekommenderad riskhantering")
	k.Add(in.Words)
	found, _ := Find(in)
	var out []string
	for _, tb := range found {
		k.Count(tb)
		tb.FillText(k)
		out = append(out, dump(tb))
	}
	return found, strings.Join(out, " ## ")
}

// dump writes a table in one line: "/" between rows, "|" between cells, ">"
// and "v" for each further column and row that a cell covers.
func dump(t *Table) string {
	var rows []string
	for r := range t.NumRows {
		var cells []string
		for c := 0; c < t.NumCols; {
			cell := t.At(r, c)
			if cell.Row == r {
				cells = append(cells, strings.ReplaceAll(cell.Text, "\n", "~")+strings.Repeat(">", cell.Cols-1)+strings.Repeat("v", cell.Rows-1))
			}
			c += cell.Cols
		}
		rows = append(rows, strings.Join(cells, "|"))
	}
	return strings.Join(rows, " / ")
}

func at(x, y float64, s string) string {
	return fmt.Sprintf("BT /F1 10 Tf %g %g Td (%s) Tj ET\n", x, 800-y, s)
}

// lines draws horizontal lines at ys and vertical ones at xs.
func lines(xs, ys []float64) string {
	var b strings.Builder
	for _, x := range xs {
		fmt.Fprintf(&b, "%g %g m %g %g l S\n", x, 800-ys[0], x, 800-ys[len(ys)-1])
	}
	for _, y := range ys {
		fmt.Fprintf(&b, "%g %g m %g %g l S\n", xs[0], 800-y, xs[len(xs)-1], 800-y)
	}
	return b.String()
}

func TestRuledTables(t *testing.T) {
	grid := lines([]float64{50, 100, 200}, []float64{100, 120, 140})
	for _, c := range []struct{ name, content, want string }{
		{"grid", grid + at(52, 112, "Nr") + at(102, 112, "Risk") + at(52, 132, "R1"), "Nr|Risk / R1|"},
		{"band", lines([]float64{50, 100, 200}, []float64{120, 140}) + lines([]float64{50, 200}, []float64{100, 120}) + at(52, 112, "Steg 1") + at(52, 132, "a") + at(102, 132, "b"), "Steg 1> / a|b"},
		{"over rows", lines([]float64{50, 100}, []float64{100, 140}) + lines([]float64{100, 200}, []float64{100, 120, 140}) + at(52, 122, "a") + at(102, 112, "b") + at(102, 132, "c"), "av|b / c"},
		{"boxes with a gap", "50 680 48 20 re s 100 680 48 20 re s 50 658 48 20 re s 100 658 48 20 re s " + at(52, 112, "a") + at(102, 112, "b") + at(52, 134, "c") + at(102, 134, "d"), "a|b / c|d"},
		{"touching number", grid + at(52, 112, "a") + at(88, 112, "12") + at(99.6, 112, "Minimera"), "a 12|Minimera / |"},
		{"frame only", lines([]float64{50, 200}, []float64{100, 140}) + at(52, 112, "text"), ""},
		{"open below", "50 700 m 200 700 l S 50 680 m 200 680 l S 50 700 m 50 650 l S 100 700 m 100 650 l S 200 700 m 200 650 l S " + at(52, 112, "a") + at(102, 112, "b") + at(52, 134, "c") + at(102, 134, "d"), "a|b / c|d"},
		{"clipped overflow", grid + "q 50 680 50 20 re W n " + at(52, 112, "ett") + at(52, 124, "par") + "Q " + at(52, 132, "R1"), "ett~par| / R1|"},
		{"no text", grid, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, got := find(t, c.content); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// Rows that are too low for their text, painted row by row without a clip.
func TestOverflowingRows(t *testing.T) {
	s := lines([]float64{50, 150, 200}, []float64{100, 115, 130, 145})
	for i, text := range [][3]string{{"ett", "tva", "x"}, {"tre", "fyra", "y"}, {"fem", "sex", "z"}} {
		y := 111 + 15*float64(i)
		s += at(52, y, text[0]) + at(52, y+12, text[1]) + at(152, y, text[2])
	}
	if _, got := find(t, s); got != "ett~tva|x / tre~fyra|y / fem~sex|z" {
		t.Errorf("got %s", got)
	}
}

func TestBrokenWords(t *testing.T) {
	col := func(w float64, s ...string) string {
		out := lines([]float64{50, 50 + w, 300}, []float64{100, 100 + 14*float64(len(s)), 200}) + at(50+w+2, 112, "b")
		for i, l := range s {
			out += at(52, 112+12*float64(i), l)
		}
		return out
	}
	for _, c := range []struct{ name, content, want string }{
		{"broken", col(46, "Konsekv", "ens"), "Konsekvens"},
		{"whole words", col(60, "Mindre", "sannolik"), "Mindre~sannolik"},
		{"known words", col(74, "Rekommenderad", "riskhantering"), "Rekommenderad~riskhantering"},
		{"hyphen", col(46, "Risk-", "varde"), "Risk-~varde"},
		{"a new sentence", col(46, "Konsekv", "Ens"), "Konsekv~Ens"},
		{"painted space", col(46, "Konsekv ", "ens"), "Konsekv~ens"},
		{"a program that paints spaces", col(60, "ett par ", "ord pa ", "en rad ", "Konsekv", "ens"), "ett par~ord pa~en rad~Konsekvens"},
		{"a number", col(15, "R1", "2"), "R12"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, got := find(t, c.content)
			if got, _, _ := strings.Cut(got, "|"); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}
