package overview

import (
	"strings"
	"testing"

	"riskbok/exporters/output"
	"riskbok/exporters/workbook/booktest"
	"riskbok/rules/lang"
)

// TestOutputsTold: an output that could not be written is said to be that and is no
// link, one that somebody has changed is both, and a row of an earlier run says so.
func TestOutputsTold(t *testing.T) {
	cat, err := lang.Get("sv")
	if err != nil {
		t.Fatal(err)
	}
	o := &Overview{Year: 2026, Rows: []Row{
		{Board: "Hamnnämnden", Year: 2026, Outputs: Outputs{Plans: []string{"hamn.xlsx"}, Lists: []string{"fynd.xlsx"}, Unwritten: []string{"hamn.xlsx"}}},
		{Board: "Kulturnämnden", Year: 2026, Stale: true, Outputs: Outputs{Plans: []string{"kultur.xlsx"}, Kept: []string{"kultur.xlsx"}}},
	}}
	page, err := HTML(o, output.Options{Lang: cat})
	if err != nil {
		t.Fatal(err)
	}
	data, err := Excel(o, output.Options{Lang: cat})
	if err != nil {
		t.Fatal(err)
	}
	var sheets strings.Builder
	for _, text := range booktest.Parts(t, data) {
		sheets.WriteString(text)
	}
	for _, text := range []string{string(page), sheets.String()} {
		for _, want := range []string{"Kunde inte skrivas", "fynd.xlsx", "kultur.xlsx", "Plan, ändrad av någon", "Från en tidigare körning"} {
			if !strings.Contains(text, want) {
				t.Errorf("%q is not said in %.300s", want, text)
			}
		}
		if strings.Contains(text, "hamn.xlsx") {
			t.Error("what was not written is a link")
		}
	}
}
