package controlplan

import (
	"cmp"
	"strconv"
	"strings"

	"riskbok/rules/model"
)

// takeFields gives a risk its fields from the tables that are followed, in turn, and logs
// what other tables say and what differs from what stood there.
func (p *plan) takeFields(r *risk, entries []model.Entry, turn []int, steps int) {
	first := firstWith(r, entries, turn)
	if first < 0 {
		return
	}
	lead := r.inRegister[entries[first].Register]
	r.number, r.event = numberOf(lead), written(lead.Event)
	r.area = written(lead.Area)
	for _, i := range turn {
		if o := r.inRegister[entries[i].Register]; o != nil {
			if p.numbers(r, &entries[i]) {
				r.number = cmp.Or(r.number, numberOf(o))
			}
			r.event = cmp.Or(r.event, written(o.Event))
			r.area = cmp.Or(r.area, written(o.Area))
			p.takePrevious(r, o)
			p.keep(r, o, entries[i].Register)
			r.planNumber = cmp.Or(r.planNumber, planNumberOf(o, entries[i].Register))
		}
	}
	p.takeLevels(r, entries, turn)
	p.takeMeasures(r, entries, steps, turn)
	for _, i := range turn {
		if o := r.inRegister[entries[i].Register]; o != nil {
			p.logRisk(r, o, &entries[i], entries[first].Register)
			if r.sourced {
				p.logSourced(r, o, entries[i].Register, i == first)
			}
			p.logValue(r, o, entries[i].Register)
		}
	}
}

// firstWith gives the first table in the order that has the risk, or −1.
func firstWith(r *risk, entries []model.Entry, turn []int) int {
	for _, i := range turn {
		if r.inRegister[entries[i].Register] != nil {
			return i
		}
	}
	return -1
}

// planNumberOf is the number in front of steg 3 where it is another than the
// risk's own.
func planNumberOf(o *model.Risk, t *model.Register) string {
	n := written(o.PlanNumber)
	if n == "" || model.NumberKey(n) == model.NumberKey(numberOf(o)) {
		return ""
	}
	return n
}

// takeLevels takes the levels from the first table that has columns for
// them and the risk; an empty cell there stays empty, for what is missing is
// for people to decide. Value and treatment follow from two levels on the
// scale; else they stay as the first table wrote them.
func (p *plan) takeLevels(r *risk, entries []model.Entry, turn []int) {
	for _, i := range turn {
		o := r.inRegister[entries[i].Register]
		if o == nil || !entries[i].Has(model.FieldLikelihood) && !entries[i].Has(model.FieldConsequence) {
			continue
		}
		r.likelihood, r.consequence = p.levels(o, entries[i].Scale)
		_, r.own, _ = p.ownVerdict(r)
		r.placing, r.limit = placingOf(entries[i].Scale, &o.Assessment)
		p.logConversion(r, o, entries[i].Scale)
		break
	}
	for _, i := range turn {
		if o := r.inRegister[entries[i].Register]; o != nil {
			if r.score.written == "" {
				r.score.written = scoreText(o.Score)
			}
			r.treatment = cmp.Or(r.treatment, written(o.Treatment))
		}
	}
	if p.sourceValue(r) || !r.valid() || p.scale.Rule == model.RuleOther {
		return
	}
	r.score.value = p.scale.Score(r.likelihood.on.Value, r.consequence.on.Value)
	r.score.calculated = true
	if t := p.scale.Treatment(r.score.value); t != nil && !p.scale.TreatmentsUnsure {
		r.treatment, r.recommended = t.Label, true
	}
}

// onScale gives a written level as the scale calls it.
func onScale(v model.Value[model.Level], a *model.Axis) level {
	if v.OK {
		if l := a.Find(v.V); l != nil {
			return level{text: levelLabel(l), on: l}
		}
	}
	if v.Raw != "" {
		return level{text: v.Raw}
	}
	if v.OK {
		if v.V.Label != "" {
			return level{text: v.V.Label}
		}
		return level{text: strconv.Itoa(v.V.Number)}
	}
	return level{}
}

