package scale

import (
	"slices"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// A bare list of labels, without numbers and definitions, often only feeds the
// drop-down lists of a table, in whatever order: it does not say what a level
// is worth.

// bare reports whether an axis is nothing but labels.
func (a *AxisTable) bare() bool {
	return !slices.ContainsFunc(a.Axis.Levels, func(l model.ScaleLevel) bool { return l.Numbered || l.Definition != "" })
}

// otherList reports whether the column beside labels holds something else than
// their definitions: its heading is that of another thing, or it stands on a
// tab of choices under no heading of definitions.
func otherList(w *words.Index, t *grid.Table, r, col int) bool {
	text := t.Resolved(r, col).Text
	if w.Is(words.Definition|words.MeaningOf, text) {
		return false
	}
	return w.Choices(t.Name) || w.Is(words.Treatment, text) && !w.Is(words.Label, text) || w.Means(text)
}

// dropLists leaves out the bare lists of an axis that the document defines
// elsewhere, and those on tabs of choices where another list is not.
func (d *Definitions) dropLists() {
	for _, consequence := range []bool{false, true} {
		for _, worse := range []func(*AxisTable) bool{(*AxisTable).bare, func(a *AxisTable) bool { return a.bare() && a.choices }} {
			if slices.ContainsFunc(d.Axes, func(a AxisTable) bool { return a.Consequence == consequence && !worse(&a) }) {
				d.Axes = slices.DeleteFunc(d.Axes, func(a AxisTable) bool { return a.Consequence == consequence && worse(&a) })
			}
		}
	}
}
