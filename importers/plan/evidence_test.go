package plan

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/importers/grid"
	"riskbok/importers/source"
	"riskbok/rules/model"
)

// bound gives what a register's columns were bound to, by their letters, with
// what is unclear and the further valuations.
func bound(r *model.Register) string {
	list := func(columns []model.Column) string {
		var out []string
		for _, c := range columns {
			out = append(out, string(c.Field)+" "+model.ColumnName(int(c.At.Col)))
		}
		return strings.Join(out, ", ")
	}
	text := list(r.Columns)
	for _, u := range r.Unclear {
		text += "; unclear " + list(u.Columns)
	}
	if len(r.Consequences) > 0 {
		text += "; weighed " + list(r.Consequences)
	}
	for _, v := range r.Valuations {
		text += "; " + v.Key + " " + list(v.Columns)
	}
	return text
}

// told gives what was not checked.
func told(doc *model.Document) string {
	var out []string
	for _, n := range doc.NotChecked {
		out = append(out, fmt.Sprintf("%s %s", n.What, n.Why))
	}
	slices.Sort(out)
	return strings.Join(out, ", ")
}

// eight are the texts, levels and values of eight risks: the fourth value is
// wrong.
var eight = [][]string{
	{"Bron brister under vintern", "3", "3", "9"}, {"Hamnen fryser till is", "2", "3", "6"}, {"Taket läcker in vatten", "4", "2", "8"},
	{"Elen går i hela huset", "1", "4", "5"}, {"Brand i köket på skolan", "2", "4", "8"}, {"Vatten i källaren igen", "3", "4", "12"},
	{"Data försvinner vid byte", "2", "2", "4"}, {"Fel lön betalas ut", "4", "3", "12"},
}

// rows writes rows of cells, those of eight risks in front, under
// headings.
func rows(headings string, n int, more ...[]string) string {
	var b strings.Builder
	b.WriteString(headings)
	for i := range n {
		cells := slices.Clone(eight[i%len(eight)])
		if i >= len(eight) {
			cells[0] += fmt.Sprint(" ", i)
		}
		for _, m := range more {
			cells = append(cells, m[i])
		}
		b.WriteString("\n" + strings.Join(cells, " | "))
	}
	return b.String()
}

