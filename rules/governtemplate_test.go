package rules_test

import (
	"slices"
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
	"riskbok/rules/scales"
)

// The headings of the first sheet of the template fyra-steg-2024, as rowsOf
// writes them, and a register in its levels.
const (
	stepHeads = "Sannolikhet/Konsekvens/Risk-värde/Rekommenderad riskhantering/Kontrollområde"
	stepRows  = `
		Möjlig/Kännbar/9/Reducera risk/Kaj
		Sannolik/Lindrig/6/Reducera risk/Kaj
		Osannolik/Kännbar/3/Acceptera risk/Kran`
)

// stepTemplates gives fyra-steg-2024 once for each change, with that made.
func stepTemplates(t *testing.T, change ...func(*model.Template)) func() []model.Template {
	t.Helper()
	return func() []model.Template {
		var all []model.Template
		for _, f := range change {
			tpl, err := config.Template("fyra-steg-2024")
			if err != nil {
				t.Fatal(err)
			}
			f(tpl)
			all = append(all, *tpl)
		}
		return all
	}
}

func asShipped(*model.Template) {}

// governed gives the errors of a register, its scale and the message of the
// first error.
func governed(t *testing.T, heads, rows string, s rules.Settings) (errors []string, scale *model.Scale, message string) {
	t.Helper()
	doc, _ := exampleDocument(rowsOf(heads, rows))
	s.Vocabulary = config.Vocabulary()
	books, findings := rules.Check([]*model.Document{doc}, s)
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	report := &rules.Report{Documents: []*model.Document{doc}, Books: books, Findings: findings}
	for i := range findings {
		if f := &findings[i]; f.Severity == rules.Error {
			errors = append(errors, f.Rule+" "+f.At.Cell())
			if message == "" {
				message = rules.Message(cat, report, f)
			}
		}
	}
	return errors, books[0].Registers[0].Scale, message
}

func TestTemplateScale(t *testing.T) {
	errors, scale, message := governed(t, stepHeads, stepRows, rules.Settings{Templates: stepTemplates(t, asShipped)})
	if !slices.Equal(errors, []string{"risk-value E3"}) || scale.Origin != model.OriginTemplate {
		t.Errorf("found %v on a scale of origin %s", errors, scale.Origin)
	}
	if !strings.HasSuffix(message, "Dokumentet anger ingen skala; rubrikerna är de i mallen fyra-steg-2024, och den mallens skala har använts.") {
		t.Errorf("the message does not say where the scale came from: %s", message)
	}
}

// TestTemplateMatches: a template's scale governs only what has all of its
// headings and nothing that is not on it.
func TestTemplateMatches(t *testing.T) {
	for _, tt := range []struct {
		name, heads, rows string
		change            func(*model.Template)
		want              bool
	}{
		{"the same", stepHeads, stepRows, asShipped, true},
		{"headings written otherwise", "SANNOLIKHET/konsekvens/Riskvärde/Rekommenderad riskhantering/Kontrollområde", stepRows, asShipped, true},
		{"another heading", "Sannolikhet/Väsentlighet/Risk-värde/Rekommenderad riskhantering/Kontrollområde", stepRows, asShipped, false},
		{"other steps in the heading", "Sannolikhet (1-5)/Konsekvens/Risk-värde/Rekommenderad riskhantering/Kontrollområde", stepRows, asShipped, false},
		{"a column less", "Sannolikhet/Konsekvens/Risk-värde/Rekommenderad riskhantering", stepRows, asShipped, false},
		{"a column more", stepHeads + "/Åtgärd", stepRows, asShipped, false},
		{"a level that is not on it", stepHeads, stepRows + "\nTrolig/Lindrig/6/Reducera risk/Kran", asShipped, false},
		{"a number that is not on it", stepHeads, stepRows + "\n5/2/10/Reducera risk/Kran", asShipped, false},
		{"a number that is another label's", stepHeads, stepRows + "\n2 - Möjlig/Lindrig/4/Reducera risk/Kran", asShipped, false},
		{"its number beside a label", stepHeads, stepRows + "\n3 - Möjlig/Lindrig/6/Reducera risk/Kran", asShipped, true},
		{"a value beyond it", stepHeads, stepRows + "\nMöjlig/Lindrig/20/Reducera risk/Kran", asShipped, false},
		{"a treatment that is not on it", stepHeads, stepRows + "\nMöjlig/Lindrig/6/Bevaka/Kran", asShipped, false},
		{"other limits", stepHeads, stepRows + "\nOsannolik/Allvarlig/4/Acceptera risk/Kran\nMindre sannolik/Lindrig/4/Acceptera risk/Kaj", asShipped, false},
		{"other limits, though most treatments fit", stepHeads, stepRows + `
			Osannolik/Allvarlig/4/Acceptera risk/Kran
			Mindre sannolik/Lindrig/4/Acceptera risk/Kaj
			Möjlig/Allvarlig/12/Minimera risk/Kaj
			Sannolik/Allvarlig/16/Minimera risk/Kran
			Osannolik/Lindrig/2/Acceptera risk/Kran
			Möjlig/Kännbar/9/Reducera risk/Kran`, asShipped, false},
		{"one treatment wrong, though", stepHeads, stepRows + `
			Osannolik/Allvarlig/4/Acceptera risk/Kran
			Mindre sannolik/Lindrig/4/Reducera risk/Kaj
			Möjlig/Allvarlig/12/Minimera risk/Kaj
			Osannolik/Lindrig/2/Acceptera risk/Kran
			Möjlig/Kännbar/9/Reducera risk/Kran`, asShipped, true},
		{"values of another matrix", stepHeads, `
			Möjlig/Kännbar/6/Reducera risk/Kaj
			Sannolik/Allvarlig/8/Reducera risk/Kaj
			Osannolik/Kännbar/4/Reducera risk/Kran
			Osannolik/Lindrig/3/Acceptera risk/Kran
			Möjlig/Lindrig/5/Reducera risk/Kran`, asShipped, false},
		{"no levels", stepHeads, "///Reducera risk/Kaj", asShipped, false},
		{"a heading of the template that is not there", stepHeads, stepRows, func(tpl *model.Template) {
			tpl.Layout.Registers[0].Columns[0].Heading = "Kaj"
			tpl.Layout.Registers = tpl.Layout.Registers[:1]
		}, false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, scale, _ := governed(t, tt.heads, tt.rows, rules.Settings{Templates: stepTemplates(t, tt.change)})
			if got := scale != nil && scale.Origin == model.OriginTemplate; got != tt.want {
				t.Errorf("the template's scale governs: %v, want %v", got, tt.want)
			}
		})
	}
}

