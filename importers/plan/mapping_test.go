package plan

import (
	"testing"

	"riskbok/config"
	"riskbok/importers/grid"
	"riskbok/importers/source"
	"riskbok/rules/model"
)

func TestMapped(t *testing.T) {
	places := []model.Place{{Sheet: "Plan"}, {Sheet: "Blad 1"}, {Page: 3}}
	bound := map[string]model.Field{
		"Risktal": model.FieldScore, "B3": model.FieldEvent, "T1": "", "plan!b3": model.FieldArea,
		"'Blad 1'!C4": model.FieldOwner, "s3!2": model.FieldNumber, "Plan!B": model.FieldCost,
	}
	at := func(place, row, col int32) model.Source { return model.Source{Place: place, Row: row, Col: col} }
	for _, tc := range []struct {
		name    string
		heading string
		at      model.Source
		want    model.Field
		ok      bool
	}{
		{"the sheet's cell before any cell", "Risktal", at(0, 3, 2), model.FieldArea, true},
		{"any cell before the heading", "Risktal", at(1, 3, 2), model.FieldEvent, true},
		{"the heading", "RISK-\ntal (S×K)", at(1, 9, 9), model.FieldScore, true},
		{"a quoted sheet, no heading", "", at(1, 4, 3), model.FieldOwner, true},
		{"another sheet's cell", "", at(0, 4, 3), "", false},
		{"a column of a page, no heading", "", at(2, 7, 2), model.FieldNumber, true},
		{"another column of the page", "", at(2, 7, 1), "", false},
		{"the page's column before any cell", "", at(2, 3, 2), model.FieldNumber, true},
		{"a heading that reads as a cell, left out", "T1", at(0, 9, 9), "", true},
		{"nothing", "Kuriosa", at(0, 9, 8), "", false},
		{"a place that does not exist", "", at(7, 4, 3), "", false},
	} {
		got, ok := newMapping(bound, places).mapped(tc.heading, tc.at)
		if got != tc.want || ok != tc.ok {
			t.Errorf("%s: got %q, %v, want %q, %v", tc.name, got, ok, tc.want, tc.ok)
		}
	}
	if _, ok := (*mapping)(nil).mapped("Risktal", at(0, 1, 1)); ok {
		t.Error("no mapping maps something")
	}
}

// That one sheet's cell is left out holds for that sheet alone.
func TestMappedOneSheet(t *testing.T) {
	var doc model.Document
	var tables []grid.Table
	for i, name := range []string{"Ett", "Två"} {
		doc.Places = append(doc.Places, model.Place{Sheet: name})
		table := grid.Table{Name: name, Place: int32(i), Confidence: 1}
		for r, row := range [][]string{
			{"Nr", "Identifierad risk", "Sannolikhet", "Konsekvens", "Riskvärde"},
			{"R1", "Kajen stängs vid storm", "2", "3", "6"},
			{"R2", "Avgifter faktureras fel", "3", "3", "9"},
		} {
			var cells []grid.Cell
			for c, text := range row {
				cells = append(cells, grid.Cell{Text: text, Kind: grid.Text, At: model.Source{Place: int32(i), Row: int32(r + 1), Col: int32(c + 1)}})
			}
			table.Rows = append(table.Rows, cells)
		}
		tables = append(tables, table)
	}
	Read(&doc, tables, source.Options{Vocabulary: config.Vocabulary(), Map: map[string]model.Field{"Två!E1": ""}})
	if len(doc.Registers) != 2 {
		t.Fatalf("%d registers, want 2", len(doc.Registers))
	}
	if !doc.Registers[0].Has(model.FieldScore) || doc.Registers[1].Has(model.FieldScore) {
		t.Errorf("the value is bound in %v and %v, want the first alone", doc.Registers[0].Has(model.FieldScore), doc.Registers[1].Has(model.FieldScore))
	}
	if u := doc.Registers[1].Unknown; len(u) != 1 || u[0].Heading != "Riskvärde" || u[0].Reason != model.ReasonMapped {
		t.Errorf("the column that is left out: %+v", u)
	}
}
