package archive

import "slices"

// aside reports whether a document is the risk analysis that a plan was drawn from, in a
// file of its own: the plan repeats the risks that need a measure, and the others stand in
// the analysis alone. A plan that has dropped a risk looks the same; only a later date or
// a name tells that it took the analysis' place.
func aside(lead, v *version, why Why) bool {
	switch why {
	case WhyUnknown, WhySaved, WhyDecided, WhyDated:
		return lead.claim.Has(ContentPlan) && !v.claim.Has(ContentPlan) && v.claim.Has(ContentAnalysis) && !within(v.claim.Risks, lead.claim.Risks)
	}
	return false
}

// within reports whether all of a sorted list is in another.
func within(list, other []string) bool {
	return !slices.ContainsFunc(list, func(k string) bool { _, ok := slices.BinarySearch(other, k); return !ok })
}

// repeatsPlan reports whether a document follows up what another plans: it has a
// follow-up of the book that the other has not, and no risk that is not the other's.
func (p *planner) repeatsPlan(k Key, i, j int) bool {
	one, other := p.claimOn(k, i), p.claimOn(k, j)
	return one.Has(ContentFollowUp) && !other.Has(ContentFollowUp) && within(one.Risks, other.Risks)
}

// claimOn gives what a document claims of a book.
func (p *planner) claimOn(k Key, i int) Claim {
	for _, c := range p.claims(i) {
		if p.id(i, &c) == k {
			return c
		}
	}
	return Claim{}
}
