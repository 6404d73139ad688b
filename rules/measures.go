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

// listsOwned reports whether a plan values no risks, and neither does any table of
// its book, and nearly all its risks with an action have an owner: what stands in it
// is what its board has decided on, and one without has been forgotten.
func (c *Case) listsOwned(e *model.Entry) bool {
	for i := range c.Registers {
		if c.Registers[i].Analysis {
			return false
		}
	}
	acts, owned := 0, 0
	for _, r := range c.byEntry[e] {
		if a, o := acted(r); a {
			acts++
			if o {
				owned++
			}
		}
	}
	return float64(owned) >= ownedShare*float64(acts)
}

// ownedShare is the part of such risks that have one.
const ownedShare = .8

// acted reports whether a risk has an action, and whether any of its measures has
// an owner.
func acted(r *riskRef) (action, owner bool) {
	for i := range r.Measures {
		action = action || r.Measures[i].Action.OK
		owner = owner || r.Measures[i].Owner.Says()
	}
	return action, owner
}

// ownerless finds the risks with an action and no owner in a plan in which they have
// owners.
func (c *Case) ownerless() []Finding {
	var out []Finding
	for i := range c.Registers {
		e := &c.Registers[i]
		if !e.Plan || !e.Has(model.FieldOwner) || !c.listsOwned(e) {
			continue
		}
		for _, r := range c.byEntry[e] {
			if action, owner := acted(r); action && !owner && c.governing(r) == nil {
				f := c.riskFinding(r, model.FieldOwner, r.Measures[0].Owner.At, "listed")
				f.Fix = &Fix{Class: Judgement}
				out = append(out, f)
			}
		}
	}
	return out
}
