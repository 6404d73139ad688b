package rules_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// valuedAgain writes a register of eight risks on the usual scale, valued by
// number before the measures (C, D, E and F) and after them (G, H, I and J).
func valuedAgain() *model.Document {
	h := honestScales["usual"]
	before := [][2]int{{3, 3}, {2, 4}, {4, 4}, {1, 3}, {2, 2}, {4, 3}, {3, 2}, {1, 4}}
	after := [][2]int{{2, 3}, {1, 4}, {2, 4}, {1, 3}, {1, 2}, {2, 3}, {2, 2}, {1, 2}}
	d := h.document("both", "", before, product, true)
	r := &d.Registers[0]
	v := model.Valuation{Key: "after", Name: "efter åtgärd"}
	for i, f := range []model.Field{model.FieldLikelihood, model.FieldConsequence, model.FieldScore, model.FieldTreatment} {
		v.Columns = append(v.Columns, model.Column{Field: f, Heading: string(f), At: model.Source{Row: 1, Col: int32(7 + i)}})
	}
	r.Valuations = []model.Valuation{v}
	other := h.document("both", "", after, product, true).Registers[0]
	for i := range r.Risks {
		k := other.Risks[i]
		a := model.Assessment{Likelihood: k.Likelihood, Consequence: k.Consequence, Score: k.Score, Treatment: k.Treatment, At: k.At}
		for _, at := range []*model.Source{&a.Likelihood.At, &a.Consequence.At, &a.Score.At, &a.Treatment.At} {
			at.Col += 4
		}
		r.Risks[i].Valuations = []model.Assessment{a}
	}
	return d
}

// said gives the errors and warnings of a document as "rule variant cell", and
// the findings themselves.
func said(d *model.Document) ([]string, []rules.Finding, *rules.Report) {
	books, findings := rules.Check([]*model.Document{d}, rules.Settings{Vocabulary: config.Vocabulary()})
	var out []string
	for _, f := range findings {
		if f.Severity != rules.Info {
			out = append(out, f.Rule+" "+f.Variant+" "+f.At.Cell())
		}
	}
	return out, findings, &rules.Report{Documents: []*model.Document{d}, Books: books, Findings: findings}
}

// TestValuations: a valuation after the measures is judged as the first is, and
// its findings tell which.
func TestValuations(t *testing.T) {
	level := func(v *model.Value[model.Level], number int, label string) {
		v.V = model.Level{Number: number, HasNumber: number > 0, Label: label}
		v.Raw, v.OK = fmt.Sprint(number, label), number > 0 || label != ""
		if !v.OK {
			v.Raw = ""
		}
	}
	for name, tt := range map[string]struct {
		spoil func(r *model.Register)
		want  []string
	}{
		"nothing wrong": {func(*model.Register) {}, nil},
		"a value": {func(r *model.Register) {
			r.Risks[1].Valuations[0].Score.V, r.Risks[1].Valuations[0].Score.Raw = 3, "3"
		}, []string{"risk-value wrong I3"}},
		"an impossible value": {func(r *model.Register) {
			r.Risks[1].Valuations[0].Score.V, r.Risks[1].Valuations[0].Score.Raw = 7, "7"
		}, []string{"risk-value impossible I3"}},
		"a treatment": {func(r *model.Register) {
			r.Risks[1].Valuations[0].Treatment.V = "Acceptera risk"
		}, []string{"treatment wrong J3"}},
		"an unknown level": {func(r *model.Register) { level(&r.Risks[1].Valuations[0].Likelihood, 0, "Ofta ibland") }, []string{"unknown-level unknown G3"}},
		"a misspelt level": {func(r *model.Register) { level(&r.Risks[1].Valuations[0].Likelihood, 0, "Osanolik") }, []string{"unknown-level misspelt G3"}},
		"a missing level":  {func(r *model.Register) { level(&r.Risks[1].Valuations[0].Consequence, 0, "") }, []string{"missing-level empty H3"}},
		"most levels missing": {func(r *model.Register) {
			for i := range 6 {
				level(&r.Risks[i].Valuations[0].Consequence, 0, "")
			}
		}, nil},
		"levels exchanged": {func(r *model.Register) {
			level(&r.Risks[1].Valuations[0].Likelihood, 0, "Allvarlig")
			level(&r.Risks[1].Valuations[0].Consequence, 0, "Osannolik")
		}, []string{"swapped-levels swapped G3"}},
		"a number of another label": {func(r *model.Register) { level(&r.Risks[1].Valuations[0].Likelihood, 3, "Osannolik") }, []string{"level-label differs G3"}},
		"a typed value among formulas": {func(r *model.Register) {
			for i := range r.Risks {
				if i != 3 {
					r.Risks[i].Valuations[0].Score.Formula = fmt.Sprintf("G%d*H%d", i+2, i+2)
				}
			}
		}, []string{"formula-broken typed I5"}},
		"a shared consequence": {func(r *model.Register) {
			v := &r.Valuations[0]
			v.Columns = slices.DeleteFunc(v.Columns, func(c model.Column) bool { return c.Field == model.FieldConsequence })
			for i := range r.Risks {
				a := &r.Risks[i].Valuations[0]
				a.Consequence = model.Value[model.Level]{}
				a.Score.V = a.Likelihood.V.Number * r.Risks[i].Consequence.V.Number
				a.Treatment.V = honestScales["usual"].treatment(a.Score.V)
			}
			level(&r.Risks[0].Consequence, 0, "Svår") // one error, at the cell where it stands
		}, []string{"unknown-level unknown D2"}},
	} {
		t.Run(name, func(t *testing.T) {
			d := valuedAgain()
			tt.spoil(&d.Registers[0])
			got, findings, report := said(d)
			if !slices.Equal(got, tt.want) {
				t.Fatalf("found %v, want %v", got, tt.want)
			}
			cat, err := lang.Get("sv")
			if err != nil {
				t.Fatal(err)
			}
			for i := range findings {
				f := &findings[i]
				if f.Severity == rules.Info || f.At.Col < 7 {
					continue
				}
				if f.Valuation != "efter åtgärd" || !strings.HasSuffix(f.Path, "/after") || !strings.HasPrefix(rules.Message(cat, report, f), "Efter åtgärd: ") {
					t.Errorf("%s, of %q: %s", f.Path, f.Valuation, rules.Message(cat, report, f))
				}
				checkMessage(t, report, f, "en")
			}
		})
	}
}

