package rules

import (
	"iter"

	"riskbok/rules/model"
	"riskbok/rules/scales"
)

// assessed is one valuation of a risk on one row, with what follows from its
// levels. Which is its place among the register's further valuations, −1 for the
// first one.
type assessed struct {
	*model.Assessment
	verdict   scales.Verdict
	which     int
	valuation *model.Valuation // nil: the first
	entry     *model.Entry
}

// assessed gives all valuations of a risk: the first on every row that values
// it, then the further ones. What is yielded holds until the next is.
func (r *riskRef) assessed() iter.Seq[*assessed] {
	return func(yield func(*assessed) bool) {
		a := r.first()
		if !yield(&a) {
			return
		}
		for i := range r.Repeats {
			a.Assessment, a.verdict = &r.Repeats[i], scales.Judge(r.entry.Scale, &r.Repeats[i])
			if !yield(&a) {
				return
			}
		}
		for i := range min(len(r.entry.Valuations), len(r.Valuations)) {
			if a = r.valued(i); !yield(&a) {
				return
			}
		}
	}
}

// first gives the first valuation of the risk on its first row.
func (r *riskRef) first() assessed {
	a := assessed{Assessment: &r.Assessment, verdict: r.verdict, which: -1, entry: r.entry}
	if r.lender != nil {
		own, of := r.Assessment, r.lender.first()
		own.Likelihood, own.Consequence, own.Consequences = of.Likelihood, of.Consequence, of.Consequences
		a.Assessment = &own
	}
	return a
}

// valued gives the further valuation with that index. A level for which it has
// no column is that of the first: what may happen is the same, measures or not.
func (r *riskRef) valued(which int) assessed {
	own := r.Valuations[which]
	a := assessed{Assessment: &own, which: which, valuation: &r.entry.Valuations[which], entry: r.entry}
	if !a.has(model.FieldLikelihood) && !a.Likelihood.Says() {
		a.Likelihood = r.Likelihood
	}
	if !a.has(model.FieldConsequence) && !a.Consequence.Says() && len(a.Consequences) == 0 {
		a.Consequence, a.Consequences = r.Consequence, r.Consequences
	}
	a.verdict = scales.Judge(r.entry.Scale, a.Assessment)
	return a
}

// ruling gives the valuation whose treatment governs the risk: the first, or
// that of the further ones beside which alone a treatment is recommended.
func (r *riskRef) ruling() assessed {
	if !r.entry.Has(model.FieldTreatment) {
		for i := range r.entry.Valuations {
			if r.entry.Valuations[i].Has(model.FieldTreatment) && i < len(r.Valuations) {
				return r.valued(i)
			}
		}
	}
	return r.first()
}

// has reports whether the valuation has a column of its own for a field.
func (a *assessed) has(f model.Field) bool {
	if a.valuation == nil {
		return a.entry.Has(f) || f == model.FieldConsequence && len(a.entry.Consequences) > 0
	}
	return a.valuation.Has(f) || f == model.FieldConsequence && len(a.valuation.Consequences) > 0
}

// levelsAt gives where the levels stand.
func (a *assessed) levelsAt() []model.Source {
	out := []model.Source{a.Likelihood.At}
	for _, v := range a.Weighed() {
		out = append(out, v.At)
	}
	return out
}

// consequences gives the columns of consequences where several are weighed.
func (a *assessed) consequences() []model.Column {
	if a.valuation == nil {
		return a.entry.Consequences
	}
	return a.valuation.Consequences
}

// counts notes which of several consequences a value comes from.
func (f *Finding) counts(a *assessed) {
	if several := a.consequences(); len(several) > 1 && a.verdict.Counts < len(several) {
		f.Args["counts"] = model.Clean(several[a.verdict.Counts].Heading)
	}
}

// assessedFinding starts a finding about a field of a valuation: on a further
// one its path ends with that one's key, and it says which.
func (c *Case) assessedFinding(r *riskRef, a *assessed, field model.Field, at model.Source, variant string) Finding {
	f := c.riskFinding(r, field, at, variant)
	if a.valuation != nil {
		f.Path += "/" + a.valuation.Key
		f.Valuation = a.valuation.Name
	}
	if r.lender != nil && a.which < 0 {
		f.Related = append(f.Related, a.levelsAt()...)
	}
	return f
}
