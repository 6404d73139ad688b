package rules

import (
	"slices"

	"riskbok/rules/model"
)

var planMembership = Rule{Name: "plan-membership", Severity: Error, Fix: Judgement, Check: checkPlanMembership}

func checkPlanMembership(c *Case) []Finding {
	var out []Finding
	all, wanted := c.joinFiles(c.listings()), c.wanted()
	if c.board != nil {
		all = slices.DeleteFunc(slices.Clone(all), func(l *listing) bool { return !c.board[l.table.At.Doc] })
		wanted = slices.DeleteFunc(wanted, c.saidByUnit)
	}
	for _, l := range all {
		for _, r := range wanted {
			if !l.tables[&r.entry.Table] && !c.held(l, r) && !c.putAway(l, r) && !l.followsOther(all, r) && !(c.unitFiles.elsewhere(l, r) && !l.hasMost(r.At.Doc, wanted)) {
				out = append(out, c.membershipFinding(l, r))
			}
		}
	}
	out = append(out, c.followedThoughAccepted()...)
	out = append(out, c.unplanned(wanted)...)
	return append(out, c.ownLimits()...)
}

// held is [listing.holds]; beside files of units a number of the whole board's means the
// risk that it stands beside only.
func (c *Case) held(l *listing, r *riskRef) bool {
	if c.board == nil || c.board[r.At.Doc] || !r.Event.OK {
		return l.holds(r)
	}
	text := model.Key(r.Event.V)
	if l.filled().events[text] {
		return true
	}
	events, met := l.numbers[r.numberKey()]
	return met && !unlike(events, map[string]bool{text: true})
}

// followsOther reports whether a listing is a follow-up that need not have a risk,
// for the plan has not: it is filled by no limit, and the follow-up follows it.
func (l *listing) followsOther(all []*listing, r *riskRef) bool {
	if s := r.entry.Scale; l.plan || s == nil || s.PlanLimit == nil || !s.PlanLimit.Unproven {
		return false
	}
	isPlan := func(o *listing) bool { return o.plan && !o.tables[&r.entry.Table] }
	return slices.ContainsFunc(all, isPlan) && !slices.ContainsFunc(all, func(o *listing) bool { return isPlan(o) && o.holds(r) })
}

// mustBePlanned reports whether a risk must have a place in the plan: by the value from
// which the plan shows that risks have one, else by its governing treatment.
func (c *Case) mustBePlanned(r *riskRef) bool {
	if l := c.limitOf(r); l != nil {
		return r.ruling().verdict.Score >= l.From
	}
	t := c.governing(r)
	return t != nil && t.InPlan
}

// limitOf gives the limit by which a plan is filled that a risk is judged by, nil
// where that is its treatment.
func (c *Case) limitOf(r *riskRef) *model.PlanLimit {
	if s := r.entry.Scale; s != nil && s.PlanLimit != nil && r.ruling().verdict.Valued {
		return s.PlanLimit
	}
	return nil
}

// putAway reports whether a listing is a register of its own on a hidden sheet, as a
// year before is: what a reader sees has no place in it.
func (c *Case) putAway(l *listing, r *riskRef) bool {
	return c.hidden != nil && l.plan && l.table.Has(model.FieldLikelihood) && c.hidden(l.table.At) && !c.hidden(r.At)
}

// wanted gives the risks that must have a place in the plan, each once: where a table
// values it, as it stands there and not in a plan that goes by that value, whichever
// file comes first.
func (c *Case) wanted() []*riskRef {
	var out []*riskRef
	seen, known := make(map[string][]*riskRef, len(c.risks)), newNumberings(len(c.Registers))
	for _, valued := range []bool{true, false} {
		for _, r := range c.risks {
			if r.entry.Has(model.FieldLikelihood) != valued {
				continue
			}
			id := r.identity()
			if slices.ContainsFunc(seen[id], func(o *riskRef) bool { return !c.apart(&known, o.entry, r.entry) }) {
				continue
			}
			if c.mustBePlanned(r) {
				seen[id] = append(seen[id], r)
				out = append(out, r)
			}
		}
	}
	return out
}

