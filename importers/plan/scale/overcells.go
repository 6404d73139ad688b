package scale

import (
	"slices"

	"riskbok/rules/model"
)

// CellsFirst leaves out what is defined over the cells of a sheet, in a text box, where
// cells define the same: a box often shows the scale of another year, or of something
// else. Over gives the sheet that a place is drawn over, and reports whether it is.
// Cells beside the risks of another sheet define nothing for those of this one, and a
// box stays that says more surely what its levels are worth, or has levels or
// treatments that the tables write and the cells do not define. It comes after [Definitions.Written].
func (d *Definitions) CellsFirst(over func(place int32) (sheet int32, ok bool)) {
	cells := func(at, box model.Source) bool {
		_, drawn := over(at.Place)
		sheet, ok := over(box.Place)
		return ok && !drawn && (at.Place == sheet || !d.homes[at.Place])
	}
	d.Axes = slices.DeleteFunc(slices.Clone(d.Axes), func(a AxisTable) bool {
		labels := labelsOf(&a.Axis)
		return slices.ContainsFunc(d.Axes, func(o AxisTable) bool {
			return o.Consequence == a.Consequence && cells(o.Axis.At, a.Axis.At) && o.strength() >= a.strength() &&
				(d.count(labels, 1) == 0 || containsLabels(&o.Axis, labels))
		})
	})
	d.Treatments = slices.DeleteFunc(slices.Clone(d.Treatments), func(t TreatmentTable) bool {
		names := treatmentNames(&t)
		return slices.ContainsFunc(d.Treatments, func(o TreatmentTable) bool {
			if o.bare && !t.bare || !cells(o.Treatments[0].At, t.Treatments[0].At) {
				return false
			}
			have := treatmentNames(&o)
			return d.count(names, 1) == 0 || !slices.ContainsFunc(names, func(name string) bool { return !slices.Contains(have, name) })
		})
	})
}

// labelsOf gives the labels of an axis that are no numbers alone.
func labelsOf(a *model.Axis) []string {
	var out []string
	for _, l := range a.Levels {
		if l.Label != "" {
			out = append(out, l.Label)
		}
	}
	return out
}

// treatmentNames gives the keys of what a table calls its treatments.
func treatmentNames(t *TreatmentTable) []string {
	out := make([]string, len(t.Treatments))
	for i, tr := range t.Treatments {
		out[i] = model.Key(tr.Label)
	}
	return out
}
