package budget

import (
	"testing"

	"riskbok/rules"
	"riskbok/rules/model"
)

// TestOutcomeBeside: what came of an earlier year beside a budget makes it no follow-up,
// and lines that are no parties are called items.
func TestOutcomeBeside(t *testing.T) {
	for _, tc := range []struct{ columns, kind, sheet, heading string }{
		{"Bokslut 2025/outcome | Budget 2026/budget | Budget 2027/budget", "", "Budget 2027", "Post"},
		{"Bokslut 2025/outcome | Budget 2026/budget | Budget 2027/budget", "party", "Budget 2027", "Part"},
		{"Utfall 2027/outcome | Budget 2026/budget | Budget 2027/budget", "", "Ekonomiuppföljning", "Post"},
	} {
		b := table(0, "Driftbudget", 0, model.UnitTkr, tc.columns, `
Torg:`+tc.kind+`: 2140 2200 2310
Hall:`+tc.kind+`: 3905 4050 4120
=Summa:: 6045 6250 6430`)
		b.Year = 2027
		doc := &model.Document{File: "budget.pdf", Kind: model.KindPDF, Places: []model.Place{{File: "budget.pdf", Page: 1}}}
		f, _ := rendered(t, &rules.Report{Documents: []*model.Document{doc}}, &model.Book{Board: "Torgnämnden", Year: 2027, Budgets: []*model.Budget{b}})
		if got := f.GetSheetList(); len(got) != 1 || got[0] != tc.sheet {
			t.Errorf("%s: sheets %q, want %q", tc.columns, got, tc.sheet)
			continue
		}
		found := false
		rows, _ := f.GetRows(tc.sheet)
		for _, r := range rows {
			found = found || len(r) > 2 && r[0] == tc.heading
		}
		if !found {
			t.Errorf("%s %q: no heading %q in %q", tc.columns, tc.kind, tc.heading, rows)
		}
	}
}
