package budget

import (
	"fmt"
	"testing"

	"riskbok/config"
	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// register is a large table that is no budget, as most sheets are.
func register(rows int) grid.Table {
	texts := []string{"R%d", "Drift", "Kajen stängs vid storm och budgeten för år 2026 räcker inte %d", "Möjlig", "Kännbar", "9", "Reducera risk", "Reducera risk", "Se över förtöjningen", "12000", "Hamnchef", "T1, T2"}
	t := grid.Table{Name: "Plan"}
	for r := range rows {
		row := make([]grid.Cell, len(texts))
		for c, text := range texts {
			if c == 0 || c == 2 {
				text = fmt.Sprintf(text, r)
			}
			row[c] = grid.Cell{Text: text, Kind: grid.Text, At: model.Source{Row: int32(r + 1), Col: int32(c + 1)}}
		}
		t.Rows = append(t.Rows, row)
	}
	return t
}

// BenchmarkPassOver: 10,000 rows of something else, none of them known to be
// taken.
func BenchmarkPassOver(b *testing.B) {
	tables := []grid.Table{register(10000)}
	for b.Loop() {
		doc := &model.Document{Kind: model.KindWorkbook, Places: []model.Place{{Sheet: "Plan"}}}
		Read(doc, tables, nil, config.BudgetWords(), nil)
	}
}

func BenchmarkParties(b *testing.B) {
	tables := []grid.Table{sheet("Budget 2027", "Budget, tkr\n"+parties)}
	for b.Loop() {
		doc := &model.Document{Kind: model.KindWorkbook, Places: []model.Place{{Sheet: "Budget"}}}
		Read(doc, tables, nil, config.BudgetWords(), nil)
	}
}
