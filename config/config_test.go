package config

import (
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"github.com/spf13/pflag"

	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

func write(t *testing.T, text string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), FileName)
	if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// bare keeps the variables of the machine out of a test.
func bare(t *testing.T) {
	t.Helper()
	for _, s := range settings {
		t.Setenv(envName(s.key), "")
	}
}

func TestLayers(t *testing.T) {
	bare(t)
	file := write(t, "# settings\nlang: en\nfail-on: info\nas-of: 2026-08-31\n")
	t.Setenv("RISKBOK_FAIL_ON", "warning")
	t.Setenv("RISKBOK_AS_OF", "2026-09-01")
	flags := pflag.NewFlagSet("x", pflag.ContinueOnError)
	flags.String("as-of", "", "")
	flags.String("template", "ignored default", "")
	if err := flags.Parse([]string{"--as-of", "2026-10-02"}); err != nil {
		t.Fatal(err)
	}
	c, err := Load(Options{File: file, Flags: flags})
	if err != nil {
		t.Fatal(err)
	}
	want := []Shown{
		{"lang", "en", Origin{FromFile, file, 2}},
		{"fail-on", "warning", Origin{FromEnv, "RISKBOK_FAIL_ON", 0}},
		{"as-of", "2026-10-02", Origin{FromFlag, "--as-of", 0}},
		{"log-level", "warn", Origin{Kind: FromDefault}},
		{"template", "", Origin{Kind: FromDefault}},
		{"templates", "templates", Origin{Kind: FromDefault}},
	}
	if got := c.Show(); !reflect.DeepEqual(got, want) {
		t.Errorf("Show:\n got %v\nwant %v", got, want)
	}
	if c.AsOf != (model.Date{Year: 2026, Month: 10, Day: 2}) || c.FailOn != rules.Warning {
		t.Errorf("AsOf %v, FailOn %v", c.AsOf, c.FailOn)
	}
}

func TestSections(t *testing.T) {
	bare(t)
	c, err := Load(Options{RuleNames: []string{"undecided", "direction"}, File: write(t, `
boards:
  Hamn- och kajnämnden nr. 2: [HKN, "Hamn. nämnden"]
  Parknämnden: PN
rules:
  undecided: off
  direction: error
scale:
  name: egen
  likelihood: [Sällan, Ibland]
  consequence:
    - {value: 1, label: Liten, definition: Märks knappt}
    - {value: 3, label: Stor}
  treatments:
    - {min: 1, max: 2, label: Godta, inPlan: false}
    - {min: 3, max: 9, label: Åtgärda, inPlan: true, meaning: Ska in i planen}
  overrides:
    - {likelihood: 2, consequence: 1, value: 4}
`)})
	if err != nil {
		t.Fatal(err)
	}
	if want := map[string][]string{"Hamn- och kajnämnden nr. 2": {"HKN", "Hamn. nämnden"}, "Parknämnden": {"PN"}}; !reflect.DeepEqual(c.Boards, want) {
		t.Errorf("boards %v, want %v", c.Boards, want)
	}
	if want := map[string]rules.Severity{"undecided": rules.Off, "direction": rules.Error}; !reflect.DeepEqual(c.Rules, want) {
		t.Errorf("rules %v, want %v", c.Rules, want)
	}
	if got := c.Origin("rules/direction").Line; got != 7 {
		t.Errorf("line of rules/direction is %d, want 7", got)
	}
	s := c.Scale
	if s.Origin != model.OriginConfig || s.Score(2, 1) != 4 || s.Score(2, 3) != 6 || s.Likelihood.Levels[1].Value != 2 || s.Consequence.Levels[1].Value != 3 || !s.Treatment(4).InPlan {
		t.Errorf("scale %+v", s)
	}
	if got := c.Settings(nil); got.Scale != s || len(got.Aliases) != 2 || len(got.Severities) != 2 {
		t.Errorf("settings %+v", got)
	}
}

