package summary

import (
	"testing"

	"riskbok/rules"
)

// TestNotChecked counts what was not judged, be it that a scale and its values depart;
// what somebody has accepted is counted there.
func TestNotChecked(t *testing.T) {
	r := &rules.Report{Findings: []rules.Finding{
		{Rule: rules.NotChecked, Variant: "no-value", Severity: rules.Warning},
		{Rule: "scale-definition", Variant: "departs-printed", Severity: rules.Warning},
		{Rule: "scale-definition", Variant: "unusual", Severity: rules.Warning},
		{Rule: "scale-definition", Variant: "departs", Severity: rules.Warning, Accepted: &rules.Acceptance{}},
	}}
	if got := Of(r).NotChecked; got != 2 {
		t.Errorf("%d not checked, want 2", got)
	}
}
