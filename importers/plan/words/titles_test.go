package words

import (
	"testing"

	"riskbok/config"
)

// TestTitlesAreNotAside: no title of a table that is known sets it aside.
func TestTitlesAreNotAside(t *testing.T) {
	v := config.Vocabulary()
	for _, list := range [][]string{v.Titles.Analysis, v.Titles.Plan, v.Titles.FollowUp, v.Titles.Definitions} {
		for _, title := range list {
			if Of(v).SetsAside(title) {
				t.Errorf("%q is a title and sets aside", title)
			}
		}
	}
}

// TestTitleParts: what a title says of its decision is a part of its own, and a text
// that has no title in front of a date stays whole.
func TestTitleParts(t *testing.T) {
	x := Of(config.Vocabulary())
	for text, want := range map[string][2]string{
		"Riskanalys 2026 Hamnnämnden, beslutad 2025-11-20":                 {"Riskanalys 2026 Hamnnämnden", "beslutad 2025-11-20"},
		"Riskanalys 2026 Hamnnämnden beslutad 2025-11-20":                  {"Riskanalys 2026 Hamnnämnden", "beslutad 2025-11-20"},
		"Riskanalys 2026, Hamnnämnden. Beslutad av nämnden 2025-11-20":     {"Riskanalys 2026, Hamnnämnden", "Beslutad av nämnden 2025-11-20"},
		"Hamnnämnden – riskanalys inför 2026 (fastställd 2025-11-20 § 87)": {"Hamnnämnden – riskanalys inför 2026", "fastställd 2025-11-20 § 87)"},
		"Hamnnämndens riskanalys 2026 – antagen 20 november 2025":          {"Hamnnämndens riskanalys 2026", "antagen 20 november 2025"},
		"Bilaga 2: Riskanalys 2026 Hamnnämnden":                            {"Riskanalys 2026 Hamnnämnden", ""},
		"Bilaga 2 Riskanalys 2026, beslutad 2025-11-20":                    {"Riskanalys 2026", "beslutad 2025-11-20"},
		"Riskanalys 2026":                    {"Riskanalys 2026", ""},
		"Riskanalys inför beslut 2025-11-20": {"Riskanalys inför beslut 2025-11-20", ""},
		"Riskanalys för beslut 2025-11-20":   {"Riskanalys för beslut 2025-11-20", ""},
		"Beslutad av Hamnnämnden 2025-11-20": {"Beslutad av Hamnnämnden 2025-11-20", ""},
		"Anteckning, beslutad 2025-11-20":    {"Anteckning, beslutad 2025-11-20", ""},
		"Riskanalys 2026, beslutad":          {"Riskanalys 2026, beslutad", ""},
		"Kontroll 3 riskanalysen följs":      {"Kontroll 3 riskanalysen följs", ""},
	} {
		if title, dated := x.TitleParts(text); title != want[0] || dated != want[1] {
			t.Errorf("%q is divided into %q and %q", text, title, dated)
		}
	}
}
