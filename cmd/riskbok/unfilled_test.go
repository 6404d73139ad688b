package main

import (
	"testing"

	"riskbok/rules"
	"riskbok/rules/model"
)

func TestUnfilled(t *testing.T) {
	sheet := func(collected bool, reports ...string) model.FollowUpTable {
		fu := model.FollowUpTable{Collected: collected}
		for _, text := range reports {
			fu.Rows = append(fu.Rows, model.FollowUpRow{Reports: []model.Value[string]{{V: text, OK: text != ""}}})
		}
		return fu
	}
	for name, tt := range map[string]struct {
		sheets []model.FollowUpTable
		want   int
	}{
		"none":                 {nil, 0},
		"the plan's own":       {[]model.FollowUpTable{sheet(false, "", "")}, 0},
		"nobody wrote":         {[]model.FollowUpTable{sheet(true, "", ""), sheet(true, ""), sheet(false, "Klart")}, 2},
		"without rows":         {[]model.FollowUpTable{sheet(true)}, 1},
		"one of several wrote": {[]model.FollowUpTable{sheet(true, ""), sheet(true, "", "Klart"), sheet(true, "")}, 0},
	} {
		var r rules.Report
		for i := range tt.sheets {
			r.Documents = append(r.Documents, &model.Document{FollowUps: tt.sheets[i : i+1]})
		}
		if got := unfilled(&r); got != tt.want {
			t.Errorf("%s: %d, want %d", name, got, tt.want)
		}
	}
}
