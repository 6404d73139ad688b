package budget

import (
	"testing"

	"riskbok/config"
)

// TestBoardName: the name of a board stands alone, or beside the title and the year of
// the budget.
func TestBoardName(t *testing.T) {
	w := newWords(config.BudgetWords())
	for text, want := range map[string]string{
		"Torgnämnden":                           "Torgnämnden",
		"Driftbudget 2026 för Torgnämnden":      "Torgnämnden",
		"Budget för Torgnämnden":                "Torgnämnden",
		"Budget 2026 – Kultur- och torgnämnden": "Kultur- och torgnämnden",
		"Torgnämnden, driftbudget 2026":         "Torgnämnden",
		"Torgnämnden – budget 2026":             "Torgnämnden",
		"Budget för nämnden för lek":            "nämnden för lek",
		"Nämnden för ekonomi":                   "Nämnden för ekonomi",
		"Ekonominämnden 2026":                   "Ekonominämnden",
		"Driftbudget 2026":                      "",
		"Beslutad budget enligt förslaget":      "",
	} {
		if got := w.boardName(text); got != want {
			t.Errorf("boardName(%q) = %q, want %q", text, got, want)
		}
	}
}
