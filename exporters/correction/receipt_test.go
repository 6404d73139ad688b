package correction

import (
	"strings"
	"testing"

	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/model"
)

// TestReceiptAccepted: what somebody has accepted as it is stands in the receipt,
// with why, who and when, and what is open does not.
func TestReceiptAccepted(t *testing.T) {
	d := &model.Document{ID: 1, File: "/home/anna/plan.xlsx", Kind: model.KindWorkbook, Places: []model.Place{{File: "/home/anna/plan.xlsx", Sheet: "Riskanalys"}}}
	at := model.Source{Doc: 1, Row: 5, Col: 6}
	r := &rules.Report{Documents: []*model.Document{d}, Findings: []rules.Finding{
		{Rule: "risk-value", At: at, Risk: "R2", Found: "6", Expected: "8", Path: "p", Accepted: &rules.Acceptance{
			Reason: "Avvaktar ny skala", By: "Nämnden", Date: model.Date{Year: 2026, Month: 2, Day: 17}, Decision: "§ 12",
		}},
		{Rule: "missing-owner", At: at, Path: "open"},
	}}
	data, err := Receipt(r, nil, output.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{
		`"file": "plan.xlsx"`, `"sheet": "Riskanalys"`, `"cell": "F5"`, `"reason": "Avvaktar ny skala"`, `"by": "Nämnden"`, `"date": "2026-02-17"`, `"decision": "§ 12"`,
	} {
		if !strings.Contains(string(data), want) {
			t.Errorf("no %s in\n%s", want, data)
		}
	}
	if strings.Contains(string(data), "missing-owner") || strings.Contains(string(data), "/home") {
		t.Errorf("the receipt tells too much:\n%s", data)
	}
	r.Findings = nil
	if data, _ := Receipt(r, nil, output.Options{}); strings.Contains(string(data), "accepted") {
		t.Errorf("nothing is accepted:\n%s", data)
	}
}