// TestRulingValuation: the first valuation governs whether a risk must be in the
// plan, unless the recommended treatment stands beside the second alone.
func TestRulingValuation(t *testing.T) {
	doc := func(beside bool) *model.Document {
		d := valuedAgain()
		r := &d.Registers[0]
		r.Plan = true
		r.Columns = append(r.Columns, model.Column{Field: model.FieldAction, Heading: "Åtgärd", At: model.Source{Row: 1, Col: 11}})
		for i := range r.Risks {
			r.Risks[i].Measures = []model.Measure{{At: r.Risks[i].At}}
		}
		if beside {
			r.Columns = slices.DeleteFunc(r.Columns, func(c model.Column) bool { return c.Field == model.FieldTreatment })
		}
		return d
	}
	count := func(d *model.Document) int {
		got, _, _ := said(d)
		n := 0
		for _, s := range got {
			if strings.HasPrefix(s, "missing-action") {
				n++
			}
		}
		return n
	}
	if n := count(doc(false)); n != 7 {
		t.Errorf("by the first valuation %d risks need a measure, want 7", n)
	}
	if n := count(doc(true)); n != 5 {
		t.Errorf("by the second valuation %d risks need a measure, want 5", n)
	}
}

// TestConsequences: of several consequences the greatest on the scale counts.
func TestConsequences(t *testing.T) {
	h := honestScales["usual"]
	doc := func() *model.Document {
		d := h.document("label", "", [][2]int{{3, 3}, {2, 4}, {4, 4}, {1, 3}, {2, 2}, {4, 3}, {3, 2}, {1, 4}}, product, false)
		r := &d.Registers[0]
		for i, name := range []string{"Konsekvens ekonomi", "Konsekvens förtroende"} {
			r.Consequences = append(r.Consequences, model.Column{Field: model.FieldConsequence, Heading: name, At: model.Source{Row: 1, Col: int32(7 + i)}})
		}
		for i := range r.Risks {
			k := &r.Risks[i]
			low := k.Consequence
			low.V.Label = "Försumbar"
			k.Consequences = []model.Value[model.Level]{low, k.Consequence}
			k.Consequences[0].At.Col, k.Consequences[1].At.Col = 7, 8
			k.Consequence = low
		}
		return d
	}
	for name, tt := range map[string]struct {
		spoil func(k *model.Risk)
		want  []string
	}{
		"nothing wrong": {func(*model.Risk) {}, nil},
		"the least":     {func(k *model.Risk) { k.Score.V, k.Score.Raw = 2, "2" }, []string{"risk-value wrong E3"}},
		"one is empty":  {func(k *model.Risk) { k.Consequences[0] = model.Value[model.Level]{At: k.Consequences[0].At} }, nil},
		"all are empty": {func(k *model.Risk) {
			for i := range k.Consequences {
				k.Consequences[i] = model.Value[model.Level]{At: k.Consequences[i].At}
			}
		}, []string{"missing-level empty G3"}},
		"one is unknown beside the greatest": {func(k *model.Risk) {
			k.Consequences[0].V.Label, k.Consequences[0].Raw = "Vet ej", "Vet ej"
			k.Score.V, k.Score.Raw = 2, "2"
		}, []string{"risk-value wrong E3", "unknown-level unknown G3"}},
	} {
		d := doc()
		tt.spoil(&d.Registers[0].Risks[1])
		got, findings, report := said(d)
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: found %v, want %v", name, got, tt.want)
		}
		cat, err := lang.Get("sv")
		if err != nil {
			t.Fatal(err)
		}
		for i := range findings {
			if text := rules.Message(cat, report, &findings[i]); findings[i].Rule == "risk-value" && !strings.Contains(text, "”Konsekvens förtroende”") {
				t.Errorf("%s: %s", name, text)
			}
		}
	}
}
