package grid_test

import (
	"testing"

	"riskbok/importers/grid"
)

// TestFigures: small numbers above numbers, beside a text, are a row of a table
// and none of headings.
func TestFigures(t *testing.T) {
	table := func(rows ...[]string) *grid.Table {
		out := &grid.Table{}
		for _, r := range rows {
			var cells []grid.Cell
			for _, s := range r {
				c := grid.Cell{Text: s}
				if s != "" {
					c.Kind = grid.Text
				}
				cells = append(cells, c)
			}
			out.Rows = append(out.Rows, cells)
		}
		return out
	}
	for _, c := range []struct {
		name string
		t    *grid.Table
		want bool
	}{
		{"a risk above a risk", table([]string{"1", "Isen bryts för sent", "2", "3"}, []string{"2", "Lotsen saknas", "1", "4"}), true},
		{"the last row", table([]string{"2", "Lotsen saknas", "1", "4"}), false},
		{"years", table([]string{"Verksamhet", "2025", "2026"}, []string{"Farleder", "120", "130"}), false},
		{"levels above crosses", table([]string{"Identifierad risk", "1", "2", "3"}, []string{"Lotsen saknas", "", "x", ""}), false},
		{"headings", table([]string{"Nr", "Identifierad risk", "S", "K"}, []string{"2", "Lotsen saknas", "1", "4"}), false},
	} {
		if got := c.t.Figures(0); got != c.want {
			t.Errorf("%s: got %v", c.name, got)
		}
	}
}
