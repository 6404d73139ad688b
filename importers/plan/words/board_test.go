package words

import (
	"testing"

	"riskbok/config"
)

func TestBoardOfTitle(t *testing.T) {
	w := Of(config.Vocabulary())
	for title, want := range map[string]string{
		"Riskanalys 2026 Omsorgsnämnden":                                                "Omsorgsnämnden",
		"Internkontrollplan 2026 för kultur- och fritidsnämnden":                        "kultur- och fritidsnämnden",
		"Riskanalys Näringslivsnämnden 2026":                                            "Näringslivsnämnden",
		"Riskanalys, Hamnnämnden":                                                       "Hamnnämnden",
		"Internkontrollplan 2026 – Tekniska nämnden":                                    "Tekniska nämnden",
		"Risk- och väsentlighetsanalys 2026 Nämnden för hamn och fisk":                  "Nämnden för hamn och fisk",
		"Uppföljning av internkontrollplan 2025 Barn-, ungdoms- och utbildningsnämnden": "Barn-, ungdoms- och utbildningsnämnden",
		"Internkontrollplan Vård och omsorgsnämnden":                                    "Vård och omsorgsnämnden",
		// Where a name begins is not told: none is better than half of one.
		"Internkontrollplan för vård och omsorgsnämnden": "",
		"Riskanalys beslutad av nämnden":                 "",
		"Riskanalys":                                     "",
		"Riskanalys 2026":                                "",
		"Riskanalys för Vattentorn":                      "",
		"Uppföljning 2025, beslutad av Hamnnämnden":      "",
	} {
		if got := w.BoardOfTitle(title); got != want {
			t.Errorf("boardOfTitle(%q) = %q, want %q", title, got, want)
		}
	}
}
