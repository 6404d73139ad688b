package importers_test

import (
	"testing"

	"github.com/xuri/excelize/v2"

	"riskbok/config"
	"riskbok/rules"
	"riskbok/rules/model"
)

// TestStaleResult: a stored result that its formula no longer gives is a broken
// formula and no wrong risk value.
func TestStaleResult(t *testing.T) {
	f := excelize.NewFile()
	rows := [][]any{
		{"Nr", "Identifierad risk", "Sannolikhet", "Konsekvens", "Riskvärde"},
		{"R1", "Kajen stängs vid storm", 2, 4, 6},
		{"R2", "Avgifter faktureras fel", 3, 3, 9},
	}
	for i, row := range rows {
		for j, v := range row {
			if err := f.SetCellValue("Sheet1", model.Source{Row: int32(i + 1), Col: int32(j + 1)}.Cell(), v); err != nil {
				t.Fatal(err)
			}
		}
	}
	// The library keeps the value that the cell had as the stored result.
	for cell, formula := range map[string]string{"E2": "C2*D2", "E3": "C3*D3"} {
		if err := f.SetCellFormula("Sheet1", cell, formula); err != nil {
			t.Fatal(err)
		}
	}
	data, err := f.WriteToBuffer()
	if err != nil {
		t.Fatal(err)
	}
	doc, err := read(data.Bytes(), "a.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	if a := doc.Registers[0].Risks[0].Assessment; a.Score.V != 6 || a.Fresh.Score != "8" {
		t.Fatalf("read %+v, want 6 stored and 8 fresh", a)
	}
	_, found := rules.Check([]*model.Document{doc}, rules.Settings{Vocabulary: config.Vocabulary()})
	for _, f := range found {
		switch f.Rule {
		case "risk-value":
			t.Errorf("a stale result is called a wrong value in %s", f.At.Cell())
		case "formula-broken":
			if f.At.Cell() != "E2" || f.Variant != "stale" || f.Fix.Class != rules.Safe {
				t.Errorf("found %+v", f)
			}
			return
		}
	}
	t.Error("the stale result was not found")
}
