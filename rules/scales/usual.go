package scales

import (
	"slices"

	"riskbok/rules/model"
)

// usualScale is the usual 4×4 scale, which governs where nothing else does.
var usualScale = model.Scale{
	Name: "4x4",
	Likelihood: model.Axis{Levels: []model.ScaleLevel{
		{Value: 1, Label: "Osannolik"}, {Value: 2, Label: "Mindre sannolik"}, {Value: 3, Label: "Möjlig"}, {Value: 4, Label: "Sannolik"},
	}},
	Consequence: model.Axis{Levels: []model.ScaleLevel{
		{Value: 1, Label: "Försumbar"}, {Value: 2, Label: "Lindrig"}, {Value: 3, Label: "Kännbar"}, {Value: 4, Label: "Allvarlig"},
	}},
	Treatments: []model.Treatment{
		{Min: 12, Max: 16, Label: "Minimera risk", InPlan: true},
		{Min: 4, Max: 11, Label: "Reducera risk", InPlan: true},
		{Min: 1, Max: 3, Label: "Acceptera risk"},
	},
	Origin: model.OriginDefault,
}

// Default gives a copy of the usual 4×4 scale.
func Default() *model.Scale { s := usualScale; return &s }

// usualLevels reports whether the levels of a scale are the usual ones because
// nothing else tells.
func usualLevels(s *model.Scale) bool {
	return s != nil && (s.Origin == model.OriginDefault || s.Origin == model.OriginInferred) &&
		slices.Equal(s.Likelihood.Levels, usualScale.Likelihood.Levels) && slices.Equal(s.Consequence.Levels, usualScale.Consequence.Levels)
}