func scoreText(v model.Value[int]) string {
	if v.OK {
		return strconv.Itoa(v.V)
	}
	return v.Raw
}

// takeMeasures takes the measures of the followed plan; where it lacks the
// risk, those of the first other table that has any.
func (p *plan) takeMeasures(r *risk, entries []model.Entry, steps int, turn []int) {
	from := -1
	if steps >= 0 && r.inRegister[entries[steps].Register] != nil {
		from = steps
	}
	for _, i := range turn {
		if o := r.inRegister[entries[i].Register]; from < 0 && o != nil && len(o.Measures) > 0 {
			from = i
		}
	}
	if from < 0 {
		return
	}
	lead := r.inRegister[entries[from].Register]
	for i := range lead.Measures {
		r.measures = append(r.measures, measureOf(&lead.Measures[i], lead, r.number))
	}
	for _, i := range turn {
		if o := r.inRegister[entries[i].Register]; i != from && o != nil {
			p.logMeasures(r, o, entries[i].Register, entries[from].Register)
		}
	}
}

// measureOf gives a measure of o as it is to be written below the risk's number.
// It has a number of its own only where its row says another than its risk's:
// that its whole table numbers the risk otherwise is for the log.
func measureOf(m *model.Measure, o *model.Risk, number string) measure {
	out := measure{
		direction: written(m.Direction), action: written(m.Action), owner: written(m.Owner),
		reporting: reportingText(m.Reporting), source: m.At,
	}
	n := model.NumberKey(written(m.Number))
	if n != "" && n != model.NumberKey(number) && n != model.NumberKey(numberOf(o)) {
		out.number = written(m.Number)
	}
	if m.Cost.OK {
		d := m.Cost.V
		out.cost, out.costText = &d, d.String()
	} else {
		out.costText = m.Cost.Raw
	}
	return out
}

func reportingText(v model.Value[[]string]) string {
	if v.OK {
		return strings.Join(v.V, ", ")
	}
	return v.Raw
}

// tableHeads takes the dates of the followed analysis and plan, and logs the board
// names that differ from the book's. A plan takes the dates that it lacks from the
// analysis, else from any other table; an analysis without any has those of the plan.
func (p *plan) tableHeads(b *model.Book, analysis, steps int) {
	if analysis >= 0 {
		p.heads[0] = headOf(b.Registers[analysis].Heads, false)
	}
	if steps >= 0 {
		p.heads[1] = headOf(b.Registers[steps].Heads, true)
	}
	p.heads[1] = p.heads[1].or(p.heads[0])
	for i := range b.Registers {
		for _, ofPlan := range []bool{true, false} {
			p.heads[1] = p.heads[1].or(headOf(b.Registers[i].Heads, ofPlan))
		}
	}
	if p.heads[0] == (head{}) {
		p.heads[0] = p.heads[1]
	}
	for i := range b.Registers {
		for _, h := range b.Registers[i].Heads {
			p.logBoard(h, b.Registers[i].Name)
		}
	}
	for _, f := range b.FollowUps {
		for _, h := range f.Heads {
			p.logBoard(h, f.Name)
		}
	}
}

// headOf picks the head of a table's plan part, which is its last, or of its
// analysis, its first.
func headOf(heads []model.Head, ofPlan bool) head {
	if len(heads) == 0 {
		return head{}
	}
	h := heads[0]
	if ofPlan {
		h = heads[len(heads)-1]
	}
	return head{established: dateText(h.Established), decided: dateText(h.Decided)}
}

// or gives a head with the dates that it lacks from another.
func (h head) or(other head) head {
	return head{cmp.Or(h.established, other.established), cmp.Or(h.decided, other.decided)}
}

func dateText(v model.Value[model.Date]) string {
	if v.OK {
		return v.V.String()
	}
	return v.Raw
}
