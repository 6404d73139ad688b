package scales

import (
	"github.com/agnivade/levenshtein"

	"riskbok/rules/model"
)

// extend gives labels that were not solved for the number that their rows call
// for, if all call for the same and no other label has it.
func (t *evidence) extend(s *model.Scale, sets [2]labelSet) {
	axes := [2]*model.Axis{&s.Likelihood, &s.Consequence}
	astray := func(axis int, label string) bool {
		return !sets[axis].common && axes[1-axis].Find(model.Level{Label: label}) != nil
	}
	for more := true; more; more = t.pairUp(axes, astray) {
		for added := true; added; {
			added = false
			for axis, a := range axes {
				for _, label := range t.unplaced(axis, a) {
					n := t.calledFor(axis, label, axes[1-axis])
					if n > 0 && n <= tolerances.maxLabels && a.ByValue(n) == nil && !astray(axis, label) {
						a.Levels = append(a.Levels, model.ScaleLevel{Value: n, Label: label})
						added = true
					}
				}
			}
		}
	}
}

// pairUp places two labels that stand only beside each other: any free numbers
// do. It reports whether there were any.
func (t *evidence) pairUp(axes [2]*model.Axis, astray func(axis int, label string) bool) bool {
	added := false
	for i := range t.rows {
		l, c := t.rows[i].levels[0], t.rows[i].levels[1]
		if axes[0].Find(l) != nil || axes[1].Find(c) != nil || l.Label == "" || c.Label == "" || astray(0, l.Label) || astray(1, c.Label) {
			continue
		}
		for n := 1; n <= tolerances.maxLabels; n++ {
			if m := t.rows[i].score / n; n*m == t.rows[i].score && m <= tolerances.maxLabels && axes[0].ByValue(n) == nil && axes[1].ByValue(m) == nil {
				axes[0].Levels = append(axes[0].Levels, model.ScaleLevel{Value: n, Label: l.Label})
				axes[1].Levels = append(axes[1].Levels, model.ScaleLevel{Value: m, Label: c.Label})
				added = true
				break
			}
		}
	}
	return added
}

// extendUsual adds to the usual scale the levels that the rows show it to lack:
// those beyond its numbers, and those that stand in several rows for a number
// whose usual label stands in none. It reports whether there are any. A single
// slip of the pen is none.
func (t *evidence) extendUsual(s *model.Scale) bool {
	added := false
	axes := [2]*model.Axis{&s.Likelihood, &s.Consequence}
	slip := func(axis int, label string) bool {
		usual, across := usualAxes(axis)
		return misspelt(label, usual) || across.Find(model.Level{Label: label}) != nil
	}
	for again := true; again; added = added || again {
		again = false
		for axis, a := range axes {
			for _, label := range t.unplaced(axis, a) {
				n := t.calledFor(axis, label, axes[1-axis])
				if n < 1 || n > tolerances.maxLabels || slip(axis, label) {
					continue
				}
				switch old := a.ByValue(n); {
				case old == nil:
					a.Levels = append(a.Levels, model.ScaleLevel{Value: n, Label: label})
					again = true
				case t.count(axis, label) > 1 && t.count(axis, old.Label) == 0:
					old.Label = label
					again = true
				}
			}
		}
	}
	return t.pairUp(axes, slip) || added
}

// misspelt reports whether a label differs from a usual one in a letter or two.
func misspelt(label string, usual *model.Axis) bool {
	for i := range usual.Levels {
		if levenshtein.ComputeDistance(model.Key(label), model.Key(usual.Levels[i].Label)) <= tolerances.nearUsual {
			return true
		}
	}
	return false
}

// unplaced lists the labels of the rows that an axis does not have. More than
// two axes could hold are no labels, and none is listed.
func (t *evidence) unplaced(axis int, a *model.Axis) []string {
	var out []string
	seen := map[string]bool{"": true}
	for i := range t.rows {
		l := t.rows[i].levels[axis]
		if k := model.Key(l.Label); !seen[k] {
			seen[k] = true
			if a.Find(l) == nil {
				out = append(out, l.Label)
			}
			if len(out) > 2*tolerances.maxLabels {
				return nil
			}
		}
	}
	return out
}

// calledFor gives the number that all rows of a label call for whose other
// level is known, 0 where they differ or there are none.
func (t *evidence) calledFor(axis int, label string, other *model.Axis) int {
	found := 0
	for i := range t.rows {
		row := &t.rows[i]
		if model.Key(row.levels[axis].Label) != model.Key(label) {
			continue
		}
		beside := other.Find(row.levels[1-axis])
		if beside == nil || beside.Value == 0 {
			continue
		}
		n := row.score / beside.Value
		if n*beside.Value != row.score || found != 0 && n != found {
			return 0
		}
		found = n
	}
	return found
}

// count gives how many rows have a label.
func (t *evidence) count(axis int, label string) int {
	n := 0
	for i := range t.rows {
		if model.Key(t.rows[i].levels[axis].Label) == model.Key(label) {
			n++
		}
	}
	return n
}
