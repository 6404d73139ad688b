package budget

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"riskbok/config"
	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// fuzzGrid makes a grid of a text: a line a row, cells divided by "|".
func fuzzGrid(text string) grid.Table {
	t := grid.Table{Name: "Budget", Confidence: 1}
	for row, line := range strings.Split(text, "\n") {
		t.Rows = append(t.Rows, nil)
		for col, text := range strings.Split(line, "|") {
			c := grid.Cell{Text: text, Kind: grid.Text, At: model.Source{Row: int32(row + 1), Col: int32(col + 1)}}
			if strings.TrimSpace(text) == "" {
				c.Kind = grid.Empty
			}
			t.Rows[row] = append(t.Rows[row], c)
		}
	}
	return t
}

// What is read of a budget stands on the sheet: every name of a line. Amounts that
// stand on one line are as many as were asked for.
func FuzzRead(f *testing.F) {
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 4<<10 {
			return
		}
		doc := &model.Document{Places: []model.Place{{Sheet: "Budget"}}}
		budgets, _ := Read(doc, []grid.Table{fuzzGrid(text)}, nil, config.BudgetWords(), nil)
		for _, b := range budgets {
			for _, l := range b.Lines {
				if first, _, _ := strings.Cut(l.Name.V, " "); !strings.Contains(model.Clean(strings.ReplaceAll(text, "|", " ")), first) {
					t.Errorf("%q does not stand there", l.Name.V)
				}
			}
		}
		for n := 1; n < 4; n++ {
			var amounts []decimal.Decimal
			amounts, ok := SplitAmounts(text, n)
			if ok && len(amounts) != n {
				t.Errorf("%q: %d amounts, want %d", text, len(amounts), n)
			}
		}
	})
}
