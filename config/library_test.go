package config

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"riskbok/rules/lang"
	"riskbok/rules/model"
	"riskbok/rules/yamltext"
)

// folder writes riskbok.yaml and files of templates beside it, and gives the
// configuration.
func folder(t *testing.T, settings string, files map[string]string) *Config {
	t.Helper()
	bare(t)
	dir := t.TempDir()
	for name, text := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.WriteFile(filepath.Join(dir, FileName), []byte(settings), 0o666); err != nil {
		t.Fatal(err)
	}
	c, err := Load(Options{Dirs: []string{dir}})
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// own gives the text of a shipped template under another name, changed.
func own(t *testing.T, name string, changes ...string) string {
	t.Helper()
	data, err := templateFiles.ReadFile("templates/fyra-steg-2024.yaml")
	if err != nil {
		t.Fatal(err)
	}
	text := strings.Replace(string(data), "name: fyra-steg-2024", "name: "+name, 1)
	for i := 0; i+1 < len(changes); i += 2 {
		if !strings.Contains(text, changes[i]) {
			t.Fatalf("the template has no %q", changes[i])
		}
		text = strings.ReplaceAll(text, changes[i], changes[i+1])
	}
	return text
}

func TestLibrary(t *testing.T) {
	c := folder(t, "", map[string]string{
		"templates/hamnen.yaml":       own(t, "hamnen", "Kontrollområde", "Plats"),
		"templates/process-5x5.yml":   "\ufeff" + own(t, "process-5x5"),
		"templates/schema.json":       "{}",
		"templates/.dold.yaml":        "x",
		"templates/annat/under.yaml":  "x",
		"templates/fel.yaml":          own(t, "hamnen"),
		"templates/hamnen.yml":        own(t, "hamnen"),
		"templates/Min mall.yaml":     own(t, "min-mall"),
		"templates/stor.yaml":         strings.Repeat("#", yamltext.Settings.Bytes+1),
		"templates/" + FileName + ".": "x",
	})
	l := c.Library()
	if l.Err != nil {
		t.Fatal(l.Err)
	}
	want := append([]string{"Min mall", "fel", "hamnen", "stor"}, TemplateNames()...)
	slices.Sort(want)
	if got := l.Names(); !slices.Equal(got, want) {
		t.Errorf("names are %v, want %v", got, want)
	}
	if !l.Replaces("process-5x5") || l.Replaces("hamnen") || l.Replaces("english-5x5") {
		t.Error("which templates take the place of shipped ones is told wrongly")
	}
	replaced, err := l.Template("process-5x5")
	if err != nil || len(replaced.Scale.Likelihood.Levels) != 4 {
		t.Errorf("the user's own process-5x5 is not used: %v", err)
	}
	var order []string
	for _, tpl := range l.Templates() {
		order = append(order, tpl.Name)
	}
	// One's own come first, also the one that takes the place of a shipped one.
	if want := append([]string{"hamnen", "process-5x5"}, slices.DeleteFunc(TemplateNames(), func(name string) bool { return name == "process-5x5" })...); !slices.Equal(order, want) {
		t.Errorf("templates are %v, want %v", order, want)
	}
	if again := l.Templates(); &again[0] != &l.Templates()[0] {
		t.Error("the templates are read more than once")
	}
	text := told(t, errors.Join(l.Faults()...))
	for _, want := range []string{
		"Min mall.yaml: the name of the file must have small letters",
		`fel.yaml:2:7: name: "hamnen": expected the name of the file, "fel"`,
		`hamnen.yml: the template "hamnen" is also in ` + filepath.Join(l.Dir, "hamnen.yaml"),
		"stor.yaml: the file is too large",
	} {
		if !strings.Contains(text, want) {
			t.Errorf("faults are\n%s\nwant them to say\n%s", text, want)
		}
	}
	if n := strings.Count(text, "\n") + 1; n != 4 {
		t.Errorf("%d faults, want 4:\n%s", n, text)
	}
}

// TestTemplateDir: the folder lies beside the file that is in force, or where
// that says; an empty setting means none.
func TestTemplateDir(t *testing.T) {
	c := folder(t, "", nil)
	dir := filepath.Dir(c.File)
	if got := c.TemplateDir(); got != filepath.Join(dir, "templates") || c.Library().Err != nil {
		t.Errorf("without a setting: %s, %v", got, c.Library().Err)
	}
	c = folder(t, "templates: mallar\n", map[string]string{"mallar/hamnen.yaml": own(t, "hamnen")})
	if got := c.TemplateDir(); got != filepath.Join(filepath.Dir(c.File), "mallar") || len(c.Library().Own()) != 1 {
		t.Errorf("as set: %s, %v", got, c.Library().Own())
	}
	c = folder(t, "lang: sv\ntemplates: borta\n", nil)
	var e *Error
	if err := c.Library().Err; !errors.As(err, &e) || e.Code != "templates" || e.Place != c.File+":2" {
		t.Errorf("a folder that is set but missing: %v", err)
	}
	c = folder(t, "templates: \"\"\n", map[string]string{"templates/hamnen.yaml": own(t, "hamnen")})
	if c.TemplateDir() != "" || len(c.Library().Own()) != 0 {
		t.Errorf("set to nothing: %q", c.TemplateDir())
	}
	c = folder(t, "templates: mallar\n", nil)
	t.Setenv("RISKBOK_TEMPLATES", "andra")
	c, err := Load(Options{File: c.File})
	if err != nil || c.TemplateDir() != "andra" {
		t.Errorf("set by a variable, which is seen from the current folder: %q, %v", c.TemplateDir(), err)
	}
}

// TestJoinedVocabulary: what a template calls things is known beside the usual
// words, whose order stays.
func TestJoinedVocabulary(t *testing.T) {
	c := folder(t, "", map[string]string{"templates/hamnen.yaml": own(t, "hamnen",
		"heading: Risk-värde", "heading: Poängtal", "heading: Nr.", "heading: Mål",
		"label: Acceptera risk", "label: Låt bero", "Inget agerande krävs; risken tas inte med i internkontrollplanen", "Sköts i det vanliga arbetet",
		"label: Reducera risk", "label: Bevaka", "periods: [T1, T2, T3]", "periods: [T1, Vår]", "decided: \"Beslutad:\"", "decided: \"Klubbad:\"",
		"text: \"Riskanalys {year}\"", "text: \"Våra bekymmer {year}\"")})
	plain := Vocabulary()
	before := len(plain.Headings[model.FieldScore])
	v := c.Library().Vocabulary()
	score := v.Headings[model.FieldScore]
	if score[0] != plain.Headings[model.FieldScore][0] || score[1] != "Poängtal" || len(score) != before+1 {
		t.Errorf("headings of the value are %v", score)
	}
	if got := v.Headings[model.FieldNumber]; !slices.Contains(got, "Mål") || len(got) != len(plain.Headings[model.FieldNumber])+1 {
		t.Errorf("headings of the number are %v", got)
	}
	if got := v.Headings[model.FieldArea]; !slices.Equal(got, plain.Headings[model.FieldArea]) {
		t.Errorf("known headings were added again: %v", got)
	}
	if p := v.Periods[len(v.Periods)-1]; p.Key != "Vår" || p.Month != 12 || len(v.Periods) != len(plain.Periods)+1 {
		t.Errorf("periods are %v", v.Periods)
	}
	if !slices.Contains(v.Decided, "Klubbad") || !slices.Contains(v.Titles.Analysis, "Våra bekymmer") {
		t.Errorf("labels %v, titles %v", v.Decided, v.Titles.Analysis)
	}
	d := v.Definitions
	if !slices.Contains(d.Accept, "låt") || slices.Contains(d.Accept, "Bevaka") || !slices.Contains(d.NotInPlan, "Sköts i det vanliga arbetet") {
		t.Errorf("accept %v, not in plan %v", d.Accept, d.NotInPlan)
	}
	if len(plain.Headings[model.FieldScore]) != before || !slices.Contains(plain.Definitions.Accept, "Bevaka") {
		t.Error("riskbok's own vocabulary was changed")
	}
	if got := folder(t, "", nil).Library().Vocabulary(); got != plain {
		t.Error("without own templates the vocabulary is not riskbok's")
	}
}

func TestTemplateStarter(t *testing.T) {
	l := folder(t, "", map[string]string{"templates/hamnen.yaml": own(t, "hamnen", "Kontrollområde", "Plats")}).Library()
	for _, from := range l.Names() {
		for _, tag := range lang.Tags() {
			data, err := l.TemplateStarter(tag, "min-mall", from)
			if err != nil {
				t.Fatal(err)
			}
			tpl, err := ParseTemplate("min-mall.yaml", data)
			if err != nil || tpl.Name != "min-mall" || !strings.HasPrefix(string(data), "# yaml-language-server: $schema="+SchemaName+"\n#\n# ") {
				t.Errorf("%s, %s: %v\n%.200s", from, tag, err, data)
			}
			if from == "hamnen" && !strings.Contains(string(data), "Plats") {
				t.Error("the user's own template was not copied")
			}
		}
	}
}
