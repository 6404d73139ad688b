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
		"Nämnden för lek driftbudget 2026":      "Nämnden för lek",
		"Nämnden för hållbar ekonomi 2026":      "Nämnden för hållbar ekonomi",
		"Budget och plan 2026 för Torgnämnden":  "Torgnämnden",
		"Driftbudget 2026":                      "",
		"Beslutad budget enligt förslaget":      "",
	} {
		if got := w.boards.Beside(text); got != want {
			t.Errorf("Beside(%q) = %q, want %q", text, got, want)
		}
	}
}
