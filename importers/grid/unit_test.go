package grid_test

import (
	"testing"

	"riskbok/config"
	"riskbok/importers/grid"
)

// Costs are read with their units, in the unit of the column's heading or in
// kronor.
func TestCostValue(t *testing.T) {
	units := grid.NewUnitWords(config.Vocabulary().AmountUnits)
	for _, tt := range []struct{ heading, text, want string }{
		{"Kostnad", "50 000 kr", "50000"},
		{"Kostnad", "25 tkr", "25000"},
		{"Kostnad", "1 250- tkr", "-1250000"},
		{"Kostnad", "1,5 mnkr", "1500000"},
		{"Kostnad", "2 500:-", "2500"},
		{"Kostnad", "tusen kr", ""},
		{"Kostnad", "ca 25 tkr", ""},
		{"Kostnad", "25 dagar", ""},
		{"Kostnad tkr", "25 tkr", "25"},
		{"Kostnad (tkr)", "12 500 kr", "12.5"},
		{"Kostnad tkr", "40", "40"},
		{"Kostnad i 1000-tal kronor", "2 mkr", "2000"},
	} {
		v := grid.CostValue(&grid.Cell{Text: tt.text, Kind: grid.Text}, units, tt.heading)
		got := ""
		if v.OK {
			got = v.V.String()
		}
		if got != tt.want || v.Raw != tt.text {
			t.Errorf("%s under %s: %q, want %q", tt.text, tt.heading, got, tt.want)
		}
	}
}
