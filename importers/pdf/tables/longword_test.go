package tables

import (
	"strings"
	"testing"
)

// TestLongWords: a word that is wider than its cell, so that nothing could break it,
// ends neither the table nor its cell: below other lines of its cell, in the last
// column of a boxed heading, and where the text of the next cell touches it.
func TestLongWords(t *testing.T) {
	xs := []float64{54, 84, 184, 254}
	rows := rowsAt(130, 12, xs, []string{"R1", "Brand", "Stor", "Chefen"}, []string{"R2", "Fel i", "Liten", "Rond i"}, []string{"", "undercentralsoverlamningen", "", "hamnanlaggningsmagasinet"}, []string{"", "vid kajen"}, []string{"R3", "Fukt", "Stor", "Vakten"})
	want := "Nr|Risk|Niva|Kontroll / R1|Brand|Stor|Chefen / R2|Fel i~undercentralsoverlamningen~vid kajen|Liten|Rond i~hamnanlaggningsmagasinet / R3|Fukt|Stor|Vakten"
	heads := rowsAt(112, 0, xs, []string{"Nr", "Risk", "Niva", "Kontroll"})
	if _, got := find(t, heads+rows); got != want {
		t.Errorf("no rulings:\ngot  %s\nwant %s", got, want)
	}
	if _, got := find(t, lines([]float64{50, 80, 180, 250, 330}, []float64{100, 118})+heads+rows); got != want {
		t.Errorf("boxed heading:\ngot  %s\nwant %s", got, want)
	}
	first := rowsAt(112, 0, []float64{54, 134, 204}, []string{"Risk", "S", "Kontroll"}) + rowsAt(130, 12, []float64{54, 134, 204}, []string{"Brand", "2", "Rond"}, []string{"Fel i", "3", "Rond i"}, []string{"undercentralsoverlamningen", "", "hamnen"}, []string{"Fukt", "1", "Prov"})
	if _, got := find(t, lines([]float64{50, 130, 200, 330}, []float64{100, 118})+first); got != "Risk|S|Kontroll / Brand|2|Rond / Fel i~undercentralsoverlamningen|3|Rond i~hamnen / Fukt|1|Prov" {
		t.Errorf("the first column: got %s", got)
	}
	grid := lines([]float64{50, 80, 140, 210}, []float64{100, 120, 140, 160})
	s := grid + rowsAt(112, 20, []float64{58, 88, 148}, []string{"R1", "Brand", "Chefen"}, []string{"R2", "Fuktskada", "Vakten"}, []string{"R3", "Drag", "Chefen"})
	s = strings.Replace(s, "(Fuktskada)", "(Rostskadorna)", 1)
	if _, got := find(t, s); got != "R1|Brand|Chefen / R2|Rostskadorna|Vakten / R3|Drag|Chefen" {
		t.Errorf("touching: got %s", got)
	}
}

// TestLevelTouched: a level that a word too wide for its column touches is a level, where
// those of other rows begin.
func TestLevelTouched(t *testing.T) {
	xs := []float64{50, 80, 144.6, 200}
	s := rowsAt(100, 16, xs, []string{"Nr", "Risk", "S", "K"}, []string{"R1", "Brand", "2", "3"}, []string{"R2", "Farledsfyrarna", "1", "4"}, []string{"R3", "Fukt", "3", "2"}, []string{"R4", "Drag", "3", "4"})
	if _, got := find(t, s); got != "Nr|Risk|S|K / R1|Brand|2|3 / R2|Farledsfyrarna|1|4 / R3|Fukt|3|2 / R4|Drag|3|4" {
		t.Errorf("got %s", got)
	}
}

// TestBesideHeaded: texts that stand below each other in the middle of their rows are a
// column where its heading stands above the first, however many lines that has.
func TestBesideHeaded(t *testing.T) {
	xs := []float64{50, 80, 220, 300, 380}
	s := rowsAt(100, 12, xs, []string{"Nr", "Risk", "Niva", "Ansvarig", "Kontroll"}, []string{"", "", "\\(1-"}, []string{"", "", "4\\)"})
	s += rowsAt(136, 12, xs[1:2], []string{"Isen bryts"}, []string{"for sent"}, []string{"om varen"}) + rowsAt(148, 0, xs, []string{"1", "", "2", "Chefen"}) + rowsAt(142, 12, xs[4:], []string{"Rond i"}, []string{"hamnen"})
	for i, r := range []string{"2", "3", "4", "5"} {
		y := 172 + 24*float64(i)
		s += rowsAt(y, 12, xs[1:2], []string{"Fyren"}, []string{"slocknar"}) + rowsAt(y+6, 0, xs, []string{r, "", "3", "Vakten"}) + rowsAt(y, 12, xs[4:], []string{"Rond i"}, []string{"hamnen"})
	}
	known := func(h string) bool { return strings.Contains("Nr Risk Niva Ansvarig Kontroll", h) }
	in := pageInput(t, s, nil)
	in.Headings = known
	found, _ := Find(in)
	if len(found) != 1 {
		t.Fatalf("%d tables", len(found))
	}
	k := NewKnown()
	found[0].FillText(k)
	if got := dump(found[0]); strings.Count(got, "Rond i~hamnen") != 5 {
		t.Errorf("got %s", got)
	}
}

// TestMiddleLast: the last line of a name set in the middle of the only row below a
// boxed heading is in the row, also in the first column.
func TestMiddleLast(t *testing.T) {
	xs := []float64{54, 184, 254, 324}
	s := lines([]float64{50, 180, 250, 320, 400}, []float64{100, 118}) + rowsAt(112, 0, xs, []string{"Risk", "S", "K", "Kontroll"}) +
		rowsAt(130, 12, xs[:1], []string{"Isen bryts for sent"}, []string{"i hela farleden"}) + rowsAt(136, 0, xs, []string{"", "2", "3", "Rond"})
	if _, got := find(t, s); got != "Risk|S|K|Kontroll / Isen bryts for sent~i hela farleden|2|3|Rond" {
		t.Errorf("got %s", got)
	}
}
