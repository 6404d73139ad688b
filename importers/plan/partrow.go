package plan

import "riskbok/rules/model"

// Whoever fills in a follow-up may begin with the numbers, the actions or those
// who answer for them: among rows that say more, one of these alone is a row
// too. Below them it is a remark, or a row that was only prepared.

// part reports whether nothing stands on a row but what such a row has: a typed
// number, an action or an owner.
func (x row) part() bool {
	if x.typed(model.FieldNumber) && x.numbered() && !x.states() {
		return true
	}
	n, only := x.filled()
	return n == 1 && only.ColSpan <= 1 && (only == x.own(model.FieldAction) || only == x.own(model.FieldOwner)) && x.cellSays(only)
}

// partOf reports whether a row of which only a part is filled in belongs to the
// follow-up: rows that say more stand above and below it without a gap.
func (s *scan) partOf(x row) bool {
	return s.followsUp() && s.risks > 0 && s.gap == 0 && x.part() && s.goesOn(x.r)
}

// partRun is a run of such rows, and whether one that says more is below it.
type partRun struct {
	end    int // the row after it
	goesOn bool
}

func (s *scan) goesOn(r int) bool {
	if r < s.partly.end {
		return s.partly.goesOn
	}
	for r < s.to && s.row(r).part() {
		r++
	}
	s.partly = partRun{end: r}
	if r < s.to {
		x := s.row(r)
		n, _ := x.filled()
		s.partly.goesOn = n > 1 && x.states()
	}
	return s.partly.goesOn
}
