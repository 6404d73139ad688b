package importers

import (
	"testing"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

func TestClip(t *testing.T) {
	wide := func(text string) []grid.Cell {
		row := make([]grid.Cell, 16384)
		row[3].Text, row[16000].Text = "a", text
		return row
	}
	narrow := grid.Table{Name: "Smalt", Rows: [][]grid.Cell{{{Text: "a"}}}}
	d := &model.Document{}
	in := []grid.Table{narrow, {Name: "Tomt", Place: 1, Rows: [][]grid.Cell{wide("")}}, {Name: "Brett", Place: 2, Rows: [][]grid.Cell{{{Text: "b"}}, wide("x")}}}
	out := clip(d, in)
	if len(out[1].Rows[0]) != tolerances.widest || len(out[2].Rows[1]) != tolerances.widest || len(out[2].Rows[0]) != 1 || len(in[2].Rows[1]) != 16384 {
		t.Errorf("%d %d", len(out[1].Rows[0]), len(out[2].Rows[1]))
	}
	if len(d.Damage) != 1 || d.Damage[0].Args["sheet"] != "Brett" || d.Damage[0].At.Place != 2 {
		t.Errorf("%+v", d.Damage)
	}
	if same := clip(d, in[:1]); &same[0] != &in[0] {
		t.Error("what is narrow was copied")
	}
}
