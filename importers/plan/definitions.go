package plan

import (
	"math"
	"slices"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// definitions are the parts of scales found in one document, each with the
// place it stood in.
type definitions struct {
	axes       []axisTable
	treatments []treatmentTable
	matrices   []*matrix
	tables     []*grid.Table
	names      []*grid.Cell   // names of axes that head no levels
	broken     []*grid.Cell   // ranges that were not understood
	left       []*grid.Cell   // what stands for a definition and was not understood
	counts     map[string]int // how often a text stands in the tables; see count
}

// find adds a grid's definitions and gives the parts of it that they take.
func (d *definitions) find(w *words, t *grid.Table) []region {
	d.tables = append(d.tables, t)
	axes := w.findAxes(t)
	for i := range axes {
		axes[i].choices = w.choices(t)
	}
	treatments, broken := w.findTreatments(t)
	d.broken = append(d.broken, broken...)
	treatments = slices.DeleteFunc(treatments, func(tr treatmentTable) bool {
		return tr.bare && (len(axes) == 0 || slices.ContainsFunc(axes, func(a axisTable) bool { return tr.crosses(a.region) }))
	})
	var taken []region
	for _, a := range axes {
		taken = append(taken, a.region)
	}
	for _, tr := range treatments {
		taken = append(taken, tr.region)
	}
	d.names = append(d.names, w.axisNames(t, taken)...)
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
		for _, text := range a.whole {
			out[field][model.Key(text)] = true
		}
	}
	return out
}

// scales puts the parts together: those of one place are one scale; a place
// that has only some takes the others from the document's only other place
// that has them.
func (d *definitions) scales(w *words, places []model.Place) []model.Scale {
	d.settleCells(w)
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
		s.At = s.Likelihood.At
		if len(s.Likelihood.Levels) == 0 || len(s.Consequence.Levels) == 0 {
			continue
		}
		s.Treatments = d.bands(w, &s, place)
		d.apply(w, &s)
		closeRanges(&s)
		out = append(out, s)
	}
	out = unique(out)
	if len(out) == 0 {
		d.left = append(d.left, d.names...)
	} else if !slices.ContainsFunc(out, func(s model.Scale) bool { return len(s.Treatments) > 0 }) {
		d.left = append(d.left, d.broken...)
	}
	return out
}

// axisNames gives the cells of a grid, outside what was read, that are the name
// of an axis and nothing else.
func (w *words) axisNames(t *grid.Table, taken []region) []*grid.Cell {
	var out []*grid.Cell
	for r := range t.Rows {
		for col := range t.Rows[r] {
			if c := &t.Rows[r][col]; c.Kind == grid.Text && w.axisOf(c.Text) != unnamed && !within(taken, r, col) {
				out = append(out, c)
			}
		}
	}
	return out
}

func (d *definitions) axis(place int32, consequence bool) model.Axis {
	var elsewhere []*axisTable
	for i := range d.axes {
		a := &d.axes[i]
		if a.consequence != consequence {
			continue
		}
		if a.axis.At.Place == place {
			return d.called(a)
		}
		elsewhere = append(elsewhere, a)
	}
	if len(elsewhere) == 1 {
		return d.called(elsewhere[0])
	}
	return model.Axis{}
}

// called gives an axis with its levels called as the tables of risks do, where
// the definition leaves two ways.
func (d *definitions) called(a *axisTable) model.Axis {
	axis := a.axis
	if a.whole == nil {
		return axis
	}
	short := make([]string, len(axis.Levels))
	for i, l := range axis.Levels {
		short[i] = l.Label
	}
	if d.count(a.whole, 1) <= d.count(short, 0) {
		return axis
	}
	axis.Levels = slices.Clone(axis.Levels)
	for i := range axis.Levels {
		axis.Levels[i].Label = a.whole[i]
	}
	return axis
}

// count tells how often texts stand as levels or treatments in the document's
// tables, each that many times less as its definition has it.
func (d *definitions) count(texts []string, less int) int {
	if d.counts == nil {
		d.counts = map[string]int{}
		for _, t := range d.tables {
			for r := range t.Rows {
				for i := range t.Rows[r] {
					if c := &t.Rows[r][i]; c.Kind == grid.Text && len(c.Text) <= maxClause {
						d.counts[model.Key(grid.ParseLevel(model.Clean(c.Text)).Label)]++
					}
				}
			}
		}
	}
	n := 0
	for _, text := range texts {
		n += max(0, d.counts[model.Key(text)]-less)
	}
	return n
}

// bands gives the treatments of a place, else the document's only ones.
func (d *definitions) bands(w *words, s *model.Scale, place int32) []model.Treatment {
	for _, bare := range []bool{false, true} {
		var elsewhere []*treatmentTable
		for i := range d.treatments {
			t := &d.treatments[i]
			if t.bare != bare {
				continue
			}
			if bare && !covering(s, t.treatments) {
				d.broken = append(d.broken, t.first)
				continue
			}
			if t.treatments[0].At.Place == place {
				return d.named(w, t)
			}
			elsewhere = append(elsewhere, t)
		}
		if len(elsewhere) == 1 {
			return d.named(w, elsewhere[0])
		}
	}
	return nil
}

// named gives treatments as the tables of risks call them, where the definition
// has two texts that could be the name.
func (d *definitions) named(w *words, t *treatmentTable) []model.Treatment {
	if t.others == nil {
		return t.treatments
	}
	names := make([]string, len(t.treatments))
	for i, tr := range t.treatments {
		names[i] = tr.Label
	}
	if d.count(t.others, 1) <= d.count(names, 1) {
		return t.treatments
	}
	out := slices.Clone(t.treatments)
	for i := range out {
		out[i].Label, out[i].Meaning = t.others[i], names[i]
		out[i].InPlan = w.inPlan(out[i])
	}
	return out
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
