package summary

import (
	"reflect"
	"strings"
	"testing"

	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

func TestAccount(t *testing.T) {
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	at := func(place int32) model.Source { return model.Source{Doc: 1, Place: place, Row: 1, Col: 2} }
	near := func(field model.Field, reason model.Reason, evidence ...model.Evidence) model.Column {
		return model.Column{Field: field, Heading: "Riskrubrik", Reason: reason, At: at(0), Evidence: evidence}
	}
	labels := model.Evidence{Kind: model.EvidenceLabels, Weight: 3, Hits: 9, Of: 10}
	product := model.Evidence{Kind: model.EvidenceProduct, Weight: 5, Hits: 9, Of: 10, With: []string{"S", "K"}}
	for _, tc := range []struct {
		name     string
		columns  []model.Column
		findings []rules.Finding
		want     []string
	}{
		{"all", nil, nil, []string{"Granskat: 2 risker i 1 tabell."}},
		{"parts", nil, []rules.Finding{
			{Rule: rules.NotChecked, Variant: "no-value", At: at(0)},
			{Rule: rules.NotChecked, Variant: "unclear-value", At: at(0)}, // says the same
			{Rule: rules.NotChecked, Variant: "not-understood", At: at(1), Args: map[string]any{"subject": model.SubjectPlan}},
			{Rule: rules.NotChecked, Variant: "no-thresholds", At: at(0), Accepted: &rules.Acceptance{}}, // accepted, but not checked
			{Rule: "unreadable-part", At: at(1)},
			{Rule: "unread", Variant: "aside", Found: "Borttagna risker", At: at(0)},
			{Rule: "unread", Variant: "one", Found: "Obs", At: at(0)},
		}, []string{
			"Granskat: 2 risker i 1 tabell.",
			"Inte granskat: riskvärdena på bladet Plan; det som ser ut som en internkontrollplan på sidan 7; riskhanteringen på bladet Plan; något på sidan 7 som inte kunde läsas; tabellen ”Borttagna risker” på bladet Plan, som inte hör till den gällande planen.",
		}},
		{"values that depart from the scale", nil, []rules.Finding{
			{Rule: "scale-definition", Variant: "departs", At: at(0)},
			{Rule: "scale-definition", Variant: "departs-unknown", At: at(1)},
			{Rule: "scale-definition", Variant: "unusual", At: at(0)}, // all of it is judged
		}, []string{"Granskat: 2 risker i 1 tabell.", "Inte granskat: riskhanteringen på bladet Plan; riskvärdena och riskhanteringen på sidan 7."}},
		{"read by its cells", []model.Column{near(model.FieldScore, model.ReasonContent, labels, product)}, nil,
			[]string{"Granskat: 2 risker i 1 tabell.", "”Riskrubrik” (B) på bladet Plan läses som riskvärdet, trots att rubriken inte säger det: 9 av 10 celler är produkten av S och K."}},
		{"read by a word", []model.Column{near(model.FieldEvent, model.ReasonNear)}, nil,
			[]string{"Granskat: 2 risker i 1 tabell.", "”Riskrubrik” (B) på bladet Plan läses som risken, trots att rubriken inte säger det."}},
		{"levels that are labels", []model.Column{near(model.FieldLikelihood, model.ReasonContent, labels)}, nil, []string{"Granskat: 2 risker i 1 tabell."}},
		{"levels by the product alone", []model.Column{near(model.FieldLikelihood, model.ReasonContent, product)}, nil,
			[]string{"Granskat: 2 risker i 1 tabell.", "”Riskrubrik” (B) på bladet Plan läses som sannolikheten, trots att rubriken inte säger det: 9 av 10 celler är produkten av S och K."}},
		{"by its heading", []model.Column{near(model.FieldEvent, model.ReasonHeading, product)}, nil, []string{"Granskat: 2 risker i 1 tabell."}},
	} {
		doc := &model.Document{ID: 1, File: "a.xlsx", Places: []model.Place{{Sheet: "Plan"}, {Page: 7}}}
		doc.Registers = []model.Register{{Table: model.Table{Columns: tc.columns, At: at(0)}, Risks: []model.Risk{risk("1", "a"), risk("2", "b")}}}
		r := &rules.Report{Documents: []*model.Document{doc}, Findings: tc.findings, Books: []*model.Book{{Registers: []model.Entry{{Register: &doc.Registers[0]}}}}}
		if got := AccountOf(r, cat).Lines(); !reflect.DeepEqual(got, tc.want) {
			t.Errorf("%s: got\n%s\nwant\n%s", tc.name, strings.Join(got, "\n"), strings.Join(tc.want, "\n"))
		}
	}
}

// Every message of the rule has its words in the account, and every kind of
// evidence its own, in both languages.
func TestAccountWords(t *testing.T) {
	kinds := []model.EvidenceKind{
		model.EvidenceHeading, model.EvidenceBegins, model.EvidenceNear, model.EvidenceLabels, model.EvidenceDegrees, model.EvidenceNumbers,
		model.EvidenceRunning, model.EvidenceTexts, model.EvidenceFewWords, model.EvidenceProduct, model.EvidenceSum, model.EvidenceMaximum,
		model.EvidenceMatrix, model.EvidenceRises, model.EvidenceFormula, model.EvidenceSteps, model.EvidencePlace, model.EvidenceAgainst,
	}
	subjects := []model.Subject{
		model.SubjectRegister, model.SubjectPlan, model.SubjectFollowUp, model.SubjectScale, model.SubjectBudget, model.SubjectMeeting,
	}
	for _, tag := range lang.Tags() {
		cat, err := lang.Get(tag)
		if err != nil {
			t.Fatal(err)
		}
		page, err := rules.PageOf(rules.NotChecked, tag)
		if err != nil {
			t.Fatal(err)
		}
		for variant := range page.Messages {
			if !cat.Has("account." + variant) {
				t.Errorf("%s: no account.%s", tag, variant)
			}
		}
		for _, kind := range kinds {
			for _, e := range []model.Evidence{{Kind: kind}, {Kind: kind, Hits: 1, Of: 2, With: []string{"a", "b"}}} {
				if text := Evidence(cat, e); !cat.Has("evidence."+string(kind)) || strings.ContainsAny(text, "{}") {
					t.Errorf("%s: evidence %s: %q", tag, kind, text)
				}
			}
		}
		for _, s := range subjects {
			if !cat.Has("subject." + string(s)) {
				t.Errorf("%s: no subject.%s", tag, s)
			}
		}
		for _, field := range append(model.Bindable(), model.FieldPeriod, model.FieldBoard) {
			if !cat.Has("field." + string(field)) {
				t.Errorf("%s: no field.%s", tag, field)
			}
		}
	}
}
