package config

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"riskbok/rules/lang"
	"riskbok/rules/model"
)

func TestShippedTemplates(t *testing.T) {
	all, err := Templates()
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for i := range all {
		names = append(names, all[i].Name)
	}
	want := []string{"english-5x5", "fyra-steg-2024", "fyra-steg-2026", "process-5x5"}
	if files := TemplateNames(); !slices.Equal(names, files) {
		t.Fatalf("the templates call themselves %v, their files %v: name: is the file's name without its ending", names, files)
	}
	if !slices.Equal(names, want) {
		t.Fatalf("templates are %v, the list of this test is %v", names, want)
	}
	if !slices.Contains(names, DefaultTemplate) {
		t.Errorf("the default %q is not shipped", DefaultTemplate)
	}
}

func TestTemplateIsFresh(t *testing.T) {
	a, err := Template(DefaultTemplate)
	if err != nil {
		t.Fatal(err)
	}
	a.Scale.Likelihood.Levels[0].Label = "changed"
	b, err := Template(DefaultTemplate)
	if err != nil {
		t.Fatal(err)
	}
	if got := b.Scale.Likelihood.Levels[0].Label; got != "Osannolik" {
		t.Errorf("a caller's change reached the next: %q", got)
	}
	if got := b.Scale.Score(2, 4); got != 8 {
		t.Errorf("2 × 4 = %d", got)
	}
	if got := b.Scale.Treatment(8).Label; got != "Reducera risk" {
		t.Errorf("treatment of 8 is %q", got)
	}
	if got := b.Layout.Registers[0].Column(model.FieldPlanNumber); got != 7 {
		t.Errorf("plan number in column %d", got)
	}
}

func TestUnknownTemplate(t *testing.T) {
	_, err := Template("fyra-steg")
	if err == nil || !strings.Contains(err.Error(), "fyra-steg-2024, fyra-steg-2026") {
		t.Errorf("error is %v, want the names there are", err)
	}
}

// told gives the faults of a template in English, a line for each. Every
// language must have a text for them that needs no more than they tell.
func told(t *testing.T, err error) string {
	t.Helper()
	if err == nil {
		return ""
	}
	all := []error{err}
	if joined, ok := err.(interface{ Unwrap() []error }); ok {
		all = joined.Unwrap()
	}
	var lines []string
	for _, one := range all {
		var e *Error
		if !errors.As(one, &e) {
			t.Fatalf("not a fault of the configuration: %v", one)
		}
		for _, tag := range lang.Tags() {
			cat, err := lang.Get(tag)
			if err != nil {
				t.Fatal(err)
			}
			text := lang.Fill(cat.T("config."+e.Code), e.Args)
			if !cat.Has("config."+e.Code) || strings.ContainsAny(text, "{}") {
				t.Errorf("%s: no text for %s %v", tag, e.Code, e.Args)
			}
			if tag == "en" {
				lines = append(lines, e.Place+": "+text)
			}
		}
	}
	return strings.Join(lines, "\n")
}

// Every fault is made by one change to a shipped template, and must be named
// with its line and field.
func TestTemplateFaults(t *testing.T) {
	data, err := templateFiles.ReadFile("templates/fyra-steg-2026.yaml")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ name, old, new, want string }{
		{"unknown key", "title: Fyra", "tittel: Fyra", `min.yaml:3:1: tittel: unknown field "tittel"`},
		{"not YAML", "scale:\n", "scale: [\n", "min.yaml:"},
		{"wrong type", "value: 2, label: Mindre", "value: två, label: Mindre", "min.yaml:8:15: två: "},
		{"no truth", "inPlan: true}", "inPlan: ja}", "ja: expected true or false"},
		{"no list", "periods: [T1, T2, Årsbokslut]", "periods: T1", "T1: expected a list"},
		{"no mapping", "  followUp:\n    sheet: Uppföljning\n", "  followUp: ja\n  x:\n", "ja: expected lines"},
		{"key twice", "title: Fyra", "name: fyra-steg-2026\ntitle: Fyra", "min.yaml:3:1: the key \"name\" stands twice"},
		{"near key", "inPlan: true}", "inplan: true}", `inplan: unknown field "inplan". Did you mean inPlan?`},
		{"upside-down width", "width: 46", "width: bred", "bred: expected a number"},
		{"no name", "name: fyra-steg-2026\n", "", "name: is missing"},
		{"odd name", "name: fyra-steg-2026", "name: Fyra steg", `min.yaml:2:7: name: "Fyra steg"`},
		{"no label", "label: Möjlig, ", "", "min.yaml:9:7: scale.likelihood[2].label: is missing"},
		{"level twice", "value: 2, label: Mindre", "value: 1, label: Mindre", "min.yaml:8:15: scale.likelihood[1].value: 1 stands twice"},
		{"label twice", "label: Möjlig", "label: osannolik", `scale.likelihood[2].label: "osannolik" stands twice`},
		{"overlap", "min: 4, max: 11", "min: 4, max: 12", "min.yaml:18:13: scale.treatments[1].min: 4–12 overlaps scale.treatments[0]"},
		{"gap", "min: 4, max: 11", "min: 5, max: 11", "scale.treatments: risk value 4 has none"},
		{"upside down", "min: 12, max: 16", "min: 12, max: 1", "scale.treatments[0].max: 1: expected at least min, 12"},
		{"unknown field", "field: owner, heading: Ansvarig, width: 19}\n        -", "field: ägare, heading: Ansvarig, width: 19}\n        -", `min.yaml:51:19: layout.registers[0].columns[11].field: "ägare": expected one of number`},
		{"field twice", "field: cost,", "field: owner,", "columns[11].field: owner stands twice"},
		{"no level column", "        - {field: likelihood, heading: Sannolikhet, width: 12}\n", "", "layout.registers[0].columns: field likelihood is missing"},
		{"narrow", "heading: Åtgärd, width: 46", "heading: Åtgärd, width: 0", "columns[9].width: 0: expected 4 to 200"},
		{"band over nothing", "from: area, to: number}", "from: area, to: period}", `bands[0].to: "period": no column has this field`},
		{"bands overlap", "from: likelihood, to: treatment}", "from: number, to: treatment}", "bands[1].from: number: expected bands from left to right"},
		{"sheet name", "sheet: Definitioner", "sheet: Definitioner/skala", "layout.definitions.sheet: \"Definitioner/skala\": a sheet's name cannot"},
		{"long sheet name", "sheet: Definitioner", "sheet: Definitioner av nivåer och riskhantering", "40 characters: a sheet's name can have 31"},
		{"same sheet", "sheet: Uppföljning", "sheet: definitioner", "is also layout.followUp.sheet"},
		{"only analysis", "      plan: true\n", "      plan: false\n", "layout.registers: expected one with analysis"},
		{"no periods", "periods: [T1, T2, Årsbokslut]", "periods: []", "layout.followUp.periods: is missing"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			changed := strings.Replace(string(data), tt.old, tt.new, 1)
			if changed == string(data) {
				t.Fatal("the template has no such text")
			}
			_, err := ParseTemplate("min.yaml", []byte(changed))
			if err == nil {
				t.Fatal("accepted")
			}
			if got := told(t, err); !strings.Contains(got, tt.want) {
				t.Errorf("error is\n%v\nwant it to say\n%s", got, tt.want)
			}
		})
	}
}

