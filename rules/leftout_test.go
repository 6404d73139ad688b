package rules

import (
	"testing"

	"riskbok/rules/model"
)

// TestLeftOut: of a column that the user has said is none nothing is told.
func TestLeftOut(t *testing.T) {
	at := func(row, col int32) model.Source { return model.Source{Row: row, Col: col} }
	for reason, want := range map[model.Reason]int{"": 1, model.ReasonMapped: 0} {
		c := &Case{Settings: &Settings{}, Book: &model.Book{
			Registers: []model.Entry{{Register: &model.Register{Table: model.Table{Unknown: []model.Column{{Heading: "Metod", Reason: reason, At: at(1, 7)}}}}}},
			Unread:    []model.Value[string]{model.Text("stickprov", at(2, 7)), model.Text("intervju", at(3, 7))},
		}}
		if got := checkUnread(c); len(got) != want {
			t.Errorf("%q: %d findings, want %d", reason, len(got), want)
		}
	}
}
