package findinglist

import (
	"bytes"
	"flag"
	"os"
	"strings"
	"testing"

	"riskbok/exporters/output"
	"riskbok/exporters/workbook/booktest"
	"riskbok/rules"
	"riskbok/rules/baseline"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

var update = flag.Bool("update", false, "write the golden files anew")

func src(doc, place, row, col int32) model.Source {
	return model.Source{Doc: doc, Place: place, Row: row, Col: col}
}

// sample uses rule names without a page, so that no message template is tested
// here. It is a workbook, a page and a baseline file of an invented board.
func sample() *rules.Report {
	return &rules.Report{
		Documents: []*model.Document{
			{ID: 1, File: "möten/hamn 1.xlsx", Places: []model.Place{{File: "möten/hamn 1.xlsx", Sheet: "Bo's analys"}}},
			{ID: 2, File: "bok.pdf", Places: []model.Place{{File: "bok.pdf", Page: 7, Title: "Riskanalys"}}},
			baseline.Document(3, "godtagna.yaml"),
			{ID: 4, File: "-", Places: []model.Place{{File: "-", Sheet: "Blad1"}}},
		},
		Findings: []rules.Finding{
			{Rule: "test-value", Severity: rules.Error, Path: "test-value/hamn/2026/r1", At: src(1, 0, 6, 6), Board: "Hamnnämnden", Year: 2026,
				Risk: "R1", Event: "Kajen rasar", Found: "-4", Expected: "8", Fix: &rules.Fix{Class: rules.Safe}},
			{Rule: "test-level", Severity: rules.Warning, Path: "test-level/hamn/2026/7", At: src(1, 0, 7, 4), Risk: "7", Event: "=HYPERLINK(\"x\")",
				Found: "Enorm;\n\"stor\"", Fix: &rules.Fix{Class: rules.Suggested},
				Accepted: &rules.Acceptance{Reason: "Ändras i höst", By: "Anna", Date: model.Date{Year: 2026, Month: 2, Day: 17}, Decision: "§ 12"}},
			{Rule: "test-page", Severity: rules.Info, At: src(2, 0, 3, 2), Accepted: &rules.Acceptance{}, Fix: &rules.Fix{Class: rules.Judgement}},
			{Rule: "test-stale", Severity: rules.Warning, At: src(3, 0, 9, 0)},
			{Rule: "test-stdin", Severity: rules.Error, At: src(4, 0, 1, 1)},
			{Rule: "test-nowhere", Severity: rules.Info},
		},
		Unreadable: []rules.Unreadable{{File: "gammal.xls", Code: "xls", Args: map[string]string{"format": ".xls"}}},
		PassedOver: []rules.Unreadable{{File: "brev.docx", Code: "docx", Args: map[string]string{"format": ".docx"}}},
	}
}

func options(t *testing.T, tag string) output.Options {
	t.Helper()
	cat, err := lang.Get(tag)
	if err != nil {
		t.Fatal(err)
	}
	return output.Options{Lang: cat}
}

func TestGolden(t *testing.T) {
	for _, tag := range lang.Tags() {
		files, err := Render(sample(), options(t, tag))
		if err != nil {
			t.Fatal(err)
		}
		again, _ := Render(sample(), options(t, tag))
		if !bytes.Equal(files[0].Data, again[0].Data) {
			t.Error("two runs differ")
		}
		got := booktest.List(t, files[0].Data)
		golden := "testdata/list." + tag + ".txt"
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if got != string(want) {
			t.Errorf("%s differs:\n%s", golden, got)
		}
	}
}

// A list without findings is a workbook too, and does not say that there are
// none where nothing was checked.
func TestEmpty(t *testing.T) {
	read := &rules.Report{Books: []*model.Book{{Registers: []model.Entry{{Register: &model.Register{Risks: make([]model.Risk, 1)}}}}}}
	for want, r := range map[string]*rules.Report{"Inga iakttagelser.": read, "Ingenting har granskats": {}} {
		files, err := Render(r, options(t, "sv"))
		if err != nil {
			t.Fatal(err)
		}
		got := booktest.List(t, files[0].Data)
		if !strings.Contains(got, want) || !strings.Contains(got, "tables 0") || r != read && strings.Contains(got, "Inga iakttagelser") {
			t.Errorf("want %s, got %s", want, got)
		}
	}
}

func TestWords(t *testing.T) {
	for _, tag := range lang.Tags() {
		cat := options(t, tag).Lang
		for _, c := range columns {
			if !cat.Has("findings." + c.key) {
				t.Errorf("%s: no findings.%s", tag, c.key)
			}
		}
		for _, c := range []rules.FixClass{rules.Safe, rules.Suggested, rules.Judgement} {
			if !cat.Has("findings.fix." + string(c)) {
				t.Errorf("%s: no findings.fix.%s", tag, c)
			}
		}
	}
}

func TestJustification(t *testing.T) {
	cat := options(t, "sv").Lang
	for want, a := range map[string]rules.Acceptance{
		"utan motivering":                         {},
		"utan motivering, § 3":                    {Decision: "§ 3"},
		"Väntar, Anna, 2026-02-07, KS 2026/00012": {Reason: "Väntar", By: "Anna", Date: model.Date{Year: 2026, Month: 2, Day: 7}, Decision: "KS 2026/00012"},
	} {
		if got := Justification(cat, &a); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// TestLinkTo: a list never tells whose machine it was made on.
func TestLinkTo(t *testing.T) {
	for file, want := range map[string]string{
		"möten/a.xlsx": "möten/a.xlsx", "../a.xlsx": "../a.xlsx", "/home/anna/a.xlsx": "a.xlsx", `C:\Users\anna\a.xlsx`: "a.xlsx", `\\server\anna\a.xlsx`: "a.xlsx",
	} {
		if got := LinkTo(file); got != want {
			t.Errorf("%s: got %s, want %s", file, got, want)
		}
	}
}
