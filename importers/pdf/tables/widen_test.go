package tables

import (
	"strings"
	"testing"

	"riskbok/importers/pdf/geom"
)

// grid makes a ruled table with columns of a width from a margin on.
func grid(width float64, texts ...[]string) *Table {
	t := table(100, texts...)
	t.X = nil
	for k := range t.NumCols + 1 {
		t.X = append(t.X, 50+width*float64(k))
	}
	t.Y = append(t.Y, t.Y[len(t.Y)-1]+20)
	return t
}

func TestWiden(t *testing.T) {
	left := func() *Table {
		return grid(240, []string{"Nr", "Risk"}, []string{"R1", "Brand"}, []string{"R2", "Stold"})
	}
	leftOn := func() *Table { return grid(240, []string{"R3", "Fukt"}) }
	right := func() *Table {
		return grid(200, []string{"Niva", "Ansvarig"}, []string{"3", "Chefen"}, []string{"4", "Vakten"})
	}
	rightOn := func() *Table { return grid(200, []string{"1", "Chefen"}) }
	last := func() *Table { return grid(90, []string{"Klart"}, []string{"ja"}, []string{"nej"}) }
	const whole = "Nr|Risk|Niva|Ansvarig / R1|Brand|3|Chefen / R2|Stold|4|Vakten / R3|Fukt|1|Chefen"
	for _, c := range []struct {
		name  string
		pages []*Table
		above bool
		want  string
	}{
		{"downwards first", []*Table{left(), leftOn(), right(), rightOn()}, false, whole},
		{"to the right first", []*Table{left(), right(), leftOn(), rightOn()}, false, whole},
		{"three pages wide", []*Table{left(), right(), last()}, false, "Nr|Risk|Niva|Ansvarig|Klart / R1|Brand|3|Chefen|ja / R2|Stold|4|Vakten|nej"},
		{"columns as wide as before", []*Table{left(), grid(240, []string{"Niva", "Ansvarig"}, []string{"3", "Chefen"}, []string{"4", "Vakten"})}, false,
			"Nr|Risk|Niva|Ansvarig / R1|Brand|3|Chefen / R2|Stold|4|Vakten"},
		{"the first column on each page", []*Table{left(), grid(180, []string{"Nr", "Niva", "Ansvarig"}, []string{"R1", "3", "Chefen"}, []string{"R2", "4", "Vakten"})}, false,
			"Nr|Risk|Niva|Ansvarig / R1|Brand|3|Chefen / R2|Stold|4|Vakten"},
		{"the table goes on", []*Table{left(), grid(240, []string{"R3", "Fukt"}, []string{"R4", "Drag"}, []string{"R5", "Damm"})}, false,
			"Nr|Risk / R1|Brand / R2|Stold / R3|Fukt / R4|Drag / R5|Damm"},
		{"a title above", []*Table{left(), right()}, true, "Nr|Risk / R1|Brand / R2|Stold ## Niva|Ansvarig / 3|Chefen / 4|Vakten"},
		{"other rows", []*Table{left(), grid(200, []string{"Niva", "Ansvarig"}, []string{"3", "Chefen"})}, false,
			"Nr|Risk / R1|Brand / R2|Stold ## Niva|Ansvarig / 3|Chefen"},
		{"room on the page before", []*Table{grid(100, []string{"Nr", "Risk"}, []string{"R1", "Brand"}, []string{"R2", "Stold"}), right()}, false,
			"Nr|Risk / R1|Brand / R2|Stold ## Niva|Ansvarig / 3|Chefen / 4|Vakten"},
		{"a page is missing", []*Table{left(), leftOn(), right()}, false,
			"Nr|Risk / R1|Brand / R2|Stold / R3|Fukt ## Niva|Ansvarig / 3|Chefen / 4|Vakten"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var sheets []Sheet
			for i, tb := range c.pages {
				sheets = append(sheets, Sheet{Tables: []*Table{tb}, Above: c.above && i > 0, Width: 595})
			}
			var got []string
			for _, j := range Join(sheets) {
				got = append(got, dump(&j.Table))
			}
			if s := strings.Join(got, " ## "); s != c.want {
				t.Errorf("got  %s\nwant %s", s, c.want)
			}
		})
	}
}

// TestRunsOn: the end of a title that is wider than the paper stands above the
// columns on the right; another title does not.
func TestRunsOn(t *testing.T) {
	for y, want := range map[float64]int{80: 1, 60: 2} {
		sheets := []Sheet{{Width: 595}, {Width: 595, Above: true}}
		sheets[0].Tables = []*Table{grid(240, []string{"Nr", "Risk"}, []string{"R1", "Brand"})}
		sheets[0].Text = []geom.Rect{{X0: 50, Y0: 75, X1: 540, Y1: 85}}
		sheets[1].Tables = []*Table{grid(200, []string{"Niva", "Ansvarig"}, []string{"3", "Chefen"})}
		sheets[1].Text = []geom.Rect{{X0: 50, Y0: y - 5, X1: 90, Y1: y + 5}}
		for i := range sheets {
			sheets[i].Tables[0].Box.Y0 = 100
		}
		if n := len(Join(sheets)); n != want {
			t.Errorf("text at %v: %d tables, want %d", y, n, want)
		}
	}
}

// TestWidenPages: a cell keeps the page that it was printed on.
func TestWidenPages(t *testing.T) {
	sheets := []Sheet{{Width: 595}, {Width: 595}}
	sheets[0].Tables = []*Table{grid(240, []string{"Nr", "Risk"}, []string{"R1", "Brand"})}
	sheets[1].Tables = []*Table{grid(200, []string{"Niva", "Ansvarig"}, []string{"3", "Chefen"})}
	j := Join(sheets)[0]
	if a, b := j.At(1, 1).Page, j.At(1, 3).Page; a != 0 || b != 1 || len(j.Parts) != 1 || len(j.Parts[0].Wider) != 1 {
		t.Errorf("pages %d and %d, parts %+v", a, b, j.Parts)
	}
}
