// Package scale reads what a document says about its scale: the levels of its
// axes, the treatments that risk values call for, and matrices. It reads what
// stands there; what comes of several definitions that disagree is not its
// matter.
//
// Start with [Find], which looks at every grid: axes.go and axis*.go find the
// tables of levels, treatment*.go those of treatments, matrix*.go grids with
// levels on two sides. [Definitions.OrderLists] numbers bare lists of labels
// (listorder.go), and [Definitions.Scales] puts together
// what belongs together.
package scale

import (
	"math"
	"slices"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// Definitions are the parts of scales found in one document, each with the
// place it stood in. Regions are, for each grid, the parts of it that they take.
// Unread are cells that stand for a definition and were not understood; it is
// complete when [Definitions.Scales] has put the parts together.
type Definitions struct {
	Axes       []AxisTable
	Treatments []TreatmentTable
	Matrices   []*Matrix
	Regions    [][]grid.Region
	Unread     []*grid.Cell

	w      *words.Index
	tables []grid.Table
	names  []*grid.Cell   // names of axes that head no levels
	broken []*grid.Cell   // ranges that were not understood
	counts map[string]int // how often a text stands in the tables; see count
}

// Find reads the definitions of a document's grids. Of each grid, by its place
// in tables, it asks risks what stands in a table of risks.
func Find(w *words.Index, tables []grid.Table, risks func(i int) Risks) *Definitions {
	d := &Definitions{w: w, tables: tables, Regions: make([][]grid.Region, len(tables))}
	var matrices []Matrix
	for i := range tables {
		d.Regions[i] = d.find(&tables[i], risks(i))
		matrices = append(matrices, findMatrices(w, &tables[i])...)
	}
	d.dropLists()
	d.settleMatrices(matrices)
	for _, m := range d.Matrices {
		for i := range tables {
			if m.table == &tables[i] {
				d.Regions[i] = append(d.Regions[i], m.Region)
			}
		}
	}
	return d
}

// find adds a grid's axes and treatments and gives the parts of it that they
// take.
func (d *Definitions) find(t *grid.Table, risks Risks) []grid.Region {
	axes := findAxes(d.w, t, risks)
	treatments, broken := findTreatments(d.w, t, risks)
	d.broken = append(d.broken, broken...)
	treatments = slices.DeleteFunc(treatments, func(tr TreatmentTable) bool {
		return tr.bare && (len(axes) == 0 || slices.ContainsFunc(axes, func(a AxisTable) bool { return tr.Crosses(a.Region) }))
	})
	var taken []grid.Region
	for _, a := range axes {
		taken = append(taken, a.Region)
	}
	for _, tr := range treatments {
		taken = append(taken, tr.Region)
	}
	d.names = append(d.names, axisNames(d.w, t, taken)...)
	d.Axes = append(d.Axes, axes...)
	d.Treatments = append(d.Treatments, treatments...)
	return taken
}

// Labels gives the keys of all labels of each axis.
func (d *Definitions) Labels() map[model.Field]map[string]bool {
	out := map[model.Field]map[string]bool{}
	for _, a := range d.Axes {
		field := model.FieldLikelihood
		if a.Consequence {
			field = model.FieldConsequence
		}
		if out[field] == nil {
			out[field] = map[string]bool{}
		}
		for _, l := range a.Axis.Levels {
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

// Scales puts the parts together: those of one place are one scale; a place
// that has only some takes the others from the document's only other place
// that has them. Places are the document's.
func (d *Definitions) Scales(places []model.Place) []model.Scale {
	d.settleCells()
	var out []model.Scale
	for _, place := range d.places() {
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
		s.Treatments = d.bands(&s, place)
		d.apply(&s)
		closeRanges(&s)
		out = append(out, s)
	}
	out = unique(out)
	if len(out) == 0 {
		d.Unread = append(d.Unread, d.names...)
	} else if !slices.ContainsFunc(out, func(s model.Scale) bool { return len(s.Treatments) > 0 }) {
		d.Unread = append(d.Unread, d.broken...)
		for i := range out {
			out[i].TreatmentsUnsure = len(d.broken) > 0 // usual ones would take the place of what was stated
		}
	}
	return out
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

// axisNames gives the cells of a grid, outside what was read, that are the name
// of an axis and nothing else.
func axisNames(w *words.Index, t *grid.Table, taken []grid.Region) []*grid.Cell {
	var out []*grid.Cell
	for r := range t.Rows {
		for col := range t.Rows[r] {
			if c := &t.Rows[r][col]; c.Kind == grid.Text && w.AxisOf(c.Text) != words.NoAxis && !grid.Within(taken, r, col) {
				out = append(out, c)
			}
		}
	}
	return out
}

func (d *Definitions) axis(place int32, consequence bool) model.Axis {
	var elsewhere []*AxisTable
	for i := range d.Axes {
		a := &d.Axes[i]
		if a.Consequence != consequence {
			continue
		}
		if a.Axis.At.Place == place {
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
func (d *Definitions) called(a *AxisTable) model.Axis {
	axis := a.Axis
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
func (d *Definitions) count(texts []string, less int) int {
	if d.counts == nil {
		d.counts = map[string]int{}
		for i := range d.tables {
			countLabels(&d.tables[i], d.counts)
		}
	}
	n := 0
	for _, text := range texts {
		n += max(0, d.counts[model.Key(text)]-less)
	}
	return n
}

// countLabels counts the short texts of a grid by the key of the label in them.
func countLabels(t *grid.Table, counts map[string]int) {
	for r := range t.Rows {
		for i := range t.Rows[r] {
			if c := &t.Rows[r][i]; c.Kind == grid.Text && len(c.Text) <= maxClause {
				counts[model.Key(grid.ParseLevel(model.Clean(c.Text)).Label)]++
			}
		}
	}
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
				d.broken = append(d.broken, t.first)
				continue
			}
			if t.Treatments[0].At.Place == place {
				return d.named(t)
			}
			elsewhere = append(elsewhere, t)
		}
		if len(elsewhere) == 1 {
			return d.named(elsewhere[0])
		}
	}
	return nil
}

// named gives treatments as the tables of risks call them, where the definition
// has two texts that could be the name.
func (d *Definitions) named(t *TreatmentTable) []model.Treatment {
	if t.others == nil {
		return t.Treatments
	}
	names := make([]string, len(t.Treatments))
	for i, tr := range t.Treatments {
		names[i] = tr.Label
	}
	if d.count(t.others, 1) <= d.count(names, 1) {
		return t.Treatments
	}
	out := slices.Clone(t.Treatments)
	for i := range out {
		out[i].Label, out[i].Meaning = t.others[i], names[i]
		out[i].InPlan = d.w.InPlan(out[i])
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
