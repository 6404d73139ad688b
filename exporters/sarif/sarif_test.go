package sarif

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"testing"

	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

var update = flag.Bool("update", false, "write the golden files anew")

func src(doc, place, row, col int32) model.Source {
	return model.Source{Doc: doc, Place: place, Row: row, Col: col}
}

// sample uses rule names without a page but for one, so that no message
// template is tested here.
func sample() *rules.Report {
	return &rules.Report{
		Documents: []*model.Document{
			{ID: 1, File: "möten/hamn 1.xlsx", Places: []model.Place{{File: "möten/hamn 1.xlsx", Sheet: "Analys"}, {File: "möten/hamn 1.xlsx", Sheet: "Plan"}}},
			{ID: 2, File: "bok.pdf", Places: []model.Place{{File: "bok.pdf", Page: 7, Title: "Riskanalys"}}},
			{ID: 3, File: "godtagna.yaml", Places: []model.Place{{File: "godtagna.yaml"}}},
		},
		Findings: []rules.Finding{
			{Rule: "test-value", Severity: rules.Error, Path: "test-value/hamn/2026/r1", Cause: "test-value/hamn/2026/r1", At: src(1, 0, 6, 6), Board: "Hamnnämnden", Year: 2026, Table: "Analys",
				Risk: "R1", Event: "Kajen rasar", Found: "<4>", Expected: "8", Fix: &rules.Fix{Class: rules.Safe},
				Related: []model.Source{src(2, 0, 3, 4), src(2, 0, 9, 9), src(1, 1, 6, 6), {}}},
			{Rule: "test-level", Severity: rules.Warning, Path: "test-level/hamn/2026/7", At: src(1, 0, 0, 0),
				Accepted: &rules.Acceptance{Reason: "Ändras i höst", By: "Anna", Date: model.Date{Year: 2026, Month: 2, Day: 17}, Decision: "§ 12"}},
			{Rule: "test-page", Severity: rules.Info, Path: "test-page/1", At: src(2, 0, 3, 2)},
			{Rule: "test-stale", Severity: rules.Warning, Path: "test-stale/1", At: src(3, 0, 9, 0)},
			{Rule: "test-nowhere", Severity: rules.Info, Path: "test-nowhere/1"},
		},
		Unreadable: []rules.Unreadable{{File: "gammal.xls", Code: "xls", Args: map[string]string{"format": ".xls"}}},
	}
}

func rendered(t *testing.T, tag string) []byte {
	t.Helper()
	cat, err := lang.Get(tag)
	if err != nil {
		t.Fatal(err)
	}
	files, err := Render(sample(), output.Options{Lang: cat, Version: "1.2.3"})
	if err != nil {
		t.Fatal(err)
	}
	return files[0].Data
}

func TestValid(t *testing.T) {
	s := schema(t)
	for _, tag := range lang.Tags() {
		data := rendered(t, tag)
		if !bytes.Equal(data, rendered(t, tag)) {
			t.Error("two runs differ")
		}
		var v any
		if err := json.Unmarshal(data, &v); err != nil {
			t.Fatal(err)
		}
		for _, f := range s.Faults(tag, v) {
			t.Error(f)
		}
	}
}

// TestGolden compares all but the rules, whose pages have tests of their own.
func TestGolden(t *testing.T) {
	var l log
	if err := json.Unmarshal(rendered(t, "sv"), &l); err != nil {
		t.Fatal(err)
	}
	if got := len(l.Runs[0].Tool.Driver.Rules); got != len(rules.All) {
		t.Errorf("%d rules, want %d", got, len(rules.All))
	}
	l.Runs[0].Tool.Driver.Rules = []descriptor{}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(l); err != nil {
		t.Fatal(err)
	}
	const golden = "testdata/sample.sarif"
	if *update {
		if err := os.WriteFile(golden, b.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(b.Bytes(), want) {
		t.Errorf("%s differs:\n%s", golden, b.Bytes())
	}
}

// TestRules: a result names the rule in the list that it is of, and every rule
// tells what its page does.
func TestRules(t *testing.T) {
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	for i, d := range descriptors(cat) {
		if at := ruleIndex(d.ID); at == nil || *at != i || d.ID != rules.All[i].Name {
			t.Errorf("%s stands at %d", d.ID, i)
		}
		page, err := rules.PageOf(d.ID, "sv")
		if err != nil {
			t.Fatal(err)
		}
		if d.Short == nil || d.Short.Text != page.Title || d.Full == nil || d.Full.Text != page.Sections[1].Text || d.Help == nil {
			t.Errorf("%s: %+v", d.ID, d)
		}
	}
	if ruleIndex("no-such-rule") != nil {
		t.Error("an unknown rule has an index")
	}
}

// The fingerprint does not change with the row.
func TestFingerprint(t *testing.T) {
	f := sample().Findings[0]
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	w := &writer{r: sample(), cat: cat, artifacts: map[string]int{}}
	before := w.result(&f).Fingerprints[Fingerprint]
	f.At.Row += 10
	if after := w.result(&f).Fingerprints[Fingerprint]; before == "" || before != after {
		t.Errorf("%q became %q", before, after)
	}
}

func TestURI(t *testing.T) {
	for name, want := range map[string]string{
		"a.xlsx": "a.xlsx", `möte 1\å#2.xlsx`: "m%C3%B6te%201/%C3%A5%232.xlsx", "100%.xlsx": "100%25.xlsx", "/srv/a b.xlsx": "file:///srv/a%20b.xlsx",
		`C:\plan\a.xlsx`: "file:///C:/plan/a.xlsx", `\\server\delad\a.xlsx`: "file://server/delad/a.xlsx", "./a.xlsx": "a.xlsx", "kl 9:30.xlsx": "./kl%209:30.xlsx", "-": "-",
	} {
		if got := uriOf(name); got != want {
			t.Errorf("%s: got %s, want %s", name, got, want)
		}
	}
}
