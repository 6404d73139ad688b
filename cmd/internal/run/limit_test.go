package run

import (
	"testing"

	"riskbok/cmd/internal/files"
	"riskbok/rules/model"
)

// TestSortLimited: of a named file in which nothing was found before a limit was reached
// nobody knows that it holds no table.
func TestSortLimited(t *testing.T) {
	limit := model.Damage{Code: "limit", Args: map[string]string{"cost": "tables"}}
	for _, tc := range []struct {
		damage []model.Damage
		want   string
	}{
		{nil, "no-table"}, {[]model.Damage{{Code: "sheet-damaged"}}, "no-table"}, {[]model.Damage{{Code: "sheet-damaged"}, limit}, "limit"},
	} {
		got := Sort(files.Input{Name: "budget.xlsx", Named: true}, Result{Document: &model.Document{Damage: tc.damage}})
		if got.Unreadable == nil || got.Unreadable.Code != tc.want || tc.want == "limit" && got.Unreadable.Args["cost"] != "tables" {
			t.Errorf("%v: got %+v, want %s", tc.damage, got.Unreadable, tc.want)
		}
	}
}
