package text

import (
	"cmp"
	"math"
	"slices"
	"strconv"
	"strings"

	"riskbok/exporters/output"
	"riskbok/exporters/summary"
	"riskbok/rules"
	"riskbok/rules/model"
)

// Inspect writes an outline of what was read from each document: its tables
// with the columns they were understood by, the risks, the lines of budgets, the
// items of meetings, and what was left over.
func Inspect(r *rules.Report, opts output.Options) ([]model.File, error) {
	p := newPage(r, opts)
	governing := map[*model.Register]*model.Scale{}
	for _, b := range r.Books {
		for _, e := range b.Registers {
			governing[e.Register] = e.Scale
		}
	}
	for _, d := range r.Documents {
		p.line(p.paint.bold(output.Plain(p.r.FileName(d.File))), " (", p.cat.T("text.kind."+string(d.Kind)), ")")
		for i := range d.Scales {
			p.line()
			p.scale(&d.Scales[i])
		}
		for i := range d.Registers {
			p.line()
			p.register(&d.Registers[i], governing[&d.Registers[i]])
		}
		for i := range d.FollowUps {
			p.line()
			p.followUp(&d.FollowUps[i])
		}
		for i := range d.Budgets {
			p.line()
			p.budget(&d.Budgets[i])
		}
		for i := range d.Allocations {
			p.line()
			p.allocation(&d.Allocations[i])
		}
		for i := range d.Meetings {
			p.line()
			p.meeting(&d.Meetings[i])
		}
		p.rest(d)
		p.line()
	}
	p.unreadable()
	p.passedOver()
	return p.file(), nil
}

func (p *page) scale(s *model.Scale) {
	p.line("  ", p.paint.bold(p.placeName(s.At)), " – ", p.size(s))
	for _, axis := range []struct {
		name   string
		levels []model.ScaleLevel
	}{{"likelihood", s.Likelihood.Levels}, {"consequence", s.Consequence.Levels}} {
		if len(axis.levels) == 0 {
			continue
		}
		var levels []string
		for _, l := range axis.levels {
			levels = append(levels, strconv.Itoa(l.Value)+" "+oneLine(l.Label, p.width))
		}
		p.block(4, p.cat.T("text.levels", "axis", p.cat.T("text.axis."+axis.name), "levels", strings.Join(levels, ", ")), p.paint.none)
	}
	for _, t := range s.Treatments {
		key := "text.treatment.out"
		if t.InPlan {
			key = "text.treatment.in-plan"
		}
		upTo := strconv.Itoa(t.Max)
		if t.Max == math.MaxInt {
			upTo = "" // as far as values go
		}
		p.block(4, p.cat.T(key, "min", t.Min, "max", upTo, "label", t.Label), p.paint.none)
	}
}

func (p *page) size(s *model.Scale) string {
	if !s.HasAxes() {
		return p.cat.T("text.scale.treatments", "origin", p.cat.T("text.origin."+string(s.Origin)))
	}
	size := strconv.Itoa(len(s.Likelihood.Levels)) + "×" + strconv.Itoa(len(s.Consequence.Levels))
	return p.cat.T("text.scale", "size", size, "origin", p.cat.T("text.origin."+string(s.Origin)))
}

func (p *page) register(reg *model.Register, s *model.Scale) {
	kind := "neither"
	switch {
	case reg.Analysis && reg.Plan:
		kind = "both"
	case reg.Analysis:
		kind = "analysis"
	case reg.Plan:
		kind = "plan"
	}
	p.head(&reg.Table, "text.register."+kind, p.cat.N("text.risks", len(reg.Risks)), p.cat.N("text.leftover", len(reg.Leftover)), len(reg.Leftover))
	if s != nil {
		p.line("    ", p.size(s))
	}
	p.columns(&reg.Table)
	p.columnList("text.consequences", "", reg.Consequences)
	for i := range reg.Valuations {
		v := &reg.Valuations[i]
		columns := append(slices.Clone(v.Columns), v.Consequences...)
		p.columnList("text.valuation", v.Name, columns)
		p.evidence("text.evidence", columns)
	}
	for i := range reg.Risks {
		p.risk(&reg.Risks[i])
		for j := range min(len(reg.Valuations), len(reg.Risks[i].Valuations)) {
			a := &reg.Risks[i].Valuations[j]
			p.line("          ", oneLine(reg.Valuations[j].Name, 40), ": ", p.assessment(a))
		}
	}
}

// head writes what stands above a table.
func (p *page) head(t *model.Table, kind, rows, leftover string, left int) {
	facts := append(output.TableFacts(p.cat, oneLine(t.Board, p.width), t), rows)
	if left > 0 {
		facts = append(facts, leftover)
	}
	name := strings.TrimSpace(cmp.Or(p.placeName(t.At), output.Plain(t.Name)) + " " + p.cell(t.At))
	p.line("  ", p.paint.bold(name), " – ", p.cat.T(kind))
	p.block(4, strings.Join(facts, ", "), p.paint.none)
}

func (p *page) columns(t *model.Table) {
	p.columnList("text.columns", "", t.Columns)
	p.evidence("text.evidence", t.Columns)
	if refused := summary.Refused(t); len(refused) > 0 {
		p.line("    ", p.cat.T("text.refused.heading"))
		p.evidence("text.refused", refused)
	}
}

