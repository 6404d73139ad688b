package words

import (
	"math/rand/v2"
	"strings"
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
		"S = sannolikhet (1-4), K = konsekvens (1-4), RV = S x K": model.RuleProduct, "S: sannolikhet, K: konsekvens, R=S*K": model.RuleProduct,
		"RV = K x S, S = 1-4, K = 1-4": model.RuleProduct, "L = Likelihood, I = Impact, Score = L + I": model.RuleSum, "Sannolikhet: sannolikhet × konsekvens": model.RuleProduct,
		"S = sannolikhet, K = konsekvens": none, "S + K eller S x K": none, "S K S K": none,
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

// TestCalculationOfAnything: no order of the words of a rule ends the program.
func TestCalculationOfAnything(t *testing.T) {
	x := Of(config.Vocabulary())
	parts := strings.Fields("S K S K sannolikhet konsekvens = x * + × och summan av högsta av RV 1-4 , ( ) :")
	rng := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		text := ""
		for range rng.IntN(9) {
			text += parts[rng.IntN(len(parts))] + " "
		}
		x.Calculation(text)
	}
}
