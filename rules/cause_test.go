package rules

import (
	"strings"
	"testing"

	"riskbok/rules/model"
)

// TestJoinCauses: findings that whoever settles one must see to are joined, and
// no others.
func TestJoinCauses(t *testing.T) {
	accept := &model.Treatment{Label: "Acceptera risk"}
	reduce := &model.Treatment{Label: "Reducera risk", InPlan: true}
	field := func(f model.Field) map[string]any { return map[string]any{"field": f} }
	value := func(risk, event, found string, led *model.Treatment) Finding {
		return Finding{Rule: "risk-value", Risk: risk, Event: event, Found: found, led: led}
	}
	for _, tc := range []struct {
		name  string
		found []Finding
		want  string // a letter for each finding: those with the same one have one cause
	}{
		{"a wrong value and what it led to", []Finding{
			{Rule: "plan-membership", Variant: "not-followed", Risk: "R 4", Event: "Kajen rasar"},
			value("R4", "Kajen rasar", "3", accept),
			{Rule: "treatment", Risk: "R4", Event: "Kajen rasar", Found: "Acceptera", led: accept},
			{Rule: "direction", Risk: "R4", Event: "Kajen rasar", Found: "Acceptera risken"},
			value("R4", "Kajen rasade", "3", accept),
			{Rule: "missing-owner", Risk: "R4", Event: "Kajen rasar"},
			{Rule: "year-drift", Variant: "value", Risk: "R4", Event: "Kajen rasar", Found: "3"},
		}, "aaaaaaa"},
		{"a wrong value that leads nowhere else", []Finding{
			value("R1", "Intrång", "6", reduce),
			{Rule: "plan-membership", Variant: "not-followed", Risk: "R1", Event: "Intrång"},
			{Rule: "direction", Risk: "R1", Event: "Intrång", Found: "Acceptera"},
			{Rule: "missing-action", Risk: "R1", Event: "Intrång"},
			{Rule: "year-drift", Variant: "value", Risk: "R1", Event: "Intrång", Found: "4"},
		}, "abcbd"},
		{"followed up though accepted", []Finding{
			value("R1", "Intrång", "6", reduce),
			{Rule: "plan-membership", Variant: acceptedFollowed, Risk: "R1", Event: "Intrång"},
		}, "aa"},
		{"units that number their own", []Finding{
			value("1", "Brand i skolan", "6", nil), value("1", "Stöld ur kassan", "6", nil), value("1", "", "6", nil),
		}, "aba"},
		{"another valuation", []Finding{
			value("1", "Brand", "6", nil), {Rule: "risk-value", Valuation: "efter", Risk: "1", Event: "Brand"},
		}, "ab"},
		{"one name in two ways, beside several risks", []Finding{
			{Rule: "sheet-disagreement", Variant: "differs", Risk: "1", Found: "Hög kvalite", Expected: "Hög kvalitet", Args: field(model.FieldArea)},
			{Rule: "sheet-disagreement", Variant: "differs", Risk: "2", Found: "Hög kvalitet", Expected: "Hög kvalite", Args: field(model.FieldArea)},
			{Rule: "sheet-disagreement", Variant: "differs", Risk: "2", Found: "Hög kvalitet", Expected: "God kvalitet", Args: field(model.FieldArea)},
		}, "aab"},
		{"levels of two risks", []Finding{
			{Rule: "sheet-disagreement", Variant: "differs", Risk: "1", Found: "3", Expected: "2", Args: field(model.FieldLikelihood)},
			{Rule: "sheet-disagreement", Variant: "differs", Risk: "2", Found: "3", Expected: "2", Args: field(model.FieldLikelihood)},
		}, "ab"},
		{"one misspelling", []Finding{
			{Rule: "unknown-level", Variant: "misspelt", Risk: "1", Found: "Möjligt", Args: field(model.FieldLikelihood)},
			{Rule: "unknown-level", Variant: "misspelt", Risk: "2", Found: "möjligt", Args: field(model.FieldLikelihood)},
			{Rule: "unknown-level", Variant: "misspelt", Risk: "2", Found: "Möjligt", Args: field(model.FieldConsequence)},
		}, "aab"},
		{"a typed number where a formula belongs", []Finding{
			{Rule: "risk-value", Risk: "1", Event: "Brand", At: model.Source{Row: 4}},
			{Rule: "formula-broken", Variant: "typed", Risk: "1", Event: "Brand", At: model.Source{Row: 4}},
			{Rule: "formula-broken", Variant: "typed", Risk: "2", Event: "Stöld", At: model.Source{Row: 5}, Args: field(model.FieldScore)},
			{Rule: "formula-broken", Variant: "typed", Risk: "3", Event: "Bråk", At: model.Source{Row: 6}, Args: field(model.FieldScore)},
		}, "aabb"},
		{"the same in another document", []Finding{
			{Rule: "budget-total", Variant: "wrong", Event: "Summa", Found: "9", Expected: "8", Args: map[string]any{"line": "Summa", "table": "Budget"}},
			{Rule: "budget-total", Variant: "wrong", Event: "Summa", Found: "9", Expected: "8", Args: map[string]any{"line": "Summa", "table": "Blad1"}},
			{Rule: "budget-total", Variant: "wrong", Event: "Summa", Found: "9", Expected: "8", Args: map[string]any{"line": "Delsumma"}},
		}, "aab"},
	} {
		joinCauses(0, tc.found)
		letters := map[string]byte{}
		var got strings.Builder
		for _, f := range tc.found {
			if letters[f.cause] == 0 {
				letters[f.cause] = 'a' + byte(len(letters))
			}
			got.WriteByte(letters[f.cause])
		}
		if got.String() != tc.want {
			t.Errorf("%s: got %s, want %s", tc.name, got.String(), tc.want)
		}
	}
}

// TestNameCauses: the cause is the path of the first that shares it; what stands
// alone has none.
func TestNameCauses(t *testing.T) {
	all := []Finding{{Path: "p1", cause: "a"}, {Path: "p2", cause: "b"}, {Path: "p3", cause: "a"}, {Path: "p4"}}
	nameCauses(all)
	for i, want := range []string{"p1", "", "p1", ""} {
		if all[i].Cause != want {
			t.Errorf("%s: cause %q, want %q", all[i].Path, all[i].Cause, want)
		}
	}
}