// TestTemplateChoice: of several templates the one that explains most, of equal
// ones the first; a configured scale only if it explains more.
func TestTemplateChoice(t *testing.T) {
	called := func(name string, limit int) func(*model.Template) {
		return func(tpl *model.Template) {
			tpl.Scale.Name = name
			tpl.Scale.Treatments = []model.Treatment{
				{Min: 1, Max: limit, Label: "Acceptera risk"}, {Min: limit + 1, Max: 16, Label: "Reducera risk", InPlan: true},
			}
		}
	}
	usual := scales.Default()
	usual.Origin, usual.Name = model.OriginConfig, "configured"
	for _, tt := range []struct {
		name      string
		templates func() []model.Template
		scale     *model.Scale
		want      string
	}{
		{"the one that explains most", stepTemplates(t, called("a", 2), called("b", 3)), nil, "b"},
		{"the first of two that explain alike", stepTemplates(t, called("a", 5), called("b", 3)), nil, "a"},
		{"before a configured scale that explains as much", stepTemplates(t, called("b", 3)), usual, "b"},
		{"after a configured scale that explains more", stepTemplates(t, called("c", 2)), usual, "configured"},
		{"none", nil, usual, "configured"},
	} {
		rows := stepRows + "\nMöjlig/Lindrig/6/Reducera risk/Kran\nOsannolik/Lindrig/2/Acceptera risk/Kran"
		_, scale, _ := governed(t, stepHeads, rows, rules.Settings{Templates: tt.templates, Scale: tt.scale})
		if scale.Name != tt.want {
			t.Errorf("%s: governed by %q, want %q", tt.name, scale.Name, tt.want)
		}
	}
}

// TestTemplatesLate: templates are asked for only where a document states no
// scale.
func TestTemplatesLate(t *testing.T) {
	asked := 0
	settings := rules.Settings{Vocabulary: config.Vocabulary(), Templates: func() []model.Template { asked++; return nil }}
	h := honestScales["usual"]
	doc := h.document("label", "", [][2]int{{1, 2}, {3, 4}}, product, false)
	rules.Check([]*model.Document{doc}, settings)
	if asked == 0 {
		t.Error("a document without a scale did not ask for templates")
	}
	asked = 0
	doc.Scales, doc.Registers[0].Scale = []model.Scale{*scales.Default()}, 0
	rules.Check([]*model.Document{doc}, settings)
	if asked > 0 {
		t.Error("a document with definitions asked for templates")
	}
}

// TestTemplateOfAnother: a register in a template's headings but honest on a
// scale of its own has no error.
func TestTemplateOfAnother(t *testing.T) {
	errors, scale, _ := governed(t, stepHeads, `
		Möjlig/Kännbar/9/Reducera risk/Kaj
		Osannolik/Allvarlig/4/Acceptera risk/Kaj
		Sannolik/Allvarlig/16/Minimera risk/Kran
		Mindre sannolik/Lindrig/4/Acceptera risk/Kran
		Sannolik/Försumbar/4/Acceptera risk/Kran
		Osannolik/Lindrig/2/Acceptera risk/Kran
		Möjlig/Allvarlig/12/Minimera risk/Kran`, rules.Settings{Templates: stepTemplates(t, asShipped)})
	if slices.ContainsFunc(errors, func(e string) bool { return strings.HasPrefix(e, "treatment") || strings.HasPrefix(e, "risk-value") }) {
		t.Errorf("found %v on a scale of origin %s", errors, scale.Origin)
	}
}
