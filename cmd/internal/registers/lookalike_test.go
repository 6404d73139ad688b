package registers_test

import (
	"testing"

	"riskbok/cmd/internal/registers"
	"riskbok/rules"
)

// lookAlikes is how many workbooks without a register there are.
const lookAlikes = 120

// TestLookAlikes: in a workbook without a risk nothing is read as a register, a
// follow-up or a scale, and nothing is found to be wrong or not checked.
func TestLookAlikes(t *testing.T) {
	all := registers.LookAlikes()
	if len(all) != lookAlikes {
		t.Errorf("%d look-alikes, want %d", len(all), lookAlikes)
	}
	names := map[string]bool{}
	for i := range all {
		l := &all[i]
		if names[l.Name] {
			t.Errorf("%s stands twice", l.Name)
		}
		names[l.Name] = true
		t.Run(l.Name, func(t *testing.T) {
			doc, _, found := judge(t, l.Name, &l.Book)
			for i := range doc.Registers {
				t.Errorf("read as a register: sheet %s", doc.Registers[i].Name)
			}
			for i := range doc.FollowUps {
				t.Errorf("read as a follow-up: sheet %s", doc.FollowUps[i].Name)
			}
			for i := range doc.Scales {
				t.Errorf("read as a scale at %s", doc.Scales[i].At.Cell())
			}
			for i := range found {
				if f := &found[i]; f.Severity.Rank() >= rules.Warning.Rank() || f.Rule == "not-checked" {
					t.Errorf("%s %s at %s (%s → %s)", f.Severity, f.Rule, f.At.Cell(), f.Found, f.Expected)
				}
			}
		})
	}
}
