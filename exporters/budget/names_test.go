package budget

import (
	"bytes"
	"strings"
	"testing"

	"riskbok/exporters/output"
	"riskbok/exporters/workbook/booktest"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

func TestNames(t *testing.T) {
	r, b := harbour()
	for _, tt := range []struct {
		board string
		year  int
		want  string
	}{
		{"Miljö- och hamnnämnden", 2027, "miljo-och-hamnnamnden-2027-budget.xlsx"},
		{"", 2027, "kallelse-2027-budget.xlsx"},
		{"Kultur & fritid", 0, "kultur-fritid-budget.xlsx"},
		{"../../etc/passwd", 2026, "etc-passwd-2026-budget.xlsx"},
	} {
		b.Board, b.Year = tt.board, tt.year
		r.Books = []*model.Book{b, {Board: "Tom", Year: 2026}, b}
		files, err := Render(r, output.Options{})
		if err != nil {
			t.Fatal(err)
		}
		second := strings.Replace(tt.want, ".xlsx", "-2.xlsx", 1)
		if len(files) != 2 || files[0].Name != tt.want || files[1].Name != second {
			t.Errorf("%q %d: %v", tt.board, tt.year, files)
		}
	}
}

func TestDeterministic(t *testing.T) {
	r, b := harbour()
	_, one := rendered(t, r, b)
	_, two := rendered(t, r, b)
	if bytes.Equal(one, two) {
		return
	}
	t.Error("two runs give different bytes")
	first, second := booktest.Parts(t, one), booktest.Parts(t, two)
	for name, a := range first {
		if b := second[name]; a != b {
			t.Errorf("%s: %s", name, booktest.Difference(strings.ReplaceAll(a, ">", ">\n"), strings.ReplaceAll(b, ">", ">\n")))
		}
	}
}

// TestTabs: names of tabs that cannot be, or are taken.
func TestTabs(t *testing.T) {
	r, b := harbour()
	third := table(0, "Investeringsbudget", 0, model.NoUnit, "2027/year", "Kran:: 12\n=Summa:: 12")
	third.Year = 2027
	b.Budgets = append(b.Budgets, third, third)
	f, _ := rendered(t, r, b)
	if got := strings.Join(f.GetSheetList(), "|"); got != "Budget 2027|Budget 2027 (2)|Ekonomiuppföljning|Kostnadsfördelning" {
		t.Errorf("tabs are %s", got)
	}
	if text, _ := f.GetCellValue("Budget 2027 (2)", "A3"); !strings.Contains(text, "ingen enhet") {
		rows, _ := f.GetRows("Budget 2027 (2)")
		t.Errorf("no note on the unit: %q", rows)
	}
}

// TestEnglish: every text is there in the other language.
func TestEnglish(t *testing.T) {
	cat, err := lang.Get("en")
	if err != nil {
		t.Fatal(err)
	}
	r, b := harbour()
	r.Books = []*model.Book{b}
	files, err := Render(r, output.Options{Lang: cat})
	if err != nil {
		t.Fatal(err)
	}
	f := booktest.Open(t, files[0].Data)
	for _, sheet := range f.GetSheetList() {
		each(t, f, sheet, func(at, value, _ string) {
			if strings.Contains(value, "budget.") || strings.Contains(value, "{") || strings.Contains(value, "Källa") {
				t.Errorf("%s!%s is %q", sheet, at, value)
			}
		})
	}
}

// TestHostile: models that no importer gives must not end the program.
func TestHostile(t *testing.T) {
	for name, b := range map[string]*model.Budget{
		"nothing":    {},
		"no lines":   table(0, "", 0, model.NoUnit, "2027/year", "Kran:: 12"),
		"no columns": {Title: "Budget", Lines: []model.BudgetLine{{Name: model.Text("Kran", model.Source{})}}},
		"odd texts":  table(9, "=1+1\x00\x01 '[]*?/\\: "+strings.Repeat("å", 40000), 30, "SEK", "=2027\x02/year", "@Kran:: 12.5"),
	} {
		if name == "no lines" {
			b.Lines = nil
		}
		report := &rules.Report{Books: []*model.Book{{Board: "=cmd", Year: 2027, Budgets: []*model.Budget{b}}}}
		if _, err := Render(report, output.Options{}); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}
