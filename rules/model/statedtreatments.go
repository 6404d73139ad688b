package model

import (
	"math"
	"slices"
)

// HasAxes reports whether a scale says what levels there are. One without, as a
// document states it, says only which treatment a risk value calls for, or that
// this was stated and not understood.
func (s *Scale) HasAxes() bool {
	return len(s.Likelihood.Levels) > 0 && len(s.Consequence.Levels) > 0
}

// TreatedAs gives the scale with the treatments of stated, which has no axes,
// instead of its own; ranges with open ends end at the least and greatest value
// of the scale. Neither scale is changed.
func (s *Scale) TreatedAs(stated *Scale) *Scale {
	out := *s
	out.Treatments = slices.Clone(stated.Treatments)
	if len(out.Treatments) > 0 {
		out.TreatmentsOrigin = OriginDefinitions
	}
	out.TreatmentsUnsure = s.TreatmentsUnsure && len(stated.Treatments) == 0 || stated.TreatmentsUnsure
	out.Disputed = stated.Disputed
	out.CloseRanges()
	return &out
}

// CloseRanges gives the open ends of the treatments' ranges, 0 and math.MaxInt,
// the least and greatest value of the scale.
func (s *Scale) CloseRanges() {
	low, high := s.Bounds()
	for i := range s.Treatments {
		t := &s.Treatments[i]
		if t.Max == math.MaxInt {
			t.Max = max(high, t.Min)
		}
		if t.Min == 0 {
			t.Min = min(low, t.Max)
		}
	}
}
