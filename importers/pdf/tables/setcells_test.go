package tables

import (
	"testing"

	"riskbok/importers/pdf/text"
)

// TestSetCells: rows are told however their cells are set, by what begins a
// sentence where nothing else tells.
func TestSetCells(t *testing.T) {
	xs := []float64{50, 80, 260, 320, 380}
	head := []string{"Nr", "Risk", "Sannolikhet", "Konsekvens", "Riskvarde"}
	const body = "1|Isen bryts for~sent om varen|2|3|6 / 2|Lotsen saknas|3|3|9 / 3|Fyren slocknar~utan att nagon ser|1|4|4 / 4|Bojar driver|2|2|4"
	for _, c := range []struct {
		name, content, want string
	}{
		{"at the bottom, lines evenly apart", rowsAt(100, 12, xs, head, []string{"", "Isen bryts for"}, []string{"1", "sent om varen", "2", "3", "6"},
			[]string{"2", "Lotsen saknas", "3", "3", "9"}, []string{"", "Fyren slocknar"}, []string{"3", "utan att nagon ser", "1", "4", "4"}, []string{"4", "Bojar driver", "2", "2", "4"}),
			"Nr|Risk|Sannolikhet|Konsekvens|Riskvarde / " + body},
		{"at the top, lines evenly apart", rowsAt(100, 12, xs, head, []string{"1", "Isen bryts for", "2", "3", "6"}, []string{"", "sent om varen"},
			[]string{"2", "Lotsen saknas", "3", "3", "9"}, []string{"3", "Fyren slocknar", "1", "4", "4"}, []string{"", "utan att nagon ser"}, []string{"4", "Bojar driver", "2", "2", "4"}),
			"Nr|Risk|Sannolikhet|Konsekvens|Riskvarde / " + body},
		{"a bracket that goes on in a heading is no number", rowsAt(100, 12, xs, head, []string{"", "", "\\(1-", "\\(1-"}, []string{"", "", "4\\)", "4\\)"}) +
			rowsAt(142, 18, xs, []string{"1", "Isen bryts", "4", "4", "16"}, []string{"2", "Lotsen saknas", "3", "2", "6"}, []string{"3", "Fyren slocknar", "2", "1", "2"}),
			"Nr|Risk|Sannolikhet~(1-~4)|Konsekvens~(1-~4)|Riskvarde / 1|Isen bryts|4|4|16 / 2|Lotsen saknas|3|2|6 / 3|Fyren slocknar|2|1|2"},
		{"text set off below is not in it", rowsAt(100, 16, xs, head, []string{"1", "Isen bryts", "2", "3", "6"}, []string{"2", "Lotsen saknas", "3", "3", "9"}, []string{"3", "Fyren slocknar", "1", "4", "4"}) +
			at(50, 182, "Riskerna gas igenom i maj"),
			"Nr|Risk|Sannolikhet|Konsekvens|Riskvarde / 1|Isen bryts|2|3|6 / 2|Lotsen saknas|3|3|9 / 3|Fyren slocknar|1|4|4"},
		{"text nearer below that begins anew is not in it", rowsAt(100, 18, []float64{50, 260, 320}, []string{"Tkr", "2031", "2032"}, []string{"Kajer", "400", "410"}, []string{"Bojar", "90", "95"}, []string{"Summa", "490", "505"}) +
			at(50, 168, "Ramen har raknats upp med index"),
			"Tkr|2031|2032 / Kajer|400|410 / Bojar|90|95 / Summa|490|505"},
		{"nor what stands out to the left of it", rowsAt(100, 18, []float64{90, 260, 320}, []string{"Tkr", "2031", "2032"}, []string{"Kajer", "400", "410"}, []string{"Bojar", "90", "95"}, []string{"Summa", "490", "505"}) +
			at(50, 168, "Ramen 2033"),
			"Tkr|2031|2032 / Kajer|400|410 / Bojar|90|95 / Summa|490|505"},
		{"nor is the title of a table with the same headings", rowsAt(100, 18, []float64{50, 260, 320}, []string{"Tkr", "2031", "2032"}, []string{"Kajer", "400", "410"}, []string{"Bojar", "90", "95"}, []string{"Summa", "490", "505"}) +
			at(50, 168, "Namnd: Parknamnden") + rowsAt(184, 18, []float64{50, 260, 320}, []string{"Tkr", "2031", "2032"}, []string{"Lekplatser", "40", "41"}, []string{"Gator", "9", "9"}, []string{"Summa", "49", "50"}),
			"Tkr|2031|2032 / Kajer|400|410 / Bojar|90|95 / Summa|490|505 ## Tkr|2031|2032 / Lekplatser|40|41 / Gator|9|9 / Summa|49|50"},
		{"even where it stands out to the left", rowsAt(100, 18, []float64{90, 260, 320}, []string{"Tkr", "2031", "2032"}, []string{"Kajer", "400", "410"}, []string{"Bojar", "90", "95"}, []string{"Summa", "490", "505"}) +
			at(40, 168, "Parken") + rowsAt(184, 18, []float64{90, 260, 320}, []string{"Tkr", "2031", "2032"}, []string{"Lekplatser", "40", "41"}, []string{"Gator", "9", "9"}, []string{"Summa", "49", "50"}),
			"|Tkr|2031|2032 / |Kajer|400|410 / |Bojar|90|95 / |Summa|490|505 ## Tkr|2031|2032 / Lekplatser|40|41 / Gator|9|9 / Summa|49|50"},
		{"a last name of two lines is whole", rowsAt(100, 18, []float64{50, 260, 320}, []string{"Tkr", "2031", "2032"}, []string{"Kajer", "400", "410"}, []string{"Bojar", "90", "95"}, []string{"Fyrar i farleden vid", "490", "505"}) +
			at(50, 166, "Norra Skaret"),
			"Tkr|2031|2032 / Kajer|400|410 / Bojar|90|95 / Fyrar i farleden vid~Norra Skaret|490|505"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if _, got := find(t, c.content); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

// TestKeyColumn: levels that happen to differ number no rows, numbers that count
// upwards do, and those with letters in any order.
func TestKeyColumn(t *testing.T) {
	for _, c := range []struct {
		name  string
		texts []string
		want  int
	}{
		{"upwards", []string{"1", "2", "3"}, 0},
		{"levels", []string{"4", "3", "1"}, -1},
		{"the end of a bracket among levels", []string{"4)", "1", "2"}, -1},
		{"with letters, in any order", []string{"R7", "R2", "R5"}, 0},
		{"many in any order", []string{"7", "2", "9", "4", "11"}, 0},
	} {
		var ps []piece
		for i, s := range c.texts {
			ps = append(ps, piece{base: float64(20 * i), size: 10, chunk: chunk{words: oneWord(s)}})
		}
		if got := keyColumn(ps, 1, 3); got != c.want {
			t.Errorf("%s: column %d, want %d", c.name, got, c.want)
		}
	}
}

func oneWord(s string) []text.Word { return []text.Word{{Text: s, Size: 10}} }
