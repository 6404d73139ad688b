package rules_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/importers/budget"
	"riskbok/importers/grid"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// budgetRules are the rules about money by their names.
var budgetRules = map[string]func(m money) []rules.Finding{
	"budget-total":     func(m money) []rules.Finding { return rules.TotalFindings("Nämnden", 2026, m.budgets) },
	"budget-net":       func(m money) []rules.Finding { return rules.NetFindings("Nämnden", 2026, m.budgets) },
	"budget-deviation": func(m money) []rules.Finding { return rules.DeviationFindings("Nämnden", 2026, m.budgets, false) },
	"budget-forecast":  func(m money) []rules.Finding { return rules.DeviationFindings("Nämnden", 2026, m.budgets, true) },
	"allocation-total": func(m money) []rules.Finding { return rules.AllocationFindings("Nämnden", 2026, m.allocations) },
}

// money is what a text of sheets holds; bold are the cells printed so.
type money struct {
	doc         *model.Document
	budgets     []*model.Budget
	allocations []*model.Allocation
	bold        []string
}

// readMoney reads sheets as the pages of the rules write them: "### Sheet",
// lines of text, tables.
func readMoney(text string) money {
	m := money{doc: &model.Document{File: "example.xlsx", Kind: model.KindWorkbook}}
	var tables []grid.Table
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "### "); ok {
			m.doc.Places = append(m.doc.Places, model.Place{File: m.doc.File, Sheet: name})
			tables = append(tables, grid.Table{Name: name, Place: int32(len(tables)), Confidence: 1})
			continue
		}
		if line == "" || strings.HasPrefix(line, "|---") || len(tables) == 0 {
			continue
		}
		cells := []string{line}
		if strings.HasPrefix(line, "|") {
			cells = strings.Split(strings.Trim(line, "|"), "|")
		}
		table := &tables[len(tables)-1]
		row := len(table.Rows)
		table.Rows = append(table.Rows, nil)
		for col, cell := range cells {
			c := grid.Cell{Text: strings.TrimSpace(cell), Kind: grid.Text, At: model.Source{Place: table.Place, Row: int32(row + 1), Col: int32(col + 1)}}
			if inner, ok := strings.CutPrefix(c.Text, "**"); ok {
				c.Text = strings.TrimSuffix(inner, "**")
				m.bold = append(m.bold, table.Name+"!"+c.At.Cell())
			}
			if c.Text == "" {
				c.Kind = grid.Empty
			}
			table.Rows[row] = append(table.Rows[row], c)
		}
	}
	budgets, allocations := budget.Read(m.doc, tables, nil, config.BudgetWords(), nil)
	for i := range budgets {
		m.budgets = append(m.budgets, &budgets[i])
	}
	for i := range allocations {
		m.allocations = append(m.allocations, &allocations[i])
	}
	return m
}

// found gives where the findings of a rule stand, and fails where a message is
// not filled.
func found(t *testing.T, m money, rule, tag string) []string {
	t.Helper()
	report := &rules.Report{Documents: []*model.Document{m.doc}}
	cat, err := lang.Get(tag)
	if err != nil {
		t.Fatal(err)
	}
	var at []string
	for _, f := range budgetRules[rule](m) {
		f.Rule = rule
		at = append(at, report.Place(f.At).Sheet+"!"+f.At.Cell())
		if text := rules.Message(cat, report, &f); strings.ContainsAny(text, "{}") || strings.HasPrefix(text, rule) {
			t.Errorf("message is not filled: %s", text)
		}
	}
	slices.Sort(at)
	return at
}

// TestBudgetPages runs the examples of the pages: each rule finds just the
// cells that are printed bold.
func TestBudgetPages(t *testing.T) {
	for rule := range budgetRules {
		for _, tag := range lang.Tags() {
			p, err := rules.PageOf(rule, tag)
			if err != nil {
				t.Fatal(err)
			}
			m := readMoney(p.Sections[4].Text)
			slices.Sort(m.bold)
			if got := found(t, m, rule, tag); !slices.Equal(got, m.bold) || len(got) == 0 {
				t.Errorf("%s.%s: found at %v, the page says %v", rule, tag, got, m.bold)
			}
		}
	}
}

// messages gives what a rule says, in Swedish.
func messages(t *testing.T, m money, rule string) []string {
	t.Helper()
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	report := &rules.Report{Documents: []*model.Document{m.doc}}
	var out []string
	for _, f := range budgetRules[rule](m) {
		f.Rule = rule
		out = append(out, strings.ReplaceAll(rules.Message(cat, report, &f), "\u00a0", " "))
	}
	return out
}

func TestBudgetMessages(t *testing.T) {
	m := readMoney(`### Ekonomi
| mnkr | Budget 2026 | Utfall 2026 | Avvikelse |
| Intäkter | 1 205,5 | 1 300,0 | 94,4 |
| Kostnader | -1 205,5 | -1 300,0 | 94,5 |
| Netto | 0 | 0 | 0 |`)
	want := []string{"Kostnader, Avvikelse: −1 300,0 − (−1 205,5) = −94,5, men det står 94,5 i D3."}
	if got := messages(t, m, "budget-deviation"); !slices.Equal(got, want) {
		t.Errorf("says %q, want %q", got, want)
	}
	m = readMoney("### Ekonomi\n| mnkr | Budget 2026 |\n| Intäkter | 1 205,5 |\n| Kostnader | -1 300,0 |\n| Netto | 0 |")
	want = []string{"Netto, Budget 2026: 1 205,5 + (−1 300,0) = −94,5, men det står 0 i B4."}
	if got := messages(t, m, "budget-net"); !slices.Equal(got, want) {
		t.Errorf("says %q, want %q", got, want)
	}
}

// TestBudgetExpected: a wrong subtotal is held against its own lines.
func TestBudgetExpected(t *testing.T) {
	m := readMoney("### Budget\n| tkr | Budget 2026 |\n| Löner | 90 |\n| Resor | 10 |\n| Summa personal | 100 |\n| Hyror | 40 |\n| El | 10 |\n| Summa lokaler | 70 |\n| Totalt | 150 |")
	want := []string{"Summa lokaler, Budget 2026: raderna ger tillsammans 50, men det står 70 i B7."}
	if got := messages(t, m, "budget-total"); !slices.Equal(got, want) {
		t.Errorf("says %q, want %q", got, want)
	}
}

// TestBudgetRules: each case is a table and where a rule finds faults in it.
func TestBudgetRules(t *testing.T) {
	for _, tt := range slices.Concat(budgetCases, statementCases, formCases, layoutCases) {
		m := readMoney("### Budget\n" + tt.text)
		if tt.rule != "allocation-total" && len(m.budgets) == 0 {
			t.Errorf("%s: no budget was read", tt.name)
			continue
		}
		var got []string
		for _, s := range found(t, m, tt.rule, "sv") {
			got = append(got, strings.TrimPrefix(s, "Budget!"))
		}
		if fmt.Sprint(got) != fmt.Sprint(strings.Fields(tt.want)) {
			t.Errorf("%s: %s found at %v, want %v", tt.name, tt.rule, got, tt.want)
		}
	}
}
