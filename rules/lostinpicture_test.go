package rules

import (
	"testing"

	"riskbok/rules/model"
)

// TestLostInPicture: what is empty on a page that was recognized is told as not
// checked, once for a page; elsewhere it is missing.
func TestLostInPicture(t *testing.T) {
	docs := map[int32]*model.Document{1: {ID: 1, Places: []model.Place{{Page: 1, Recognized: true}, {Page: 2}}}}
	at := func(place, row int32) model.Source { return model.Source{Doc: 1, Place: place, Row: row} }
	found := []Finding{
		{Rule: "risk-value", Variant: "empty", At: at(0, 2)},
		{Rule: "risk-value", Variant: "wrong", At: at(0, 3)},
		{Rule: "missing-owner", At: at(0, 4)},
		{Rule: "risk-value", Variant: "empty", At: at(1, 2)},
		{Rule: "scale-definition", At: at(1, 9)},
	}
	got := asLost(found, docs)
	want := []string{"not-checked lost-cells", "risk-value wrong", "risk-value empty", "scale-definition "}
	if len(got) != len(want) {
		t.Fatalf("got %d findings, want %d", len(got), len(want))
	}
	for i, f := range got {
		if s := f.Rule + " " + f.Variant; s != want[i] {
			t.Errorf("finding %d: got %s, want %s", i, s, want[i])
		}
	}
	if n := got[0].Args["n"]; n != 2 {
		t.Errorf("told of %v cells, want 2", n)
	}
	if got := asLost(found[4:], map[int32]*model.Document{1: {ID: 1, Places: []model.Place{{}, {Recognized: true}}}}); got[0].Variant != "lost-scale" {
		t.Errorf("a scale that does not add up on a recognized page: got %s", got[0].Variant)
	}
}
