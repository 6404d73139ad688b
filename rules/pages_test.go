package rules_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/importers/budget"
	"riskbok/importers/grid"
	"riskbok/importers/plan"
	"riskbok/importers/source"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// TestPages holds rules and pages together: every rule has a page in every
// language, every page has a rule, and the languages say the same.
func TestPages(t *testing.T) {
	var want []string
	for _, r := range rules.All {
		for _, tag := range lang.Tags() {
			want = append(want, r.Name+"."+tag+".md")
		}
		comparePages(t, r.Name)
	}
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if strings.HasSuffix(e.Name(), ".md") && !slices.Contains(want, e.Name()) {
			t.Errorf("%s: no rule of that name in a known language", e.Name())
		}
	}
}

// comparePages holds a rule's page in each language to the one in [lang.Default].
func comparePages(t *testing.T, rule string) {
	first, err := rules.PageOf(rule, lang.Default)
	if err != nil {
		t.Error(err)
		return
	}
	for _, tag := range lang.Tags() {
		p, err := rules.PageOf(rule, tag)
		if err != nil {
			t.Error(err)
			continue
		}
		page := rule + "." + tag + ".md"
		if len(p.Messages) == 0 || len(p.Sections) != 5 {
			t.Errorf("%s: %d messages and %d sections, expected some and 5", page, len(p.Messages), len(p.Sections))
		}
		for variant, text := range p.Messages {
			usual, ok := first.Messages[variant]
			if !ok {
				t.Errorf("%s: message %q is not in %s.%s.md", page, variant, rule, lang.Default)
				continue
			}
			if a, b := lang.Placeholders(text), lang.Placeholders(usual); !slices.Equal(a, b) {
				t.Errorf("%s: message %q has the placeholders %v, in %s.%s.md %v", page, variant, a, rule, lang.Default, b)
			}
		}
		for variant := range first.Messages {
			if _, ok := p.Messages[variant]; !ok {
				t.Errorf("%s: no message %q, which %s.%s.md has", page, variant, rule, lang.Default)
			}
		}
	}
}

// withoutExample are the rules about what cannot be written as a table.
var withoutExample = []string{"unreadable-part", "weekday", "chair-rotation", "case-number", "year-drift", "stale-acceptance"}

// TestExamples runs the example of every page: the rule must be found in just
// the cells that are printed bold.
func TestExamples(t *testing.T) {
	for _, r := range rules.All {
		for _, tag := range lang.Tags() {
			t.Run(r.Name+"."+tag, func(t *testing.T) {
				p, err := rules.PageOf(r.Name, tag)
				if err != nil {
					t.Fatal(err)
				}
				doc, bold := exampleDocument(p.Sections[4].Text)
				if len(doc.Places) == 0 {
					if !slices.Contains(withoutExample, r.Name) {
						t.Fatal("the page has no example table")
					}
					return
				}
				books, found := rules.Check([]*model.Document{doc}, rules.Settings{Vocabulary: config.Vocabulary()})
				report := &rules.Report{Documents: []*model.Document{doc}, Books: books, Findings: found}
				var got []string
				for i := range found {
					if found[i].Rule == r.Name {
						got = append(got, report.Place(found[i].At).Sheet+"!"+found[i].At.Cell())
						checkMessage(t, report, &found[i], tag)
					}
				}
				slices.Sort(got)
				slices.Sort(bold)
				if !slices.Equal(got, bold) {
					t.Errorf("found at %v, the page says %v", got, bold)
				}
			})
		}
	}
}

func checkMessage(t *testing.T, r *rules.Report, f *rules.Finding, tag string) {
	cat, err := lang.Get(tag)
	if err != nil {
		t.Fatal(err)
	}
	if text := rules.Message(cat, r, f); strings.ContainsAny(text, "{}") || strings.HasPrefix(text, f.Rule+" ") {
		t.Errorf("message of variant %q is not filled: %s", f.Variant, text)
	}
}

// exampleDocument reads a page's example: "### Sheet", lines of text, tables.
// "=A1*2 → 8" is a formula that shows 8, "→ ?" one without a known result.
// It gives the places of what is printed bold.
func exampleDocument(text string) (*model.Document, []string) {
	doc := &model.Document{File: "example.xlsx", Kind: model.KindWorkbook}
	var tables []grid.Table
	var bold []string
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "### "); ok {
			doc.Places = append(doc.Places, model.Place{File: doc.File, Sheet: name})
			collected := strings.HasPrefix(name, "Insamling ") // a sheet that riskbok gave an owner
			tables = append(tables, grid.Table{Name: name, Place: int32(len(tables)), Collected: collected, Confidence: 1})
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
			cell = strings.TrimSpace(cell)
			at := model.Source{Place: table.Place, Row: int32(row + 1), Col: int32(col + 1)}
			if inner, ok := strings.CutPrefix(cell, "**"); ok {
				cell = strings.TrimSuffix(inner, "**")
				bold = append(bold, table.Name+"!"+at.Cell())
			}
			formula := ""
			if text, shown, ok := strings.Cut(cell+" ", " → "); ok && strings.HasPrefix(text, "=") {
				formula, cell = text[1:], strings.TrimSpace(shown)
			}
			c := grid.Cell{Text: cell, Formula: formula, Uncalculated: formula != "" && cell == "?", Kind: grid.Text, At: at}
			if c.Uncalculated {
				c.Text, cell = "", ""
			}
			if _, ok := grid.ParseWhole(cell); ok {
				c.Kind = grid.Number
			} else if cell == "" {
				c.Kind = grid.Empty
			}
			table.Rows[row] = append(table.Rows[row], c)
		}
	}
	plan.Read(doc, tables, source.Options{Vocabulary: config.Vocabulary()})
	doc.Budgets, doc.Allocations = budget.Read(doc, tables, nil, config.BudgetWords(), nil)
	return doc, bold
}
