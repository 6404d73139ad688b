package summary

import (
	"slices"
	"testing"

	"riskbok/rules"
	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// TestAccountUnits: that a budget states no unit is said, once for each place.
func TestAccountUnits(t *testing.T) {
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	at := func(place int32) model.Source { return model.Source{Doc: 1, Place: place, Row: 1, Col: 1} }
	d := &model.Document{ID: 1, File: "drift.xlsx", Kind: model.KindWorkbook, Places: []model.Place{{Sheet: "Drift"}, {Sheet: "Hamn"}}}
	d.Budgets = []model.Budget{{At: at(0)}, {At: at(0)}, {At: at(1), Unit: model.UnitTkr}}
	r := &rules.Report{Documents: []*model.Document{d}}
	want := "Ingen enhet (kr, tkr eller mnkr) framgår för beloppen på bladet Drift. De har granskats som de står."
	if got := AccountOf(r, cat).Lines(); !slices.Contains(got, want) {
		t.Errorf("says %q, want %q", got, want)
	}
	d.Budgets = d.Budgets[2:]
	if got := AccountOf(r, cat).NoUnit; got != "" {
		t.Errorf("says %q of a budget with its unit", got)
	}
}
