package plan

import (
	"strings"
	"testing"
)

// TestMatrixCorners: a matrix of words between numbers is read with its sides
// named in short in the corner, and with no names where it says the same both
// ways and the register has its words; else it is told.
func TestMatrixCorners(t *testing.T) {
	const head, rows = "Nr | Risk | Sannolikhet | Konsekvens | Risknivå", "\n1 | Isbanan tinar i mars | 2 | 3 | Måttlig\n2 | Bokbussen saknar förare | 4 | 4 | Svår\n3 | Arrendet löper ut obemärkt | 1 | 2 | Ringa\n4 | Skidspåret prepareras sent | 3 | 3 | Svår\n5 | Båtplatser hyrs ut dubbelt | 2 | 2 | Måttlig"
	const english = "Ref | Risk | Likelihood | Impact | Rating"
	mirrored := "1 | Ringa | Ringa | Ringa | Måttlig\n2 | Ringa | Måttlig | Måttlig | Svår\n3 | Ringa | Måttlig | Svår | Svår\n4 | Måttlig | Svår | Svår | Svår"
	lopsided := "1 | Ringa | Ringa | Ringa | Ringa\n2 | Ringa | Måttlig | Måttlig | Svår\n3 | Måttlig | Måttlig | Svår | Svår\n4 | Svår | Svår | Svår | Svår"
	for name, tt := range map[string]struct {
		register, corner, cells string
		read, told              bool
	}{
		"backslash":                 {head, `S\K`, mirrored, true, false},
		"slash":                     {head, "S / K", mirrored, true, false},
		"the other way":             {head, `K\S`, mirrored, true, false},
		"English":                   {english, `L\I`, mirrored, true, false},
		"English, other words":      {english, "P / C", mirrored, true, false},
		"in full":                   {head, `Sannolikhet \ Konsekvens`, mirrored, true, false},
		"empty":                     {head, "", mirrored, true, false},
		"other letters":             {head, `X\Y`, mirrored, true, false},
		"empty, not the same":       {head, "", lopsided, false, true},
		"empty, words of no rating": {head, "", strings.NewReplacer("Ringa", "Blå", "Måttlig", "Vit", "Svår", "Grå").Replace(mirrored), false, false},
	} {
		t.Run(name, func(t *testing.T) {
			matrix := tt.corner + " | 1 | 2 | 3 | 4\n" + tt.cells
			for place, text := range map[string]string{"beside": beside(tt.register+rows, shifted(matrix)), "below": tt.register + rows + "\n\n" + matrix} {
				doc := read("a.xlsx", sheet("Blad1", text))
				if len(doc.Registers) != 1 || len(doc.Registers[0].Risks) != 5 {
					t.Fatalf("%s: %d registers", place, len(doc.Registers))
				}
				if got := len(doc.Scales) > 0 && doc.Scales[0].HasAxes(); got != tt.read {
					t.Errorf("%s: read %v, want %v", place, got, tt.read)
				}
				if got := len(doc.NotChecked) > 0; got != tt.told {
					t.Errorf("%s: not checked %+v, want %v", place, doc.NotChecked, tt.told)
				}
			}
		})
	}
}

// shifted moves lines two columns to the right.
func shifted(text string) string { return " | | " + strings.ReplaceAll(text, "\n", "\n | | ") }
