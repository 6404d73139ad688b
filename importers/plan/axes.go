package plan

import (
	"slices"
	"strings"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// region is a part of a grid that a definition table takes, rows and columns
// counted from 0, both ends included.
type region struct{ top, bottom, left, right int }

// crosses reports whether two regions share a cell.
func (d region) crosses(o region) bool {
	return d.top <= o.bottom && o.top <= d.bottom && d.left <= o.right && o.left <= d.right
}

// has reports whether a cell lies in the region.
func (d region) has(row, col int) bool {
	return row >= d.top && row <= d.bottom && col >= d.left && col <= d.right
}

// axisTable is the definition of one axis as found in a grid.
type axisTable struct {
	region
	consequence bool
	axis        model.Axis
	whole       []string // the levels' whole texts, where a label is less
	choices     bool     // the tab is one of choices for drop-down lists
}

// maxLevels is the longest axis that is taken for one.
const maxLevels = 12

// findAxes finds the tables that define likelihood and consequence: a heading
// "Sannolikhet" over labels, with numbers and definitions beside them.
func (w *words) findAxes(t *grid.Table) []axisTable {
	var found []axisTable
	told, lists := &toldRows{w: w, t: t}, w.choices(t)
	for r := range t.Rows {
		choices := lists && !w.eventRow(t, r)
		for col := range t.Rows[r] {
			c := &t.Rows[r][col]
			if c.Covered || c.Kind != grid.Text || c.Text == "" {
				continue
			}
			name, sure := w.axisName(c.Text)
			if name == unnamed {
				continue
			}
			run := w.axisRun(t, r, col)
			if choices {
				run = ownRun // lists of other things stand beside
			}
			if run == riskRun || told.has(r, col) {
				continue
			}
			a, ok := w.axisAt(t, r, col)
			if !ok {
				a, ok = w.axisAcross(t, r, col)
			}
			if ok && (a.counted() && (run == ownRun || !w.eventRow(t, r)) || sure && run == ownRun && (choices || !w.riskRow(t, r))) {
				a.consequence = name == consequenceAxis
				found = append(found, a)
			}
		}
	}
	return found
}

// axisName gives the axis that a heading names, and whether it does so to the
// letter. One that only has the name among its words, or as the beginning of
// one, heads levels if their numbers show it ("Bedömning av sannolikhet").
func (w *words) axisName(text string) (name axisName, sure bool) {
	if n := w.axisOf(text); n != unnamed {
		return n, true
	}
	if len(text) > maxHeading/2 {
		return unnamed, false
	}
	for _, word := range grid.HeadingWords(text) {
		for n, role := range map[axisName]string{likelihoodAxis: roleLikelihood, consequenceAxis: roleConsequence} {
			for key := range w.definition[role] {
				if word != key && (len(key) < longName || !strings.HasPrefix(word, key)) {
					continue
				}
				if name != unnamed && name != n {
					return unnamed, false // "Sannolikhet × konsekvens"
				}
				name = n
			}
		}
	}
	return name, false
}

// longName is the length in bytes from which an axis's name is told by the
// beginning of a word.
const longName = 8

// counted reports whether the document prints the levels' numbers and they
// run without a gap.
func (a *axisTable) counted() bool {
	seen := map[int]bool{}
	low, high := 1<<30, 0
	for _, l := range a.axis.Levels {
		if !l.Numbered || l.Label == "" {
			return false
		}
		seen[l.Value] = true
		low, high = min(low, l.Value), max(high, l.Value)
	}
	return len(seen) == len(a.axis.Levels) && high-low+1 == len(seen)
}

// within reports whether a cell lies in one of the regions.
func within(regions []region, row, col int) bool {
	for _, d := range regions {
		if d.has(row, col) {
			return true
		}
	}
	return false
}

// runKind is what the headings around an axis's name, without a gap, are.
type runKind int

const (
	ownRun    runKind = iota
	valuedRun         // a heading of a risk value is among them
	riskRun           // those of a table of risks
)

func (w *words) axisRun(t *grid.Table, r, col int) runKind {
	left, right := headingsAround(t, r, col)
	kind := ownRun
	for c := left; c <= right; c++ {
		switch text := t.Resolved(r, c).Text; {
		case !w.riskHeading(text):
		case w.scoreHeading(text):
			kind = valuedRun
		default:
			return riskRun
		}
	}
	return kind
}

// scoreHeading reports whether a heading is that of a risk value and of nothing
// else that a table of risks has.
func (w *words) scoreHeading(text string) bool {
	for _, m := range w.exact(model.Clean(text)) {
		switch m.field {
		case model.FieldEvent, model.FieldArea, model.FieldAction, model.FieldOwner:
			return false
		}
	}
	return true
}

// riskRow reports whether a row heads a table of risks anywhere.
func (w *words) riskRow(t *grid.Table, r int) bool {
	for i := range t.Rows[r] {
		if w.riskHeading(t.Rows[r][i].Text) {
			return true
		}
	}
	return false
}

// riskHeading reports whether a heading belongs to a table of risks and to no
// definition.
func (w *words) riskHeading(text string) bool {
	if w.is(roleMeaning, text) || w.is(roleDefinition, text) {
		return false
	}
	for _, m := range w.exact(model.Clean(text)) {
		switch m.field {
		case model.FieldEvent, model.FieldArea, model.FieldAction, model.FieldOwner, model.FieldScore:
			return true
		}
	}
	return false
}

// eventRow reports whether a row heads a column of risks anywhere.
func (w *words) eventRow(t *grid.Table, r int) bool {
	return slices.ContainsFunc(t.Rows[r], func(c grid.Cell) bool { return w.eventHeading(c.Text) })
}

// eventHeading reports whether a heading is that of the risk itself.
func (w *words) eventHeading(text string) bool {
	return slices.ContainsFunc(w.exact(model.Clean(text)), func(m meaning) bool { return m.field == model.FieldEvent })
}
