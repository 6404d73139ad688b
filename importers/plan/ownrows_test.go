package plan

import "testing"

// TestOwnRowsDefineNothing: a register that stands in a tab called as one of
// choices, its columns from right to left, is no list of levels.
func TestOwnRowsDefineNothing(t *testing.T) {
	const head = "Produkt | Konsekvens (1-6) | Ansvarig | Sannolikhet (1-4) | Vad vi är rädda för | Löpnummer\n"
	for name, rows := range map[string]string{
		"numbers over and over": "5 | 5 | Hamnchef | 1 | Kajen rasar när isen lägger sig | 1\n9 | 3 | Hamnchef | 3 | Bojarna driver ut på djupt vatten | 2\n6 | 2 | Hamnchef | 3 | Lånet av pumpen bokas inte i tid | 3\n5 | 5 | Hamnchef | 1 | Nycklarna till magasinet kommer bort | 4\n8 | 4 | Hamnchef | 2 | Båtarna stjäls från upplagsplatsen | 5",
		"each number once":      "3 | 3 | Hamnchef | 1 | Kajen rasar när isen lägger sig | 1\n4 | 2 | Hamnchef | 2 | Bojarna driver ut på djupt vatten | 2\n3 | 1 | Hamnchef | 3 | Lånet av pumpen bokas inte i tid | 3",
	} {
		doc := read("a.xlsx", sheet("Lista", head+rows))
		if len(doc.Registers) != 1 {
			t.Errorf("%s: read %d registers", name, len(doc.Registers))
		}
		for i := range doc.Scales {
			t.Errorf("%s: read the scale %s", name, showScale(&doc.Scales[i]))
		}
	}
}

// TestRowsOfBothAxes: rows under the names of both axes in which numbers come
// again and again are no scale, whatever the other headings are.
func TestRowsOfBothAxes(t *testing.T) {
	const rows = "Ruta | Sannolikhet | Konsekvens | Plats\n1 | 2 | 3 | Kajen\n2 | 2 | 3 | Bron\n3 | 1 | 3 | Badet\n4 | 2 | 1 | Magasinet"
	doc := read("a.xlsx", sheet("Risker", register), sheet("Platser", rows))
	for i := range doc.Scales {
		t.Errorf("read the scale %s", showScale(&doc.Scales[i]))
	}
}
