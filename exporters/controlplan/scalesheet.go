package controlplan

import (
	"slices"

	"riskbok/rules/model"
)

// buildDefinitions lays out the sheet that states the scale. All formulas of
// the workbook rest on it.
func (b *builder) buildDefinitions() *sheet {
	d, l := b.defs, &b.tpl.Layout.Definitions
	s := &sheet{name: d.sheet, widths: []float64{22, 60, 9, 9, 60}, heights: map[int]float64{}}
	s.set(0, 0, cell{value: l.Title, look: lookTitle})
	s.set(1, 0, cell{value: text(l.Subtitle), look: lookPart})
	s.axis(d.likelihood, &d.scale.Likelihood, l.Likelihood, l)
	s.axis(d.consequence, &d.scale.Consequence, l.Consequence, l)
	b.treatmentRows(s, l)
	if d.grid.count > 0 {
		b.gridRows(s, l)
	}
	s.list(d.reporting, b.heading(model.FieldReporting), b.reporting)
	s.list(d.directions, b.heading(model.FieldDirection), b.tpl.Layout.Directions)
	return s
}

func (s *sheet) axis(r rows, a *model.Axis, heading string, l *model.DefinitionsLayout) {
	s.set(r.first-1, colLabel, cell{value: heading, look: lookHeading})
	s.set(r.first-1, colText, cell{value: l.Definition, look: lookHeading})
	s.set(r.first-1, colNumber, cell{value: l.Number, look: lookHeading})
	for i := range a.Levels {
		level := &a.Levels[i]
		s.set(r.first+i, colLabel, cell{value: levelValue(level), look: lookInput})
		s.set(r.first+i, colText, cell{value: text(level.Definition), look: lookInput})
		s.set(r.first+i, colNumber, cell{value: level.Value, look: lookNumber})
	}
}

// treatmentRows writes the treatments: limits to type in, and the range as a
// formula of them, so that text and limits cannot part.
func (b *builder) treatmentRows(s *sheet, l *model.DefinitionsLayout) {
	r := b.defs.treatments
	if r.count == 0 {
		return
	}
	s.set(r.first-2, colLabel, cell{value: l.Treatments, look: lookPart})
	for col, heading := range []string{l.Range, l.Treatment, l.From, l.To, l.Means} {
		s.set(r.first-1, col, cell{value: heading, look: lookHeading})
	}
	for i := range b.defs.scale.Treatments {
		t, row := &b.defs.scale.Treatments[i], r.first+i
		lower, upper := b.defs.limits(t)
		from, to := ref(row, colNumber), ref(row, colUpper)
		s.set(row, colLabel, cell{
			formula: "IF(" + from + "=" + to + "," + from + `&"",` + from + `&"-"&` + to + ")",
			value:   rangeText(lower, upper), look: lookFormula,
		})
		s.set(row, colText, cell{value: t.Label, look: lookInput})
		s.set(row, colNumber, cell{value: lower, look: lookNumber})
		s.set(row, colUpper, cell{value: upper, look: lookNumber})
		s.set(row, colMeaning, cell{value: text(t.Meaning), look: lookInput})
	}
}

// gridRows writes the values of a scale that is no plain product: likelihoods
// downwards, consequences to the right.
func (b *builder) gridRows(s *sheet, l *model.DefinitionsLayout) {
	r, sc := b.defs.grid, b.defs.scale
	s.set(r.first-1, colLabel, cell{value: l.Grid, look: lookHeading})
	for len(s.widths) < colText+len(sc.Consequence.Levels) {
		s.widths = append(s.widths, 14)
	}
	for j := range sc.Consequence.Levels {
		s.set(r.first-1, colText+j, cell{value: levelValue(&sc.Consequence.Levels[j]), look: lookHeading})
	}
	for i := range sc.Likelihood.Levels {
		s.set(r.first+i, colLabel, cell{value: levelValue(&sc.Likelihood.Levels[i]), look: lookHeading})
		for j := range sc.Consequence.Levels {
			v := sc.Score(sc.Likelihood.Levels[i].Value, sc.Consequence.Levels[j].Value)
			s.set(r.first+i, colText+j, cell{value: v, look: lookNumber})
		}
	}
}

func (s *sheet) list(r rows, heading string, choices []string) {
	if r.count == 0 {
		return
	}
	s.set(r.first-1, colLabel, cell{value: heading, look: lookHeading})
	for i, c := range choices {
		s.set(r.first+i, colLabel, cell{value: c, look: lookInput})
	}
}

// heading gives the heading that the layout has for a field.
func (b *builder) heading(f model.Field) string {
	for i := range b.tpl.Layout.Registers {
		l := &b.tpl.Layout.Registers[i]
		if c := l.Column(f); c >= 0 {
			return l.Columns[c].Heading
		}
	}
	return string(f)
}

// reportingChoices are the template's choices and those that the book uses.
func reportingChoices(p *plan, choices []string) []string {
	const most = 30
	out := slices.Clone(choices)
	for _, r := range p.risks {
		for _, m := range r.measures {
			if m.reporting != "" && len(m.reporting) <= 60 && len(out) < most && !slices.Contains(out, m.reporting) {
				out = append(out, m.reporting)
			}
		}
	}
	return out
}
