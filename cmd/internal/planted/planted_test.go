package planted_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"riskbok/cmd/internal/planted"
	"riskbok/config"
	"riskbok/importers"
	"riskbok/importers/source"
	"riskbok/rules"
	"riskbok/rules/fulltest"
	"riskbok/rules/model"
)

var (
	seeds = flag.Int("seeds", fulltest.Cases(3, 40), "workbooks of each layout")
	dump  = flag.String("dump", "", "folder for the workbooks that fail")
)

// judge reads workbooks and gives what the program finds in them.
func judge(name string, files [][]byte) ([]*model.Document, []planted.Expected, error) {
	docs, findings, err := read(name, files)
	if err != nil {
		return nil, nil, err
	}
	return docs, found(docs, findings), nil
}

// read reads workbooks and judges them.
func read(name string, files [][]byte) ([]*model.Document, []rules.Finding, error) {
	var docs []*model.Document
	for i, data := range files {
		file := model.File{ID: int32(i), Name: name, Data: data}
		doc, err := importers.Read(context.Background(), file, source.Options{Vocabulary: config.Vocabulary()})
		if err != nil {
			return nil, nil, err
		}
		docs = append(docs, doc)
	}
	_, findings := rules.Check(docs, rules.Settings{Vocabulary: config.Vocabulary(), Templates: config.Shipped})
	return docs, findings, nil
}

// found gives findings in the terms of what was planted.
func found(docs []*model.Document, findings []rules.Finding) []planted.Expected {
	out := make([]planted.Expected, 0, len(findings))
	for i := range findings {
		f := &findings[i]
		e := planted.Expected{Rule: f.Rule, Cell: f.At.Cell(), Row: int(f.At.Row)}
		if places, p := docs[f.At.Doc].Places, int(f.At.Place); p >= 0 && p < len(places) {
			e.Sheet = places[p].Sheet
		}
		out = append(out, e)
	}
	return out
}

// known drops the expectations of rules that the program does not have.
func known(want []planted.Expected) []planted.Expected {
	have := map[string]bool{}
	for _, r := range rules.All {
		have[r.Name] = true
	}
	var out []planted.Expected
	for _, w := range want {
		if have[w.Rule] {
			out = append(out, w)
		}
	}
	return out
}

// tally counts over many workbooks.
type tally struct{ want, hit, reported int }

func (s *tally) add(o planted.Outcome) {
	s.want += o.Want
	s.hit += o.Hit
	s.reported += o.Reported
}

func (s tally) String() string {
	return fmt.Sprintf("%d planted, %d found, %d reported: recall %.2f %%, precision %.2f %%",
		s.want, s.hit, s.reported, 100*float64(s.hit)/float64(max(s.want, 1)), 100*float64(s.hit)/float64(max(s.reported, 1)))
}

// check judges one case and reports how it differs from what was planted.
func check(t *testing.T, c *planted.Case) planted.Outcome {
	t.Helper()
	name := fmt.Sprintf("%s-%d.xlsx", c.Layout, c.Seed)
	_, got, err := judge(name, c.Files)
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return planted.Outcome{}
	}
	o := planted.Compare(known(c.Want), apart(c, got))
	if o.Failed() {
		t.Errorf("%s, planted %v:\n%s", name, c.Planted, &o)
		if *dump != "" {
			for i, data := range c.Files {
				parts := append(slices.Clone(c.Planted), strconv.Itoa(i), name)
				if err := os.WriteFile(filepath.Join(*dump, strings.Join(parts, "+")), data, 0o644); err != nil {
					t.Error(err)
				}
			}
		}
	}
	return o
}

// apart drops what follows from two years that are drawn, not planted: what
// they happen to have in common.
func apart(c *planted.Case, got []planted.Expected) []planted.Expected {
	if len(c.Drafts) > 1 {
		got = slices.DeleteFunc(got, func(e planted.Expected) bool { return e.Rule == "year-drift" })
	}
	return got
}

// run judges cases of some layouts, with none to six errors in each plan.
func run(t *testing.T, seeds int, keep func(layout string) bool, o planted.Options) {
	runLayouts(t, slices.DeleteFunc(slices.Clone(planted.Layouts), func(m planted.Maker) bool { return !keep(m.Name) }), seeds, o)
}

