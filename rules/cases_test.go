package rules_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

var update = flag.Bool("update", false, "rewrite the expected findings")

// TestCases runs the files in testdata/cases: a title, documents ("## a.xlsx")
// with sheets as in the examples of the rule pages, and the findings that they
// give. "-update" rewrites the findings; review them with git diff.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/cases/*.md")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".md"), func(t *testing.T) {
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			input, want, _ := strings.Cut(string(data), "\n## Findings\n")
			got := judgeCase(t, input)
			if *update {
				if err := os.WriteFile(file, []byte(input+"\n## Findings\n"+got), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if got != want {
				t.Errorf("findings\n%s\nwant\n%s", got, want)
			}
		})
	}
}

func judgeCase(t *testing.T, input string) string {
	settings := rules.Settings{Vocabulary: config.Vocabulary()}
	var docs []*model.Document
	for i, part := range strings.Split(input, "\n## ")[1:] {
		name, text, _ := strings.Cut(part, "\n")
		if name == "Settings" {
			caseSettings(t, text, &settings)
			continue
		}
		doc, _ := exampleDocument(text)
		renumber(doc, int32(i), name)
		docs = append(docs, doc)
	}
	books, found := rules.Check(docs, settings)
	report := &rules.Report{Documents: docs, Books: books, Findings: found}
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	for i := range found {
		f := &found[i]
		checkMessage(t, report, f, "en")
		fmt.Fprintf(&out, "\n- %s %s %s!%s %s: %s", f.Severity, f.Rule, report.Place(f.At).Sheet, f.At.Cell(), f.Risk, rules.Message(cat, report, f))
		if f.Fix != nil && len(f.Fix.Edits) > 0 {
			e := f.Fix.Edits[0]
			fmt.Fprintf(&out, " [%s %s %q → %q]", f.Fix.Class, e.Kind, e.Old, e.New)
		}
	}
	return out.String() + "\n"
}

// renumber gives a document read under ID 0 another one.
func renumber(doc *model.Document, id int32, name string) {
	doc.ID, doc.File = id, name
	for i := range doc.Places {
		doc.Places[i].File = name
	}
	doc.Sources(func(s *model.Source) { s.Doc = id })
}

// caseSettings reads "alias: A = B", "as-of: DATE" and "severity: rule = info".
func caseSettings(t *testing.T, text string, s *rules.Settings) {
	for line := range strings.Lines(text) {
		key, value, ok := strings.Cut(strings.TrimSpace(line), ": ")
		if !ok {
			continue
		}
		left, right, _ := strings.Cut(value, " = ")
		switch key {
		case "alias":
			s.Aliases = map[string][]string{left: {right}}
		case "as-of":
			if _, err := fmt.Sscanf(value, "%d-%d-%d", &s.AsOf.Year, &s.AsOf.Month, &s.AsOf.Day); err != nil {
				t.Fatal(err)
			}
		case "severity":
			s.Severities = map[string]rules.Severity{left: rules.Severity(right)}
		default:
			t.Fatalf("unknown setting %q", key)
		}
	}
}
