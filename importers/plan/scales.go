package plan

import (
	"math"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// definitions are the parts of scales found in one document, each with the
// place it stood in.
type definitions struct {
	axes       []axisTable
	treatments []treatmentTable
	matrices   []*matrix
}

// find adds a grid's definitions and gives the parts of it that they take.
func (d *definitions) find(w *words, t *grid.Table) []region {
	axes, treatments := w.findAxes(t), w.findTreatments(t)
	var taken []region
	for _, a := range axes {
		taken = append(taken, a.region)
	}
	for _, tr := range treatments {
		taken = append(taken, tr.region)
	}
	d.axes = append(d.axes, axes...)
	d.treatments = append(d.treatments, treatments...)
	return taken
}

// labels gives the keys of all labels of each axis.
func (d *definitions) labels() map[model.Field]map[string]bool {
	out := map[model.Field]map[string]bool{}
	for _, a := range d.axes {
		field := model.FieldLikelihood
		if a.consequence {
			field = model.FieldConsequence
		}
		if out[field] == nil {
			out[field] = map[string]bool{}
		}
		for _, l := range a.axis.Levels {
			if l.Label != "" {
				out[field][model.Key(l.Label)] = true
			}
		}
	}
	return out
}

// scales puts the parts together: those of one place are one scale; a place
// that has only some takes the others from the document's only other place
// that has them.
func (d *definitions) scales(w *words, places []model.Place) []model.Scale {
	var out []model.Scale
	var order []int32
	seen := map[int32]bool{}
	note := func(place int32) {
		if !seen[place] {
			seen[place] = true
			order = append(order, place)
		}
	}
	for _, a := range d.axes {
		note(a.axis.At.Place)
	}
	for _, t := range d.treatments {
		note(t.treatments[0].At.Place)
	}
	for _, place := range order {
		s := model.Scale{Origin: model.OriginDefinitions}
		if int(place) < len(places) {
			s.Name = places[place].Sheet
		}
		s.Likelihood = d.axis(place, false)
		s.Consequence = d.axis(place, true)
		s.Treatments = d.bands(place)
		s.At = s.Likelihood.At
		if len(s.Likelihood.Levels) == 0 || len(s.Consequence.Levels) == 0 {
			continue
		}
		d.apply(w, &s)
		closeRanges(&s)
		out = append(out, s)
	}
	return unique(out)
}

func (d *definitions) axis(place int32, consequence bool) model.Axis {
	var elsewhere []model.Axis
	for _, a := range d.axes {
		if a.consequence != consequence {
			continue
		}
		if a.axis.At.Place == place {
			return a.axis
		}
		elsewhere = append(elsewhere, a.axis)
	}
	if len(elsewhere) == 1 {
		return elsewhere[0]
	}
	return model.Axis{}
}

func (d *definitions) bands(place int32) []model.Treatment {
	var elsewhere [][]model.Treatment
	for _, t := range d.treatments {
		if t.treatments[0].At.Place == place {
			return t.treatments
		}
		elsewhere = append(elsewhere, t.treatments)
	}
	if len(elsewhere) == 1 {
		return elsewhere[0]
	}
	return nil
}

// closeRanges gives open ends of ranges the least and greatest value of the
// scale.
func closeRanges(s *model.Scale) {
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
