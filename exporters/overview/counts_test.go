package overview

import (
	"strings"
	"testing"

	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// TestCounts: boards that could not be read or sent only a budget are counted apart,
// and a file without a board is none.
func TestCounts(t *testing.T) {
	o := sample()
	if got, want := countsOf(o), (counts{boards: 1, wrong: 1, missing: 1, unread: 1, onlyBudget: 1}); got != want {
		t.Errorf("counts %+v, want %+v", got, want)
	}
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	w := texts{cat}
	if note := w.note(o); !strings.HasPrefix(note, "2026: 1 nämnd har lämnat in, 1 har fel, 1 saknas, 1 kunde inte läsas, 1 har bara lämnat budget.") {
		t.Errorf("note %q", note)
	}
	page := written(t, o, "sv")
	if want := "Kulturnämnden: 2026/kultur &lt;1&gt;.xls"; !strings.Contains(page, want) {
		t.Errorf("the page does not say %q", want)
	}
}

// TestCountsWithoutYear: of documents that tell no year a board has several rows and
// counts once, and no year 0 is spoken of.
func TestCountsWithoutYear(t *testing.T) {
	o := &Overview{Rows: []Row{{Board: "Hamnnämnden", Errors: 1}, {Board: "Hamnnämnden"}, {Board: "Valnämnden", Unread: true, Files: []string{"valnämnden.xls"}}}}
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	if note := (texts{cat}).note(o); !strings.HasPrefix(note, "Utan år: 1 nämnd har lämnat in, 1 har fel, 0 saknas, 1 kunde inte läsas.") {
		t.Errorf("note %q", note)
	}
	if page := written(t, o, "sv"); strings.Contains(page, " 0</h2>") || strings.Contains(page, ">0:") {
		t.Error("the page speaks of the year 0")
	}
}

// TestStates: what the state of a row says of its decision.
func TestStates(t *testing.T) {
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	day := func(y int) model.Date { return model.Date{Year: y, Month: 11, Day: 20} }
	for want, r := range map[string]Row{
		"Beslutad 2025-11-20":                          {Year: 2026, Decided: day(2025)},
		"Beslutad 2025-11-20 enligt protokoll":         {Year: 2026, Decided: day(2025), DecidedBy: "protokoll.pdf"},
		"Inget beslut för 2026: datumet är 2024-11-20": {Year: 2026, Decided: day(2024)},
		"Inget beslut":                                 {Year: 2026},
		"Kunde inte läsas":                             {Year: 2026, Unread: true},
		"Bara budget":                                  {Year: 2026, OnlyBudget: true},
		"Saknas":                                       {Year: 2026, Missing: true},
	} {
		if got := (texts{cat}).state(&r).Text; got != want {
			t.Errorf("%+v is %q, want %q", r, got, want)
		}
	}
}

// TestRemarks: every reason for which a document leads has words, in every language.
func TestRemarks(t *testing.T) {
	for _, tag := range lang.Tags() {
		cat, err := lang.Get(tag)
		if err != nil {
			t.Fatal(err)
		}
		for _, why := range []string{"made", "year", "decided", "later", "dated", "answered", "behind", "draft", "final", "number", "saved", "unknown"} {
			got := strings.Join((texts{cat}).remarks(&File{State: Older, Lead: "b.xlsx", Why: why}), " ")
			if !strings.Contains(got, "b.xlsx") || strings.Contains(got, "overview.") {
				t.Errorf("%s, %s: %q", tag, why, got)
			}
		}
	}
}

// TestYAML: one key for each board, all below one head, with the names that it has.
func TestYAML(t *testing.T) {
	got := YAML([]Spelling{{"Hamnnämnden", "Hamnämnden"}, {"Kulturnämnden", "KN"}, {"Hamnnämnden", "HN"}}, map[string][]string{"Kulturnämnden": {"Kultur"}})
	want := "boards:\n  \"Hamnnämnden\": [\"Hamnämnden\", \"HN\"]\n  \"Kulturnämnden\": [\"Kultur\", \"KN\"]"
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// Two files whose names look the same are told to be two.
func TestTwins(t *testing.T) {
	const one, two = "2026/Räddning.xlsx", "2026/Ra\u0308ddning.xlsx"
	if !Twins(one, two) || Twins(one, one) || Twins(one, "2026/räddning.xlsx") {
		t.Error("twins are not told apart from one and two files")
	}
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Join((texts{cat}).remarks(&File{Name: two, State: Older, Lead: one, Why: "unknown"}), " ")
	if !strings.Contains(got, cat.T("overview.remark.twins")) {
		t.Errorf("the remark is %q", got)
	}
}