func TestFileErrors(t *testing.T) {
	bare(t)
	axes := "scale:\n  likelihood: [A, B]\n  consequence: [C, D]\n"
	for _, tc := range []struct{ name, text, code, line, arg string }{
		{"unknown near", "lang: sv\nfailon: info\n", "unknown-near", ":2", "fail-on"},
		{"unknown far", "qwertyuiop: 1\n", "unknown", ":1", "qwertyuiop"},
		{"unknown rule", "rules:\n  undecidd: off\n", "unknown-near", ":2", "undecided"},
		{"key twice", "boards:\n  A: [B]\n  A: [C]\n", "twice", ":3", "A"},
		{"key twice in a line", "scale:\n  treatments:\n    - {min: 1, min: 2}\n", "twice", ":3", "min"},
		{"key twice, once quoted", "boards:\n  A: [B]\n  \"A\": [C]\n", "twice", ":3", "A"},
		{"bracket", "lang: [sv\n", "yaml-bracket", ":1", ""},
		{"quotation mark", "boards:\n  \"A: [B]\n", "yaml-quote", ":2", ""},
		{"tab", "boards:\n\tA: [B]\n", "yaml-tab", ":2", ""},
		{"syntax", "lang: sv: en\n", "yaml", ":1", ""},
		{"severity", "\nfail-on: fatal\n", "severity", ":2", "fatal"},
		{"rule severity", "rules:\n  undecided: yes\n", "severity", ":2", "yes"},
		{"date", "as-of: 2026-02-30\n", "date", ":1", "2026-02-30"},
		{"log level", "log-level: loud\n", "log-level", ":1", "loud"},
		{"plain", "lang: [sv, en]\n", "plain", ":1", "lang"},
		{"board without names", "boards:\n  A:\n", "board-names", ":2", "A"},
		{"alias", "boards:\n  A: &x B\n  C: *x\n", "plain", ":2", "A"},
		{"tag", "lang: !!str sv\n", "plain", ":1", "lang"},
		{"a plain text", "hej hopp\n", "mapping-file", ":1", ""},
		{"a list", "\n- lang: sv\n", "mapping-file", ":2", ""},
		{"mapping", "boards: [A, B]\n", "mapping", ":1", "boards"},
		{"a place without a column", "map:\n  Nr: none\n  Plan!B: event\n", "map-place", ":3", "Plan!B"},
		{"documents", "lang: sv\n---\nlang: en\n", "documents", ":3", ""},
		{"scale without treatments", axes, "required", ":1", "scale/treatments"},
		{"treatment without inPlan", axes + "  treatments:\n    - {min: 1, max: 4, label: X}\n", "required", ":5", "inPlan"},
		{"treatments leave a gap", axes + "  treatments:\n    - {min: 1, max: 2, label: X, inPlan: true}\n", "covers", ":1", "4"},
		{"treatments overlap", axes + "  treatments:\n    - {min: 1, max: 4, label: X, inPlan: true}\n    - {min: 4, max: 4, label: Y, inPlan: true}\n", "covers", ":1", "4"},
		{"level number", "scale:\n  likelihood:\n    - {value: två, label: A}\n", "number", ":3", "två"},
		{"level twice", "scale:\n  likelihood:\n    - {value: 1, label: A}\n    - {value: 1, label: B}\n", "twice", ":4", "1"},
		{"level without label", "scale:\n  likelihood:\n    - {value: 1}\n", "required", ":3", "label"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			file := write(t, tc.text)
			_, err := Load(Options{File: file, RuleNames: []string{"undecided"}})
			var e *Error
			if !errors.As(err, &e) {
				t.Fatalf("got %v, want an *Error", err)
			}
			if e.Code != tc.code || e.Place != file+tc.line || !strings.Contains(e.Error(), tc.arg) {
				t.Errorf("got %v; want code %s at %s with %q", e, tc.code, tc.line, tc.arg)
			}
		})
	}
}

func TestWhereItLooks(t *testing.T) {
	bare(t)
	first, second := t.TempDir(), t.TempDir()
	if err := os.WriteFile(filepath.Join(second, FileName), []byte("lang: en\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	c, err := Load(Options{Dirs: []string{first, second}})
	if err != nil || c.Lang != "en" || c.File != filepath.Join(second, FileName) {
		t.Errorf("got %+v, %v", c, err)
	}
	c, err = Load(Options{Dirs: []string{first}})
	if err != nil || c.Lang != "sv" || c.File != "" {
		t.Errorf("without a file: got %+v, %v", c, err)
	}
	_, err = Load(Options{File: filepath.Join(first, "other.yaml")})
	var e *Error
	if !errors.As(err, &e) || e.Code != "missing" {
		t.Errorf("a named file that is missing: got %v", err)
	}
}

func TestEmptyFile(t *testing.T) {
	bare(t)
	for _, text := range []string{"", "# only a comment\n", "\ufefflang: sv\n", "boards:\nlang:\n"} {
		if c, err := Load(Options{File: write(t, text)}); err != nil || c.Lang != "sv" {
			t.Errorf("%q: got %+v, %v", text, c, err)
		}
	}
}

// The starter sets nothing as it is, and is right with every line uncommented.
func TestStarter(t *testing.T) {
	bare(t)
	for _, tag := range lang.Tags() {
		data, err := Starter(tag)
		if err != nil {
			t.Errorf("%v: a language needs config/starter/%s.yaml and template.%s.yaml", err, tag, tag)
			continue
		}
		c, err := Load(Options{File: write(t, string(data))})
		if err != nil || len(c.origins) != 0 {
			t.Errorf("%s: as written: %v, origins %v", tag, err, c.origins)
		}
		lines := strings.Split(string(data), "\n")
		for i, l := range lines {
			if rest, ok := strings.CutPrefix(l, "#"); ok && !strings.HasPrefix(rest, " ") || strings.HasPrefix(l, "#  ") {
				lines[i] = l[1:]
			}
		}
		c, err = Load(Options{File: write(t, strings.Join(lines, "\n"))})
		if err != nil {
			t.Fatalf("%s: uncommented: %v", tag, err)
		}
		for _, s := range settings {
			if c.Origin(s.key).Kind != FromFile {
				t.Errorf("%s: %s is not in the starter", tag, s.key)
			}
		}
		for _, f := range FieldNames() {
			if !strings.Contains(string(data), f) {
				t.Errorf("%s: the field %s is not in the starter", tag, f)
			}
		}
		if len(c.Boards) == 0 || len(c.Rules) == 0 || c.Scale == nil {
			t.Errorf("%s: a section is not in the starter", tag)
		}
	}
}
