package boards_test

import (
	"testing"

	"riskbok/config"
	"riskbok/importers/boards"
	"riskbok/importers/plan/words"
)

func ofPlans() *boards.Names { return words.Of(config.Vocabulary()).Boards() }

func TestBehindTitle(t *testing.T) {
	n := ofPlans()
	for title, want := range map[string]string{
		"Riskanalys 2026 Omsorgsnämnden":                                                "Omsorgsnämnden",
		"Internkontrollplan 2026 för kultur- och fritidsnämnden":                        "kultur- och fritidsnämnden",
		"Riskanalys Näringslivsnämnden 2026":                                            "Näringslivsnämnden",
		"Riskanalys, Hamnnämnden":                                                       "Hamnnämnden",
		"Internkontrollplan 2026 – Tekniska nämnden":                                    "Tekniska nämnden",
		"Riskanalys för tekniska nämnden":                                               "tekniska nämnden",
		"Risk- och väsentlighetsanalys 2026 Nämnden för hamn och fisk":                  "Nämnden för hamn och fisk",
		"Riskanalys 2026 för nämnden för lek":                                           "nämnden för lek",
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
		if got := n.BehindTitle(title); got != want {
			t.Errorf("BehindTitle(%q) = %q, want %q", title, got, want)
		}
	}
}

// A board in front of what the table is, as many head their sheets.
func TestBeforeTitle(t *testing.T) {
	n := ofPlans()
	for text, want := range map[string]string{
		"Nämnden för lek och lärande – riskanalys 2026": "Nämnden för lek och lärande",
		"Hamnnämnden, internkontrollplan 2026":          "Hamnnämnden",
		"Kultur- och fritidsnämnden: riskanalys":        "Kultur- och fritidsnämnden",
		"Nämnden för hamn och fisk | Riskanalys | 2026": "Nämnden för hamn och fisk",
		"Nämnden för vård – omsorg – hälsa":             "",
		"Beslutad av nämnden – riskanalys 2026":         "",
		"Riskanalys – Hamnnämnden":                      "",
		// Nothing divides the two: the year behind the title tells where the name ends,
		// or the name itself.
		"Nämnden för lek och lärande internkontrollplan 2026":            "Nämnden för lek och lärande",
		"Nämnden för kultur och lek riskanalys 2026":                     "Nämnden för kultur och lek",
		"Nämnden för lek uppföljning av internkontrollplan 2025":         "Nämnden för lek",
		"Kultur- och fritidsnämnden riskanalys":                          "Kultur- och fritidsnämnden",
		"Nämnden för intern kontroll":                                    "",
		"Nämnden för intern kontroll 2026":                               "",
		"Nämnden för uppföljning 2026":                                   "",
		"Nämnden för tillsyn och uppföljning 2026":                       "",
		"Nämnden för lek och lärande internkontrollplan":                 "",
		"Nämnden för lek och lärande internkontrollplan beslutades 2026": "",
	} {
		if got := n.BeforeTitle(text); got != want {
			t.Errorf("BeforeTitle(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestBeside(t *testing.T) {
	n := ofPlans()
	for text, want := range map[string]string{
		"Nämnden för lek":                                       "Nämnden för lek",
		"Nämnden för tillsyn och uppföljning 2026":              "Nämnden för tillsyn och uppföljning",
		"Hamnnämnden (2026)":                                    "Hamnnämnden",
		"Hamnnämndens riskanalys 2026":                          "Hamnnämnden",
		"Vård- och omsorgsnämndens internkontrollplan för 2026": "Vård- och omsorgsnämnden",
		"Nämndens riskanalys 2026":                              "",
		"Hamnnämndens möten 2026":                               "",
		"Hamnnämnden – riskanalys inför 2026":                   "Hamnnämnden",
		"Riskanalys Hamnnämnden år 2026":                        "Hamnnämnden",
		"Riskanalys avseende år 2026 Hamnnämnden":               "Hamnnämnden",
		"Hamnnämnden – riskanalys":                              "Hamnnämnden",
		"Riskanalys 2026 – Hamnnämnden":                         "Hamnnämnden",
		"Beslutad av nämnden":                                   "",
		"2026":                                                  "",
		"":                                                      "",
	} {
		if got := n.Beside(text); got != want {
			t.Errorf("Beside(%q) = %q, want %q", text, got, want)
		}
	}
}
