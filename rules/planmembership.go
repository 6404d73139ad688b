package rules

import (
	"maps"
	"slices"

	"riskbok/rules/model"
)

var planMembership = Rule{Name: "plan-membership", Severity: Error, Fix: Judgement, Check: checkPlanMembership}

// listing is the risks that one plan or follow-up lists; it may be divided
// over several tables of one document.
type listing struct {
	table   *model.Table
	tables  map[*model.Table]bool
	numbers map[string]map[string]bool // to the keys of the texts that stand beside them
	events  map[string]bool
	plan    bool
	fill    func()         // notes what it lists; nil: it has been noted
	most    map[int32]bool // see hasMost
}

// filled notes what the listing lists when it is first asked: a plan that is the
// only table of its risks never is.
func (l *listing) filled() *listing {
	if fill := l.fill; fill != nil {
		l.fill = nil
		fill()
	}
	return l
}

// holds reports whether the listing has the risk: its number, or its text to
// the letter, under whatever number.
func (l *listing) holds(r *riskRef) bool {
	l.filled()
	if k := r.numberKey(); k != "" && (l.numbers[k] != nil || l.numbers[model.NumberKey(r.number())] != nil) {
		return true
	}
	return r.Event.OK && l.events[model.Key(r.Event.V)]
}

// overlaps reports whether two listings share risks. Texts that a few risks have
// in common do not say so where each part numbers its risks in a way of its own:
// two units may have the same risk.
func (l *listing) overlaps(o *listing) bool {
	l.filled()
	o.filled()
	common := 0
	for k := range l.events {
		if o.events[k] {
			common++
		}
	}
	if common > 0 && (2*common > min(len(l.events), len(o.events)) || !l.numbered() || !o.numbered()) {
		return true
	}
	// Numbers that begin anew in each part mean other risks there.
	shared, other := 0, 0
	for k, events := range l.numbers {
		if o.numbers[k] == nil {
			continue
		}
		shared++
		if unlike(events, o.numbers[k]) {
			other++
		}
	}
	if common > 0 && shared > 0 {
		return true
	}
	return shared > 0 && (shared < 2 || other < shared)
}

// numbered reports whether every risk has a number of its own.
func (l *listing) numbered() bool { return len(l.numbers) >= len(l.events) }

// unlike reports whether texts are given on both sides and none is nearly one
// of the other side's.
func unlike(a, b map[string]bool) bool {
	for x := range a {
		for y := range b {
			if alike(x, y) {
				return false
			}
		}
	}
	return len(a) > 0 && len(b) > 0
}

func (l *listing) add(o *listing) {
	l.filled()
	o.filled()
	for k, events := range o.numbers {
		for e := range events {
			l.noteNumber(k, e)
		}
		if len(events) == 0 {
			l.noteNumber(k, "")
		}
	}
	for k := range o.events {
		l.events[k] = true
	}
	for t := range o.tables {
		l.tables[t] = true
	}
}

func newListing(t *model.Table, plan bool) *listing {
	return &listing{table: t, plan: plan, tables: map[*model.Table]bool{t: true}, numbers: map[string]map[string]bool{}, events: map[string]bool{}}
}

// listings gives the plans and follow-ups of the book that have rows, found once.
func (c *Case) listings() []*listing {
	if c.unitFiles == nil {
		c.lists = c.findListings()
		c.unitFiles = c.newUnitFiles(c.lists)
	}
	return c.lists
}

// findListings finds the plans and follow-ups of the book that have rows. Tables
// of one kind in one document that share no risk are parts of one listing, as
// where each unit has a sheet.
func (c *Case) findListings() []*listing {
	var all []*listing
	for i := range c.Registers {
		e := &c.Registers[i]
		if !e.Plan || len(e.Risks) == 0 || !namesRisks(&e.Table) {
			continue
		}
		l := newListing(&e.Table, true)
		l.fill = func() {
			for _, r := range c.byEntry[e] {
				l.note(r.numberKey(), r.Event)
			}
		}
		all = append(all, l)
	}
	for _, fu := range c.FollowUps {
		if len(fu.Rows) == 0 || fu.Collected || c.isRegister(&fu.Table) {
			continue
		}
		l := newListing(&fu.Table, false)
		actions := map[string]bool{} // that rows name alone, each looked up once
		for i := range fu.Rows {
			row := &fu.Rows[i]
			l.note(c.rowNumber(row), row.Event)
			if row.Number.OK || row.Event.OK || !row.Action.OK {
				continue
			}
			if action := model.Key(row.Action.V); !actions[action] {
				actions[action] = true
				for _, r := range c.withAction(row.Action.V) {
					l.note(r.numberKey(), r.Event)
				}
			}
		}
		all = append(all, l)
	}
	return joinParts(all)
}

// namesRisks reports whether a plan says which risks it is about, as one of the
// older form does not.
func namesRisks(t *model.Table) bool {
	return t.Has(model.FieldEvent) || t.Has(model.FieldNumber) || t.Has(model.FieldPlanNumber)
}

// withAction gives the risks that a row which names only an action is about.
func (c *Case) withAction(action string) []*riskRef {
	if c.byAction == nil {
		c.byAction = map[string][]*riskRef{}
		for _, r := range c.risks {
			for i := range r.Measures {
				if a := r.Measures[i].Action; a.OK {
					c.byAction[model.Key(a.V)] = append(c.byAction[model.Key(a.V)], r)
				}
			}
		}
	}
	return c.byAction[model.Key(action)]
}

func (l *listing) note(number string, event model.Value[string]) {
	if number != "" {
		l.noteNumber(number, model.Key(event.V))
	}
	if event.OK {
		l.events[model.Key(event.V)] = true
	}
}

func (l *listing) noteNumber(number, event string) {
	if l.numbers[number] == nil {
		l.numbers[number] = map[string]bool{}
	}
	if event != "" {
		l.numbers[number][event] = true
	}
}

// isRegister reports whether a follow-up is one table with a register, whose
// rows are then the register's own.
func (c *Case) isRegister(t *model.Table) bool { return c.headings[t.At] }

func joinParts(all []*listing) []*listing {
	var out []*listing
next:
	for _, l := range all {
		for _, o := range out {
			if o.plan == l.plan && o.table.At.Doc == l.table.At.Doc && !o.overlaps(l) {
				o.add(l)
				continue next
			}
		}
		out = append(out, l)
	}
	return out
}

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

// joinFiles makes one of the plans, or of the follow-ups, that stand in files without an
// analysis and share no risk, as where each unit plans from one analysis of all.
func (c *Case) joinFiles(all []*listing) []*listing {
	if c.board != nil {
		return all
	}
	apart := func(l *listing) bool { return c.unitFiles.valued[l.table.At.Doc] == nil }
	var out []*listing
next:
	for _, l := range all {
		for i, o := range out[:min(len(out), MostHeld)] {
			if o.plan != l.plan || o.table.At.Doc == l.table.At.Doc || !apart(o) || !apart(l) || o.overlaps(l) {
				continue
			}
			one := newListing(o.table, o.plan)
			one.add(o)
			one.add(l)
			homes := map[int32]bool{}
			maps.Copy(homes, c.unitFiles.homes[o])
			maps.Copy(homes, c.unitFiles.homes[l])
			c.unitFiles.homes[one] = homes
			out[i] = one
			continue next
		}
		out = append(out, l)
	}
	return out
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
