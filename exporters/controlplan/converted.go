package controlplan

import (
	"fmt"
	"strings"

	"riskbok/rules"
	"riskbok/rules/model"
)

// logSourced notes the value by the source's scale, and where a table wrote
// another.
func (p *plan) logSourced(r *risk, o *model.Risk, t *model.Register, followed bool) {
	why, args := "controlplan.why.sourced", []any{
		"likelihood", numberedLabel(r.likelihood.from), "consequence", numberedLabel(r.consequence.from), "value", r.score.written,
	}
	switch {
	case r.likelihood.on == nil && r.consequence.on == nil && model.Key(levelLabel(r.likelihood.from)) != model.Key(levelLabel(r.consequence.from)):
		why, args = "controlplan.why.sourced-both", append(args, "lacking", levelLabel(r.likelihood.from), "second", levelLabel(r.consequence.from))
	case r.likelihood.on == nil:
		args = append(args, "lacking", levelLabel(r.likelihood.from))
	default:
		args = append(args, "lacking", levelLabel(r.consequence.from))
	}
	for a := range o.Assessments() {
		note := func(f model.Field, at model.Source, before, after string, differs bool) {
			switch {
			case differs:
				p.log = append(p.log, logEntry{kind: changed, risk: r.number, event: r.event, field: f, at: at, before: before, after: after, why: why, args: args})
			case followed:
				p.log = append(p.log, logEntry{kind: sourced, risk: r.number, event: r.event, field: f, at: at, why: "controlplan.why.sourced-same"})
			}
		}
		if t.Has(model.FieldScore) && !a.Score.Uncalculated {
			note(model.FieldScore, a.Score.At, scoreText(a.Score), r.score.written, scoreText(a.Score) != r.score.written)
		}
		if w := written(a.Treatment); t.Has(model.FieldTreatment) && !a.Treatment.Uncalculated && model.LeadingWord(w) != model.LeadingWord(r.treatment) {
			note(model.FieldTreatment, a.Treatment.At, w, r.treatment, true)
		}
		followed = false
	}
}

// logConversion notes what the template's scale makes of the levels of a risk
// that the workbook follows. s is their own scale; levels of which none is
// known have a counterpart only by their label.
func (p *plan) logConversion(r *risk, o *model.Risk, s *model.Scale) {
	for _, c := range []struct {
		field model.Field
		l     level
		v     model.Value[model.Level]
		axis  *model.Axis
	}{
		{model.FieldLikelihood, r.likelihood, o.Likelihood, &p.scale.Likelihood},
		{model.FieldConsequence, r.consequence, o.Consequence, &p.scale.Consequence},
	} {
		e := logEntry{risk: r.number, event: r.event, field: c.field, at: c.v.At, before: c.v.Raw}
		switch {
		case c.l.from == nil && !(p.converting && s == nil && c.l.on == nil && c.v.OK):
			continue
		case c.l.on == nil:
			e.kind, e.after, e.why, e.args = unmapped, c.l.text, "controlplan.why.unmapped", []any{"levels", axisText(c.axis)}
			if c.l.from != nil && c.l.text != c.v.Raw {
				e.why = "controlplan.why.unmapped-number"
				e.args = append(e.args, "text", c.l.text, "n", c.l.from.Value)
			}
		case model.Key(levelLabel(c.l.from)) != model.Key(c.l.text):
			e.kind, e.after, e.why = mapped, c.l.text, "controlplan.why.mapped"
		default:
			continue
		}
		p.log = append(p.log, e)
	}
}

// lost gives the findings for levels without counterpart.
func (p *plan) lost() []rules.Finding {
	var out []rules.Finding
	seen, first := map[string]int{}, map[[2]string]string{} // first: of each level, the path
	for _, e := range p.log {
		if e.kind != unmapped {
			continue
		}
		axis := &p.scale.Likelihood
		if e.field == model.FieldConsequence {
			axis = &p.scale.Consequence
		}
		path := fmt.Sprintf("unknown-level/%s/%d/%s/%s/%s", model.Key(p.board), p.year, p.scale.Name, model.NumberKey(e.risk), e.field)
		if seen[path]++; seen[path] > 1 {
			path += fmt.Sprintf("~%d", seen[path])
		}
		cause := first[[2]string{string(e.field), model.Key(e.before)}]
		if cause == "" {
			cause = path
			first[[2]string{string(e.field), model.Key(e.before)}] = path
		}
		out = append(out, rules.Finding{
			Rule: "unknown-level", Severity: rules.Error, Variant: NoCounterpart, Path: path, At: e.at,
			Board: p.board, Year: p.year, Risk: e.risk, Event: e.event, Found: e.before,
			Args:  map[string]any{"field": e.field, "levels": axisText(axis)},
			Fix:   &rules.Fix{Class: rules.Judgement},
			Cause: cause,
		})
	}
	return out
}

// pair names the levels that a value of another scale follows from.
func (r *risk) pair() string {
	if r.likelihood.from == nil || r.consequence.from == nil {
		return ""
	}
	return levelLabel(r.likelihood.from) + "\x00" + levelLabel(r.consequence.from)
}

// numberedLabel is a level with its number: "Låg (1)", without a label "1".
func numberedLabel(l *model.ScaleLevel) string {
	if l.Label == "" {
		return levelLabel(l)
	}
	return fmt.Sprintf("%s (%d)", l.Label, l.Value)
}

// turned tells how much of the source's scale the template's took over: all,
// "some" or "none" of the levels that the risks have.
func (p *plan) turned() string {
	over, left := false, false
	for _, r := range p.risks {
		for _, l := range []level{r.likelihood, r.consequence} {
			over = over || l.from != nil && l.on != nil
			left = left || l.from != nil && l.on == nil
		}
	}
	switch {
	case !left:
		return "all"
	case over:
		return "some"
	}
	return "none"
}

// axisText lists the levels of an axis: "Låg (1), Hög (2)".
func axisText(a *model.Axis) string {
	var parts []string
	for i := range a.Levels {
		parts = append(parts, numberedLabel(&a.Levels[i]))
	}
	return strings.Join(parts, ", ")
}
