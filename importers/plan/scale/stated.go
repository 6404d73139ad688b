package scale

import (
	"slices"

	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// Scales puts the parts together: those of one place are one scale; a place
// that has only some takes the others from the document's only other place
// that has them. A document without axes may state treatments alone. Places are
// the document's.
func (d *Definitions) Scales(places []model.Place) []model.Scale {
	d.settleCells()
	var out []model.Scale
	for _, place := range d.places() {
		s := model.Scale{Origin: model.OriginDefinitions, Name: nameOf(places, place)}
		s.Likelihood = d.axis(place, false)
		s.Consequence = d.axis(place, true)
		s.At = s.Likelihood.At
		if !s.HasAxes() {
			continue
		}
		if d.rule.stated() {
			s.Rule, s.RuleAt = d.rule.rule, d.rule.at
		}
		s.Treatments = d.bands(&s, place)
		d.apply(&s)
		s.CloseRanges()
		out = append(out, s)
	}
	out = unique(out)
	if len(out) == 0 {
		d.Unread = append(d.Unread, d.names...)
		out = d.treatmentsAlone(places)
		out = d.ruled(out, places)
	}
	if !slices.ContainsFunc(out, func(s model.Scale) bool { return len(s.Treatments) > 0 }) {
		d.Unclear = append(d.Unclear, d.broken...)
	}
	levels := d.levelsFailed(out)
	if len(d.Unclear) > 0 {
		out = unsure(out, d.Unclear[0].At)
	}
	for i := range out {
		out[i].LevelsUnsure = levels
	}
	return out
}

// levelsFailed reports whether a document without axes lists levels that were
// not understood, and notes their headings as unclear.
func (d *Definitions) levelsFailed(scales []model.Scale) bool {
	if slices.ContainsFunc(scales, func(s model.Scale) bool { return s.HasAxes() }) {
		return false
	}
	some := false
	for _, f := range d.failed {
		if !slices.ContainsFunc(d.Axes, func(a AxisTable) bool { return a.Consequence == f.Consequence }) {
			for i := range d.tables {
				if t := &d.tables[i]; t.Cell(f.Top, f.Left).At == f.Axis.At {
					d.Unclear = append(d.Unclear, t.Cell(f.Top, f.Left))
					some = true
				}
			}
		}
	}
	return some
}

func nameOf(places []model.Place, place int32) string {
	if int(place) < len(places) {
		return places[place].Sheet
	}
	return ""
}

// unsure marks the scales without treatments: what was stated of these was not
// understood, at a place. A document without any scale gets one that says so.
func unsure(scales []model.Scale, at model.Source) []model.Scale {
	if len(scales) == 0 {
		return []model.Scale{{Origin: model.OriginDefinitions, At: at, TreatmentsUnsure: true}}
	}
	for i := range scales {
		scales[i].TreatmentsUnsure = scales[i].TreatmentsUnsure || len(scales[i].Treatments) == 0
	}
	return scales
}

// treatmentsAlone gives a scale of treatments without axes where the document
// states one set of them, by heading or in colours.
func (d *Definitions) treatmentsAlone(places []model.Place) []model.Scale {
	var stated []*TreatmentTable
	for i := range d.Treatments {
		if t := &d.Treatments[i]; !t.bare || t.legend && d.coloured(t) {
			stated = append(stated, t)
		}
	}
	t := onlyOne(stated)
	if pair, ok := d.disputed(stated); t == nil && ok {
		s := model.Scale{Origin: model.OriginDefinitions, Name: nameOf(places, pair[0].Place), At: pair[0], TreatmentsUnsure: true, Disputed: pair}
		return []model.Scale{s}
	}
	if t == nil {
		return nil
	}
	at := t.Treatments[0].At
	return []model.Scale{{Origin: model.OriginDefinitions, Name: nameOf(places, at.Place), Treatments: d.asRegistersCall(t), At: at}}
}

// ruled gives the scale of a document without axes the rule that is printed; one
// of its own where it states nothing else.
func (d *Definitions) ruled(scales []model.Scale, places []model.Place) []model.Scale {
	if !d.rule.stated() {
		return scales
	}
	if len(scales) == 0 {
		scales = []model.Scale{{Origin: model.OriginDefinitions, Name: nameOf(places, d.rule.at.Place), At: d.rule.at}}
	}
	for i := range scales {
		scales[i].Rule, scales[i].RuleAt = d.rule.rule, d.rule.at
	}
	return scales
}

// onlyOne gives the first of treatments that all have the same ranges; nil where
// they differ or there are none.
func onlyOne(stated []*TreatmentTable) *TreatmentTable {
	if len(stated) == 0 {
		return nil
	}
	for _, t := range stated[1:] {
		if !slices.EqualFunc(t.Treatments, stated[0].Treatments, func(a, b model.Treatment) bool { return a.Min == b.Min && a.Max == b.Max }) {
			return nil
		}
	}
	return stated[0]
}

// places gives the places where axes or treatments stand, in order of
// appearance.
func (d *Definitions) places() []int32 {
	var order []int32
	note := func(place int32) {
		if !slices.Contains(order, place) {
			order = append(order, place)
		}
	}
	for _, a := range d.Axes {
		note(a.Axis.At.Place)
	}
	for _, t := range d.Treatments {
		note(t.Treatments[0].At.Place)
	}
	return order
}

// bands gives the treatments of a place, else the document's only ones.
func (d *Definitions) bands(s *model.Scale, place int32) []model.Treatment {
	for _, bare := range []bool{false, true} {
		var elsewhere []*TreatmentTable
		for i := range d.Treatments {
			t := &d.Treatments[i]
			if t.bare != bare {
				continue
			}
			if bare && !covering(s, t.Treatments) {
				if !t.legend || d.coloured(t) {
					d.broken = append(d.broken, t.first)
				}
				continue
			}
			if t.Treatments[0].At.Place == place {
				return d.asRegistersCall(t)
			}
			elsewhere = append(elsewhere, t)
		}
		if t := onlyOne(elsewhere); t != nil {
			return d.asRegistersCall(t)
		}
		if pair, ok := d.disputed(elsewhere); ok && !bare {
			s.TreatmentsUnsure, s.Disputed = true, pair
			return nil
		}
	}
	return nil
}

// coloured reports whether treatments are called by colours.
func (d *Definitions) coloured(t *TreatmentTable) bool {
	return !slices.ContainsFunc(t.Treatments, func(tr model.Treatment) bool { return d.w.Hue(model.LeadingWord(tr.Label)) == words.NoHue })
}

// unique drops scales that were put together from the same parts.
func unique(scales []model.Scale) []model.Scale {
	var out []model.Scale
	for _, s := range scales {
		same := false
		for _, o := range out {
			same = same || o.Likelihood.At == s.Likelihood.At && o.Consequence.At == s.Consequence.At
		}
		if !same {
			out = append(out, s)
		}
	}
	return out
}
