package tables

import (
	"strings"
	"testing"
)

// boldAt writes a row of texts at columns in bold type.
func boldAt(y float64, xs []float64, texts ...string) string {
	return strings.ReplaceAll(rowsAt(y, 0, xs, texts), "/F1", "/F2")
}

// TestSetAtBottom: in cells set at the bottom of rows that no room parts, what stands
// above a number or above levels belongs to them, also where their own line begins
// with a number or a capital.
func TestSetAtBottom(t *testing.T) {
	xs := []float64{50, 80, 260, 320, 380}
	head := []string{"Nr", "Risk", "Sannolikhet", "Konsekvens", "Riskvarde"}
	keyed := rowsAt(100, 12, xs, head, []string{"1", "Isen bryts", "2", "3", "6"}, []string{"", "Lotsen kommer forst efter"}, []string{"2", "12 timmar", "3", "3", "9"},
		[]string{"", "Fyren slocknar"}, []string{"3", "utan att nagon ser", "1", "4", "4"}, []string{"4", "Bojar driver", "2", "2", "4"})
	bare := []float64{50, 260, 320, 380, 440}
	noKeys := boldAt(100, bare, "Risk", "Sannolikhet", "Konsekvens", "Riskvarde", "Kontroll") + boldAt(112, bare[1:2], "\\(1-4\\)") +
		rowsAt(124, 12, bare, []string{"Isen bryts for", "", "", "", ""}, []string{"sent i hela", "", "", "", "Rond i"}, []string{"farleden", "2", "3", "6", "hamnen"},
			[]string{"Lotsen saknas", "3", "3", "9", "Prov"}, []string{"", "", "", "", "Rond i"}, []string{"Fyren slocknar", "1", "4", "4", "natten"}, []string{"Bojar driver", "2", "2", "4", "Rond"})
	for _, c := range []struct{ name, content, want string }{
		{"numbered", keyed, "Nr|Risk|Sannolikhet|Konsekvens|Riskvarde / 1|Isen bryts|2|3|6 / 2|Lotsen kommer forst efter~12 timmar|3|3|9 / 3|Fyren slocknar~utan att nagon ser|1|4|4 / 4|Bojar driver|2|2|4"},
		{"not numbered", noKeys, "Risk|Sannolikhet~(1-4)|Konsekvens|Riskvarde|Kontroll / Isen bryts for~sent i hela~farleden|2|3|6|Rond i~hamnen / Lotsen saknas|3|3|9|Prov / Fyren slocknar|1|4|4|Rond i~natten / Bojar driver|2|2|4|Rond"},
	} {
		if _, got := find(t, c.content); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
}

// TestEveryThirdRuled: where a line is drawn below every third row, those between two
// lines and those below the last are rows of their own, also of cells set at the bottom.
func TestEveryThirdRuled(t *testing.T) {
	xs := []float64{50, 260, 320, 380}
	body := [][]string{{"Risk", "S", "K", "R"},
		{"Isen bryts", "2", "3", "6"}, {"Lotsen kommer for", "", "", ""}, {"sent till fartyget", "3", "3", "9"}, {"Fyren slocknar", "1", "4", "4"},
		{"Bojar driver", "2", "2", "4"}, {"Kajen spricker", "3", "1", "3"}, {"Kranen rostar", "4", "4", "16"},
		{"Trossar brister", "2", "1", "2"}, {"Slussen fryser", "1", "3", "3"}, {"Pumpen stannar", "3", "2", "6"}}
	s := rowsAt(100, 13, xs, body...)
	for _, line := range []int{0, 4, 7} {
		y := 103 + 13*float64(line)
		s += lines([]float64{50, 50}, []float64{y}) + strings.Split(lines([]float64{48, 400}, []float64{y}), "S\n")[2] + "S\n"
	}
	want := "Risk|S|K|R / Isen bryts|2|3|6 / Lotsen kommer for~sent till fartyget|3|3|9 / Fyren slocknar|1|4|4 / Bojar driver|2|2|4 / Kajen spricker|3|1|3 / Kranen rostar|4|4|16 / Trossar brister|2|1|2 / Slussen fryser|1|3|3 / Pumpen stannar|3|2|6"
	if _, got := find(t, s); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
