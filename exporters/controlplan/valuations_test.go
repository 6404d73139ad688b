package controlplan

import (
	"strings"
	"testing"

	"riskbok/rules/model"
)

// TestKept: a valuation after the measures and several consequences are kept
// beside the value and treatment, and the greatest consequence is the one that
// the workbook computes with.
func TestKept(t *testing.T) {
	f := newFixture("Hamnnämnden", 2026)
	r := f.register("Riskanalys", true, true, usual(t), riskRow{
		number: "R1", event: "Kajen rasar", likelihood: "Möjlig", consequence: "Lindrig", score: 9, treatment: "Reducera risk", action: "Laga kajen",
	})
	src := r.Risks[0].At
	r.Consequences = []model.Column{{Heading: "Konsekvens ekonomi"}, {Heading: "Konsekvens förtroende"}}
	r.Risks[0].Consequences = []model.Value[model.Level]{levelValueOf("Lindrig", at(src, 20)), levelValueOf("Kännbar", at(src, 21))}
	r.Valuations = []model.Valuation{{Key: "after", Name: "efter åtgärd", Columns: []model.Column{
		{Field: model.FieldLikelihood, Heading: "Sannolikhet"}, {Field: model.FieldScore, Heading: "Riskvärde efter åtgärd"},
	}}}
	r.Risks[0].Valuations = []model.Assessment{{
		Likelihood: levelValueOf("Osannolik", at(src, 22)), Score: model.Value[int]{V: 3, OK: true, Raw: "3", At: at(src, 23)},
	}}
	file, _ := rendered(t, f.report(), template(t, "fyra-steg-2026"))
	text := dump(t, file)
	for _, want := range []string{`"Konsekvens ekonomi"`, `"Konsekvens förtroende"`, `"Sannolikhet efter åtgärd"`, `"Riskvärde efter åtgärd"`, `"Osannolik"`} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is not kept", want)
		}
	}
	rows, err := file.GetRows(file.GetSheetList()[0])
	if err != nil {
		t.Fatal(err)
	}
	found := false
	for _, row := range rows {
		line := strings.Join(row, "|")
		found = found || strings.Contains(line, "Kajen rasar") && strings.Contains(line, "|Möjlig|Kännbar|9|")
	}
	if !found {
		t.Errorf("the greatest consequence does not stand beside the likelihood:\n%v", rows)
	}
	checkFormulas(t, file)
}

// TestUnknownValues: where it is not known how values come about they and the
// treatments stay as they were written.
func TestUnknownValues(t *testing.T) {
	s := *usual(t)
	s.Rule, s.TreatmentsUnsure, s.Origin = model.RuleOther, true, model.OriginDefinitions
	f := newFixture("Hamnnämnden", 2026)
	f.register("Riskanalys", true, true, &s, riskRow{
		number: "R1", event: "Kajen rasar", likelihood: "Möjlig", consequence: "Kännbar", score: 14, treatment: "Acceptera risk", action: "Laga kajen",
	})
	file, _ := rendered(t, f.report(), template(t, "fyra-steg-2026"))
	rows, err := file.GetRows(file.GetSheetList()[0])
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range rows {
		if line := strings.Join(row, "|"); strings.Contains(line, "Kajen rasar") && !strings.Contains(line, "|14|Acceptera risk|") {
			t.Errorf("written as %s", line)
		}
	}
}
