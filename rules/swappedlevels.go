package rules

import "riskbok/rules/model"

var swappedLevels = Rule{Name: "swapped-levels", Severity: Warning, Fix: Judgement, Check: checkSwappedLevels}

func checkSwappedLevels(c *Case) []Finding {
	var out []Finding
	for _, r := range c.risks {
		for a := range r.assessed() {
			if !swapped(a) {
				continue
			}
			f := c.assessedFinding(r, a, model.FieldLikelihood, a.Likelihood.At, "swapped")
			f.Found = model.Clean(a.Likelihood.Raw)
			f.Expected = model.Clean(a.Consequence.Raw)
			f.Args["other"] = a.Consequence.At
			f.Related = []model.Source{a.Consequence.At}
			f.scaleOrigin(r.entry.Scale)
			f.Fix = &Fix{Class: Judgement}
			out = append(out, f)
		}
	}
	return out
}

// swapped reports whether each of two levels is a label of the other axis and
// not of its own.
func swapped(a *assessed) bool {
	s := a.entry.Scale
	if s == nil || !a.has(model.FieldLikelihood) || !a.has(model.FieldConsequence) || len(a.Consequences) > 0 {
		return false
	}
	if !a.Likelihood.OK || !a.Consequence.OK || a.Likelihood.V.Label == "" || a.Consequence.V.Label == "" {
		return false
	}
	return s.Likelihood.Find(a.Likelihood.V) == nil && s.Consequence.Find(a.Consequence.V) == nil &&
		s.Consequence.Find(a.Likelihood.V) != nil && s.Likelihood.Find(a.Consequence.V) != nil
}
