package controlplan_test

import (
	"slices"
	"strings"
	"testing"

	"riskbok/config"
	"riskbok/exporters/controlplan"
)

// Risks without numbers are known by their texts and actions, on the sheets and
// back again, also where nobody answers for them.
func TestCollectUnnumbered(t *testing.T) {
	plan := shifted(t, "plan.xlsx", "\nR1|", "\n|", "\nR3|", "\n|", "\nR4|", "\n|", "\nR5|", "\n|")
	sheet := collected(t, controlplan.Collection{Period: "Årsbokslut"}, plan)["hamnnamnden-2026-arsbokslut-utan-ansvarig.xlsx"]
	if got, want := sheetRows(t, sheet, "Årsbokslut"), []string{"|Avtal löper ut|Avtalen gås igenom||T2: N/A|"}; !slices.Equal(got, want) {
		t.Errorf("the sheet has %q, want %q", got, want)
	}
	report := judged(t, plan, filled(t, sheet, map[string]string{"F7": "Tre avtal är nya"}))
	files, err := controlplan.Render(report, options(t, config.DefaultTemplate))
	if err != nil || len(files) != 1 {
		t.Fatalf("%d workbooks (%v)", len(files), err)
	}
	var got []string
	for _, r := range table(t, open(t, files[0]), "Uppföljning", "Åtgärd") {
		got = append(got, r["Åtgärd"]+"|"+r["Årsbokslut"])
	}
	want := []string{"Rutin för storm tas fram|", "Larmlistan prövas|", "Stickprov varje månad|", "Avtalen gås igenom|Tre avtal är nya"}
	if !slices.Equal(got, want) {
		t.Errorf("the follow-up is\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	found := said(report.Findings)
	if !slices.Contains(found, "info followup-collected") || slices.ContainsFunc(found, func(s string) bool { return strings.Contains(s, "unread") }) {
		t.Errorf("findings are %v", found)
	}
}
