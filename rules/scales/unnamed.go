package scales

import "riskbok/rules/model"

// unnamed reports whether a scale names no level: its axes are numbers alone,
// as on the sides of a matrix.
func unnamed(s *model.Scale) bool {
	for _, a := range []*model.Axis{&s.Likelihood, &s.Consequence} {
		for i := range a.Levels {
			if a.Levels[i].Label != "" {
				return false
			}
		}
	}
	return true
}

// inWords reports whether most levels of registers are written as labels without
// a number. Axes of bare numbers say nothing of such.
func inWords(registers []*model.Register) bool {
	words, all := 0, 0
	count := func(v model.Value[model.Level]) {
		if v.OK {
			all++
			if v.V.Label != "" && !v.V.HasNumber {
				words++
			}
		}
	}
	for _, r := range registers {
		for i := range r.Risks {
			for a := range r.Risks[i].Assessments() {
				count(a.Likelihood)
				for _, c := range a.Weighed() {
					count(c)
				}
			}
		}
	}
	return words*2 > all
}
