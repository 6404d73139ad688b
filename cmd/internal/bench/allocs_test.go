package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	reading "riskbok/cmd/internal/run"
	"riskbok/config"
	"riskbok/importers/source"
	"riskbok/rules"
	"riskbok/rules/model"
)

// mostAllocations is how many allocations a risk may cost that is read and judged:
// it was 117 before each table's levels and each risk's keys were made once, and is
// 38 since.
const mostAllocations = 45

// What a further risk costs must stay what it is: whatever is done for each of them
// shows here, and does not depend on the machine.
func TestAllocationsOfRisks(t *testing.T) {
	o := reading.Options{
		Source:   source.Options{Vocabulary: config.Vocabulary(), Budget: config.BudgetWords(), Meeting: config.MeetingWords()},
		Settings: rules.Settings{Vocabulary: config.Vocabulary()},
	}
	of := func(risks int) float64 {
		name := filepath.Join(t.TempDir(), "r.xlsx")
		if err := register(name, risks, 0); err != nil {
			t.Fatal(err)
		}
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		return testing.AllocsPerRun(3, func() {
			r, err := reading.Judge(context.Background(), model.File{Name: name, Data: data}, o)
			if err != nil || len(r.Books) != 1 || len(r.Books[0].Registers[0].Risks) != risks {
				t.Fatalf("%d risks were not read: %v", risks, err)
			}
		})
	}
	few, many, more := of(200), of(400), of(800)
	each := (more - many) / 400
	t.Logf("a risk costs %.1f allocations", each)
	if each > mostAllocations || each > 1.2*(many-few)/200 {
		t.Errorf("a risk costs %.0f allocations, %.0f of the first", each, (many-few)/200)
	}
}
