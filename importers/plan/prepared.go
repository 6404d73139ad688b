package plan

import "riskbok/rules/model"

// A form is often filled in beforehand: below the last risk stand rows with a
// number, and in the levels what a drop-down list shows first or a first choice.

// preparedFrom gives the first of the rows at the end of a block that were only
// prepared, or its end.
func (s *scan) preparedFrom() int {
	if !s.h.has(model.FieldEvent) || !s.h.has(model.FieldLikelihood) || !s.h.has(model.FieldConsequence) {
		return s.to
	}
	first, n, levels := s.to, 0, ""
	for r := s.to - 1; r > s.h.bottom; r-- {
		x := s.row(r)
		if filled, _ := x.filled(); filled == 0 {
			continue
		}
		here, ok := x.prepared()
		if !ok || n > 0 && here != levels {
			break
		}
		first, levels = r, here
		n++
	}
	if n < tolerances.leastPrepared {
		return s.to
	}
	return first
}

// prepared gives the levels of a row that says nothing but these, a number and
// what formulas give.
func (x row) prepared() (levels string, ok bool) {
	for _, f := range []model.Field{model.FieldEvent, model.FieldAction, model.FieldOwner, model.FieldDirection, model.FieldCost, model.FieldReporting} {
		if x.typed(f) {
			return "", false
		}
	}
	l, c := x.own(model.FieldLikelihood), x.own(model.FieldConsequence)
	if x.own(model.FieldEvent) == nil || l == nil || c == nil || l.Blank() || c.Blank() || x.reports() {
		return "", false
	}
	return l.Key() + "\n" + c.Key(), true
}
