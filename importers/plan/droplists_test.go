package plan

import (
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/importers/grid"
	"riskbok/importers/plan/scale"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
	"riskbok/rules/scales"
)

// TestBareLists: labels without numbers and definitions, as for drop-down
// lists, take their values from what else the document says.
func TestBareLists(t *testing.T) {
	const head = "Nr | Identifierad risk | Sannolikhet | Konsekvens | Riskvärde\n"
	const usual = "Sannolikhet | Konsekvens | Hantering\nSannolik | Allvarlig | Minimera\nMöjlig | Kännbar | Reducera\nMindre sannolik | Lindrig | Acceptera\nOsannolik | Försumbar |"
	const own = "Sannolikhet | Konsekvens\nVarje vecka | Dyrt\nDå och då | Märkbart\nNästan aldrig | Ringa"
	const numbered = "Sannolikhet | Värde\nOsannolik | 1\nMindre sannolik | 2\nMöjlig | 3\nSannolik | 4\n\nKonsekvens | Värde\nFörsumbar | 1\nLindrig | 2\nKännbar | 3\nAllvarlig | 4\n\nRiskvärde | Hantering\n1-3 | Acceptera\n4-16 | Reducera"
	rows := func(lines ...string) string {
		text := head
		for i, l := range lines {
			text += "R" + string(rune('1'+i)) + " | Kajen rasar " + string(rune('a'+i)) + " | " + l + "\n"
		}
		return text
	}
	high := rows("Varje vecka | Dyrt | 9", "Då och då | Märkbart | 4", "Nästan aldrig | Dyrt | 3", "Varje vecka | Ringa | 3", "Då och då | Dyrt | 5")
	for name, tt := range map[string]struct{ risks, tab, lists, more, want string }{
		"usual labels, highest first":   {rows("Möjlig | Kännbar | 9"), "Listor", usual, "", "4 Sannolik, 3 Möjlig, 2 Mindre sannolik, 1 Osannolik / 4 Allvarlig, 3 Kännbar, 2 Lindrig, 1 Försumbar"},
		"usual labels, one wrong value": {rows("Möjlig | Kännbar | 4"), "Listor", usual, "", "4 Sannolik, 3 Möjlig, 2 Mindre sannolik, 1 Osannolik / 4 Allvarlig, 3 Kännbar, 2 Lindrig, 1 Försumbar"},
		"usual labels by the alphabet":  {rows("Hög | Låg | 3"), "Listor", "Sannolikhet | Konsekvens\nHög | Hög\nLåg | Låg\nMedel | Medel", "", "3 Hög, 1 Låg, 2 Medel / 3 Hög, 1 Låg, 2 Medel"},
		"beside other lists":            {rows("Möjlig | Kännbar | 9"), "Listor", "Sannolikhet | Konsekvens | Hus\nSannolik | Allvarlig | Rådhuset\nMöjlig | Kännbar | Badet\nMindre sannolik | Lindrig | Förrådet\nOsannolik | Försumbar | Skolan", "", "4 Sannolik, 3 Möjlig, 2 Mindre sannolik, 1 Osannolik / 4 Allvarlig, 3 Kännbar, 2 Lindrig, 1 Försumbar"},
		"numbered elsewhere":            {rows("Möjlig | Kännbar | 9"), "Listor", usual, numbered, "1 Osannolik, 2 Mindre sannolik, 3 Möjlig, 4 Sannolik / 1 Försumbar, 2 Lindrig, 3 Kännbar, 4 Allvarlig / 1-3 Acceptera, 4-16 Reducera*"},
		"own labels, highest first":     {high, "Skala", own, "", "3 Varje vecka, 2 Då och då, 1 Nästan aldrig / 3 Dyrt, 2 Märkbart, 1 Ringa"},
		"own labels as choices":         {high, "Listor", own, "", "3 Varje vecka, 2 Då och då, 1 Nästan aldrig / 3 Dyrt, 2 Märkbart, 1 Ringa"},
		"choices beside choices":        {high, "Listor", strings.NewReplacer("Konsekvens", "Konsekvens | Ansvarig", "Dyrt", "Dyrt | Hamnchef", "Märkbart", "Märkbart | Ekonom").Replace(own), "", "3 Varje vecka, 2 Då och då, 1 Nästan aldrig / 3 Dyrt, 2 Märkbart, 1 Ringa"},
		"own labels, numbers in rows":   {rows("3 - Varje vecka | 1 - Ringa |", "2 - Då och då | 3 - Dyrt |"), "Listor", own, "", "3 Varje vecka, 2 Då och då, 1 Nästan aldrig / 3 Dyrt, 2 Märkbart, 1 Ringa"},
		"own labels, nothing tells":     {rows("Varje vecka | Dyrt |"), "Skala", own, "", "1 Varje vecka, 2 Då och då, 3 Nästan aldrig / 1 Dyrt, 2 Märkbart, 3 Ringa"},
		"choices, nothing tells":        {rows("Varje vecka | Dyrt |"), "Listor", own, "", ""},
		"no order fits":                 {rows("Varje vecka | Dyrt | 6", "Då och då | Märkbart | 7", "Varje vecka | Ringa | 8", "Då och då | Dyrt | 5", "Nästan aldrig | Ringa | 7"), "Skala", own, "", ""},
		"two lists":                     {rows("Möjlig | Kännbar | 9"), "Listor", strings.ReplaceAll(usual, "Mindre sannolik", "Sällan"), usual, "4 Sannolik, 3 Möjlig, 2 Mindre sannolik, 1 Osannolik / 4 Allvarlig, 3 Kännbar, 2 Lindrig, 1 Försumbar"},
	} {
		t.Run(name, func(t *testing.T) {
			doc := read("a.xlsx", sheet("Risker", tt.risks), sheet(tt.tab, tt.lists), sheet("Bedömning", tt.more))
			var got []string
			for _, s := range settled(doc) {
				got = append(got, strings.TrimSuffix(strings.TrimSpace(showScale(s)), " /"))
			}
			if strings.Join(got, "; ") != tt.want {
				t.Errorf("read %q\nwant %q", got, tt.want)
			}
		})
	}
}

