package controlplan

import (
	"slices"
	"strconv"

	"riskbok/rules"
	"riskbok/rules/model"
)

// kind says what an entry of the change log tells. Each is a key of the
// catalogue, "controlplan.kind.changed".
type kind string

const (
	changed    kind = "changed"    // the workbook differs from what stood there
	disagreed  kind = "disagreed"  // two tables differed, one was followed
	remaining  kind = "remaining"  // a finding that people must settle
	shortened  kind = "shortened"  // a text did not fit
	mapped     kind = "mapped"     // the template's scale calls it otherwise
	unmapped   kind = "unmapped"   // the template's scale has no such level
	added      kind = "added"      // a risk that had dropped out of a table
	renumbered kind = "renumbered" // the number of a risk of a unit that numbers its own
	numberless kind = "numbered"   // risks that no source numbers
	entered    kind = "entered"    // a report that another table than the followed one has
	doubtful   kind = "doubtful"   // a report that could be about two measures
	sourced    kind = "sourced"    // the value by the source's scale, for the template's has no such levels
)

// logEntry is one thing that the change log tells. why is a key of the catalogue, filled
// from args, or for a finding its message.
type logEntry struct {
	kind          kind
	severity      rules.Severity
	risk, event   string
	field         model.Field
	at            model.Source
	before, after string
	why           string
	args          []any
	pair          string         // the levels that a value of another scale follows from
	finding       *rules.Finding // of what remains
}

// logValue notes where value and treatment differ from what a table wrote, on
// each of the risk's rows. Nothing is noted of columns the table lacks.
func (p *plan) logValue(r *risk, o *model.Risk, t *model.Register) {
	if !r.valid() {
		return
	}
	for a := range o.Assessments() {
		if t.Has(model.FieldScore) && (!a.Score.OK || a.Score.V != r.score.value) && !a.Score.Uncalculated {
			k, pair := changed, ""
			if own, _, ok := p.ownVerdict(r); ok && a.Score.OK && a.Score.V == own {
				k, pair = mapped, r.pair()
			}
			p.log = append(p.log, logEntry{
				kind: k, pair: pair, risk: r.number, event: r.event, field: model.FieldScore, at: a.Score.At,
				before: scoreText(a.Score), after: strconv.Itoa(r.score.value),
				why: "controlplan.why.value", args: p.valueArgs(r),
			})
		}
		w := written(a.Treatment)
		if t.Has(model.FieldTreatment) && r.recommended && !a.Treatment.Uncalculated && model.LeadingWord(w) != model.LeadingWord(r.treatment) {
			e := logEntry{
				kind: changed, risk: r.number, event: r.event, field: model.FieldTreatment, at: a.Treatment.At,
				before: w, after: r.treatment, why: "controlplan.why.treatment",
				args: p.treatmentArgs(r),
			}
			if r.own != nil && model.LeadingWord(w) == model.LeadingWord(r.own.Label) {
				e.kind, e.pair = mapped, r.pair()
				if own, _, _ := p.ownVerdict(r); own == r.score.value { // the name alone
					e.pair, e.why, e.args = "", "controlplan.why.mapped-treatment", nil
				}
			}
			p.log = append(p.log, e)
		}
	}
}

func (p *plan) valueArgs(r *risk) []any {
	return []any{
		"likelihood", r.likelihood.text, "l", r.likelihood.on.Value,
		"consequence", r.consequence.text, "k", r.consequence.on.Value, "value", r.score.value,
	}
}

func (p *plan) treatmentArgs(r *risk) []any {
	t := p.scale.Treatment(r.score.value)
	return []any{"value", r.score.value, "range", rangeText(t.Min, t.Max), "treatment", t.Label}
}

