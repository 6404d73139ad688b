package rules_test

import (
	"testing"

	"riskbok/config"
	"riskbok/rules"
	"riskbok/rules/model"
)

// TestHiddenRegister: the register of a year before on a hidden sheet is no plan that
// the risks of the visible one must stand in.
func TestHiddenRegister(t *testing.T) {
	const heads = "Sannolikhet/Konsekvens/Riskvärde/Riskhantering/Åtgärd"
	const now = `
		4/4/16/Minimera/Väg vid kajen
		2/2/4/Reducera/Räkna bojar
		1/1/1/Acceptera/Läs av mätare
		3/4/12/Minimera/Stäng grinden
		1/2/2/Acceptera/Se över listan`
	before := `### Plan 2

| Nr | Identifierad risk | Sannolikhet | Konsekvens | Riskvärde | Riskhantering | Åtgärd |
|---|
| G1 | Händelse nummer 1 | 4 | 4 | 16 | Minimera | Väg |
| G2 | Händelse nummer 3 | 1 | 1 | 1 | Acceptera | Läs |
`
	for _, hidden := range []bool{false, true} {
		doc, _ := exampleDocument(rowsOf(heads, now) + "\n" + before)
		doc.Places[1].Hidden = hidden
		_, findings := rules.Check([]*model.Document{doc}, rules.Settings{Vocabulary: config.Vocabulary()})
		n := 0
		for _, f := range findings {
			if f.Rule == "plan-membership" && f.At.Place == 1 {
				n++
			}
		}
		if (n == 0) != hidden {
			t.Errorf("hidden %v: %d findings say that a risk is not in it", hidden, n)
		}
	}
}
