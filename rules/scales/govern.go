// Package scales concludes on which scale a register's risks are valued, and
// what follows from two levels on it. It is the only place that does: start with
// [Govern], which fills the scale of every register of a book, and [Judge].
// Everything here is a pure function of what was read.
package scales

import "riskbok/rules/model"

// Settings are what the user has decided about scales.
type Settings struct {
	Configured *model.Scale            // the user's own; nil: none
	Templates  func() []model.Template // those whose headings tell a scale, first ones first; nil: none
}

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

// Govern gives each register of a book its scale: the document's own
// definitions; else that of a template whose headings are the register's; else
// the user's configured scale; else one that explains the register's rows; else
// the usual 4×4, unless the rows are plainly on another that they do not tell.
func Govern(b *model.Book, docs map[int32]*model.Document, settings Settings) {
	for i := range b.Registers {
		e := &b.Registers[i]
		if d := docs[e.At.Doc]; d != nil && e.Register.Scale >= 0 && e.Register.Scale < len(d.Scales) {
			e.Scale = complete(&d.Scales[e.Register.Scale])
			continue
		}
		if settings.Templates != nil {
			e.Scale = templateScale(e.Register, settings.Templates(), settings.Configured)
		}
		if e.Scale == nil {
			e.Scale = settings.Configured
		}
		if e.Scale == nil {
			e.Scale = inferOrDefault(e.Register, b)
		}
	}
}

// complete gives a definition without treatments those of the usual scale, if
// its axes have the usual size; the scale read is not changed.
func complete(s *model.Scale) *model.Scale {
	if len(s.Treatments) > 0 {
		return s
	}
	low, high := s.Bounds()
	usualLow, usualHigh := usualScale.Bounds()
	if low != usualLow || high != usualHigh {
		return s
	}
	whole := *s
	whole.Treatments = usualScale.Treatments
	return &whole
}
