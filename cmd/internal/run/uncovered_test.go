package run

import (
	"bytes"
	"context"
	"testing"

	"github.com/xuri/excelize/v2"

	"riskbok/config"
	"riskbok/importers/source"
	"riskbok/rules"
	"riskbok/rules/model"
)

// TestUncovered: of a file in which a level was misspelt only the error is given that
// nothing could be held against before, and not one that is known.
func TestUncovered(t *testing.T) {
	o := Options{
		Source:   source.Options{Vocabulary: config.Vocabulary(), Budget: config.BudgetWords(), Meeting: config.MeetingWords()},
		Settings: rules.Settings{Vocabulary: config.Vocabulary()},
	}
	plan := func(level string) model.File {
		f := excelize.NewFile()
		defer f.Close()
		for i, row := range [][]any{
			{"Hamnnämnden, riskanalys 2026"}, {"Nr", "Risk", "Sannolikhet", "Konsekvens", "Riskvärde"},
			{"R1", "Kajen stängs vid storm", "Möjlig", "Allvarlig", 11},
			{"R2", "Bommen fastnar", level, "Allvarlig", 6},
			{"R3", "Kranen står still", "Möjlig", "Lindrig", 6},
		} {
			cell, _ := excelize.CoordinatesToCellName(1, i+1)
			if err := f.SetSheetRow("Sheet1", cell, &row); err != nil {
				t.Fatal(err)
			}
		}
		var b bytes.Buffer
		if err := f.Write(&b); err != nil {
			t.Fatal(err)
		}
		return model.File{Name: "kajen.xlsx", Data: b.Bytes()}
	}
	seen, err := Uncovered(context.Background(), plan("Mindre sanolik"), plan("Mindre sannolik"), &rules.Report{}, o)
	if err != nil {
		t.Fatal(err)
	}
	if len(seen.Findings) != 1 || seen.Findings[0].Rule != "risk-value" || seen.Findings[0].At.Cell() != "E4" {
		t.Errorf("found %+v", seen.Findings)
	}
	known := &rules.Report{Findings: seen.Findings}
	if seen, err = Uncovered(context.Background(), plan("Mindre sanolik"), plan("Mindre sannolik"), known, o); err != nil || len(seen.Findings) > 0 {
		t.Errorf("of what is known: %+v, %v", seen, err)
	}
}
