package output

import (
	"slices"
	"testing"

	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// TestTableFacts: two heads side by side, of the analysis and of the plan, say a date
// once where it is the same, and both where they differ.
func TestTableFacts(t *testing.T) {
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	head := func(established, decided int) model.Head {
		day := func(n int) model.Value[model.Date] {
			return model.Value[model.Date]{V: model.Date{Year: 2025, Month: 11, Day: n}, OK: n > 0}
		}
		return model.Head{Established: day(established), Decided: day(decided)}
	}
	for name, tc := range map[string]struct {
		heads []model.Head
		want  []string
	}{
		"alike":      {[]model.Head{head(3, 12), head(3, 12)}, []string{"Hamnnämnden", "2026", "upprättad 2025-11-03", "beslutad 2025-11-12"}},
		"different":  {[]model.Head{head(3, 12), head(4, 12)}, []string{"Hamnnämnden", "2026", "upprättad 2025-11-03", "beslutad 2025-11-12", "upprättad 2025-11-04"}},
		"one is dry": {[]model.Head{head(0, 0), head(3, 0)}, []string{"Hamnnämnden", "2026", "upprättad 2025-11-03"}},
	} {
		if got := TableFacts(cat, "Hamnnämnden", &model.Table{Year: 2026, Heads: tc.heads}); !slices.Equal(got, tc.want) {
			t.Errorf("%s: %q, want %q", name, got, tc.want)
		}
	}
}
