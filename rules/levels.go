package rules

import "riskbok/rules/model"

// levelCell is a written likelihood or consequence with the axis it is on, nil
// where no scale is known. Name is the heading of its column where several
// consequences are weighed.
type levelCell struct {
	field model.Field
	name  string
	value *model.Value[model.Level]
	axis  *model.Axis
	level *model.ScaleLevel
}

// roomForLevels is room for the levels of most valuations, which [levelCells] puts
// them in: each rule asks for those of every risk.
type roomForLevels [2]levelCell

// levelCells gives the levels for which a valuation has columns of its own.
func levelCells(a *assessed, room *roomForLevels) []levelCell {
	var likelihood, consequence *model.Axis
	if s := a.entry.Scale; s != nil {
		likelihood, consequence = &s.Likelihood, &s.Consequence
	}
	out := room[:0]
	if a.has(model.FieldLikelihood) {
		out = append(out, newLevelCell(model.FieldLikelihood, "", &a.Likelihood, likelihood))
	}
	if !a.has(model.FieldConsequence) {
		return out
	}
	if len(a.Consequences) == 0 {
		return append(out, newLevelCell(model.FieldConsequence, a.consequenceName(0), &a.Consequence, consequence))
	}
	for i := range a.Consequences {
		out = append(out, newLevelCell(model.FieldConsequence, a.consequenceName(i), &a.Consequences[i], consequence))
	}
	return out
}

// consequenceName gives the heading of one of several columns of consequences.
func (a *assessed) consequenceName(i int) string {
	if several := a.consequences(); i < len(several) {
		return model.Clean(several[i].Heading)
	}
	return ""
}

func newLevelCell(field model.Field, name string, v *model.Value[model.Level], axis *model.Axis) levelCell {
	l := levelCell{field: field, name: name, value: v, axis: axis}
	if axis != nil && v.OK {
		l.level = axis.Find(v.V)
	}
	return l
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
