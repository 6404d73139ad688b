package causes

import (
	"slices"
	"testing"

	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

func src(doc, place, row, col int32) model.Source {
	return model.Source{Doc: doc, Place: place, Row: row, Col: col}
}

// report is a workbook with two sheets and a meeting book of an invented board,
// whose wrong value led to a wrong treatment, on all tables.
func report() *rules.Report {
	value := func(at model.Source) rules.Finding {
		return rules.Finding{Rule: "risk-value", Variant: "empty", Severity: rules.Error, At: at, Risk: "R2", Event: "Kajen rasar",
			Args: map[string]any{"calculation": "2 × 2 = 4"}, Fix: &rules.Fix{Class: rules.Safe}, Cause: "c"}
	}
	direction := func(at model.Source) rules.Finding {
		return rules.Finding{Rule: "direction", Variant: "differs", Severity: rules.Warning, At: at, Risk: "R2", Found: "Acceptera",
			Args: map[string]any{"treatment": "Reducera"}, Cause: "c"}
	}
	level := func(at model.Source, risk string) rules.Finding {
		return rules.Finding{Rule: "missing-level", Variant: "empty-unknown", Severity: rules.Error, At: at, Risk: risk, Args: map[string]any{"field": model.FieldLikelihood}, Cause: "d"}
	}
	accepted := value(src(1, 0, 30, 6))
	accepted.Accepted = &rules.Acceptance{Reason: "Ändras i höst"}
	return &rules.Report{
		Documents: []*model.Document{
			{ID: 1, File: "a/hamn.xlsx", Kind: model.KindWorkbook, Places: []model.Place{{Sheet: "Riskanalys"}, {Sheet: "Plan"}}},
			{ID: 2, File: "b/hamn.pdf", Kind: model.KindPDF, Places: []model.Place{{Page: 7}, {Page: 9}}},
		},
		Findings: []rules.Finding{
			direction(src(1, 1, 8, 8)), value(src(1, 0, 8, 6)), value(src(1, 1, 8, 5)), value(src(2, 0, 1, 1)), value(src(2, 1, 1, 1)),
			level(src(1, 0, 9, 4), "R3"), level(src(1, 0, 10, 4), "R4"), accepted, level(src(2, 0, 4, 4), "R3"), level(src(2, 0, 5, 4), "R4"),
			{Rule: "undecided", Variant: "no-date", Severity: rules.Info, At: src(2, 0, 2, 1)},
		},
	}
}

func teller(t *testing.T, r *rules.Report) *Teller {
	t.Helper()
	cat, err := lang.Get("en")
	if err != nil {
		t.Fatal(err)
	}
	return New(r, cat)
}

// TestAll: what one thing made wrong is one cause, what it led to stands after
// it, and what is accepted is told apart.
func TestAll(t *testing.T) {
	r := report()
	all := teller(t, r).All()
	var got []int
	for i := range all {
		got = append(got, len(all[i].Findings()))
	}
	if want := []int{5, 4, 1, 1}; !slices.Equal(got, want) {
		t.Fatalf("causes of %v findings, want %v", got, want)
	}
	if head := all[0].Head(); head.Rule != "risk-value" || head.At != src(1, 0, 8, 6) || all[0].Severity() != rules.Error {
		t.Errorf("the cause is told at %v, of %s", head.At, head.Rule)
	}
	if len(all[0].Statements) != 2 || len(all[0].Statements[0]) != 4 {
		t.Errorf("statements: %v", all[0].Statements)
	}
}

// TestWords: places are named as seen from the head, other risks beside them.
func TestWords(t *testing.T) {
	r := report()
	tell := teller(t, r)
	all := tell.All()
	want := "The risk value is missing: 2 × 2 = 4.\nThe same at Plan E8; pages 7 and 9 in hamn.pdf.\nSame cause:\n– Plan H8 (warning): "
	if got := tell.Text(&all[0]); len(got) < len(want) || got[:len(want)] != want {
		t.Errorf("got %s", got)
	}
	if got := tell.Fixable(&all[0]); got != "2 of 5 places can be corrected automatically" {
		t.Errorf("fixable: %q", got)
	}
	if got := tell.Also(&all[1]); got != "The same at D10 (R4); page 7 (R3, R4) in hamn.pdf." {
		t.Errorf("also: %q", got)
	}
	if tell.Also(&all[2]) != "" || tell.Follows(&all[2]) != nil || tell.Fixable(&all[3]) != "" {
		t.Error("a finding alone has nothing beside it")
	}
	if got := tell.Rule(all[0].Head()); got == "risk-value" || got != rules.Title(tell.cat, "risk-value")+" (risk-value)" {
		t.Errorf("rule: %q", got)
	}
}

// TestPages: pages that follow each other are a span, and of many spans only the
// first are listed.
func TestPages(t *testing.T) {
	every := func(from, to, step int) (pages []int) {
		for n := from; n <= to; n += step {
			pages = append(pages, n)
		}
		return pages
	}
	for _, tt := range []struct {
		pages []int
		want  string
	}{
		{[]int{1, 2}, "page 2"},
		{[]int{1, 2, 3}, "pages 2 and 3"},
		{[]int{1, 5, 7, 5}, "pages 5 and 7"},
		{[]int{1, 2, 3, 4}, "pages 2–4"},
		{every(1, 3201, 1), "pages 2–3201"},
		{[]int{1, 4, 2, 3, 5, 7, 9, 10}, "pages 2–5, 7, 9 and 10"},
		{every(2, 26, 2), "pages 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24 and 26"},
		{every(2, 4000, 2), "pages 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26 and 1987 more"},
	} {
		doc := &model.Document{ID: 1, File: "hamn.pdf", Kind: model.KindPDF}
		var same []*rules.Finding
		for i, n := range tt.pages {
			doc.Places = append(doc.Places, model.Place{Page: n})
			same = append(same, &rules.Finding{At: src(1, int32(i), 1, 1)})
		}
		if got := teller(t, &rules.Report{Documents: []*model.Document{doc}}).AlsoAt(same); got != "The same at "+tt.want+"." {
			t.Errorf("%d pages: %q, want %q", len(tt.pages), got, tt.want)
		}
	}
}
