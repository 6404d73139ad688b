package plan

import (
	"strings"
	"testing"
)

// TestCards: risks that stand on cards are read card by card, and every cell keeps
// where it stands.
func TestCards(t *testing.T) {
	one := `Risk nr | 1
Beskrivning | Isen brister vid bryggan
Sannolikhet | 2
Konsekvens | 3
Riskvärde | 6

Risk nr | 2
Beskrivning | Båten driver ut
Sannolikhet | 4
Konsekvens | 2
Riskvärde | 9

Risk nr | 3
Beskrivning | Fyren slocknar
Sannolikhet | 1
Konsekvens | 1
Riskvärde | 1`
	two := `Riskblad

Risk-ID | R1 | Ansvarig | Hamnkapten
Risk | Isen brister vid bryggan
Sannolikhet | 2 | Konsekvens | 3
Riskvärde | 6

Risk-ID | R2 | Ansvarig | Lots
Risk | Båten driver ut
Sannolikhet | 4 | Konsekvens | 2
Riskvärde | 9

Risk-ID | R3 | Ansvarig | Hamnkapten
Risk | Fyren slocknar
Sannolikhet | 1 | Konsekvens | 1
Riskvärde | 1`
	for name, tt := range map[string]struct {
		text     string
		row, col int32
	}{"one column": {one, 11, 2}, "two columns": {two, 11, 2}} {
		doc := read("a.xlsx", sheet("Blad1", tt.text))
		if len(doc.Registers) != 1 || len(doc.Registers[0].Risks) != 3 || len(doc.NotChecked) > 0 {
			t.Errorf("%s: %d registers, not checked %v", name, len(doc.Registers), doc.NotChecked)
			continue
		}
		r := doc.Registers[0].Risks[1]
		if r.Score.V != 9 || r.Score.At.Row != tt.row || r.Score.At.Col != tt.col || r.Likelihood.V.Number != 4 || r.Consequence.V.Number != 2 || !strings.HasPrefix(r.Event.V, "Båten") {
			t.Errorf("%s: %+v", name, r)
		}
	}
}
