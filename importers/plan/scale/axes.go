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
	rows        bool     // numbers come again and again: they are rows of something, and no levels
	mixed       bool     // a list that was not understood: a number or a label is missing
	valued      bool     // a matrix tells what the levels are worth
}

// Whole gives the levels' whole texts where a label is less, else nil.
func (a *AxisTable) Whole() []string { return a.whole }

// findAxes finds the tables that define likelihood and consequence: a heading
// "Sannolikhet" over labels, with numbers and definitions beside them.
// Failed are the lists under such a heading that were not understood.
func findAxes(w *words.Index, t *grid.Table, risks Risks) (found, failed []AxisTable) {
	looks, long := 0, longLists{}
	for r := range t.Rows {
		if risks.Deep(r) {
			continue
		}
		for col := range t.Rows[r] {
			c := &t.Rows[r][col]
			if c.Covered || c.Kind != grid.Text || c.Text == "" {
				continue
			}
			name, sure := w.AxisNamed(c.Text)
			if name == words.NoAxis {
				continue
			}
			if looks += len(t.Rows[r]); looks > tolerances.mostLooks {
				return found, failed
			}
			a, ok := axisUnder(w, t, risks, r, col, sure, long)
			a.Consequence = name == words.ConsequenceAxis
			switch {
			case ok:
				found = append(found, a)
				if !risks.Look(tolerances.partLook) {
					return found, failed
				}
			case a.mixed:
				failed = append(failed, a)
			}
		}
	}
	return found, failed
}

// axisUnder reads the axis that a heading names, to the letter where it is sure.
// One whose levels the document counts may stand among headings of a risk's
// value; any other must stand where no table of risks is headed.
func axisUnder(w *words.Index, t *grid.Table, risks Risks, r, col int, sure bool, long longLists) (AxisTable, bool) {
	lists := w.Choices(t.Name)
	alone := lists && !eventRow(w, t, r) // lists of other things stand beside
	run := ownRun
	if !alone {
		run = axisRun(w, t, r, col)
	}
	if run == riskRun || risks.Tells(r, col) {
		return AxisTable{}, false
	}
	a, ok := axisAt(w, t, r, col, long)
	mixed := a.mixed && !a.rows && sure && run == ownRun && !alone && !riskRow(w, t, r) && !risks.Heads(r, col)
	if !ok {
		a, ok = axisAcross(w, t, r, col)
	}
	a.choices, a.mixed = lists, mixed && !ok
	switch {
	case !ok || a.rows || alone && a.namedElsewhere(w, t, r, col):
		return a, false
	case a.counted() && (run == ownRun || !eventRow(w, t, r) || a.stepped() && !risks.Heads(r, col)):
		return a, true // beside the headings of risks only level by level: "Sannolikhet | Poäng" may be of the risks
	}
	return a, sure && run == ownRun && (alone || !riskRow(w, t, r))
}

// namedElsewhere reports whether the labels stand under a heading of another
// thing than the axis. Among choices each column is a list of its own.
func (a *AxisTable) namedElsewhere(w *words.Index, t *grid.Table, r, col int) bool {
	label := int(a.Axis.Levels[0].At.Col) - 1
	heading := t.Resolved(r, label)
	return label != col && !heading.Blank() && !w.Is(words.Label|words.Definition|words.MeaningOf, heading.Text) && w.AxisOf(heading.Text) == words.NoAxis
}

// counted reports whether the document prints the levels' numbers and they
// run without a gap, up or down: numbers that come in no order are no list of
// levels.
func (a *AxisTable) counted() bool {
	levels := a.Axis.Levels
	for i, l := range levels {
		if !l.Numbered || l.Label == "" {
			return false
		}
		if i == 0 {
			continue
		}
		if step := l.Value - levels[i-1].Value; step != levels[1].Value-levels[0].Value || step != 1 && step != -1 {
			return false
		}
	}
	return true
}

// stepped reports whether the levels' numbers rise from one or fall to it, by one
// from each to the next, over three at least: two rows of risks may do so.
func (a *AxisTable) stepped() bool {
	levels := a.Axis.Levels
	step := levels[1].Value - levels[0].Value
	for i := 1; i < len(levels); i++ {
		if levels[i].Value-levels[i-1].Value != step {
			return false
		}
	}
	return (step == 1 && levels[0].Value == 1 || step == -1 && levels[len(levels)-1].Value == 1) && len(levels) > 2
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
