package rules

import "riskbok/rules/model"

// defaultScale is the usual 4×4 scale, which governs where nothing else does.
var defaultScale = model.Scale{
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

// DefaultScale gives a copy of the usual 4×4 scale.
func DefaultScale() *model.Scale { s := defaultScale; return &s }

// govern gives each register of a book its scale: the document's own
// definitions; else that of a template whose headings are the register's; else
// the user's configured scale; else one that explains the register's rows; else
// the usual 4×4, unless the rows are plainly on another that they do not tell.
func govern(b *model.Book, docs map[int32]*model.Document, configured *model.Scale, templates func() []model.Template) {
	for i := range b.Registers {
		e := &b.Registers[i]
		if d := docs[e.At.Doc]; d != nil && e.Register.Scale >= 0 && e.Register.Scale < len(d.Scales) {
			e.Scale = complete(&d.Scales[e.Register.Scale])
			continue
		}
		if templates != nil {
			e.Scale = templateScale(e.Register, templates(), configured)
		}
		if e.Scale == nil {
			e.Scale = configured
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
	usualLow, usualHigh := defaultScale.Bounds()
	if low != usualLow || high != usualHigh {
		return s
	}
	whole := *s
	whole.Treatments = defaultScale.Treatments
	return &whole
}