func TestTemplateOverrides(t *testing.T) {
	data, err := templateFiles.ReadFile("templates/fyra-steg-2026.yaml")
	if err != nil {
		t.Fatal(err)
	}
	with := strings.Replace(string(data), "\nlayout:\n", "  overrides:\n    - {likelihood: 1, consequence: 4, value: 12}\n\nlayout:\n", 1)
	tpl, err := ParseTemplate("min.yaml", []byte(with))
	if err != nil {
		t.Fatal(err)
	}
	if got := tpl.Scale.Score(1, 4); got != 12 {
		t.Errorf("1 × 4 is overridden as %d, want 12", got)
	}
	wrong := strings.Replace(with, "likelihood: 1, consequence: 4, value", "likelihood: 7, consequence: 4, value", 1)
	if _, err := ParseTemplate("min.yaml", []byte(wrong)); err == nil || !strings.Contains(told(t, err), "scale.overrides[0].likelihood: 7: no such level") {
		t.Errorf("error is %v", err)
	}
}

// Of several fields that no template has the first in the text is told, every time.
func TestFirstUnknownField(t *testing.T) {
	data, err := templateFiles.ReadFile("templates/fyra-steg-2026.yaml")
	if err != nil {
		t.Fatal(err)
	}
	replace := func(pairs ...string) string {
		text := string(data)
		for i := 0; i < len(pairs); i += 2 {
			if !strings.Contains(text, pairs[i]) {
				t.Fatalf("the template has no %q", pairs[i])
			}
			text = strings.Replace(text, pairs[i], pairs[i+1], 1)
		}
		return text
	}
	for name, tt := range map[string]struct{ text, want string }{
		"on one level":    {replace("title: Fyra", "ananas: 1\nbanan: 2\ncitron: 3\ndadel: 4\ntitle: Fyra"), `min.yaml:3:1: ananas: unknown field "ananas"`},
		"in one line":     {replace("value: 2, label: Mindre", "ananas: 1, banan: 2, citron: 3, value: 2, label: Mindre"), `min.yaml:8:8: ananas: unknown field "ananas"`},
		"inner first":     {replace("value: 2, label: Mindre", "value: 2, ananas: 1, label: Mindre", "  followUp:\n", "  banan: 1\n  followUp:\n"), `min.yaml:8:18: ananas: unknown field "ananas"`},
		"outer first":     {replace("title: Fyra", "banan: 1\ntitle: Fyra", "value: 2, label: Mindre", "value: 2, ananas: 1, label: Mindre"), `min.yaml:3:1: banan: unknown field "banan"`},
		"name of another": {replace("title: Fyra", "sheet: 1\nwidth: 2\ntitle: Fyra"), `min.yaml:3:1: sheet: unknown field "sheet"`},
	} {
		for range 20 { // the library goes through them in any order
			_, err := ParseTemplate("min.yaml", []byte(tt.text))
			if got := told(t, err); !strings.HasPrefix(got, tt.want) {
				t.Fatalf("%s: %s, want %s", name, got, tt.want)
			}
		}
	}
}
