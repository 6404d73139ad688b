package plan

import (
	"strings"
	"testing"
)

// TestNumberedAnew: numbers that begin again at group heads or for each unit are
// those of registers of their own; one that stands twice is a slip.
func TestNumberedAnew(t *testing.T) {
	const risks = "Nr | Risk | Sannolikhet | Konsekvens | Riskvärde\n"
	const units = "Område | Nr | Risk | Sannolikhet | Konsekvens | Riskvärde\n"
	for name, tt := range map[string]struct{ text, want string }{
		"heads":     {risks + "Hamn | < | < | < | <\n1 | Isen ligger kvar | 1 | 2 | 2\n2 | Kajen sjunker | 2 | 2 | 4\nSkog | < | < | < | <\n1 | Granbarkborren kommer | 3 | 2 | 6\n2 | Vägen spolas bort | 1 | 4 | 4", "1 2; 1 2"},
		"no heads":  {risks + "1 | Isen ligger kvar | 1 | 2 | 2\n2 | Kajen sjunker | 2 | 2 | 4\n3 | Kranen stannar | 1 | 1 | 1\n1 | Granbarkborren kommer | 3 | 2 | 6\n2 | Vägen spolas bort | 1 | 4 | 4\n3 | Bron brister | 2 | 4 | 8", "1 2 3; 1 2 3"},
		"area":      {units + "Hamn | R1 | Isen ligger kvar | 1 | 2 | 2\nHamn | R2 | Kajen sjunker | 2 | 2 | 4\nSkog | R1 | Granbarkborren kommer | 3 | 2 | 6\nSkog | R2 | Vägen spolas bort | 1 | 4 | 4", "R1 R2; R1 R2"},
		"a slip in": {risks + "Hamn | < | < | < | <\n1 | Isen ligger kvar | 1 | 2 | 2\n2 | Kajen sjunker | 2 | 2 | 4\nSkog | < | < | < | <\n1 | Granbarkborren kommer | 3 | 2 | 6\n2 | Vägen spolas bort | 1 | 4 | 4\n2 | Bron brister | 2 | 4 | 8", "1 2; 1 2 2"},
		"a slip":    {risks + "1 | Isen ligger kvar | 1 | 2 | 2\n2 | Kajen sjunker | 2 | 2 | 4\n3 | Kranen stannar | 1 | 1 | 1\n1 | Granbarkborren kommer | 3 | 2 | 6\n5 | Vägen spolas bort | 1 | 4 | 4\n6 | Bron brister | 2 | 4 | 8", "1 2 3 1 5 6"},
		"two slips": {risks + "1 | Isen ligger kvar | 1 | 2 | 2\n2 | Kajen sjunker | 2 | 2 | 4\n3 | Kranen stannar | 1 | 1 | 1\n1 | Granbarkborren kommer | 3 | 2 | 6\n2 | Vägen spolas bort | 1 | 4 | 4", "1 2 3 1 2"},
		"on":        {risks + "Hamn | < | < | < | <\n1 | Isen ligger kvar | 1 | 2 | 2\n2 | Kajen sjunker | 2 | 2 | 4\nSkog | < | < | < | <\n3 | Granbarkborren kommer | 3 | 2 | 6\n4 | Vägen spolas bort | 1 | 4 | 4", "1 2 3 4"},
	} {
		t.Run(name, func(t *testing.T) {
			doc := read("a.xlsx", sheet("Risker", tt.text))
			var parts []string
			for _, r := range doc.Registers {
				var numbers []string
				for _, risk := range r.Risks {
					numbers = append(numbers, risk.Number.V)
				}
				parts = append(parts, strings.Join(numbers, " "))
			}
			if got := strings.Join(parts, "; "); got != tt.want {
				t.Errorf("registers of %q, want %q", got, tt.want)
			}
		})
	}
}
