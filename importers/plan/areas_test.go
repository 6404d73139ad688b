package plan

import (
	"strings"
	"testing"

	"riskbok/importers/grid"
)

// TestAreas: what a document itself calls a table, or filters by its headings, is
// one however its headings look.
func TestAreas(t *testing.T) {
	guide := strings.Repeat("Ange hur ofta det kan hända under ett år. ", 4)
	rows := "\n1 | Isen brister vid bryggan | 2 | 3 | 6\n2 | Båten driver ut i sundet | 4 | 2 | 8\n3 | Fyren slocknar om natten | 1 | 1 | 1\n4 | Kajen sjunker i leran | 3 | 2 | 6" +
		"\n5 | Kranen havererar i storm | 3 | 3 | 9\n6 | Lotsen kommer för sent | 4 | 3 | 12\n7 | Oljan rinner ut i hamnen | 2 | 4 | 8\n8 | Lagret brinner ned till grunden | 2 | 2 | 4"
	text := "Nr | Risk | Sannolikhet. " + guide + " | Konsekvens. " + guide + " | Riskvärde" + rows + "\n99 | Detta räknas inte med | 1 | 1 | 1"
	for name, tt := range map[string]struct {
		area *grid.Area
		want int
	}{
		"none":   {nil, 9},
		"stated": {&grid.Area{Region: grid.Region{Bottom: 8, Right: 4}, HeadRows: 1}, 9},
	} {
		s := sheet("Blad1", text)
		if tt.area != nil {
			s.Areas = []grid.Area{*tt.area}
		}
		doc := read("a.xlsx", s)
		if len(doc.Registers) != 1 || len(doc.Registers[0].Risks) != tt.want {
			t.Errorf("%s: %d registers", name, len(doc.Registers))
			for _, r := range doc.Registers {
				t.Errorf("%s: %d risks, want %d", name, len(r.Risks), tt.want)
			}
		}
	}
}
