package budgetforms_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sort"
	"strings"
	"testing"

	"riskbok/cmd/internal/budgetforms"
	"riskbok/config"
	"riskbok/importers"
	"riskbok/importers/source"
	"riskbok/rules"
	"riskbok/rules/fulltest"
	"riskbok/rules/model"
)

var (
	seeds = flag.Int("seeds", fulltest.Cases(20, 100), "forms of each kind")
	dump  = flag.String("dump", "", "folder for the files of forms that fail")
)

// foundOf is the least share of planted errors that must be found.
const foundOf = 0.98

// judge reads and judges a file.
func judge(t *testing.T, name string, data []byte) (*rules.Report, []rules.Finding) {
	t.Helper()
	words := config.Vocabulary()
	doc, err := importers.Read(context.Background(), model.File{Name: name, Data: data}, source.Options{Vocabulary: words, Budget: config.BudgetWords()})
	if err != nil {
		t.Fatal(err)
	}
	docs := []*model.Document{doc}
	books, found := rules.Check(docs, rules.Settings{Vocabulary: words, Templates: config.Shipped})
	return &rules.Report{Documents: docs, Books: books, Findings: found}, found
}

// said are the findings that matter, each as rule and cell.
func said(found []rules.Finding) []string {
	var out []string
	for i := range found {
		if f := &found[i]; f.Severity.Rank() >= rules.Warning.Rank() {
			out = append(out, f.Rule+" "+f.At.Cell())
		}
	}
	sort.Strings(out)
	return out
}

func keep(t *testing.T, name string, data []byte) {
	if *dump == "" {
		return
	}
	if err := os.WriteFile(filepath.Join(*dump, name), data, 0o666); err != nil {
		t.Fatal(err)
	}
}

func write(t *testing.T, f *budgetforms.Form) []byte {
	t.Helper()
	data, err := f.Write()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestCorrectForms: nothing is found in a budget in order, each line of it is
// read, and its unit.
func TestCorrectForms(t *testing.T) {
	wrong := 0
	for seed := range *seeds {
		f := budgetforms.Make(uint64(seed))
		data := write(t, f)
		r, found := judge(t, "form.xlsx", data)
		var faults []string
		if got := said(found); len(got) > 0 {
			faults = append(faults, fmt.Sprint(got))
		}
		lines, unit := 0, model.Unit(f.Unit)
		for _, b := range r.Documents[0].Budgets {
			if b.Unit != unit {
				faults = append(faults, fmt.Sprintf("unit %q, want %q", b.Unit, unit))
			}
			for _, l := range b.Lines {
				if l.Kind != model.LineGroup {
					lines++
				}
			}
		}
		if lines != f.Lines {
			faults = append(faults, fmt.Sprintf("%d lines, want %d", lines, f.Lines))
		}
		if faults != nil {
			wrong++
			t.Errorf("seed %d (%s): %s", seed, f.Name, strings.Join(faults, "; "))
			keep(t, fmt.Sprintf("correct-%d.xlsx", seed), data)
		}
	}
	t.Logf("%d of %d correct forms in order", *seeds-wrong, *seeds)
}

// TestPlantedForms: of wrong amounts, one in each budget, at least the share
// foundOf is found, by its rule at its cell, and nothing else is said.
func TestPlantedForms(t *testing.T) {
	planted, hits, others := 0, 0, 0
	for seed := range *seeds {
		f := budgetforms.Make(uint64(seed))
		if !f.Plant(uint64(seed)) {
			continue
		}
		data := write(t, f)
		_, found := judge(t, "form.xlsx", data)
		got := said(found)
		want := f.Faults[0].Rule + " " + f.Faults[0].Cell
		planted++
		if slices.Contains(got, want) {
			hits++
			got = slices.DeleteFunc(got, func(s string) bool { return s == want })
		} else {
			t.Logf("seed %d (%s): %s not found, said %v", seed, f.Name, want, got)
			keep(t, fmt.Sprintf("lost-%d.xlsx", seed), data)
		}
		if len(got) > 0 {
			others++
			t.Errorf("seed %d (%s): for %s also %v", seed, f.Name, want, got)
			keep(t, fmt.Sprintf("more-%d.xlsx", seed), data)
		}
	}
	t.Logf("%d of %d planted errors found, %d forms with something more", hits, planted, others)
	if float64(hits) < foundOf*float64(planted) {
		t.Errorf("%d of %d planted errors found", hits, planted)
	}
}
