package tables

import (
	"testing"

	"riskbok/importers/pdf/text"
)

// TestTightHeads: headings as close as words of one text are parted by the
// columns below them; a line of text above stays out.
func TestTightHeads(t *testing.T) {
	// The columns stand where the words of the heading begin.
	heading := at(50, 100, "Nr Risk") + at(240, 100, "Sannolikhet Konsekvens Riskvarde")
	rows := func(y float64) string {
		return rowsAt(y, 16, []float64{50, 63.3, 240, 295, 352.3}, []string{"1", "Brand i hamnens kok", "2", "3", "6"}, []string{"2", "Stold i forradet", "3", "3", "9"},
			[]string{"3", "Fukt i alla vaggar", "1", "4", "4"}, []string{"4", "Is pa kajerna", "2", "2", "4"})
	}
	const body = "1|Brand i hamnens kok|2|3|6 / 2|Stold i forradet|3|3|9 / 3|Fukt i alla vaggar|1|4|4 / 4|Is pa kajerna|2|2|4"
	for _, c := range []struct{ name, content, want string }{
		{"headings side by side", heading + rows(116), "Nr|Risk|Sannolikhet|Konsekvens|Riskvarde / " + body},
		{"the heading of a group between", heading + at(50, 118, "Hamnar och farleder") + rows(136),
			"Nr|Risk|Sannolikhet|Konsekvens|Riskvarde / Hamnar och farleder|||| / " + body},
		{"headings of three lines", heading + at(240, 112, "av") + at(295, 112, "for alla") + at(240, 124, "fyra") + rows(140), "Nr|Risk|Sannolikhet~av~fyra|Konsekvens~for alla|Riskvarde / " + body},
		{"text above", at(50, 100, "Namnden antog riskerna den tolfte mars") + rows(116), body},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, got := find(t, c.content); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// TestOver: a piece of a line stands over one column, in line with its text.
func TestOver(t *testing.T) {
	cols := columns{{50, 58}, {64, 200}, {262, 268}, {318, 324}}
	for _, c := range []struct {
		x0, x1 float64
		col    int
		want   bool
	}{
		{50, 60, 0, true},
		{240, 290, 2, true},  // centred
		{230, 268, 2, true},  // at the right edge
		{240, 320, 2, false}, // over the next column too
		{280, 300, 2, false}, // beside it
		{64, 90, 0, false},
	} {
		if got := cols.above(c.col, chunk{x0: c.x0, x1: c.x1, words: []text.Word{{Size: 10}}}); got != c.want {
			t.Errorf("%v–%v over column %d: %v", c.x0, c.x1, c.col, got)
		}
	}
}
