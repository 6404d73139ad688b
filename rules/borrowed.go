package rules

import (
	"riskbok/rules/model"
)

// leastBorrowed is the share of a table's values that must be those of the same
// risks in another table for its levels to be the ones that the others are judged
// by: a table with fewer holds another value, as the one after measures.
const leastBorrowed = 0.5

// borrow gives the risks of a table that repeats their values without the levels,
// as a plan beside its analysis, the levels and the verdict of the same risks in
// another table of the document.
func (c *Case) borrow() {
	for i := range c.Registers {
		e := &c.Registers[i]
		if e.Scale == nil || e.Has(model.FieldLikelihood) || e.Has(model.FieldConsequence) || len(e.Consequences)+len(e.Valuations) > 0 ||
			!e.Has(model.FieldScore) && !e.Has(model.FieldTreatment) {
			continue
		}
		twins := map[*riskRef]*riskRef{}
		same, of := 0, 0
		for _, r := range c.byEntry[e] {
			t := c.twin(r.numberKey(), r.Event.V, &e.Table)
			if t == nil || t.At.Doc != r.At.Doc || !t.entry.Has(model.FieldLikelihood) || !t.verdict.Valued || r.Event.OK && t.Event.OK && !alike(r.Event.V, t.Event.V) {
				continue
			}
			twins[r] = t
			if r.Score.OK {
				of++
				if r.Score.V == t.verdict.Score || t.Score.OK && r.Score.V == t.Score.V {
					same++
				}
			}
		}
		if e.Has(model.FieldScore) && float64(same) < leastBorrowed*float64(of) {
			continue
		}
		for r, t := range twins {
			r.lender, r.verdict = t, t.verdict
		}
	}
}
