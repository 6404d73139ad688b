package scale

import (
	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// AxisTable is the definition of one axis as found in a grid: likelihood, or
// consequence.
type AxisTable struct {
	grid.Region
	Consequence bool
	Axis        model.Axis
	whole       []string // the levels' whole texts, where a label is less
	choices     bool     // the tab is one of choices for drop-down lists
}

// findAxes finds the tables that define likelihood and consequence: a heading
// "Sannolikhet" over labels, with numbers and definitions beside them.
func findAxes(w *words.Index, t *grid.Table, risks Risks) []AxisTable {
	var found []AxisTable
	lists := w.Choices(t.Name)
	for r := range t.Rows {
		choices := lists && !eventRow(w, t, r)
		for col := range t.Rows[r] {
			c := &t.Rows[r][col]
			if c.Covered || c.Kind != grid.Text || c.Text == "" {
				continue
			}
			name, sure := w.AxisNamed(c.Text)
			if name == words.NoAxis {
				continue
			}
			run := axisRun(w, t, r, col)
			if choices {
				run = ownRun // lists of other things stand beside
			}
			if run == riskRun || risks.Tells(r, col) {
				continue
			}
			a, ok := axisAt(w, t, r, col)
			if !ok {
				a, ok = axisAcross(w, t, r, col)
			}
			if ok && (a.counted() && (run == ownRun || !eventRow(w, t, r)) || sure && run == ownRun && (choices || !riskRow(w, t, r))) {
				a.choices, a.Consequence = lists, name == words.ConsequenceAxis
				found = append(found, a)
			}
		}
	}
	return found
}

// counted reports whether the document prints the levels' numbers and they
// run without a gap.
func (a *AxisTable) counted() bool {
	seen := map[int]bool{}
	low, high := 1<<30, 0
	for _, l := range a.Axis.Levels {
		if !l.Numbered || l.Label == "" {
			return false
		}
		seen[l.Value] = true
		low, high = min(low, l.Value), max(high, l.Value)
	}
	return len(seen) == len(a.Axis.Levels) && high-low+1 == len(seen)
}

// runKind is what the headings around an axis's name, without a gap, are.
type runKind int

const (
	ownRun    runKind = iota
	valuedRun         // a heading of a risk value is among them
	riskRun           // those of a table of risks
)

func axisRun(w *words.Index, t *grid.Table, r, col int) runKind {
	left, right := t.Run(r, col)
	kind := ownRun
	for c := left; c <= right; c++ {
		switch text := t.Resolved(r, c).Text; {
		case !riskHeading(w, text):
		case scoreHeading(w, text):
			kind = valuedRun
		default:
			return riskRun
		}
	}
	return kind
}
