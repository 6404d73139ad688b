package main

import (
	"slices"

	"riskbok/rules"
	"riskbok/rules/model"
)

// unfilled gives how many collection sheets were read, where nobody has written on
// any of them; else 0.
func unfilled(r *rules.Report) int {
	n := 0
	for _, d := range r.Documents {
		for i := range d.FollowUps {
			fu := &d.FollowUps[i]
			if !fu.Collected {
				continue
			}
			if slices.ContainsFunc(fu.Rows, func(row model.FollowUpRow) bool {
				return slices.ContainsFunc(row.Reports, func(v model.Value[string]) bool { return v.OK })
			}) {
				return 0
			}
			n++
		}
	}
	return n
}
