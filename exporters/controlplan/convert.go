package controlplan

import (
	"fmt"
	"slices"
	"strconv"

	"riskbok/exporters/output"
	"riskbok/rules"
	"riskbok/rules/model"
	"riskbok/rules/scales"
)

// NoCounterpart is the variant of unknown-level that [Convert] reports.
const NoCounterpart = "no-counterpart"

// Convert writes workbooks as [Render] does, but on the template's own scale:
// each level as the template calls it, value and treatment as they follow
// there. A level is mapped by its label, else by its place where both axes are
// of one length. One without counterpart is written as it stands, but for a
// number that means something else there, with value and treatment as they
// stood, and is reported: an error of unknown-level at
// its place in the source. A template without a scale, or with the one that
// the book has, changes nothing.
func Convert(r *rules.Report, opts output.Options) ([]model.File, []rules.Finding, error) {
	all, err := Pending(r, opts, true)
	if err != nil {
		return nil, nil, err
	}
	return output.Finish(all)
}

// conversion maps the levels of one scale to those of another.
type conversion struct {
	likelihood, consequence map[*model.ScaleLevel]*model.ScaleLevel
}

func newConversion(from, to *model.Scale) *conversion {
	return &conversion{axisMap(&from.Likelihood, &to.Likelihood), axisMap(&from.Consequence, &to.Consequence)}
}

// axisMap maps the levels of an axis by label. The others are mapped by their
// place, counted from the lowest, where the axes are of one length and no label
// stands at different places: then the same word means something else, and
// places say nothing.
func axisMap(from, to *model.Axis) map[*model.ScaleLevel]*model.ScaleLevel {
	out := map[*model.ScaleLevel]*model.ScaleLevel{}
	low, high := rising(from), rising(to)
	places := len(low) == len(high)
	for i, l := range low {
		for j, o := range high {
			if l.Label != "" && model.Key(l.Label) == model.Key(o.Label) {
				out[l] = o
				places = places && i == j
			}
		}
	}
	if places {
		for i, l := range low {
			out[l] = high[i]
		}
	}
	return out
}

// rising lists the levels of an axis from the lowest.
func rising(a *model.Axis) []*model.ScaleLevel {
	out := make([]*model.ScaleLevel, len(a.Levels))
	for i := range a.Levels {
		out[i] = &a.Levels[i]
	}
	slices.SortStableFunc(out, func(a, b *model.ScaleLevel) int { return a.Value - b.Value })
	return out
}

// sameScale reports whether two scales have the same levels, values and
// treatments, in whatever order they are printed.
func sameScale(a, b *model.Scale) bool {
	sameAxis := func(x, y []*model.ScaleLevel) bool {
		return slices.EqualFunc(x, y, func(l, o *model.ScaleLevel) bool {
			return l.Value == o.Value && model.Key(l.Label) == model.Key(o.Label)
		})
	}
	if !sameAxis(rising(&a.Likelihood), rising(&b.Likelihood)) || !sameAxis(rising(&a.Consequence), rising(&b.Consequence)) {
		return false
	}
	for _, l := range a.Likelihood.Levels {
		for _, k := range a.Consequence.Levels {
			v := a.Score(l.Value, k.Value)
			if v != b.Score(l.Value, k.Value) {
				return false
			}
			x, y := a.Treatment(v), b.Treatment(v)
			if (x == nil) != (y == nil) || x != nil && (model.Key(x.Label) != model.Key(y.Label) || x.InPlan != y.InPlan) {
				return false
			}
		}
	}
	return true
}

// hasLevels reports whether a scale can be written on.
func hasLevels(s *model.Scale) bool {
	return len(s.Likelihood.Levels) > 0 && len(s.Consequence.Levels) > 0
}

// convertTo makes the plan one on the template's scale, if that is another
// than the book's.
func (p *plan) convertTo(target *model.Scale) {
	p.converting = hasLevels(target)
	if !p.converting || sameScale(p.scale, target) {
		return
	}
	p.source, p.scale = p.scale, target
	p.conversions = map[*model.Scale]*conversion{}
}

// conversionOf gives the mapping of a table's scale.
func (p *plan) conversionOf(s *model.Scale) *conversion {
	c := p.conversions[s]
	if c == nil {
		c = newConversion(s, p.scale)
		p.conversions[s] = c
	}
	return c
}

// levels gives the two levels of a risk as they are to be written; s is its
// table's own scale.
func (p *plan) levels(o *model.Risk, s *model.Scale) (likelihood, consequence level) {
	first := &o.Assessment
	if p.source == nil {
		return onScale(o.Likelihood, &p.scale.Likelihood), onScale(scales.Counting(p.scale, first), &p.scale.Consequence)
	}
	if s == nil {
		s = p.source
	}
	c := p.conversionOf(s)
	return converted(o.Likelihood, &s.Likelihood, &p.scale.Likelihood, c.likelihood),
		converted(scales.Counting(s, first), &s.Consequence, &p.scale.Consequence, c.consequence)
}

// converted gives a written level as the target scale calls it.
func converted(v model.Value[model.Level], from, to *model.Axis, by map[*model.ScaleLevel]*model.ScaleLevel) level {
	l := onScale(v, from)
	if l.on == nil {
		// Not on its own scale, but the workbook's formulas know the word.
		for i := range to.Levels {
			if model.Key(to.Levels[i].Label) == model.Key(l.text) && l.text != "" {
				return level{text: to.Levels[i].Label, on: &to.Levels[i]}
			}
		}
		if v.OK && to.Find(v.V) != nil {
			l.text += "?"
		}
		return l
	}
	if o := by[l.on]; o != nil {
		return level{text: levelLabel(o), on: o, from: l.on}
	}
	if v.Raw != "" {
		l.text = v.Raw
	}
	if to.Find(v.V) != nil {
		l.text = foreign(l.on, len(from.Levels))
	}
	return level{text: l.text, from: l.on}
}

// foreign is how a level is written on another scale, where its number would
// be read as a level of that one: by its label, else "3/4" for the third level
// of four.
func foreign(l *model.ScaleLevel, of int) string {
	if l.Label != "" {
		return l.Label
	}
	return fmt.Sprintf("%d/%d", l.Value, of)
}

// ownVerdict gives value and treatment of two levels on the source's scale;
// ok is false where the plan is not converted or a level is not on it.
func (p *plan) ownVerdict(r *risk) (value int, t *model.Treatment, ok bool) {
	if p.source == nil || r.likelihood.from == nil || r.consequence.from == nil {
		return 0, nil, false
	}
	value = p.source.Score(r.likelihood.from.Value, r.consequence.from.Value)
	return value, p.source.Treatment(value), true
}

// sourceValue gives a risk with a level that the template's scale does not have
// the value and treatment by the source's scale.
func (p *plan) sourceValue(r *risk) bool {
	value, t, ok := p.ownVerdict(r)
	if !ok || r.valid() || p.source.Rule == model.RuleOther {
		return false
	}
	r.score.written, r.sourced = strconv.Itoa(value), true
	if t != nil && !p.source.TreatmentsUnsure {
		r.treatment = t.Label
	}
	return true
}
