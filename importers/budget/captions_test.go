package budget

import (
	"strconv"
	"strings"
	"testing"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

const divided = `
Part | Kostnad | Intäkt
Norrviks kommun | 4 120 | 410
Österås kommun | 2 310 | 200
Totalt | 6 430 | 610`

// placed sets a table at a height of a page, 14 points a row, under the lines of the
// page above it.
func placed(p grid.Page, y float32, name, text string) grid.Table {
	t := sheet(name, text)
	t.Place = p.Place
	for _, l := range p.Lines {
		if l.At.Box.Y0 > y && !l.InTable {
			t.Above = append(t.Above, grid.Cell{Text: l.Text, Kind: grid.Text, At: l.At})
		}
	}
	for r := range t.Rows {
		for c := range t.Rows[r] {
			top := y - float32(14*r)
			t.Rows[r][c].At.Place = p.Place
			t.Rows[r][c].At.Box = model.Rect{X0: 60, Y0: top - 12, X1: 400, Y1: top}
		}
	}
	return t
}

// lineAt is a line at a height of a page.
func lineAt(text string, y float32) grid.Line {
	return grid.Line{Text: text, Size: 10, At: model.Source{Box: model.Rect{X0: 60, Y0: y, X1: 400, Y1: y + 10}}}
}

// TestCaptionsBelow: a numbered caption below a table is its own, and not that of the
// table that follows; one above a table is that table's.
func TestCaptionsBelow(t *testing.T) {
	inTable := lineAt("Part Kostnad Intäkt", 600)
	inTable.InTable = true
	for name, tc := range map[string]struct {
		lines []grid.Line
		want  string
	}{
		"between": {[]grid.Line{lineAt("Budget 2026 per part, tkr", 705), lineAt("Tabell 2. Parternas budget 2027, tkr", 612), inTable},
			"2026 Budget 2026 per part, tkr\n2027 Tabell 2. Parternas budget 2027, tkr\n"},
		"below": {[]grid.Line{lineAt("Kostnaderna delas mellan kommunerna.", 705), lineAt("Tabell 1. Parternas budget 2026, tkr", 625), lineAt("Tabell 2. Parternas budget 2027, tkr", 425)},
			"2026 Tabell 1. Parternas budget 2026, tkr\n2027 Tabell 2. Parternas budget 2027, tkr\n"},
		"above": {[]grid.Line{lineAt("Tabell 1. Parternas budget 2026, tkr", 705), lineAt("Tabell 2. Parternas budget 2027, tkr", 625)},
			"2026 Tabell 1. Parternas budget 2026, tkr\n2027 Tabell 2. Parternas budget 2027, tkr\n"},
		"far below": {[]grid.Line{lineAt("Budget 2026 per part, tkr", 705), lineAt("Tabell 2. Parternas budget 2027, tkr", 505)},
			"2026 Budget 2026 per part, tkr\n2027 Tabell 2. Parternas budget 2027, tkr\n"},
	} {
		p := grid.Page{Number: 1, Width: 595, Height: 842, Lines: tc.lines}
		upper, lower := placed(p, 700, "", divided), placed(p, 500, "", strings.Replace(divided, "2 310", "2 311", 1))
		for i := range lower.Above {
			if lower.Above[i].At.Box.Y0 < 640 && !lower.Above[i].Blank() { // what stands between the tables
				lower.Above = lower.Above[i:]
				break
			}
		}
		upper.Name, lower.Name = upper.Above[len(upper.Above)-1].Text, lower.Above[len(lower.Above)-1].Text
		_, budgets, _ := readPages([]grid.Table{upper, lower}, p)
		got := ""
		for i := range budgets {
			got += strconv.Itoa(budgets[i].Year) + " " + budgets[i].Title + "\n"
		}
		if got != tc.want {
			t.Errorf("%s: read\n%s\nexpected\n%s", name, got, tc.want)
		}
	}
}

// TestCaptionOfAnother: the caption of the table above is no title of one that has none.
func TestCaptionOfAnother(t *testing.T) {
	p := grid.Page{Number: 1, Width: 595, Height: 842, Lines: []grid.Line{lineAt("Tabell 1. Parternas budget 2026, tkr", 625)}}
	upper, lower := placed(p, 700, "", divided), placed(p, 500, p.Lines[0].Text, `
Verksamhet | Budget | Utfall
Bryggor | 4 120 | 410
Bojar | 2 310 | 200`)
	_, budgets, _ := readPages([]grid.Table{upper, lower}, p)
	if len(budgets) != 2 || budgets[0].Title != p.Lines[0].Text || budgets[1].Title != "" {
		t.Errorf("read %+v", budgets)
	}
}

// TestYearOfLead: what leads to a table with a colon says of which year it is.
func TestYearOfLead(t *testing.T) {
	p := page(1, `
#Ekonomi

Kostnaderna för 2027 fördelas mellan kommunerna så som stod i avtalet,
och det ger följande belopp i tkr:`)
	_, budgets, _ := readPages([]grid.Table{below(p, 0, "Ekonomi", divided)}, p)
	if len(budgets) != 1 || budgets[0].Year != 2027 || budgets[0].Unit != "tkr" {
		t.Errorf("read %+v", budgets)
	}
	p = page(1, `
§ 5 Ekonomi
Kostnaderna för 2027 fördelas mellan kommunerna så som det avtal som gäller säger,
och det blir i tkr:`)
	_, budgets, _ = readPages([]grid.Table{below(p, 0, "§ 5 Ekonomi", divided)}, p)
	if len(budgets) != 1 || budgets[0].Year != 2027 {
		t.Errorf("close below a title: read %+v", budgets)
	}
}

// TestPartiesAlone: amounts of parties that a total adds up are shares, whatever their
// title says; of what is no money they are none.
func TestPartiesAlone(t *testing.T) {
	for text, want := range map[string]int{
		"Medlem | Avgift, kr\nNorrviks kommun | 4 120\nÖsterås kommun | 2 310\nTotalt | 6 430":                                                     1,
		"Kommun | Invånare | Andel | Belopp, tkr\nNorrvik | 12 000 | 60 % | 4 120\nÖsterås | 8 000 | 40 % | 2 310\nSumma | 20 000 | 100 % | 6 430": 1,
		"Medlem | Avgift, kr\nNorrviks kommun | 4 120\nÖsterås kommun | 2 310":                                                                     0,
		"Medlem | Avgift\nNorrviks kommun | 4 120\nÖsterås kommun | 2 310\nTotalt | 6 430":                                                         0,
		"Båttyp | Avgift, kr\nSegelbåt | 4 120\nRoddbåt | 2 310\nTotalt | 6 430":                                                                   0,
	} {
		p := page(1, "#2027 års medlemsavgifter")
		_, budgets, _ := readPages([]grid.Table{below(p, 0, "2027 års medlemsavgifter", text)}, p)
		if len(budgets) != want || want > 0 && budgets[0].Year != 2027 {
			t.Errorf("%s: read %+v", text, budgets)
		}
	}
	p := page(1, "#Antal invånare 2027, kr")
	if _, budgets, _ := readPages([]grid.Table{below(p, 0, "Antal invånare 2027, kr", "Kommun | Belopp\nNorrvik | 4 120\nÖsterås | 2 310\nTotalt | 6 430")}, p); len(budgets) > 0 {
		t.Errorf("of what is no money: read %+v", budgets)
	}
}

func TestWordAndNumber(t *testing.T) {
	for text, want := range map[string]bool{
		"Tabell 2": true, "Tabell 2. Driftbudget": true, "Tab. 12: Driftbudget": true, "Tabell2 x": true, "Översikt 3": true,
		"Tabell": false, "Tabell 2.1 Driftbudget": false, "Tabell  2": false, "Tabell 2a": false, "2 Tabell": false, "": false, "Tabell två": false,
	} {
		if got := wordAndNumber(text); got != want {
			t.Errorf("%q: %v", text, got)
		}
	}
}
