package rules

import "riskbok/rules/model"

// levelCell is a written likelihood or consequence with the axis it is on, nil
// where no scale is known. Name is the heading of its column where several
// consequences are weighed.
type levelCell struct {
	field model.Field
	name  string
	value model.Value[model.Level]
	axis  *model.Axis
	level *model.ScaleLevel
}

// levelCells gives the levels for which a valuation has columns of its own.
func levelCells(a *assessed) []levelCell {
	var likelihood, consequence *model.Axis
	if s := a.entry.Scale; s != nil {
		likelihood, consequence = &s.Likelihood, &s.Consequence
	}
	out := make([]levelCell, 0, 2+len(a.Consequences))
	cell := func(field model.Field, name string, v model.Value[model.Level], axis *model.Axis) {
		l := levelCell{field: field, name: name, value: v, axis: axis}
		if axis != nil && v.OK {
			l.level = axis.Find(v.V)
		}
		out = append(out, l)
	}
	if a.has(model.FieldLikelihood) {
		cell(model.FieldLikelihood, "", a.Likelihood, likelihood)
	}
	if a.has(model.FieldConsequence) {
		several := a.consequences()
		for i, v := range a.Weighed() {
			name := ""
			if i < len(several) {
				name = model.Clean(several[i].Heading)
			}
			cell(model.FieldConsequence, name, v, consequence)
		}
	}
	return out
}

// levelFinding starts a finding about a level. Of several consequences it says
// which.
func (c *Case) levelFinding(r *riskRef, a *assessed, l levelCell, variant string) Finding {
	f := c.assessedFinding(r, a, l.field, l.value.At, variant)
	if l.name != "" {
		f.Path += "/" + model.Key(l.name)
		f.Args["field"] = "”" + l.name + "”"
	}
	return f
}

// axisText lists an axis: "Osannolik (1), Mindre sannolik (2)".
func axisText(a *model.Axis) string {
	text := ""
	for i := range a.Levels {
		if i > 0 {
			text += ", "
		}
		text += levelText(&a.Levels[i])
	}
	return text
}
