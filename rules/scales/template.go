package scales

import (
	"riskbok/rules/model"
)

// templateScale gives the scale that a template states for a register with just
// its headings, or nil. Of several that fit it is the one that explains most;
// of those that explain alike, the first. A scale that the user configured
// stands if it explains more.
func templateScale(r *model.Register, templates []model.Template, configured *model.Scale) *model.Scale {
	var best *model.Scale
	most := -1
	var t *evidence
	for i := range templates {
		s := &templates[i].Scale
		if !headed(r, &templates[i].Layout) {
			continue
		}
		if t == nil {
			t = gather(r, nil)
		}
		if !t.on(s) || !t.borneOut(s, r) {
			continue
		}
		if n := t.explained(s, r); n > most {
			best, most = s, n
		}
	}
	if best != nil && configured != nil && t.explained(configured, r) > most {
		return nil
	}
	return best
}

// headed reports whether a register has the headings of a sheet of a layout:
// every field that either has stands in both, under the same heading.
func headed(r *model.Register, l *model.Layout) bool {
	for i := range l.Registers {
		if sameHeadings(r, &l.Registers[i]) {
			return true
		}
	}
	return false
}

func sameHeadings(r *model.Register, l *model.RegisterLayout) bool {
	for _, c := range l.Columns {
		if c.Field == "" {
			continue
		}
		if b := r.Column(c.Field); b == nil || model.Letters(b.Heading) != model.Letters(c.Heading) {
			return false
		}
	}
	for _, b := range r.Columns {
		if b.Field != model.FieldPeriod && b.Field != model.FieldBoard && b.Field != model.FieldUnit && l.Column(b.Field) < 0 {
			return false
		}
	}
	return len(r.Unclear) == 0
}

// on reports whether all that a register writes is on a scale: every level, a
// number beside a label being that label's, and every value within its bounds.
// A register that writes no level tells nothing.
func (t *evidence) on(s *model.Scale) bool {
	low, high := s.Bounds()
	for _, v := range t.scores {
		if v < low || v > high {
			return false
		}
	}
	for axis, a := range []*model.Axis{&s.Likelihood, &s.Consequence} {
		for _, l := range t.cells[axis] {
			found := a.Find(l)
			if found == nil || l.HasNumber && l.Number != found.Value {
				return false
			}
		}
	}
	return len(t.cells[0])+len(t.cells[1]) > 0
}

// borneOut reports whether the rows do not speak against a scale: at least half
// of enough values are right, and its treatments are those that are written.
func (t *evidence) borneOut(s *model.Scale, r *model.Register) bool {
	if t.enough() && t.values(s)*2 < len(t.rows) {
		return false
	}
	rows := treatedRows(r, s)
	if _, mixed := byValue(rows); len(mixed) > 0 {
		return false
	}
	for _, row := range rows {
		if Named(s, row.label) == nil {
			return false
		}
	}
	return !contradicted(s.Treatments, inferTreatments(rows), rows) && tolerances.usualFits.met(fitting(s.Treatments, rows), len(rows))
}

// explained counts the values and treatments that are as a scale says.
func (t *evidence) explained(s *model.Scale, r *model.Register) int {
	return t.values(s) + fitting(s.Treatments, treatedRows(r, s))
}
