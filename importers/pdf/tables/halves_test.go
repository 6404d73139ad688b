package tables

import (
	"strings"
	"testing"

	"riskbok/importers/pdf/geom"
)

// TestHalves: two pages printed side by side on one sheet.
func TestHalves(t *testing.T) {
	at := func(x, y float64, texts ...[]string) *Table {
		tb := grid(100, texts...)
		for i := range tb.X {
			tb.X[i] += x - 50
		}
		for i := range tb.Y {
			tb.Y[i] += y - 100
		}
		tb.Box = geom.Rect{X0: tb.X[0], Y0: tb.Y[0], X1: tb.X[tb.NumCols], Y1: tb.Y[tb.NumRows]}
		return tb
	}
	left := func() *Table {
		return at(50, 60, []string{"Nr", "Risk"}, []string{"R1", "Brand"}, []string{"R2", "Stold"}, []string{"R3", "Fukt"})
	}
	for _, c := range []struct {
		name  string
		right *Table
		text  []geom.Rect
		want  string
	}{
		{"without heading", at(471, 60, []string{"R4", "Drag"}, []string{"R5", "Damm"}), nil, "Nr|Risk / R1|Brand / R2|Stold / R3|Fukt / R4|Drag / R5|Damm"},
		{"with its heading", at(471, 60, []string{"Nr", "Risk"}, []string{"R4", "Drag"}), nil, "Nr|Risk / R1|Brand / R2|Stold / R3|Fukt / R4|Drag"},
		{"a title on the left", at(471, 60, []string{"R4", "Drag"}), []geom.Rect{{X0: 50, Y0: 40, X1: 200, Y1: 50}}, "Nr|Risk / R1|Brand / R2|Stold / R3|Fukt / R4|Drag"},
		{"a title on the right", at(471, 80, []string{"Niva", "Betyder"}, []string{"1", "Liten"}), []geom.Rect{{X0: 471, Y0: 60, X1: 600, Y1: 70}}, "Nr|Risk / R1|Brand / R2|Stold / R3|Fukt ## Niva|Betyder / 1|Liten"},
		{"beside each other", at(451, 60, []string{"Niva", "Betyder"}, []string{"1", "Liten"}), nil, "Nr|Risk / R1|Brand / R2|Stold / R3|Fukt ## Niva|Betyder / 1|Liten"},
		{"the right one is longer", at(471, 60, []string{"Niva", "Betyder"}, []string{"1", "a"}, []string{"2", "b"}, []string{"3", "c"}, []string{"4", "d"}), nil, "Nr|Risk / R1|Brand / R2|Stold / R3|Fukt ## Niva|Betyder / 1|a / 2|b / 3|c / 4|d"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var got []string
			for _, j := range Join([]Sheet{{Tables: []*Table{left(), c.right}, Width: 842, Text: c.text}}) {
				got = append(got, dump(&j.Table))
			}
			if s := strings.Join(got, " ## "); s != c.want {
				t.Errorf("got  %s\nwant %s", s, c.want)
			}
		})
	}
}
