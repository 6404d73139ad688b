package run

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"riskbok/config"
	"riskbok/importers/source"
	"riskbok/rules"
	"riskbok/rules/model"
)

// A file in memory is judged as one that is read from the disk.
func TestJudge(t *testing.T) {
	name := filepath.Join("..", "..", "..", "samples", "miljo-och-hamnnamnden-2025.xlsx")
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	o := Options{
		Source:   source.Options{Vocabulary: config.Vocabulary(), Budget: config.BudgetWords(), Meeting: config.MeetingWords()},
		Settings: rules.Settings{Vocabulary: config.Vocabulary(), Severities: map[string]rules.Severity{"undecided": rules.Error}},
	}
	r, err := Judge(context.Background(), model.File{Name: "plan.xlsx", Data: data}, o)
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Documents) != 1 || len(r.Books) != 1 || len(r.Findings) == 0 {
		t.Fatalf("%d documents, %d books, %d findings", len(r.Documents), len(r.Books), len(r.Findings))
	}
	set := false
	for _, f := range r.Findings {
		if p := r.Place(f.At); p.Sheet == "" || p.File != "plan.xlsx" {
			t.Errorf("%s stands in %q of %q", f.Rule, p.Sheet, p.File)
		}
		set = set || f.Rule == "undecided" && f.Severity == rules.Error
	}
	if !set {
		t.Error("the user's severities do not hold")
	}
	if _, err := Judge(context.Background(), model.File{Name: "brev.txt", Data: []byte("Hej!")}, o); err == nil {
		t.Error("a letter was judged")
	}
}
