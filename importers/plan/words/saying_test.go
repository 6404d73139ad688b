package words_test

import (
	"fmt"
	"testing"

	"riskbok/config"
	"riskbok/importers/plan/words"
)

// TestSentences: what sentences say of a scale, and those that say nothing of it.
func TestSentences(t *testing.T) {
	w := words.Of(config.Vocabulary())
	for text, want := range map[string]string{
		"Sannolikheten bedöms som 1 = osannolik, 2 = möjlig eller 3 = sannolik.": "[likelihood] [{1 1 osannolik } {2 2 möjlig } {3 3 sannolik }] []",
		"Konsekvens: 3 – stor, 2 – måttlig, 1 – liten":                           "[consequence] [{1 1 liten } {2 2 måttlig } {3 3 stor }] []",
		"S = sannolikhet 1–4, K = konsekvens 1–4, RV = riskvärde (S × K)":        "[likelihood consequence] [{1 1  } {2 2  } {3 3  } {4 4  }] []",
		"Sannolikhet och konsekvens anges på skalan 1–3.":                        "[likelihood consequence] [{1 1  } {2 2  } {3 3  }] []",
		"Risker 2026. Skala 1–3.":                                                "[likelihood consequence] [{1 1  } {2 2  } {3 3  }] []",
		"Riskvärdet (1–3 acceptera, 4–8 reducera, 9–16 minimera) avgör":          "[] [] [{1 3 acceptera } {4 8 reducera } {9 16 minimera }]",
		"Riskvärde 1–4 accepteras, 5–9 bevakas och 10–25 reduceras":              "[] [] [{1 4 accepteras } {5 9 bevakas } {10 25 reduceras }]",
		"Exempel: sannolikhet 3 × konsekvens 4 = riskvärde 12":                   "",
		"Riskvärde 5 är sannolikhet 3 plus konsekvens 2 eller 4":                 "tells",
		"Under 2026 har 3 av 12 risker fått en högre konsekvens än 2025":         "",
		"Nämnden höll 4 möten och hanterade 31 ärenden, 12 fler än i fjol":       "",
		"Sannolikhet 1–4, konsekvens 1–5":                                        "tells",
	} {
		got := ""
		for _, s := range w.Sentences(text) {
			got = fmt.Sprint(s.Axes, s.Levels, s.Bands)
			if len(s.Levels) > 0 || len(s.Bands) > 0 {
				if len(s.Levels) == 0 {
					s.Axes = nil
				}
				got = fmt.Sprint(s.Axes, " ", s.Levels, " ", s.Bands)
			} else if s.Tells {
				got = "tells"
			}
		}
		if got != want {
			t.Errorf("%q:\n got  %s\n want %s", text, got, want)
		}
	}
}
