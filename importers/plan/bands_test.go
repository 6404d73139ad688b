package plan

import (
	"testing"
)

// TestNumberedBands: a text with a digit that names the rows below is no empty row of
// the template; an empty row that carries a number is.
func TestNumberedBands(t *testing.T) {
	const head = "Nr | Risk | Sannolikhet | Konsekvens | Riskvärde\n"
	for _, tc := range []struct {
		name, first, second string
		over                int // columns that the first reaches over
		leftover, unread    int
		area                string
	}{
		{"words before numbers", "1. Hamnen", "2. Sundet", 1, 0, 2, ""},
		{"over the table", "Del 1", "Del 2", 5, 0, 1, "Del 1"},
		{"numbers", "98", "99", 1, 2, 0, ""},
		{"numbers with a letter", "R98", "R99", 1, 2, 0, ""},
	} {
		s := sheet("Blad1", head+tc.first+" |  |  |  | \n1 | Isen brister vid bryggan | 2 | 3 | 6\n2 | Båten driver ut i sundet | 4 | 2 | 8\n"+
			tc.second+" |  |  |  | \n3 | Fyren slocknar om natten | 1 | 1 | 1\n4 | Kajen sjunker i leran | 3 | 2 | 6")
		if tc.over > 1 {
			s.Rows[1][0].ColSpan, s.Rows[1][0].RowSpan = int32(tc.over), 1
			for col := 1; col < tc.over; col++ {
				c := &s.Rows[1][col]
				c.Covered, c.OriginRow, c.OriginCol = true, 1, 0
			}
		}
		doc := read("a.xlsx", s)
		if len(doc.Registers) != 1 || len(doc.Registers[0].Risks) != 4 {
			t.Errorf("%s: %d registers", tc.name, len(doc.Registers))
			continue
		}
		r := &doc.Registers[0]
		if len(r.Leftover) != tc.leftover || len(doc.Unread) != tc.unread || r.Risks[0].Area.V != tc.area {
			t.Errorf("%s: %d left over, unread %v, area %q; want %d, %d, %q", tc.name, len(r.Leftover), doc.Unread, r.Risks[0].Area.V, tc.leftover, tc.unread, tc.area)
		}
	}
}
