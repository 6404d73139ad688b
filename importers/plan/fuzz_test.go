package plan

import (
	"strings"
	"testing"
	"unicode/utf8"

	"riskbok/config"
	"riskbok/importers/grid"
	"riskbok/importers/source"
	"riskbok/rules/model"
)

// fuzzSheet makes a grid of a text: a line a row, cells divided by "|".
func fuzzSheet(text string) grid.Table {
	t := grid.Table{Name: "Blad1", Confidence: 1}
	for row, line := range strings.Split(text, "\n") {
		t.Rows = append(t.Rows, nil)
		for col, text := range strings.Split(line, "|") {
			c := grid.Cell{Text: text, Kind: grid.Text, At: model.Source{Row: int32(row + 1), Col: int32(col + 1)}}
			if _, whole := grid.ParseWhole(text); whole {
				c.Kind = grid.Number
			} else if strings.TrimSpace(text) == "" {
				c.Kind = grid.Empty
			}
			t.Rows[row] = append(t.Rows[row], c)
		}
	}
	return t
}

// What is read of a sheet stands on it: every event of a risk, and every place.
func FuzzRead(f *testing.F) {
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || len(text) > 4<<10 || strings.Count(text, "\n") > 100 {
			return
		}
		s := fuzzSheet(text)
		doc := &model.Document{Places: []model.Place{{Sheet: s.Name}}}
		cost, stop := source.NewBudget(t.Context(), source.Limits{})
		defer stop()
		Read(doc, []grid.Table{s}, source.Options{Vocabulary: config.Vocabulary(), Cost: cost})
		for i := range doc.Registers {
			for _, r := range doc.Registers[i].Risks {
				at := r.Event.At
				if r.Event.V != "" && (at.Row < 1 || int(at.Row) > len(s.Rows)) {
					t.Errorf("%q: an event of row %d", r.Event.V, at.Row)
				}
				if first, _, _ := strings.Cut(r.Event.V, " "); !strings.Contains(model.Clean(strings.ReplaceAll(text, "|", " ")), first) {
					t.Errorf("%q does not stand there", r.Event.V)
				}
			}
		}
	})
}