// logRisk notes where a table tells of the risk otherwise than the followed
// one: its number, area, text or levels.
func (p *plan) logRisk(r *risk, o *model.Risk, t *model.Entry, lead *model.Register) {
	if t.Register == lead {
		return
	}
	if n := numberOf(o); n != "" && model.NumberKey(n) != model.NumberKey(r.number) {
		p.logFollowed(r.number, model.FieldNumber, numberAt(o), n, r.number, t.Name, lead.Name)
	}
	likelihood, consequence := p.levels(o, t.Scale)
	pairs := []struct {
		field        model.Field
		there, taken string
		at           model.Source
		same         bool
	}{
		{model.FieldArea, written(o.Area), r.area, o.Area.At, false},
		{model.FieldEvent, written(o.Event), r.event, o.Event.At, false},
		{model.FieldLikelihood, o.Likelihood.Raw, r.likelihood.text, o.Likelihood.At, likelihood.on != nil && likelihood.on == r.likelihood.on},
		{model.FieldConsequence, o.Consequence.Raw, r.consequence.text, o.Consequence.At, consequence.on != nil && consequence.on == r.consequence.on},
	}
	for _, d := range pairs {
		if d.there != "" && !d.same && model.Key(d.there) != model.Key(d.taken) {
			p.logFollowed(r.number, d.field, d.at, d.there, d.taken, t.Name, lead.Name)
		}
	}
}

// logMeasures notes where another plan table tells of the measures otherwise.
// Its measures are matched by action, else by their order.
func (p *plan) logMeasures(r *risk, o *model.Risk, t, lead *model.Register) {
	used := make([]bool, len(r.measures))
	for i := range o.Measures {
		m := measureOf(&o.Measures[i], o, r.number)
		j := matching(r.measures, used, m.action, i)
		if j < 0 {
			if m.action != "" {
				p.logFollowed(r.number, model.FieldAction, o.Measures[i].Action.At, m.action, "", t.Name, lead.Name)
			}
			continue
		}
		used[j] = true
		f, src := r.measures[j], &o.Measures[i]
		for _, d := range []struct {
			field        model.Field
			there, taken string
			at           model.Source
		}{
			{model.FieldDirection, m.direction, f.direction, src.Direction.At},
			{model.FieldAction, m.action, f.action, src.Action.At},
			{model.FieldCost, m.costText, f.costText, src.Cost.At},
			{model.FieldOwner, m.owner, f.owner, src.Owner.At},
			{model.FieldReporting, m.reporting, f.reporting, src.Reporting.At},
		} {
			if d.there != "" && model.Key(d.there) != model.Key(d.taken) {
				p.logFollowed(r.number, d.field, d.at, d.there, d.taken, t.Name, lead.Name)
			}
		}
	}
}

func matching(measures []measure, used []bool, action string, nth int) int {
	for j := range measures {
		if !used[j] && model.Key(measures[j].action) == model.Key(action) {
			return j
		}
	}
	if nth < len(measures) && !used[nth] {
		return nth
	}
	return -1
}

func (p *plan) logFollowed(number string, f model.Field, at model.Source, there, taken, table, lead string) {
	p.log = append(p.log, logEntry{
		kind: disagreed, risk: number, field: f, at: at, before: there, after: taken,
		why: "controlplan.why.followed", args: []any{"table", table, "followed", lead},
	})
}

// logBoard notes a table that names the board otherwise than the workbook.
func (p *plan) logBoard(h model.Head, table string) {
	name := written(h.Board)
	if name == "" || model.Key(name) == model.Key(p.board) {
		return
	}
	p.log = append(p.log, logEntry{
		kind: disagreed, at: h.Board.At, before: name, after: p.board,
		why: "controlplan.why.board", args: []any{"table", table},
	})
}

// logFindings adds what remains for people to settle: every finding of the
// book but those whose fix the workbook already has, as it has no fix of a further
// valuation, which is kept as written, and those of a place where the log already
// says which table was followed. keep says which of them
// concern the workbook.
func (p *plan) logFindings(b *model.Book, keep func(*rules.Finding) bool) {
	told := map[model.Source]bool{}
	for _, e := range p.log {
		told[e.at] = told[e.at] || e.kind == disagreed || e.kind == entered || e.kind == doubtful
	}
	for i := range p.report.Findings {
		f := &p.report.Findings[i]
		if f.Board != b.Board || f.Year != b.Year || f.FixClass() == rules.Safe && f.Valuation == "" || told[f.At] || !keep(f) || collectedTold(f, told) || p.supplied(f) {
			continue
		}
		p.log = append(p.log, logEntry{
			kind: remaining, severity: f.Severity, risk: p.numberIn(f), at: f.At,
			before: f.Found, finding: f,
		})
	}
}

// collectedTold reports whether a finding is about a report on an owner's sheet
// that the log already says was not followed.
func collectedTold(f *rules.Finding, told map[model.Source]bool) bool {
	return f.Rule == "followup-collected" && slices.ContainsFunc(f.Related, func(at model.Source) bool { return told[at] })
}
