package run

import (
	"context"
	"slices"

	"riskbok/rules"
	"riskbok/rules/model"
)

// Uncovered judges a file that was changed and gives the report of it with no findings
// but the errors that can be seen only now: a level that is spelt as on the scale gives
// a value to compare with, which a misspelt one does not, so that a copy would seem to
// be right where nothing judged it. Known is the report that the changes were made of:
// what it has, or the file had by itself before, is not new.
func Uncovered(ctx context.Context, before, after model.File, known *rules.Report, o Options) (*rules.Report, error) {
	was, err := Judge(ctx, before, o)
	if err != nil {
		return nil, err
	}
	is, err := Judge(ctx, after, o)
	if err != nil {
		return nil, err
	}
	old := map[string]bool{}
	for _, r := range []*rules.Report{was, known} {
		for i := range r.Findings {
			old[r.Findings[i].Path] = true
		}
	}
	is.Findings = slices.DeleteFunc(is.Findings, func(f rules.Finding) bool { return f.Severity != rules.Error || old[f.Path] })
	return is, nil
}