// columnList writes in a paragraph which column was taken for what.
func (p *page) columnList(key, name string, columns []model.Column) {
	var all []string
	for _, c := range columns {
		all = append(all, p.columnName(&c)+" → "+fieldName(&c)+p.ground(c.Reason))
	}
	if len(all) > 0 {
		p.block(4, p.cat.T(key, "columns", strings.Join(all, "; "), "name", name), p.paint.dim)
	}
}

func (p *page) columnName(c *model.Column) string {
	return strings.TrimSpace(model.ColumnName(int(c.At.Col)) + " " + oneLine(c.Heading, 40))
}

func fieldName(c *model.Column) string {
	if c.Key != "" {
		return c.Key
	}
	return string(c.Field)
}

// evidence writes what speaks for and against columns. One whose heading alone
// says what it is needs no words.
func (p *page) evidence(key string, columns []model.Column) {
	for i := range columns {
		c := &columns[i]
		var why []string
		other := false
		for _, e := range c.Evidence {
			why = append(why, summary.Evidence(p.cat, e))
			other = other || e.Kind != model.EvidenceHeading
		}
		if other {
			p.block(6, p.cat.T(key, "column", p.columnName(c), "field", fieldName(c), "why", strings.Join(why, "; ")), p.paint.dim)
		}
	}
}

// ground says what a binding rests on, where that is not the heading itself.
func (p *page) ground(r model.Reason) string {
	if r == model.ReasonHeading || r == "" {
		return ""
	}
	return " (" + p.cat.T("text.binding."+string(r)) + ")"
}

func (p *page) risk(k *model.Risk) {
	p.line("    ", pad(oneLine(k.Number.Raw, 10), 5), " ", oneLine(k.Event.Raw, p.width-10))
	p.line("          ", p.assessment(&k.Assessment))
	for i := range k.Measures {
		m := &k.Measures[i]
		var parts []string
		for _, raw := range []string{m.Direction.Raw, m.Action.Raw, m.Owner.Raw, m.Reporting.Raw} {
			if raw != "" {
				parts = append(parts, oneLine(raw, 2*p.width))
			}
		}
		p.block(10, strings.Join(parts, " · "), p.paint.none)
	}
}

// assessment writes a valuation as it stands: levels, value, and the treatment where the
// table has a column of it.
func (p *page) assessment(a *model.Assessment) string {
	shown := func(raw string) string { return cmp.Or(oneLine(raw, 40), p.cat.T("text.empty")) }
	out := shown(a.Likelihood.Raw) + " × " + shown(a.Consequence.Raw) + " = " + shown(a.Score.Raw)
	if a.Treatment.Raw == "" && a.Treatment.At == (model.Source{}) {
		return out
	}
	return out + ", " + shown(a.Treatment.Raw)
}

func (p *page) followUp(t *model.FollowUpTable) {
	p.head(&t.Table, "text.followup", p.cat.N("text.rows", len(t.Rows)), p.cat.N("text.leftover", len(t.Leftover)), len(t.Leftover))
	p.columns(&t.Table)
	for i := range t.Rows {
		w := &t.Rows[i]
		p.line("    ", pad(oneLine(w.Number.Raw, 10), 5), " ", oneLine(cmp.Or(w.Action.Raw, w.Event.Raw), p.width-10))
		for j, c := range t.Periods {
			if j < len(w.Reports) {
				p.block(10, c.Key+": "+cmp.Or(w.Reports[j].Raw, p.cat.T("text.empty")), p.paint.none)
			}
		}
	}
}

// rest writes what could not be placed and what could not be read.
func (p *page) rest(d *model.Document) {
	if len(d.Unread) > 0 {
		p.line()
		p.line("  ", p.paint.bold(p.cat.T("text.not-placed")))
		for _, u := range d.Unread {
			p.block(4, strings.TrimSpace(p.placeName(u.At)+" "+p.cell(u.At))+": "+oneLine(u.Raw, 3*p.width), p.paint.none)
		}
	}
	for i := range d.NotChecked {
		p.line()
		p.suspect(&d.NotChecked[i])
	}
	if len(d.Damage) > 0 {
		p.line()
		p.damage(d)
	}
}

// suspect writes what looks like something and could not be read, with what
// its columns were weighed for.
func (p *page) suspect(n *model.NotChecked) {
	place := "(" + strings.TrimSpace(p.placeName(n.At)+" "+p.cell(n.At)) + ")"
	what := p.cat.T("account."+string(n.Why), "place", place, "subject", p.cat.T("subject."+string(n.What)))
	p.block(2, p.cat.T("account.not-checked", "what", what), p.paint.bold)
	p.evidence("text.evidence", n.Columns)
}

// damage lists the parts of a document that could not be read.
func (p *page) damage(d *model.Document) {
	p.line("  ", p.paint.bold(p.cat.T("text.damage")))
	for _, dm := range d.Damage {
		reason, hint := summary.Problem(p.cat, dm.Code, dm.Args)
		if place := strings.TrimSpace(p.placeName(dm.At) + " " + p.cell(dm.At)); place != "" {
			reason = place + ": " + reason
		}
		p.block(4, reason, func(s string) string { return p.paint.severity(rules.Error, s) })
		p.hint(6, dm.Code, hint)
	}
}
