package plan

import (
	"fmt"
	"strings"
	"testing"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// nineRisks is a register with the risks 1 to 9 under the numbers that prefix
// makes.
func nineRisks(prefix string) string {
	var b strings.Builder
	b.WriteString("Nr | Identifierad risk | Sannolikhet | Konsekvens | Riskvärde\n")
	for i := range 9 {
		fmt.Fprintf(&b, "%s%d | Risken nummer %d inträffar | %s | %s | %d\n", prefix, i+1, i+1,
			[]string{"Osannolik", "Möjlig", "Sannolik"}[i%3], []string{"Försumbar", "Kännbar", "Allvarlig"}[i/3], (i%3+1)*(i/3+1))
	}
	return b.String()
}

// TestOccurrences: a matrix that shows which risks stand where, or how many,
// defines nothing, wherever it stands and however its axes are named.
func TestOccurrences(t *testing.T) {
	const definitions = "Sannolikhet\n1 | Osannolik | Mycket liten\n2 | Möjlig | Kan inträffa\n3 | Sannolik | Troligt\n\nKonsekvens\n1 | Försumbar | Obetydlig\n2 | Kännbar | Besvärande\n3 | Allvarlig | Mycket stor"
	const want = "1 Osannolik, 2 Möjlig, 3 Sannolik / 1 Försumbar, 2 Kännbar, 3 Allvarlig / "
	const top, side = "Osannolik | Möjlig | Sannolik", "Allvarlig %s\nKännbar %s\nFörsumbar %s"
	cells := map[string][3]string{
		"numbers of risks":      {"| 7 | 8 | 9", "| 4 | 5 | 6", "| 1 | 2 | 3"},
		"shuffled":              {"| 3 | 9 | 1", "| 6 | 2 | 8", "| 4 | 7 | 5"},
		"with their letter":     {"| R7 | R8 | R9", "| R4 | R5 | R6", "| R1 | R2 | R3"},
		"several in a cell":     {"| 7, 8 | | 9", "| | 4 och 5 | ", "| 1/2 | 3 | 6"},
		"on lines":              {`| R7\nR8 | | R9`, `| | R4\nR5 | `, `| R1\nR2 | R3 | R6`},
		"marks":                 {"| x | xx | ", "| | • | x", "| x | | ✓"},
		"marks in a row":        {"| xxx | xxxx | xx", "| x | xxx | xx", "| xx | x | xxx"},
		"counts":                {"| 1 | 2 | 0", "| 0 | 3 | 1", "| 1 | 0 | 1"},
		"counts that rise":      {"| 1 | 1 | 2", "| 1 | 1 | 1", "| 0 | 1 | 1"},
		"counts with words":     {"| 2 st | | 1 st", "| | 3 st | ", "| 2 st | | 1 st"},
		"nothing":               {"| | | ", "| | | ", "| | | "},
		"what the risks are":    {"| Risken nummer 7 | | ", "| | Risken nummer 4 | ", "| | | Risken nummer 6"},
		"a cell over more rows": {"| R7 | | \n | R8 | | R9", "| | R4 | ", "| R1 | R3 | R6"},
	}
	for what, c := range cells {
		body := fmt.Sprintf(side, c[0], c[1], c[2])
		for form, matrix := range map[string]string{
			"named":      "Riskmatris\n | Sannolikhet →\nKonsekvens ↓ | " + top + "\n" + body,
			"corner":     "Konsekvens | " + top + "\n" + body,
			"unnamed":    "Läget\n | " + top + "\n" + body,
			"head below": "Konsekvens\n" + body + "\n | " + top,
		} {
			risks, def, m := sheet("Risker", nineRisks("R")), sheet("Definitioner", definitions), sheet("Matris", matrix)
			for place, doc := range map[string]string{
				"before":       showDoc(t, m, risks, def),
				"behind":       showDoc(t, risks, def, m),
				"below":        showDoc(t, sheet("Risker", nineRisks("R")+"\n\n"+matrix), def),
				"below levels": showDoc(t, risks, sheet("Definitioner", definitions+"\n\n"+matrix)),
			} {
				if doc != want {
					t.Errorf("%s, %s, %s: read %s", what, form, place, doc)
				}
			}
		}
	}
}

// TestOccurrencesByNumber: levels by number are known by the names of both axes
// in the corner.
func TestOccurrencesByNumber(t *testing.T) {
	for _, cells := range [][3]string{{"| xxx | | x", "| | xx | ", "| x | | xxxx"}, {"| xxx | xxxx | xx", "| x | xxx | xx", "| xx | x | xxx"}} {
		matrix := "Riskkarta\nSannolikhet / Konsekvens | 1 | 2 | 3\n3 " + cells[0] + "\n2 " + cells[1] + "\n1 " + cells[2]
		for place, doc := range map[string]*model.Document{
			"below":  read("a.xlsx", sheet("Risker", nineRisks("R")+"\n\n"+matrix)),
			"behind": read("a.xlsx", sheet("Risker", nineRisks("R")), sheet("Matris", matrix)),
		} {
			if len(doc.Registers) != 1 || len(doc.Registers[0].Risks) != 9 || doc.Registers[0].Scale >= 0 || len(doc.NotChecked) > 0 {
				t.Errorf("%s, %s: read %+v, not checked %+v", cells, place, doc.Registers, doc.NotChecked)
			}
		}
	}
}

// showDoc reads sheets and gives the scale that governs their register of nine
// risks.
func showDoc(t *testing.T, sheets ...grid.Table) string {
	t.Helper()
	doc := read("a.xlsx", sheets...)
	if len(doc.Registers) != 1 || len(doc.Registers[0].Risks) != 9 {
		return fmt.Sprintf("%d registers", len(doc.Registers))
	}
	r := &doc.Registers[0]
	if r.Scale < 0 {
		return "no scale"
	}
	return showScale(&doc.Scales[r.Scale]) + showOverrides(&doc.Scales[r.Scale])
}
