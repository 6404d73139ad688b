package controlplan

import (
	"cmp"
	"slices"
	"strings"

	"riskbok/rules"
	"riskbok/rules/model"
)

// complete puts the risks that dropped out into the plan and the follow-up: a
// treatment that requires a place there, and no place. Each is noted in the log.
func (p *plan) complete() {
	if slices.ContainsFunc(p.risks, func(r *risk) bool { return r.listed }) {
		for _, r := range p.risks {
			if !r.listed && r.required(p.scale) {
				r.listed = true
				p.logAdded(r, false)
			}
		}
	}
	if p.follow == nil || p.follow.fresh || len(p.follow.rows) == 0 {
		return
	}
	held, lastOf := p.follow.holds(p.events()), p.follow.lastRows()
	below := make([][]*followRow, len(p.follow.rows)+1) // what is put in before each row
	last := -1                                          // row of the risks before
	for _, r := range p.risks {
		if i, ok := lastOf[model.NumberKey(r.number)]; ok {
			last = i
		}
		if r.required(p.scale) && !held.has(r) {
			below[last+1] = append(below[last+1], followRows(r)...)
			p.logAdded(r, true)
		}
	}
	rows := slices.Clone(below[0])
	for i, row := range p.follow.rows {
		rows = append(append(rows, row), below[i+1]...)
	}
	p.follow.rows = rows
}

// followRows are the rows of a follow-up for a risk: one for each measure, else
// one that has only the risk.
func followRows(r *risk) []*followRow {
	var out []*followRow
	for _, m := range r.rows() {
		out = append(out, &followRow{
			number: cmp.Or(m.number, r.number), event: r.event, direction: m.direction,
			action: m.action, owner: m.owner, reporting: m.reporting, source: m.source,
			reports: map[string]string{}, unplanned: len(r.measures) == 0,
		})
	}
	return out
}

// lastRows gives the last row of each number.
func (f *followUp) lastRows() map[string]int {
	out := map[string]int{}
	for i, row := range f.rows {
		if n := model.NumberKey(row.number); n != "" {
			out[n] = i
		}
	}
	return out
}

// heldRisks is what the rows of a follow-up name their risks by.
type heldRisks struct{ numbers, events, actions map[string]bool }

// holds gathers them. A row with the number of a risk is about that one, and not
// about another with the same text; known are the plan's numbers.
func (f *followUp) holds(known map[string]string) heldRisks {
	h := heldRisks{map[string]bool{}, map[string]bool{}, map[string]bool{}}
	for _, row := range f.rows {
		number := model.NumberKey(row.number)
		h.numbers[number] = true
		if _, ok := known[number]; !ok {
			h.events[model.Key(row.event)] = true
		}
		if nothingKey(row.number) == "" {
			h.actions[model.Key(row.action)] = true
		}
	}
	for _, m := range []map[string]bool{h.numbers, h.events, h.actions} {
		delete(m, "")
	}
	return h
}

// has reports whether a row has the risk's number, its text, or without a number
// one of its actions: as the rule plan-membership looks.
func (h heldRisks) has(r *risk) bool {
	return h.numbers[model.NumberKey(r.number)] || h.events[model.Key(r.event)] ||
		slices.ContainsFunc(r.measures, func(m measure) bool { return h.actions[model.Key(m.action)] })
}

// required reports whether the treatment that governs a risk is known, and
// requires a place in the plan, or the limit does by which the plan is filled.
func (r *risk) required(s *model.Scale) bool {
	switch {
	case r.placing == withinLimit:
		return true
	case r.placing == belowLimit || r.placing == chosen && !r.listed:
		return false
	}
	return r.governed(s) && r.treatedInPlan(s)
}

// governed reports whether a treatment of the scale governs the risk.
func (r *risk) governed(s *model.Scale) bool {
	if r.own != nil || r.score.calculated && s.Treatment(r.score.value) != nil {
		return true
	}
	return slices.ContainsFunc(s.Treatments, func(t model.Treatment) bool {
		return r.treatment != "" && model.LeadingWord(r.treatment) == model.LeadingWord(t.Label)
	})
}

// logAdded notes a risk that was put into the plan or the follow-up.
func (p *plan) logAdded(r *risk, followed bool) {
	e := logEntry{kind: added, risk: r.number, event: r.event, after: cmp.Or(r.number, r.event), why: "controlplan.why.added-plan"}
	limited := "controlplan.why.added-plan-limit"
	if followed {
		e.field, e.why, limited = model.FieldPeriod, "controlplan.why.added-followup", "controlplan.why.added-followup-limit"
	}
	if len(r.sources) > 0 {
		e.at = r.sources[0]
	}
	e.args = []any{"treatment", r.treatment}
	if r.placing == withinLimit {
		e.why = limited
		e.args = []any{"limit", r.limit}
	}
	p.log = append(p.log, e)
	if p.settled == nil {
		p.settled = map[[3]string]bool{}
	}
	p.settled[addedKey(followed, r.number, r.event)] = true
}

func addedKey(followed bool, number, event string) [3]string {
	list := "plan"
	if followed {
		list = "followup"
	}
	return [3]string{list, model.NumberKey(number), model.Key(event)}
}

// supplied reports whether a finding says that the plan or the follow-up lacks a
// risk which the workbook has there.
func (p *plan) supplied(f *rules.Finding) bool {
	if f.Rule != "plan-membership" {
		return false
	}
	return p.settled[addedKey(strings.HasPrefix(f.Variant, "not-followed"), p.numberIn(f), f.Event)]
}
