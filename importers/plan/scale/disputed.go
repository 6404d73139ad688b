package scale

import (
	"fmt"
	"math"

	"riskbok/rules/model"
)

// disputed gives the first ranges of two statements of treatments that call for
// different ones of the same names at some value. Two registers that have each
// their own beside them contradict nothing.
func (d *Definitions) disputed(stated []*TreatmentTable) (at [2]model.Source, ok bool) {
	stated = differing(stated)
	for i, a := range stated {
		for _, b := range stated[i+1:] {
			x, y := a.Treatments[0].At, b.Treatments[0].At
			if (x.Place == y.Place || !d.homes[x.Place] || !d.homes[y.Place]) && contradict(a.Treatments, b.Treatments) {
				return [2]model.Source{x, y}, true
			}
		}
	}
	return at, false
}

// differing gives the statements of which none at the same place says the same
// before: what one contradicts the first of its like does.
func differing(stated []*TreatmentTable) []*TreatmentTable {
	var out []*TreatmentTable
	seen := map[string]bool{}
	for _, s := range stated {
		key := fmt.Appendf(nil, "%d", s.Treatments[0].At.Place)
		for _, t := range s.Treatments {
			key = fmt.Appendf(key, "\n%d %d %s", t.Min, t.Max, model.LeadingWord(t.Label))
		}
		if !seen[string(key)] {
			seen[string(key)] = true
			out = append(out, s)
		}
	}
	return out
}

// contradict reports whether two lists of treatments share names and give one
// value to different ones of these.
func contradict(a, b []model.Treatment) bool {
	names := map[string]int{}
	for i, list := range [][]model.Treatment{a, b} {
		for _, t := range list {
			names[model.LeadingWord(t.Label)] |= 1 << i
		}
	}
	first, second := model.Scale{Treatments: a}, model.Scale{Treatments: b}
	for v := 0; v <= highest(a, b); v++ {
		s, t := first.Treatment(v), second.Treatment(v)
		if s == nil || t == nil {
			continue
		}
		one, other := model.LeadingWord(s.Label), model.LeadingWord(t.Label)
		if one != other && names[one] == 3 && names[other] == 3 {
			return true
		}
	}
	return false
}

// highest gives the greatest value at which ranges begin or end.
func highest(lists ...[]model.Treatment) int {
	out := 0
	for _, list := range lists {
		for _, t := range list {
			out = max(out, t.Min)
			if t.Max != math.MaxInt {
				out = max(out, t.Max)
			}
		}
	}
	return min(out, tolerances.maxWhole)
}
