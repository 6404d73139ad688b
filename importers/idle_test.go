package importers

import (
	"testing"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// TestIdle: a sheet that holds something of which nothing was understood is marked,
// an empty one and one that anything is said of are not.
func TestIdle(t *testing.T) {
	sheet := func(place int32, text string) grid.Table {
		return grid.Table{Place: place, Rows: [][]grid.Cell{{{}, {Text: text}}}}
	}
	tables := []grid.Table{sheet(0, "Process"), sheet(1, "Riskanalys"), sheet(2, " "), sheet(3, "Skala"), sheet(4, "x"), sheet(5, "Telefon")}
	d := &model.Document{ID: 1, Kind: model.KindWorkbook, Places: make([]model.Place, 7)}
	d.Registers = []model.Register{{Table: model.Table{At: model.Source{Doc: 1, Place: 1, Row: 1, Col: 1}}}}
	d.Scales = []model.Scale{{At: model.Source{Doc: 1, Place: 3, Row: 1, Col: 1}}}
	d.Damage = []model.Damage{{Code: "sheet-damaged", At: model.Source{Doc: 1, Place: 4}}}
	markIdle(d, tables)
	for i, want := range []bool{true, false, false, false, false, true, false} {
		if d.Places[i].Idle != want {
			t.Errorf("place %d: idle %v, want %v", i, d.Places[i].Idle, want)
		}
	}
	pdf := &model.Document{Kind: model.KindPDF, Places: make([]model.Place, 1)}
	if markIdle(pdf, tables[:1]); pdf.Places[0].Idle {
		t.Error("a page of running text is marked")
	}
}
