package scale

import (
	"slices"

	"riskbok/rules/model"
)

// OrderLists numbers the labels of bare lists in their usual order, where they
// have one, and notes that no more than that says what their levels are worth:
// which order holds is for package rules/scales to conclude from the registers.
// The sides of a matrix are in the order of its values. Without registers a list
// of choices that has no usual order defines nothing.
func (d *Definitions) OrderLists(registers []model.Register) {
	for i := range d.Axes {
		a := &d.Axes[i]
		if !a.bare() || a.valued || slices.ContainsFunc(d.Matrices, func(m *Matrix) bool { return m.gaveAxis(a) }) {
			continue
		}
		labels := make([]string, len(a.Axis.Levels))
		for j, l := range a.Axis.Levels {
			labels[j] = l.Label
		}
		a.Axis.Order = model.OrderListed
		if a.choices {
			a.Axis.Order = model.OrderChoices
		}
		if ranks := d.w.Ranks(labels); ranks != nil {
			a.Axis.Order = model.OrderUsual
			for j := range a.Axis.Levels {
				a.Axis.Levels[j].Value = ranks[j]
			}
		}
	}
	if len(registers) == 0 {
		d.Axes = slices.DeleteFunc(d.Axes, func(a AxisTable) bool { return a.Axis.Order == model.OrderChoices })
	}
}
