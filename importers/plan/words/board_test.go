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

// A board in front of what the table is, as many head their sheets.
func TestBoardBeforeTitle(t *testing.T) {
	w := Of(config.Vocabulary())
	for text, want := range map[string]string{
		"Nämnden för lek och lärande – riskanalys 2026":       "Nämnden för lek och lärande",
		"Hamnnämnden, internkontrollplan 2026":                "Hamnnämnden",
		"Kultur- och fritidsnämnden: riskanalys":              "Kultur- och fritidsnämnden",
		"Nämnden för hamn och fisk | Riskanalys | 2026":       "Nämnden för hamn och fisk",
		"Nämnden för vård – omsorg – hälsa":                   "",
		"Nämnden för intern kontroll":                         "",
		"Beslutad av nämnden – riskanalys 2026":               "",
		"Riskanalys – Hamnnämnden":                            "",
		"Nämnden för lek och lärande internkontrollplan 2026": "", // where the name ends is not told
	} {
		if got := w.BoardBeforeTitle(text); got != want {
			t.Errorf("BoardBeforeTitle(%q) = %q, want %q", text, got, want)
		}
	}
}
