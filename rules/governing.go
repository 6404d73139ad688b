package rules

import (
	"riskbok/rules/model"
	"riskbok/rules/scales"
)

// governing gives the treatment that governs a risk: that of the recomputed
// value; where a level is not valid, the written one; where the table does not
// value its risks, that of the same risk in a table of the book that does.
// nil: none, and the rules that need it are silent.
func (c *Case) governing(r *riskRef) *model.Treatment {
	if r.entry.Scale == nil {
		return nil
	}
	a := r.ruling()
	if a.verdict.Valued && !r.entry.Scale.TreatmentsUnsure {
		return a.verdict.Treatment
	}
	if a.Treatment.OK {
		return scales.Named(r.entry.Scale, a.Treatment.V)
	}
	if !r.entry.Has(model.FieldLikelihood) && !r.entry.Has(model.FieldTreatment) {
		if twin := c.twin(r.numberKey(), r.Event.V, &r.entry.Table); twin != nil && (twin.verdict.Valued || twin.Treatment.OK) {
			return c.governing(twin)
		}
	}
	return nil
}