// settled gives the document's scales as its registers settle them, with the
// treatments that it states.
func settled(doc *model.Document) []*model.Scale {
	var book model.Book
	for i := range doc.Registers {
		book.Registers = append(book.Registers, model.Entry{Register: &doc.Registers[i]})
	}
	scales.Govern([]*model.Book{&book}, map[int32]*model.Document{doc.ID: doc}, scales.Settings{})
	var out []*model.Scale
	for _, e := range book.Registers {
		if e.Scale != nil && e.Scale.Origin == model.OriginDefinitions {
			s := *e.Scale
			s.Treatments = doc.Scales[e.Register.Scale].Treatments
			out = append(out, &s)
		}
	}
	return out
}

// TestHintRow: what stands under the headings of a table of risks are no ranges
// of treatments, be the first row one of hints.
func TestHintRow(t *testing.T) {
	const rows = "\n1 | Drift | Driftstopp | 3 | 3 | 9 | Reducera\n2 | Lön | Lönen blir fel | 2 | 4 | 8 | Reducera\n3 | Inköp | Fel leverantör | 1 | 2 | 2 | Acceptera"
	for name, text := range map[string]string{
		"one row":    "Nr | Område | Risk | Sannolikhet | Konsekvens | Riskvärde | Hantering\nLöpnr | Ange | Beskriv | 1-4 | 1-4 | S x K | Välj" + rows,
		"three rows": "Nr | Område | Risk | Riskbedömning | < | < | Åtgärd\n^ | ^ | ^ | Sannolikhet | Konsekvens | Riskvärde | ^\n^ | ^ | ^ | 1-4 | 1-4 | S x K | ^" + rows,
	} {
		doc := read("a.xlsx", sheet("Risker", text))
		if len(doc.Scales) != 0 || len(doc.Registers) != 1 || len(doc.Registers[0].Risks) != 3 || !doc.Registers[0].Risks[0].Score.OK {
			t.Errorf("%s: read %d scales and registers %+v", name, len(doc.Scales), doc.Registers)
		}
	}
	beside := "Nr | Risk | Sannolikhet | Konsekvens | Riskvärde | | Riskvärde | Hantering\n1 | Driftstopp | 1 | 2 | 2 | | 1-3 | Acceptera\n2 | Fel lön | 1 | 4 | 4 | | 4-16 | Reducera"
	tables := []grid.Table{sheet("Risker", beside)}
	w := words.Of(config.Vocabulary())
	defs := scale.Find(w, tables, func(i int) scale.Risks { return newLayout(w, &tables[i], nil, nil) })
	if len(defs.Treatments) != 1 {
		t.Errorf("beside a table of risks: read %d tables of treatments", len(defs.Treatments))
	}
}

// TestRisksOnChoicesTab: a table of risks is one on any tab.
func TestRisksOnChoicesTab(t *testing.T) {
	doc := read("a.xlsx", sheet("Data", "Nr | Risk | Sannolikhet | Konsekvens | Riskvärde\n1 | Driftstopp | Möjlig | Kännbar | 9\n2 | Fel lön | Sannolik | Lindrig | 8\n3 | Läckage | Osannolik | Allvarlig | 4"))
	if len(doc.Scales) != 0 || len(doc.Registers) != 1 || len(doc.Registers[0].Risks) != 3 {
		t.Errorf("read %d scales and registers %+v", len(doc.Scales), doc.Registers)
	}
}
