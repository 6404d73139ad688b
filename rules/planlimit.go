package rules

import (
	"fmt"
	"slices"
	"strings"

	"riskbok/rules/model"
)

// The limits from which a plan is believed to show by which value it is filled, or
// that it is filled by none.
const (
	limitIn     = 3 // risks in it, the fewest
	limitOut    = 3 // risks with lower values that are not, the fewest
	limitRisks  = 8 // of so many risks one may be an exception: forgotten, or put in for another reason
	limitLeft   = 3 // risks that the treatments would have in it and the limit has not: fewer were forgotten
	limitShort  = 2 // the same where the treatments are of a longer scale than the register shows
	limitWorded = 5 // the same where the document has the treatments, and the limit parts one of them

	chosenIn   = 3 // risks in a plan that is filled by no limit, of which it lacks most that the treatments require
	chosenLeft = 4 // of which it lacks so many at least
	chosenFew  = 5 // or so many, where fewer are in it
)

// tally is what the plans of a book show of the risks that are valued on one scale.
type tally struct {
	scale  *model.Scale
	risks  []placed
	worded bool // the treatments are the document's: it states them, or writes them beside risks
	short  bool // no risk has a level as high as the scale's highest
	table  *model.Table
}

// placed is the value of a risk, as its register writes it, and whether a plan
// has it and the treatment of the value requires that.
type placed struct {
	score        int
	in, required bool
}

// scaleGroup names the scales on which values call for the same.
type scaleGroup struct {
	low, high  int
	rule       model.ValueRule
	treatments string
}

func groupOf(s *model.Scale) scaleGroup {
	low, high := s.Bounds()
	var b strings.Builder
	for _, t := range s.Treatments {
		fmt.Fprint(&b, t.Min, t.Max, t.InPlan, " ")
	}
	return scaleGroup{low, high, s.Rule, b.String()}
}

// limitPlans notes in the scales of a book from which value on its risks are in the
// plan, where no document says it and the plan shows it: a board may fill it by
// another limit than the usual treatments have.
// What a document says goes before what the plan shows.
func (c *Case) limitPlans(stated model.Value[int]) {
	if stated.OK {
		c.setStated(stated)
		return
	}
	all := c.listings()
	if len(all) == 0 {
		return
	}
	tallies, order := map[scaleGroup]*tally{}, []scaleGroup(nil)
	seen := make(map[string]bool, len(c.risks))
	for i := range c.Registers {
		e := &c.Registers[i]
		if e.Scale == nil || c.planStated(e) {
			continue
		}
		group := groupOf(e.Scale)
		for _, r := range c.byEntry[e] {
			a := r.ruling()
			if !a.verdict.Valued {
				continue
			}
			in, table := c.listed(r, all)
			id := r.numberKey() + "\x00" + model.Key(r.Event.V)
			if table == nil || seen[id] {
				continue
			}
			seen[id] = true
			t := tallies[group]
			if t == nil {
				t = newTally(e.Scale, table)
				tallies[group], order = t, append(order, group)
			}
			t.add(&a, in)
		}
	}
	for _, group := range order {
		t := tallies[group]
		if limit := t.limit(); limit != nil {
			c.limited = append(c.limited, limitedTable{t.table, limit, len(t.scale.Treatments) > 0})
			c.setLimit(group, limit)
		}
	}
}

func newTally(s *model.Scale, table *model.Table) *tally {
	stated := s.Origin == model.OriginDefinitions && s.TreatmentsOrigin == "" || s.TreatmentsOrigin == model.OriginDefinitions
	return &tally{scale: s, table: table, worded: stated, short: true}
}

// add notes a risk, by the value that its board went by.
func (t *tally) add(a *assessed, in bool) {
	score := a.verdict.Score
	if a.Score.OK {
		score = a.Score.V
	}
	of := t.scale.Treatment(score)
	t.risks = append(t.risks, placed{score, in, of != nil && of.InPlan})
	t.worded = t.worded || a.Treatment.OK
	t.short = t.short && a.verdict.Likelihood.Value < t.scale.Likelihood.Top() && a.verdict.Consequence.Value < t.scale.Consequence.Top()
}

// limitedTable is a plan with the limit by which it is filled. Departs is set where
// treatments of the scale would have had another.
type limitedTable struct {
	table   *model.Table
	limit   *model.PlanLimit
	departs bool
}

// setLimit gives the registers of a group a scale with a limit. The scales
// themselves are not changed: others may have them.
func (c *Case) setLimit(group scaleGroup, limit *model.PlanLimit) {
	own := map[*model.Scale]*model.Scale{}
	for i := range c.Registers {
		e := &c.Registers[i]
		if e.Scale == nil || c.planStated(e) || groupOf(e.Scale) != group {
			continue
		}
		s := own[e.Scale]
		if s == nil {
			limited := *e.Scale
			limited.PlanLimit = limit
			s = &limited
			own[e.Scale] = s
		}
		e.Scale = s
	}
}

