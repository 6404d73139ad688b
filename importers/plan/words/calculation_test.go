package words

import (
	"testing"

	"riskbok/config"
	"riskbok/rules/model"
)

// TestCalculation reads printed rules.
func TestCalculation(t *testing.T) {
	x := Of(config.Vocabulary())
	const none model.ValueRule = "none"
	for text, want := range map[string]model.ValueRule{
		"Riskvärde = Sannolikhet × Konsekvens": model.RuleProduct, "S x K": model.RuleProduct, "Riskvärde (S×K)": model.RuleProduct, "Risktal=S*K": model.RuleProduct,
		"Riskvärdet är sannolikheten gånger konsekvensen.": model.RuleProduct, "Likelihood times impact": model.RuleProduct,
		"Sannolikhet (1–4) multipliceras med konsekvens (1–4)": model.RuleProduct, "Produkten av sannolikhet och konsekvens": model.RuleProduct,
		"Riskvärde = Sannolikhet + Konsekvens": model.RuleSum, "S + K": model.RuleSum, "Riskpoäng (S+K)": model.RuleSum, "sannolikhet plus konsekvens": model.RuleSum,
		"Riskvärde = konsekvens + sannolikhet": model.RuleSum, "Riskvärdet är summan av sannolikhet och konsekvens": model.RuleSum, "Risk score = likelihood + impact": model.RuleSum,
		"Riskvärdet är det högsta av sannolikhet och konsekvens": model.RuleMaximum, "The higher of likelihood and impact": model.RuleMaximum,
		"Sannolikhet × konsekvens × upptäckbarhet": none, "Kostnad × sannolikhet × konsekvens": none, "Sannolikhet och konsekvens": none,
		"Sannolikhet / Konsekvens": none, "Sannolikhet - konsekvens": none, "Summan av alla risker": none, "1 + 2": none, "Plus i kassan": none,
	} {
		rule, ok := x.Calculation(text)
		if !ok {
			rule = none
		}
		if rule != want {
			t.Errorf("%q is %q, want %q", text, rule, want)
		}
	}
}
