// Package scale reads what a document says about its scale: the levels of its
// axes, the treatments that risk values call for, and matrices. It reads what
// stands there; what comes of several definitions that disagree is not its
// matter.
//
// Start with [Find], which looks at every grid: axes.go and axis*.go find the
// tables of levels, treatment*.go those of treatments, matrix*.go grids with
// levels on two sides, and sentences.go what running text says. [Definitions.OrderLists] numbers bare lists of labels
// (listorder.go), and [Definitions.Scales] puts together
// what belongs together.
package scale

import (
	"slices"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// Definitions are the parts of scales found in one document, each with the
// place it stood in. Regions are, for each grid, the parts of it that they take.
// Unread are cells that name an axis of which nothing was read; Unclear those that
// state treatments or their ranges and were not understood, where no others
// were: the scales of the document say so. Both are complete when
// [Definitions.Scales] has put the parts together.
type Definitions struct {
	Axes       []AxisTable
	Treatments []TreatmentTable
	Matrices   []*Matrix
	Regions    [][]grid.Region
	Unread     []*grid.Cell
	Unclear    []*grid.Cell

	w      *words.Index
	tables []grid.Table
	loose  []TreatmentTable  // legends and lines without a heading, where no axis is
	spelt  map[string]string // treatments as the registers spell them, by key
	homes  map[int32]bool    // the places of registers
	failed []AxisTable       // lists of levels that were not understood
	names  []*grid.Cell      // names of axes that head no levels
	broken []*grid.Cell      // ranges that were not understood
	rule   printedRule
	counts map[string]int // how often a text stands in the tables; see count
}

// Find reads the definitions of a document's grids. Of each grid, by its place
// in tables, it asks risks what stands in a table of risks.
func Find(w *words.Index, tables []grid.Table, risks func(i int) Risks) *Definitions {
	d := &Definitions{w: w, tables: tables, Regions: make([][]grid.Region, len(tables))}
	var matrices []Matrix
	var parts []sided
	var told toldRisks
	for i := range tables {
		of := risks(i)
		d.Regions[i] = d.find(&tables[i], of)
		d.rule.note(w, &tables[i], of)
		matrices = append(matrices, findMatrices(w, &tables[i], of, len(d.Axes)+len(matrices))...)
		parts = append(parts, findSided(w, &tables[i], of, len(d.Axes)+len(matrices))...)
		told.add(of.Told())
	}
	matrices = d.withoutOccurrences(matrices, &told)
	shown := d.dropShown(parts, matrices)
	d.dropLists()
	d.settleMatrices(matrices)
	d.dropWeaker()
	for _, s := range shown {
		for i := range tables {
			if s.table == &tables[i] {
				d.Regions[i] = append(d.Regions[i], s.Region)
			}
		}
	}
	for _, m := range d.Matrices {
		for i := range tables {
			if m.table == &tables[i] {
				d.Regions[i] = append(d.Regions[i], m.Region)
			}
		}
	}
	d.sentences(risks)
	return d
}

// find adds a grid's axes and treatments and gives the parts of it that they
// take.
func (d *Definitions) find(t *grid.Table, risks Risks) []grid.Region {
	found, failed := findAxes(d.w, t, risks)
	d.failed = append(d.failed, failed...)
	axes, taken := withoutRows(found)
	treatments, broken := findTreatments(d.w, t, risks)
	d.broken = append(d.broken, broken...)
	treatments = slices.DeleteFunc(treatments, func(tr TreatmentTable) bool {
		if tr.bare && len(axes) == 0 && !tr.legend {
			d.loose = append(d.loose, tr)
			return true
		}
		return tr.bare && slices.ContainsFunc(axes, func(a AxisTable) bool { return tr.Crosses(a.Region) })
	})
	for _, a := range axes {
		taken = append(taken, a.Region)
	}
	for _, tr := range treatments {
		if !tr.within && (!tr.legend || d.coloured(&tr)) {
			taken = append(taken, tr.Region)
		}
	}
	d.names = append(d.names, axisNames(d.w, t, risks, taken)...)
	d.Axes = append(d.Axes, axes...)
	d.Treatments = append(d.Treatments, treatments...)
	return taken
}

// withoutRows leaves out what are rows under the name of an axis and no levels,
// and gives the parts of the grid that these take. Rows with both axes take none:
// they may be risks.
func withoutRows(axes []AxisTable) (levels []AxisTable, taken []grid.Region) {
	for i := range axes {
		a := &axes[i]
		switch {
		case !a.rows:
			levels = append(levels, *a)
		case !slices.ContainsFunc(axes, func(o AxisTable) bool { return o.Top == a.Top && o.Consequence != a.Consequence }):
			taken = append(taken, a.Region)
		}
	}
	return levels, taken
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

// axisNames gives the cells of a grid, outside what was read, that are the name
// of an axis and nothing else.
func axisNames(w *words.Index, t *grid.Table, risks Risks, taken []grid.Region) []*grid.Cell {
	var out []*grid.Cell
	for r := range t.Rows {
		if risks.Deep(r) {
			continue
		}
		for col := range t.Rows[r] {
			if c := &t.Rows[r][col]; c.Kind == grid.Text && w.AxisOf(c.Text) != words.NoAxis && !grid.Within(taken, r, col) {
				out = append(out, c)
			}
		}
	}
	return out
}

func (d *Definitions) axis(place int32, consequence bool) model.Axis {
	var here, elsewhere []*AxisTable
	for i := range d.Axes {
		switch a := &d.Axes[i]; {
		case a.Consequence != consequence:
		case a.Axis.At.Place == place:
			here = append(here, a)
		default:
			elsewhere = append(elsewhere, a)
		}
	}
	if a := d.strongest(here); a != nil {
		return d.called(a)
	}
	if len(elsewhere) == 1 {
		return d.called(elsewhere[0])
	}
	return model.Axis{}
}
