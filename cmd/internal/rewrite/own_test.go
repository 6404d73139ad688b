package rewrite_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"riskbok/cmd/internal/rewrite"
	"riskbok/exporters/workbook"
	"riskbok/rules/fulltest"
	"riskbok/rules/model"
)

// TestOwnSheets reads every kind of workbook back: nothing in it comes from a
// sheet that riskbok added of its own, and those that are nothing but such
// sheets hold nothing.
func TestOwnSheets(t *testing.T) {
	cases, err := rewrite.Cases("../../../samples", 1)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range fulltest.Part(cases, 3) {
		t.Run(c.Name, func(t *testing.T) {
			t.Parallel()
			files, err := rewrite.Every(c.Report, c.Inputs, "sv")
			if err != nil {
				t.Fatal(err)
			}
			for _, f := range files {
				readBack(t, f)
			}
		})
	}
}

func readBack(t *testing.T, f model.File) {
	all, own := sheets(t, f)
	got, err := rewrite.Read(f)
	if err != nil {
		t.Errorf("%s: %v", f.Name, err)
		return
	}
	d := got.Documents[0]
	if n := len(d.Budgets) + len(d.Allocations) + len(d.Meetings); n > 0 && !strings.HasPrefix(f.Name, "budget") {
		t.Errorf("%s: %d budgets, allocations and meetings", f.Name, n)
	}
	for i := range got.Findings {
		if found := &got.Findings[i]; found.Rule == "unread" && strings.HasPrefix(f.Name, "budget") {
			t.Errorf("%s: of the workbook's own columns it says %s at %s", f.Name, found.Rule, found.At.Cell())
		}
	}
	d.Sources(func(s *model.Source) {
		if sheet := got.Place(*s).Sheet; !s.IsZero() && own[sheet] {
			t.Errorf("%s: something was read in %s %s", f.Name, sheet, s.Cell())
		}
	})
	if len(own) == all && d.Known() {
		t.Errorf("%s: %d sheets of riskbok's own, and something known in them", f.Name, all)
	}
}

// sheets counts a workbook's sheets and lists those that are riskbok's own.
func sheets(t *testing.T, f model.File) (all int, own map[string]bool) {
	t.Helper()
	x, err := excelize.OpenReader(bytes.NewReader(f.Data))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	own = map[string]bool{}
	for _, n := range x.GetDefinedName() {
		if n.Name == workbook.OwnName {
			own[n.Scope] = true
		}
	}
	return len(x.GetSheetList()), own
}