func (c *Case) membershipFinding(l *listing, r *riskRef) Finding {
	variant := "not-in-plan"
	if !l.plan {
		variant = "not-followed"
	}
	f := c.tableFinding(l.table, variant)
	f.Path += "/" + r.identity()
	f.Risk, f.Event = r.number(), r.Event.V
	f.Args["other"] = r.At
	f.Args["why"] = ""
	a, limit := r.ruling(), c.limitOf(r)
	switch {
	case limit != nil && !limit.At.IsZero():
		f.Variant += "-stated"
		f.explain(r.entry.Scale, a.verdict)
		f.Args["limit"], f.Args["stated"] = limit.From, limit.At
		f.Related = append(f.Related, limit.At)
	case limit != nil:
		f.Variant += "-limit"
		f.explain(r.entry.Scale, a.verdict)
		f.limited(limit)
		if limit.Unproven || a.verdict.Score < limit.Sure {
			f.Variant += "-perhaps" // as many risks with its value are in the plan as are not
			f.Severity = Warning
		}
	case a.verdict.Valued && !r.entry.Scale.TreatmentsUnsure:
		f.Variant += "-valued"
		f.Args["treatment"] = c.governing(r).Label
		f.explain(r.entry.Scale, a.verdict)
	default:
		f.Args["treatment"] = c.governing(r).Label
	}
	f.Related = append([]model.Source{r.At}, f.Related...)
	f.Fix = &Fix{Class: Judgement}
	return f
}

// acceptedFollowed is the message of a follow-up on what needs no place in the
// plan.
const acceptedFollowed = "accepted-followed"

// followedThoughAccepted finds rows of a follow-up about risks that are accepted.
func (c *Case) followedThoughAccepted() []Finding {
	var out []Finding
	for _, fu := range c.FollowUps {
		if fu.Collected || c.isRegister(&fu.Table) {
			continue
		}
		for i := range fu.Rows {
			row := &fu.Rows[i]
			r := c.twin(c.rowNumber(row), row.Event.V, nil)
			if r == nil {
				continue
			}
			if t := c.governing(r); t != nil && !t.InPlan {
				f := c.followUpFinding(fu, row, model.FieldNumber, row.At, acceptedFollowed)
				f.Severity = Warning
				f.Args["treatment"] = t.Label
				f.Args["other"] = r.At
				f.Related = []model.Source{r.At}
				f.Fix = &Fix{Class: Judgement}
				out = append(out, f)
			}
		}
	}
	return out
}

// unplanned tells of a unit with an analysis and no plan beside others that have theirs.
func (c *Case) unplanned(wanted []*riskRef) []Finding {
	if c.beside == nil || c.board != nil || len(wanted) == 0 || slices.ContainsFunc(c.listings(), func(l *listing) bool { return l.plan }) {
		return nil
	}
	for _, l := range c.boardPlans {
		if slices.ContainsFunc(wanted, func(r *riskRef) bool { return l.events[model.Key(r.Event.V)] }) {
			return nil
		}
	}
	f := c.tableFinding(&wanted[0].entry.Table, "no-plan")
	f.Path += "/no-plan"
	f.Severity = Info
	f.Args["n"] = len(wanted)
	f.Fix = &Fix{Class: Judgement}
	return []Finding{f}
}

// ownLimits tells which plans are filled by another limit than the treatments have,
// where these were put in the place of what no document says.
func (c *Case) ownLimits() []Finding {
	var out []Finding
	for _, l := range c.limited {
		if l.limit.Unproven || !l.departs {
			continue // not-checked tells of the one, and nothing else was expected of the other
		}
		f := c.tableFinding(l.table, "own-limit")
		f.Path += "/own-limit"
		f.Severity = Info
		f.limited(l.limit)
		out = append(out, f)
	}
	return out
}

// limited adds what a message says of the limit by which a plan is filled.
func (f *Finding) limited(l *model.PlanLimit) {
	f.Args["limit"], f.Args["in"], f.Args["above"], f.Args["added"], f.Args["below"] = l.From, l.In, l.Above, l.Added, l.Below
}