// planStated reports whether a document or the user says of a register's scale which
// of its values require the plan, or it is not known because what is said was not
// understood.
func (c *Case) planStated(e *model.Entry) bool {
	s := e.Scale
	if s.Origin == model.OriginConfig || s.TreatmentsUnsure || slices.ContainsFunc(s.Treatments, func(t model.Treatment) bool { return t.PlanSaid }) {
		return true
	}
	return slices.ContainsFunc(c.NotChecked, func(n model.NotChecked) bool { return n.Why == model.UnreadScale && n.At.Doc == e.At.Doc })
}

// listed reports whether a plan has a risk of another table; where there is none,
// whether a follow-up has it. The table is the first of these, nil where there is
// neither.
func (c *Case) listed(r *riskRef, all []*listing) (in bool, table *model.Table) {
	for _, plan := range []bool{true, false} {
		for _, l := range all {
			if l.plan != plan || l.tables[&r.entry.Table] || c.putAway(l, r) || c.unitFiles.elsewhere(l, r) {
				continue
			}
			if table == nil {
				table = l.table
			}
			in = in || l.holds(r)
		}
		if table != nil {
			break
		}
	}
	return in, table
}

// limit concludes by which limit a plan is filled: nil where the treatments explain
// it well enough, or nothing does and it is too small to say so.
func (t *tally) limit() *model.PlanLimit {
	best, exceptions := t.divide()
	if best == nil {
		return nil
	}
	proven := best.In >= limitIn && best.Below-best.Added >= limitOut && exceptions*limitRisks <= len(t.risks)
	if len(t.scale.Treatments) == 0 {
		if proven {
			return best
		}
		return nil
	}
	all, required, missing, band, left := 0, 0, 0, 0, 0
	for _, p := range t.risks {
		if p.in {
			all++
		}
		if !p.required {
			continue
		}
		required++
		if !p.in {
			missing++
		}
		if p.score < best.From {
			if band++; !p.in {
				left++
			}
		}
	}
	least, parting := limitLeft, t.worded && !t.begins(best.From)
	switch {
	case parting:
		least = limitWorded
	case !t.worded && t.short:
		least = limitShort
	}
	if proven && left >= least && (!parting || (band-left)*limitWorded <= band) {
		return best
	}
	few := chosenFew
	if all >= chosenIn && !t.worded {
		few = chosenLeft
	}
	if missing >= few && (2*missing > required && !t.worded || 3*missing > 2*required) {
		best.Unproven = true
		return best
	}
	return nil
}

// divide finds the value that parts the risks in the plan from the others with the
// fewest exceptions, nil where none is in it.
func (t *tally) divide() (best *model.PlanLimit, exceptions int) {
	slices.SortStableFunc(t.risks, func(a, b placed) int { return a.score - b.score })
	all := 0
	for _, p := range t.risks {
		if p.in {
			all++
		}
	}
	if all == 0 {
		return nil, 0
	}
	added := 0 // risks below that are in the plan
	for i, p := range t.risks {
		if i == 0 || p.score != t.risks[i-1].score {
			above := len(t.risks) - i
			n := added + above - (all - added)
			switch {
			case best == nil || n < exceptions:
				best, exceptions = &model.PlanLimit{From: p.score, Sure: p.score, In: all - added, Above: above, Added: added, Below: i}, n
			case n == exceptions:
				best.Sure = p.score
			}
		}
		if p.in {
			added++
		}
	}
	return best, exceptions
}

// begins reports whether a treatment of the scale begins at a value.
func (t *tally) begins(score int) bool {
	return slices.ContainsFunc(t.scale.Treatments, func(tr model.Treatment) bool { return tr.Min == score })
}

// planFrom gives the value from which the documents of a book's registers say that
// risks must be in the plan, none where they say different ones.
func planFrom(b *model.Book, docs map[int32]*model.Document) model.Value[int] {
	var out model.Value[int]
	for i := range b.Registers {
		d := docs[b.Registers[i].At.Doc]
		if d == nil || !d.PlanFrom.OK {
			continue
		}
		if out.OK && out.V != d.PlanFrom.V {
			return model.Value[int]{}
		}
		out = d.PlanFrom
	}
	return out
}

// setStated gives registers the limit that a document says, if their scales have
// such a value and their treatments do not say otherwise.
func (c *Case) setStated(limit model.Value[int]) {
	groups := map[scaleGroup]bool{}
	for i := range c.Registers {
		e := &c.Registers[i]
		if e.Scale == nil || c.planStated(e) {
			continue
		}
		if low, high := e.Scale.Bounds(); low < limit.V && limit.V <= high {
			groups[groupOf(e.Scale)] = true
		}
	}
	for group := range groups {
		c.setLimit(group, &model.PlanLimit{From: limit.V, Sure: limit.V, At: limit.At})
	}
}
