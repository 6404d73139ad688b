package rules

import "riskbok/rules/model"

// missing finds the empty cells of a plan column in the measures of risks that
// must have a place in the plan.
func (c *Case) missing(field model.Field, of func(*model.Measure) (filled bool, at model.Source)) []Finding {
	var out []Finding
	for _, r := range c.risks {
		if !r.entry.Plan || !r.entry.Has(field) {
			continue
		}
		t := c.governing(r)
		if t == nil || !t.InPlan {
			continue
		}
		seen := map[model.Source]bool{}
		for i := range r.Measures {
			filled, at := of(&r.Measures[i])
			if filled || seen[at] {
				continue
			}
			seen[at] = true
			f := c.riskFinding(r, field, at, "empty")
			f.Args["treatment"] = t.Label
			f.Fix = &Fix{Class: Judgement}
			out = append(out, f)
		}
	}
	return out
}
