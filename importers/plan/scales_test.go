package plan

import (
	"fmt"
	"strings"
	"testing"

	"riskbok/rules/model"
)

func showScale(s *model.Scale) string {
	axis := func(a model.Axis) string {
		var out []string
		for _, l := range a.Levels {
			out = append(out, fmt.Sprintf("%d %s", l.Value, l.Label))
		}
		return strings.Join(out, ", ")
	}
	var bands []string
	for _, t := range s.Treatments {
		plan := ""
		if t.InPlan {
			plan = "*"
		}
		bands = append(bands, fmt.Sprintf("%d-%d %s%s", t.Min, t.Max, t.Label, plan))
	}
	return axis(s.Likelihood) + " / " + axis(s.Consequence) + " / " + strings.Join(bands, ", ")
}

func TestScales(t *testing.T) {
	const want = "1 Liten, 2 Viss, 3 Stor / 1 Ringa, 2 Märkbar, 3 Svår / 1-2 Acceptera, 3-5 Reducera*, 6-9 Minimera*"
	const treatments = "\n\nRiskvärde | Rekommendation | Innebär\n6-9 | Minimera | Ska med i planen\n3–5 | Reducera | Ska med i planen\n1 till 2 | Acceptera | Tas ej med i planen"
	const reversed = "1 Liten, 2 Viss, 3 Stor / 1 Ringa, 2 Märkbar, 3 Svår / 6-9 Minimera*, 3-5 Reducera*, 1-2 Acceptera"
	for name, tt := range map[string]struct{ text, want string }{
		"number column": {"Sannolikhet | Definition | Värde\nLiten | sällan | 1\nViss | ibland | 2\nStor | ofta | 3\n\nKonsekvens | Definition | Värde\nRinga | a | 1\nMärkbar | b | 2\nSvår | c | 3" + treatments, reversed},
		"number first":  {"Värde | Sannolikhet | Beskrivning\n1 | Liten | sällan\n2 | Viss | ibland\n3 | Stor | ofta\n\nVärde | Konsekvens | Beskrivning\n1 | Ringa | a\n2 | Märkbar | b\n3 | Svår | c" + treatments, reversed},
		"in the label":  {"Sannolikhet\n1 - Liten\n2 - Viss\n3 - Stor\n\nKonsekvens\n1. Ringa\n2. Märkbar\n3. Svår" + treatments, reversed},
		"in parentheses, falling": {"Sannolikhet\nStor (3)\nViss (2)\nLiten (1)\n\nKonsekvens\nSvår (3)\nMärkbar (2)\nRinga (1)" + treatments,
			"3 Stor, 2 Viss, 1 Liten / 3 Svår, 2 Märkbar, 1 Ringa / 6-9 Minimera*, 3-5 Reducera*, 1-2 Acceptera"},
		"printed order":            {"Sannolikhet | Definition\nLiten | sällan\nViss | ibland\nStor | ofta\n\nKonsekvens | Definition\nRinga | a\nMärkbar | b\nSvår | c" + treatments, reversed},
		"side by side":             {"Sannolikhet | Definition | Värde | | Konsekvens | Definition | Värde\nLiten | sällan | 1 | | Ringa | a | 1\nViss | ibland | 2 | | Märkbar | b | 2\nStor | ofta | 3 | | Svår | c | 3" + treatments, reversed},
		"shared number":            {"Nivå | Sannolikhet | Konsekvens\n1 | Liten | Ringa\n2 | Viss | Märkbar\n3 | Stor | Svår" + treatments, reversed},
		"heading over the numbers": {"Sannolikhet | | \n1 | Liten | sällan\n2 | Viss | ibland\n3 | Stor | ofta\n\nKonsekvens | |\n1 | Ringa | a\n2 | Märkbar | b\n3 | Svår | c" + treatments, reversed},
		"open ranges":              {"Sannolikhet | Värde\nLiten | 1\nViss | 2\nStor | 3\n\nKonsekvens | Värde\nRinga | 1\nMärkbar | 2\nSvår | 3\n\nRisktal | Hantering\n<3 | Acceptera\n3-5 | Reducera\n≥6 | Minimera", want},
		"single values": {"Sannolikhet | Värde\nLiten | 1\nViss | 2\nStor | 3\n\nKonsekvens | Värde\nRinga | 1\nMärkbar | 2\nSvår | 3\n\nRisktal | Hantering\n1-2 | Acceptera\n3-6 | Reducera\n9 | Minimera",
			"1 Liten, 2 Viss, 3 Stor / 1 Ringa, 2 Märkbar, 3 Svår / 1-2 Acceptera, 3-6 Reducera*, 9-9 Minimera*"},
	} {
		t.Run(name, func(t *testing.T) {
			doc := read("a.xlsx", sheet("Definitioner", tt.text))
			if len(doc.Scales) != 1 || len(doc.Registers) != 0 {
				t.Fatalf("read %d scales, %d registers", len(doc.Scales), len(doc.Registers))
			}
			if got := showScale(&doc.Scales[0]); got != tt.want {
				t.Errorf("read %s\nwant %s", got, tt.want)
			}
		})
	}
}

// TestScaleBeside: definitions on the sheet of the register, beside it or
// under it, are read and are not taken for risks.
func TestScaleBeside(t *testing.T) {
	const risks = "Nr | Identifierad risk | Sannolikhet | Konsekvens | Riskvärde"
	beside := risks + " | | Sannolikhet | Värde | | Konsekvens | Värde\n" +
		"R1 | a | Stor | Svår | 9 | | Liten | 1 | | Ringa | 1\nR2 | b | Viss | Svår | 6 | | Viss | 2 | | Märkbar | 2\n | | | | | | Stor | 3 | | Svår | 3"
	under := risks + "\nR1 | a | Stor | Svår | 9\nR2 | b | Viss | Svår | 6\n\nSannolikhet | Värde\nLiten | 1\nViss | 2\nStor | 3\n\nKonsekvens | Värde\nRinga | 1\nMärkbar | 2\nSvår | 3"
	for name, text := range map[string]string{"beside": beside, "under": under} {
		t.Run(name, func(t *testing.T) {
			doc := read("a.xlsx", sheet("Blad1", text))
			if len(doc.Registers) != 1 || len(doc.Registers[0].Risks) != 2 || len(doc.Scales) != 1 || len(doc.Unread) != 0 {
				t.Fatalf("%d registers, %d scales, unread %v", len(doc.Registers), len(doc.Scales), doc.Unread)
			}
			if got := showScale(&doc.Scales[0]); got != "1 Liten, 2 Viss, 3 Stor / 1 Ringa, 2 Märkbar, 3 Svår / " {
				t.Error(got)
			}
		})
	}
}
