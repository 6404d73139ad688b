package scales

import (
	"sort"

	"riskbok/rules/model"
)

// labelSet is the labels of one axis that are solved for, with their indices.
// Those of a single row are not: any number would explain them.
type labelSet struct {
	names  []string
	keys   map[string]int
	common bool // most of the axis's labels stand on the other as well
}

// labelledScale gives the scale of a register that writes its levels by label:
// the usual one with the levels beyond it that the rows show, or where at
// least half of the labels are foreign to it the numbers solved for. nil: the
// rows do not tell.
func (t *evidence) labelledScale() *model.Scale {
	if !t.mostlyForeign() {
		s := Default()
		for _, a := range []*model.Axis{&s.Likelihood, &s.Consequence} {
			a.Levels = append([]model.ScaleLevel(nil), a.Levels...)
		}
		s.Origin = model.OriginInferred
		if !t.extendUsual(s) || !tolerances.explained.met(t.values(s), len(t.rows)) {
			return nil
		}
		sortLevels(s)
		return s
	}
	sets := [2]labelSet{t.labelSet(0), t.labelSet(1)}
	for _, s := range sets {
		if n := len(s.names); n < 2 || n > tolerances.maxLabels {
			return nil
		}
	}
	p := t.problem(sets)
	s := p.solve()
	if s == nil {
		return nil
	}
	t.extend(s, sets)
	sortLevels(s)
	if !t.accepts(s, p.rows) || t.leftOut(s, sets) {
		return nil
	}
	return s
}

// accepts reports whether a solved scale explains enough: nine rows in ten, or
// all but a third of the rows that are more than the labels to be solved for,
// which any numbers would explain.
func (t *evidence) accepts(s *model.Scale, rows int) bool {
	right := t.values(s)
	wrong := len(t.rows) - right
	spare := max(0, rows-len(s.Likelihood.Levels)-len(s.Consequence.Levels))
	return right >= tolerances.minRows && (!tolerances.untold.exceeded(wrong, len(t.rows)) || !tolerances.spare.exceeded(wrong, spare))
}

// leftOut reports whether a label of three rows or more has no number: then the
// numbers of the others are hardly right.
func (t *evidence) leftOut(s *model.Scale, sets [2]labelSet) bool {
	for axis, a := range []*model.Axis{&s.Likelihood, &s.Consequence} {
		for _, label := range sets[axis].names {
			if a.Find(model.Level{Label: label}) == nil && t.count(axis, label) > 2 {
				return true
			}
		}
	}
	return false
}

// mostlyForeign reports whether at least half of the different labels are
// neither usual ones nor near misses of these.
func (t *evidence) mostlyForeign() bool {
	foreign, all := 0, 0
	for axis := range t.cells {
		seen := map[string]bool{}
		for _, l := range t.cells[axis] {
			if k := model.Key(l.Label); l.Label != "" && !seen[k] {
				seen[k] = true
				all++
				if foreignLevel(axis, l) {
					foreign++
				}
			}
		}
	}
	return foreign*2 >= all
}

// labelSet gathers the labels that stand in two rows or more, but for those
// that stand in the other axis's column by mistake.
func (t *evidence) labelSet(axis int) labelSet {
	set := labelSet{keys: map[string]int{}}
	count, other := map[string]int{}, map[string]int{}
	for i := range t.rows {
		count[model.Key(t.rows[i].levels[axis].Label)]++
		other[model.Key(t.rows[i].levels[1-axis].Label)]++
	}
	shared := 0
	for k := range count {
		if other[k] > 0 {
			shared++
		}
	}
	set.common = shared*2 > len(count)
	for i := range t.rows {
		l := t.rows[i].levels[axis]
		k := model.Key(l.Label)
		if _, seen := set.keys[k]; seen || k == "" || count[k] < 2 || !set.common && other[k] > tolerances.strayed*count[k] {
			continue
		}
		set.keys[k] = len(set.names)
		set.names = append(set.names, l.Label)
	}
	return set
}

func sortLevels(s *model.Scale) {
	for _, a := range []*model.Axis{&s.Likelihood, &s.Consequence} {
		sort.SliceStable(a.Levels, func(i, j int) bool { return a.Levels[i].Value < a.Levels[j].Value })
	}
}
