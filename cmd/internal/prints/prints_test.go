package prints_test

import (
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/importers"
	"riskbok/importers/source"
	"riskbok/rules"
	"riskbok/rules/model"
)

const folder = "../../../importers/pdf/testdata/prints"

// fewestPrints is how many prints the test must cover at least.
const fewestPrints = 96

// want is what is right for one print. An error is the rule, the risk or the
// line of the budget, what is found and what is right.
type want struct {
	Risks  int
	Lines  int
	Errors [][4]string
}

// TestPrints reads every print: all risks or lines, exactly the planted errors.
func TestPrints(t *testing.T) {
	data, err := os.ReadFile(filepath.Join(folder, "key.json"))
	if err != nil {
		t.Fatal(err)
	}
	key := map[string]want{}
	if err := json.Unmarshal(data, &key); err != nil {
		t.Fatal(err)
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.pdf"))
	if err != nil {
		t.Fatal(err)
	}
	if len(files) < fewestPrints || len(files) != len(key) {
		t.Errorf("%d prints, %d in the key, at least %d expected", len(files), len(key), fewestPrints)
	}
	for _, file := range files {
		name := filepath.Base(file)
		t.Run(strings.TrimSuffix(name, ".pdf"), func(t *testing.T) {
			w, ok := key[name]
			if !ok {
				t.Fatal("not in key.json")
			}
			data, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			doc, err := importers.Read(context.Background(), model.File{Name: name, Data: data}, source.Options{Vocabulary: config.Vocabulary(), Budget: config.BudgetWords(), Meeting: config.MeetingWords()})
			if err != nil {
				t.Fatal(err)
			}
			w.compare(t, doc)
		})
	}
}

func (w want) compare(t *testing.T, doc *model.Document) {
	t.Helper()
	books, found := rules.Check([]*model.Document{doc}, rules.Settings{Vocabulary: config.Vocabulary(), Templates: config.Shipped})
	risks, lines := 0, 0
	for _, b := range books {
		for _, r := range b.Registers {
			risks += len(r.Risks)
		}
	}
	for _, b := range doc.Budgets {
		lines = max(lines, len(b.Lines))
	}
	if risks != w.Risks || w.Lines > 0 && lines != w.Lines {
		t.Errorf("%d risks and %d lines, want %d and %d", risks, lines, w.Risks, w.Lines)
	}
	left := slices.Clone(w.Errors)
	for i := range found {
		f := &found[i]
		if f.Severity.Rank() < rules.Error.Rank() {
			continue
		}
		place := f.Risk
		if place == "" {
			place = plain(f.Event)
		}
		got := [4]string{f.Rule, place, plain(f.Found), plain(f.Expected)}
		k := slices.Index(left, got)
		if k < 0 {
			t.Errorf("not planted: %q", got)
			continue
		}
		left = slices.Delete(left, k, k+1)
	}
	for _, e := range left {
		t.Errorf("missed: %q", e)
	}
}

// plain gives a text on one line, and a number without its spaces and with a
// common minus.
func plain(s string) string {
	s = strings.Join(strings.Fields(strings.ReplaceAll(s, "−", "-")), " ")
	if bare := strings.ReplaceAll(s, " ", ""); strings.Trim(bare, "-0123456789") == "" {
		return bare
	}
	return s
}
