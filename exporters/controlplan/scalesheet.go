package controlplan

import (
	"slices"

	"riskbok/exporters/workbook"

	"riskbok/rules/model"
)

// buildDefinitions lays out the sheet that states the scale. All formulas of
// the workbook rest on it.
func (b *builder) buildDefinitions() *workbook.Sheet {
	d, l := b.defs, &b.tpl.Layout.Definitions
	s := &workbook.Sheet{Name: d.sheet, Widths: []float64{22, 60, 9, 9, 60}, Heights: map[int]float64{}}
	s.Set(0, 0, workbook.Cell{Value: l.Title, Look: workbook.LookTitle})
	s.Set(1, 0, workbook.Cell{Value: text(l.Subtitle), Look: workbook.LookPart})
	writeAxis(s, d.likelihood, &d.scale.Likelihood, l.Likelihood, l)
	writeAxis(s, d.consequence, &d.scale.Consequence, l.Consequence, l)
	b.treatmentRows(s, l)
	if d.grid.count > 0 {
		b.gridRows(s, l)
	}
	writeList(s, d.reporting, b.heading(model.FieldReporting), b.reporting)
	writeList(s, d.directions, b.heading(model.FieldDirection), b.tpl.Layout.Directions)
	return s
}

func writeAxis(s *workbook.Sheet, r rows, a *model.Axis, heading string, l *model.DefinitionsLayout) {
	s.Set(r.first-1, colLabel, workbook.Cell{Value: heading, Look: workbook.LookHeading})
	s.Set(r.first-1, colText, workbook.Cell{Value: l.Definition, Look: workbook.LookHeading})
	s.Set(r.first-1, colNumber, workbook.Cell{Value: l.Number, Look: workbook.LookHeading})
	for i := range a.Levels {
		level := &a.Levels[i]
		s.Set(r.first+i, colLabel, workbook.Cell{Value: levelValue(level), Look: workbook.LookInput})
		s.Set(r.first+i, colText, workbook.Cell{Value: text(level.Definition), Look: workbook.LookInput})
		s.Set(r.first+i, colNumber, workbook.Cell{Value: level.Value, Look: workbook.LookNumber})
	}
}

// treatmentRows writes the treatments: limits to type in, and the range as a
// formula of them, so that text and limits cannot part.
func (b *builder) treatmentRows(s *workbook.Sheet, l *model.DefinitionsLayout) {
	r := b.defs.treatments
	if r.count == 0 {
		return
	}
	s.Set(r.first-2, colLabel, workbook.Cell{Value: l.Treatments, Look: workbook.LookPart})
	for col, heading := range []string{l.Range, l.Treatment, l.From, l.To, l.Means} {
		s.Set(r.first-1, col, workbook.Cell{Value: heading, Look: workbook.LookHeading})
	}
	for i := range b.defs.scale.Treatments {
		t, row := &b.defs.scale.Treatments[i], r.first+i
		lower, upper := b.defs.limits(t)
		from, to := workbook.Ref(row, colNumber), workbook.Ref(row, colUpper)
		s.Set(row, colLabel, workbook.Cell{
			Formula: "IF(" + from + "=" + to + "," + from + `&"",` + from + `&"-"&` + to + ")",
			Value:   rangeText(lower, upper), Look: workbook.LookFormula,
		})
		s.Set(row, colText, workbook.Cell{Value: t.Label, Look: workbook.LookInput})
		s.Set(row, colNumber, workbook.Cell{Value: lower, Look: workbook.LookNumber})
		s.Set(row, colUpper, workbook.Cell{Value: upper, Look: workbook.LookNumber})
		s.Set(row, colMeaning, workbook.Cell{Value: text(t.Meaning), Look: workbook.LookInput})
	}
}

// gridRows writes the values of a scale that is no plain product: likelihoods
// downwards, consequences to the right.
func (b *builder) gridRows(s *workbook.Sheet, l *model.DefinitionsLayout) {
	r, sc := b.defs.grid, b.defs.scale
	s.Set(r.first-1, colLabel, workbook.Cell{Value: l.Grid, Look: workbook.LookHeading})
	for len(s.Widths) < colText+len(sc.Consequence.Levels) {
		s.Widths = append(s.Widths, 14)
	}
	for j := range sc.Consequence.Levels {
		s.Set(r.first-1, colText+j, workbook.Cell{Value: levelValue(&sc.Consequence.Levels[j]), Look: workbook.LookHeading})
	}
	for i := range sc.Likelihood.Levels {
		s.Set(r.first+i, colLabel, workbook.Cell{Value: levelValue(&sc.Likelihood.Levels[i]), Look: workbook.LookHeading})
		for j := range sc.Consequence.Levels {
			v := sc.Score(sc.Likelihood.Levels[i].Value, sc.Consequence.Levels[j].Value)
			s.Set(r.first+i, colText+j, workbook.Cell{Value: v, Look: workbook.LookNumber})
		}
	}
}

func writeList(s *workbook.Sheet, r rows, heading string, choices []string) {
	if r.count == 0 {
		return
	}
	s.Set(r.first-1, colLabel, workbook.Cell{Value: heading, Look: workbook.LookHeading})
	for i, c := range choices {
		s.Set(r.first+i, colLabel, workbook.Cell{Value: c, Look: workbook.LookInput})
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
