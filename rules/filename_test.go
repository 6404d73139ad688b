package rules

import (
	"testing"

	"riskbok/rules/model"
)

// TestFileName: folders are told only where they tell files apart.
func TestFileName(t *testing.T) {
	for name, want := range map[string]map[string]string{
		"alone":        {"/home/anna/plan.xlsx": "plan.xlsx"},
		"others":       {`C:\Users\anna\plan.xlsx`: "plan.xlsx", "/srv/mötesbok.pdf": "mötesbok.pdf"},
		"same name":    {"/home/anna/2025/plan.xlsx": "2025/plan.xlsx", "/home/anna/2026/plan.xlsx": "2026/plan.xlsx"},
		"one beneath":  {"plan.xlsx": "plan.xlsx", "gamla/plan.xlsx": "gamla/plan.xlsx"},
		"deep":         {"a/x/b/plan.xlsx": "x/b/plan.xlsx", "a/y/b/plan.xlsx": "y/b/plan.xlsx"},
		"stdin":        {"-": "-"},
		"other system": {`möten\a\plan.xlsx`: "a/plan.xlsx", `möten\b\plan.xlsx`: "b/plan.xlsx"},
		"two drives":   {`C:\plan.xlsx`: "C:/plan.xlsx", `D:\plan.xlsx`: "D:/plan.xlsx"},
	} {
		r := &Report{}
		for f := range want {
			switch len(r.Documents) {
			case 0:
				r.Documents = append(r.Documents, &model.Document{File: f})
			default:
				r.Unreadable = append(r.Unreadable, Unreadable{File: f})
			}
		}
		for f, want := range want {
			if got := r.FileName(f); got != want {
				t.Errorf("%s: %s is called %s, want %s", name, f, got, want)
			}
		}
	}
}
