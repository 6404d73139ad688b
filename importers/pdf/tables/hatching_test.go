package tables

import (
	"testing"

	"riskbok/importers/pdf/geom"
	"riskbok/importers/pdf/rulings"
	"riskbok/importers/pdf/text"
)

// TestWithoutHatching: lines that run through most words are none of a table; those
// between words, or through a few that are too long, stay.
func TestWithoutHatching(t *testing.T) {
	var words []text.Word
	for row := range 4 {
		for col := range 3 {
			x, y := float64(20+100*col), float64(20+20*row)
			words = append(words, text.Word{Text: "Storm", Box: geom.Rect{X0: x, X1: x + 40, Y0: y, Y1: y + 10}})
		}
	}
	every := func(from, step, to float64) (edges []rulings.Edge) {
		for at := from; at < to; at += step {
			edges = append(edges, rulings.Edge{At: at, From: 0, To: 400})
		}
		return edges
	}
	for name, tc := range map[string]struct {
		edges    []rulings.Edge
		vertical bool
		kept     int
	}{
		"columns":             {every(10, 100, 320), true, 4},
		"rows":                {every(15, 20, 100), false, 5},
		"columns through one": {every(40, 100, 100), true, 1},
		"hatched":             {every(0, 2, 400), true, 0},
		"squared paper":       {every(0, 2, 400), false, 0},
		"short of the words":  {[]rulings.Edge{{At: 40, From: 0, To: 25}, {At: 140, From: 0, To: 25}}, true, 2},
	} {
		if got := withoutHatching(tc.edges, words, tc.vertical); len(got) != tc.kept {
			t.Errorf("%s: %d edges stay, want %d", name, len(got), tc.kept)
		}
	}
}
