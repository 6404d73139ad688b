package scale

import (
	"math"
	"slices"

	"riskbok/rules/model"
)

// overlapping reports whether two ranges hold the same value.
func overlapping(treatments []model.Treatment) bool {
	for i, a := range treatments {
		for _, b := range treatments[:i] {
			if a.Min <= b.Max && b.Min <= a.Max {
				return true
			}
		}
	}
	return false
}

// rangeTwice reports whether two treatments have the same range.
func rangeTwice(treatments []model.Treatment) bool {
	for i, a := range treatments {
		if slices.ContainsFunc(treatments[:i], func(b model.Treatment) bool { return a.Min == b.Min && a.Max == b.Max }) {
			return true
		}
	}
	return false
}

// covering reports whether each value that a scale can have has one treatment,
// and none is for values beyond it.
func covering(s *model.Scale, treatments []model.Treatment) bool {
	low, high := s.Bounds()
	whole := model.Scale{Treatments: treatments}
	for v := low; v <= high; v++ {
		if s.Possible(v) && whole.Treatment(v) == nil {
			return false
		}
	}
	for _, t := range treatments {
		if t.Min > high || t.Max < low || t.Max > high && t.Max != math.MaxInt {
			return false
		}
	}
	return !overlapping(treatments)
}