// The cells find what headings leave open and overrule one where they prove
// something else; headings alone stand where nothing speaks against them.
func TestColumnsByEvidence(t *testing.T) {
	rating := []string{"Hög", "Medel", "Hög", "Låg", "Hög", "Hög", "Medel", "Hög"}
	after := [][]string{{"2", "1", "2", "1", "2", "3", "2", "1"}, {"2", "3", "2", "2", "3", "2", "2", "3"}, {"4", "3", "4", "2", "6", "6", "4", "3"}}
	later := []string{"Medel", "Låg", "Medel", "Låg", "Hög", "Hög", "Medel", "Låg"}
	for name, tt := range map[string]struct{ text, want, told string }{
		"known headings":                         {rows("Risk | Sannolikhet | Konsekvens | Riskvärde", 8), "event A, likelihood B, consequence C, value D", ""},
		"a value without a known heading":        {rows("Risk | Sannolikhet | Konsekvens | Gnorf", 8), "event A, likelihood B, consequence C, value D", ""},
		"a level without one":                    {rows("Risk | Gnorf | Konsekvens | Riskvärde", 8), "event A, likelihood B, consequence C, value D", ""},
		"a risk without one":                     {rows("Gnorf | Sannolikhet | Konsekvens | Riskvärde", 8), "event A, likelihood B, consequence C, value D", ""},
		"none in a document that speaks of risk": {rows("Aa | Bb | Cc | Dd", 8), "event A, likelihood B, consequence C, value D", ""},
		"a rating beside the value":              {rows("Risk | Sannolikhet | Konsekvens | Riskvärde | Bedömd färg", 8, rating), "event A, likelihood B, consequence C, value D, treatment E", ""},
		"a valuation after measures": {rows("Risk | Sannolikhet | Konsekvens | Riskvärde | Sannolikhet efter åtgärd | Konsekvens efter åtgärd | Riskvärde efter åtgärd", 8, after...),
			"event A, likelihood B, consequence C, value D; after likelihood E, consequence F, value G", ""},
		"the board's choice before it": {rows("Risk | Sannolikhet | Konsekvens | Riskvärde | Hantering | Inriktning | Sannolikhet efter åtgärd | Konsekvens efter åtgärd | Riskvärde efter åtgärd", 8, append([][]string{rating, rating}, after...)...),
			"event A, likelihood B, consequence C, value D, treatment E, direction F; after likelihood G, consequence H, value I", ""},
		"a choice that goes with what remains": {rows("Risk | Sannolikhet | Konsekvens | Riskvärde | Hantering | Beslut | Sannolikhet efter åtgärd | Konsekvens efter åtgärd | Riskvärde efter åtgärd", 8, append([][]string{rating, later}, after...)...),
			"event A, likelihood B, consequence C, value D, treatment E; after likelihood G, consequence H, value I", ""},
		"a rating of what remains": {rows("Risk | Sannolikhet | Konsekvens | Riskvärde | Hantering | Sannolikhet efter åtgärd | Konsekvens efter åtgärd | Riskvärde efter åtgärd | Hantering sedan", 8, append(append([][]string{rating}, after...), later)...),
			"event A, likelihood B, consequence C, value D, treatment E; after likelihood F, consequence G, value H, treatment I", ""},
		"the board's choice behind what remains": {rows("Risk | Sannolikhet | Konsekvens | Riskvärde | Hantering | Sannolikhet efter åtgärd | Konsekvens efter åtgärd | Riskvärde efter åtgärd | Inriktning", 8, append(append([][]string{rating}, after...), later)...),
			"event A, likelihood B, consequence C, value D, treatment E, direction I; after likelihood F, consequence G, value H", ""},
		"two consequences": {"Risk | Sannolikhet | Konsekvens ekonomi | Konsekvens hälsa | Riskvärde\nBron brister under vintern | 2 | 1 | 3 | 6\nHamnen fryser till is | 3 | 4 | 2 | 12\nTaket läcker in vatten | 2 | 2 | 2 | 4\nElen går i hela huset | 4 | 1 | 4 | 16\nBrand i köket på skolan | 3 | 3 | 1 | 9\nVatten i källaren igen | 2 | 4 | 1 | 8",
			"event A, likelihood B, consequence C, value E; weighed consequence C, consequence D", ""},
		"two values": {rows("Risk | Sannolikhet | Konsekvens | Riskvärde | Riskvärde", 8, []string{"6", "5", "6", "5", "6", "7", "4", "7"}), "event A, likelihood B, consequence C; unclear value D, value E", ""},
	} {
		t.Run(name, func(t *testing.T) {
			doc := read("a.xlsx", sheet("Riskanalys", tt.text))
			if len(doc.Registers) != 1 {
				t.Fatalf("%d registers; not checked: %s", len(doc.Registers), told(doc))
			}
			if got := bound(&doc.Registers[0]); got != tt.want {
				t.Errorf("bound %s\nwant  %s", got, tt.want)
			}
			if got := told(doc); got != tt.told {
				t.Errorf("not checked %q, want %q", got, tt.told)
			}
		})
	}
}