func runLayouts(t *testing.T, layouts []planted.Maker, seeds int, o planted.Options) {
	for _, m := range layouts {
		t.Run(m.Name, func(t *testing.T) {
			t.Parallel()
			var sum tally
			for seed := range uint64(seeds) {
				o := o
				o.Errors = int(seed % 7)
				c, err := planted.Make(m, seed, o)
				if err != nil {
					t.Fatalf("seed %d: %v", seed, err)
				}
				sum.add(check(t, c))
			}
			t.Log(sum)
		})
	}
}

// TestPlanted plants none to six errors in workbooks of every layout: all must
// be found, and nothing else.
func TestPlanted(t *testing.T) {
	run(t, *seeds, func(string) bool { return true }, planted.Options{})
}

// TestInferred plants the same in workbooks that state no scale and have
// another than the usual: the rows tell it.
func TestInferred(t *testing.T) {
	runLayouts(t, planted.InferredLayouts, *seeds, planted.Options{})
}

// ownBoard are the layouts in which every table names its board and year.
func ownBoard(layout string) bool {
	return slices.Contains([]string{"alla-steg", "process-5x5", "blandat", "utan-definitioner", "omradesnummer", "delade-rubriker", "bara-plan"}, layout)
}

// TestTwoYears has two years of one board in each workbook.
func TestTwoYears(t *testing.T) {
	run(t, max(*seeds/4, 1), func(layout string) bool { return layout != "skala-intill" }, planted.Options{Twin: planted.OtherYear})
}

// TestTwoBoards has the plans of two boards in each workbook.
func TestTwoBoards(t *testing.T) {
	run(t, max(*seeds/4, 1), ownBoard, planted.Options{Twin: planted.OtherBoard, Except: []string{"other-board"}})
}

// TestApart has each table in a workbook of its own: across documents equal
// names and years join.
func TestApart(t *testing.T) {
	run(t, max(*seeds/4, 1), ownBoard, planted.Options{Apart: true, Except: []string{"other-board"}})
}

// TestEach plants every kind of error alone.
func TestEach(t *testing.T) {
	for _, p := range planted.Plantings {
		t.Run(p.Name, func(t *testing.T) {
			t.Parallel()
			var sum tally
			made := 0
			for _, m := range planted.Layouts {
				for seed := range uint64(4) {
					if made == fulltest.Cases(1, 1<<20) {
						break
					}
					c, err := planted.Make(m, 1000+seed, planted.Options{Errors: 1, Only: []string{p.Name}})
					if err != nil {
						t.Fatalf("%s: seed %d: %v", m.Name, seed, err)
					}
					if len(c.Planted) > 0 {
						made++
						sum.add(check(t, c))
					}
				}
			}
			if made == 0 {
				t.Error("no layout has room for it")
			}
			t.Log(sum)
		})
	}
}

// TestEveryRule holds that each rule about control plans is planted in at
// least three layouts.
func TestEveryRule(t *testing.T) {
	fulltest.Only(t)
	layouts := map[string]map[string]bool{}
	for _, m := range planted.Layouts {
		for _, p := range planted.Plantings {
			for seed := range uint64(3) {
				c, err := planted.Make(m, seed, planted.Options{Errors: 1, Only: []string{p.Name}})
				if err != nil {
					t.Fatal(err)
				}
				for _, w := range c.Want {
					if layouts[w.Rule] == nil {
						layouts[w.Rule] = map[string]bool{}
					}
					layouts[w.Rule][m.Name] = true
				}
			}
		}
	}
	for _, rule := range []string{"risk-value", "treatment", "unknown-level", "missing-level", "duplicate-number", "missing-action", "missing-owner",
		"missing-reporting", "direction", "plan-membership", "followup-missing", "followup-unknown", "sheet-disagreement", "undecided", "template-rows"} {
		if n := len(layouts[rule]); n < 3 {
			t.Errorf("%s is planted in %d layouts", rule, n)
		}
	}
	if n := len(layouts["number-mismatch"]); n < 2 {
		t.Errorf("number-mismatch is planted in %d layouts", n)
	}
}
