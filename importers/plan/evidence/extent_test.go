package evidence

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"riskbok/importers/grid/gridtest"
	"riskbok/rules/model"
)

func sums(text string) bool {
	key := model.Key(text)
	return strings.HasPrefix(key, "summa") || strings.HasPrefix(key, "medelvärde")
}

func TestExtents(t *testing.T) {
	const heads = "Nr | Risk | S | K\n"
	const rows = "1 | Bron brister | 3 | 3\n2 | Hamnen fryser | 2 | 3\n3 | Taket läcker | 4 | 2\n4 | Elen går | 1 | 4"
	for name, tt := range map[string]struct {
		text string
		want string // top+headings left-right rows last, of the extents that have all the rows
	}{
		"one row of headings":         {heads + rows, "0+1 0-3 [1 2 3 4] 4"},
		"under a title":               {"Riskanalys\n\n" + heads + rows, "2+1 0-3 [3 4 5 6] 6"},
		"a band over the headings":    {"Vad | | Hur | <\nNr | Risk | Sann | Kons\n" + rows, "1+1 0-3 [2 3 4 5] 5"},
		"cut words":                   {"Nr | Risk- | Sanno- | Konse-\n | text | likhet | kvens\n" + rows, "0+2 0-3 [2 3 4 5] 5"},
		"no row of headings":          {rows, "0+0 0-3 [0 1 2 3] 3"},
		"no headings below a title":   {"Riskanalys\nHamnen\n\n" + rows, "3+0 0-3 [3 4 5 6] 6"},
		"three columns without any":   {"Bron | 3 | 3\nHamnen | 2 | 3\nTaket | 4 | 2", ""},
		"a blank row between":         {heads + "1 | Bron brister | 3 | 3\n2 | Hamnen fryser | 2 | 3\n\n3 | Taket läcker | 4 | 2", "0+1 0-3 [1 2 4] 4"},
		"two blank rows end it":       {heads + "1 | Bron brister | 3 | 3\n2 | Hamnen fryser | 2 | 3\n\n\n3 | Taket läcker | 4 | 2", "0+1 0-3 [1 2] 2"},
		"a note after a blank row":    {heads + rows + "\n\nBeslutat av nämnden", "0+1 0-3 [1 2 3 4] 4"},
		"other headings below":        {heads + "1 | Bron brister | 3 | 3\n2 | Hamnen fryser | 2 | 3\n\nVara | Antal | Pris | Plats\n5 | 7 | 35 | 2\n3 | 4 | 12 | 1", "0+1 0-3 [1 2] 2"},
		"repeated headings":           {heads + "1 | Bron brister | 3 | 3\n2 | Hamnen fryser | 2 | 3\n" + heads + "3 | Taket läcker | 4 | 2", "0+1 0-3 [1 2 4] 4"},
		"a group's head and a sum":    {heads + "1 | Bron brister | 3 | 3\nSkola\n2 | Hamnen fryser | 2 | 3\nSumma | | 5 | 6", "0+1 0-3 [1 3] 4"},
		"a mean in the second column": {heads + rows + "\n | Medelvärde", "0+1 0-3 [1 2 3 4] 5"},
		"Medel as a level":            {heads + "1 | Bron brister | Medel | 3\n2 | Hamnen fryser | Hög | 3\n3 | Taket läcker | Medel | 2", "0+1 0-3 [1 2 3] 3"},
		"columns further right":       {strings.ReplaceAll("| "+heads+rows, "\n", "\n | "), "0+1 1-4 [1 2 3 4] 4"},
		"two columns":                 {"Nr | Risk\n1 | Bron\n2 | Hamnen\n3 | Taket", ""},
		"one row":                     {heads + "1 | Bron brister | 3 | 3", ""},
	} {
		t.Run(name, func(t *testing.T) {
			tbl := gridtest.Sheet("Blad", tt.text)
			var all []string
			for _, e := range Extents(&tbl, func(int) bool { return false }, sums) {
				all = append(all, fmt.Sprintf("%d+%d %d-%d %v %d", e.Top, e.HeadRows, e.Left, e.Right, e.Rows, e.Last))
			}
			if tt.want == "" && len(all) > 0 || tt.want != "" && !slices.Contains(all, tt.want) {
				t.Errorf("extents %q, want %q", all, tt.want)
			}
		})
	}
}

// Rows that belong to something else end a table and begin none.
func TestExtentsSkip(t *testing.T) {
	tbl := gridtest.Sheet("Blad", "Nr | Risk | S | K\n1 | Bron | 3 | 3\n2 | Hamnen | 2 | 3\n3 | Taket | 4 | 2\n4 | Elen | 1 | 4")
	for _, e := range Extents(&tbl, func(row int) bool { return row == 3 }, sums) {
		if e.Last >= 3 && e.Top < 3 || e.Top == 3 {
			t.Errorf("%+v goes over a row of something else", e)
		}
	}
	if e := Extents(&tbl, func(int) bool { return true }, sums); e != nil {
		t.Errorf("%+v in a grid that is all taken", e)
	}
}

func TestBodies(t *testing.T) {
	tbl := gridtest.Sheet("Blad", "Nr | Risk | S | K\n1 | Bron | 3 | 3\n2 | Hamnen | 2 | 3\nSumma | | 5 | 6\n\n\n3 | Taket | 4 | 2")
	if got := NewBodies(&tbl).Of(0, 1, 0, 3, sums); !slices.Equal(got, []int{1, 2}) {
		t.Errorf("rows %v", got)
	}
}

// Turned exchanges rows and columns; every cell keeps where it stood, a merged
// one its area, and turned twice a grid is itself.
func TestTurned(t *testing.T) {
	tbl := gridtest.Sheet("Blad", "Nr | 1 | 2 | 3\nRisk | Bron | < | Taket\nS | 3 | 2")
	turned := Turned(&tbl)
	if len(turned.Rows) != 4 || len(turned.Rows[0]) != 3 {
		t.Fatalf("%d rows of %d", len(turned.Rows), len(turned.Rows[0]))
	}
	for r := range tbl.Rows {
		for c := range tbl.Rows[r] {
			a, b := tbl.Cell(r, c), turned.Cell(c, r)
			if a.Text != b.Text || a.At != b.At || a.Covered != b.Covered {
				t.Errorf("row %d, column %d: %+v is %+v", r, c, *a, *b)
			}
		}
	}
	if c := turned.Cell(1, 1); c.RowSpan != 2 || c.ColSpan > 1 {
		t.Errorf("merged to the right, turned: %+v", *c)
	}
	if c := turned.Resolved(2, 1); c.Text != "Bron" {
		t.Errorf("the covered cell is %q", c.Text)
	}
	if c := turned.Cell(3, 2); c.Text != "" || c.At.Row != 3 || c.At.Col != 4 {
		t.Errorf("a cell that the row lacks: %+v", *c)
	}
}