// What looks like a register and is not sure enough is told; what only computes
// is not.
func TestByShape(t *testing.T) {
	for name, tt := range map[string]struct {
		tab, text string
		registers int
		told      string
	}{
		"a register without known headings": {"Risker", rows("Aa | Bb | Cc | Dd", 8), 1, ""},
		"without any headings":              {"Risker", strings.TrimPrefix(rows("", 8), "\n"), 1, ""},
		"five rows of it":                   {"Risker", strings.ReplaceAll(rows("Aa | Bb | Cc | Dd", 5), "| 5", "| 4"), 0, "register not-understood"},
		"nothing speaks of risk":            {"Blad1", strings.ReplaceAll(rows("Vara | Antal | Pris | Summa", 8), "Bron brister", "Bordet kostar"), 0, ""},
		"a calendar":                        {"Blad1", "Vecka | Dag | Pass | Timmar\n1 | måndag | fm | 4\n1 | tisdag | em | 4\n2 | onsdag | fm | 3\n2 | torsdag | em | 3\n3 | fredag | fm | 4\n3 | lördag | em | 2", 0, ""},
	} {
		t.Run(name, func(t *testing.T) {
			doc := read("a.xlsx", sheet(tt.tab, tt.text))
			if len(doc.Registers) != tt.registers || told(doc) != tt.told {
				t.Errorf("%d registers, not checked %q; want %d, %q", len(doc.Registers), told(doc), tt.registers, tt.told)
			}
		})
	}
}

// What was not understood comes with its headings and the best guess of each.
func TestNotUnderstoodGuesses(t *testing.T) {
	doc := read("a.xlsx", sheet("Risker", strings.ReplaceAll(rows("Aa | Bb | Cc | Dd", 5), "| 5", "| 4")))
	if len(doc.NotChecked) != 1 {
		t.Fatalf("not checked %v", doc.NotChecked)
	}
	var got []string
	for _, c := range doc.NotChecked[0].Columns {
		got = append(got, fmt.Sprintf("%s %s", c.Heading, c.Field))
	}
	if want := "Aa event, Bb likelihood, Cc consequence, Dd value"; strings.Join(got, ", ") != want {
		t.Errorf("guesses %q, want %q", got, want)
	}
}

// transposed exchanges the rows and columns of a text.
func transposed(text string) string {
	var cells [][]string
	for _, line := range strings.Split(text, "\n") {
		cells = append(cells, strings.Split(line, "|"))
	}
	var out []string
	for col := range cells[0] {
		var line []string
		for _, row := range cells {
			line = append(line, strings.TrimSpace(row[col]))
		}
		out = append(out, strings.Join(line, " | "))
	}
	return strings.Join(out, "\n")
}

// Risks that stand in columns are read where headings say what the rows are, and
// every value keeps the cell it stood in.
func TestTurned(t *testing.T) {
	doc := read("a.xlsx", sheet("Riskanalys", transposed(rows("Risk | Sannolikhet | Konsekvens | Riskvärde", 8))))
	if len(doc.Registers) != 1 || len(doc.Registers[0].Risks) != 8 {
		t.Fatalf("%d registers; not checked: %s", len(doc.Registers), told(doc))
	}
	r := doc.Registers[0].Risks[3]
	a := &r.Assessment
	if r.Event.V != eight[3][0] || a.Likelihood.V.Number != 1 || a.Consequence.V.Number != 4 || a.Score.V != 5 || a.Score.At.Cell() != "E4" {
		t.Errorf("%q: %+v", r.Event.V, a)
	}
	// A product alone is found in any list that is turned.
	doc = read("a.xlsx", sheet("Riskanalys", transposed(rows("Aa | Bb | Cc | Dd", 8))))
	for _, r := range doc.Registers {
		if len(r.Risks) > 0 && r.Risks[0].Event.V == eight[0][0] {
			t.Errorf("read without a heading: %s", bound(&r))
		}
	}
}

// The value of a failure mode analysis is the product of three: its valuation is
// told and left alone.
func TestFactors(t *testing.T) {
	doc := read("a.xlsx", sheet("FMEA", "Risk | Sannolikhet | Konsekvens | Upptäckt | Riskvärde\nBron brister under vintern | 3 | 2 | 4 | 24\nHamnen fryser till is | 2 | 3 | 3 | 18\nTaket läcker in vatten | 4 | 2 | 2 | 16\nElen går i hela huset | 5 | 4 | 1 | 20\nBrand i köket på skolan | 2 | 4 | 3 | 24\nVatten i källaren igen | 3 | 3 | 2 | 18"))
	if len(doc.Registers) != 1 || len(doc.Registers[0].Risks) != 6 {
		t.Fatalf("%d registers", len(doc.Registers))
	}
	if got := bound(&doc.Registers[0]); got != "event A" {
		t.Errorf("bound %s", got)
	}
	if got := told(doc); got != "register unknown-form" {
		t.Errorf("not checked %q", got)
	}
	var columns []string
	for _, c := range doc.NotChecked[0].Columns {
		columns = append(columns, strings.TrimSpace(c.Heading+" "+string(c.Field)))
	}
	if want := "Sannolikhet, Konsekvens, Upptäckt, Riskvärde value"; strings.Join(columns, ", ") != want {
		t.Errorf("columns %q, want %q", columns, want)
	}
}

// The user's word stands before all that cells and headings say.
func TestMappedBeforeEvidence(t *testing.T) {
	for name, tt := range map[string]struct {
		bound map[string]model.Field
		want  string
	}{
		"nothing bound":             {nil, "event A, likelihood B, consequence C, value D"},
		"the heading without sense": {map[string]model.Field{"Gnorf": model.FieldScore}, "event A, likelihood B, consequence C, value D"},
		"another likelihood":        {map[string]model.Field{"Annat": model.FieldLikelihood}, "event A, consequence C, likelihood E"},
		"a column left out":         {map[string]model.Field{"Gnorf": ""}, "event A, likelihood B, consequence C"},
	} {
		t.Run(name, func(t *testing.T) {
			s := sheet("Riskanalys", rows("Risk | Sannolikhet | Konsekvens | Gnorf | Annat", 8, []string{"1", "4", "2", "3", "1", "2", "4", "1"}))
			doc := &model.Document{Kind: model.KindWorkbook, Places: []model.Place{{Sheet: s.Name}}}
			Read(doc, []grid.Table{s}, source.Options{Vocabulary: config.Vocabulary(), Map: tt.bound})
			if len(doc.Registers) != 1 {
				t.Fatalf("%d registers", len(doc.Registers))
			}
			if got := bound(&doc.Registers[0]); got != tt.want {
				t.Errorf("bound %s\nwant  %s", got, tt.want)
			}
		})
	}
}

// A register in the order of its likelihood or of its value is one, too: what
// counts up is no running number where the value follows from it.
func TestSortedRegisters(t *testing.T) {
	texts := func(levels string) string {
		out := ""
		for i, row := range strings.Split(levels, ", ") {
			out += "\n" + fmt.Sprint("R", i+1) + " | " + eight[i][0] + " | " + strings.ReplaceAll(row, " ", " | ")
		}
		return out
	}
	for name, levels := range map[string]string{
		"by likelihood": "1 2 2, 1 3 3, 2 2 4, 2 4 9, 3 1 3, 3 3 9, 4 2 8, 4 4 16",
		"by value":      "1 2 2, 1 3 3, 2 2 4, 3 2 7, 2 4 8, 3 3 9, 3 4 12, 4 4 16",
	} {
		for _, headings := range []string{"Nr | Risk | Sannolikhet | Konsekvens | Riskvärde", "Nr | Risk | Gnorf | Konsekvens | Riskvärde", "Nr | Risk | Sannolikhet | Konsekvens | Gnorf", "Aa | Bb | Cc | Dd | Ee"} {
			t.Run(name+"/"+headings, func(t *testing.T) {
				doc := read("a.xlsx", sheet("Riskanalys", headings+texts(levels)))
				if len(doc.Registers) != 1 {
					t.Fatalf("%d registers, not checked %q", len(doc.Registers), told(doc))
				}
				if got := bound(&doc.Registers[0]); got != "number A, event B, likelihood C, consequence D, value E" {
					t.Errorf("bound %s", got)
				}
			})
		}
	}
}
