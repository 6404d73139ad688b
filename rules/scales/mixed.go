package scales

import (
	"slices"

	"riskbok/rules/model"
)

// mixedScale gives the scale of a register that writes one axis in words and
// the other in numbers: the number of each word is what its rows call for. nil:
// it does not, or the rows do not tell.
func (t *evidence) mixedScale() *model.Scale {
	for axis := range t.cells {
		if !bare(t.cells[axis]) || !worded(t.cells[1-axis]) || !t.foreignLabels() {
			continue
		}
		s := &model.Scale{}
		axes := [2]*model.Axis{&s.Likelihood, &s.Consequence}
		*axes[axis] = t.numberedAxis(axis, t.greatest(axis))
		*axes[1-axis] = t.calledAxis(1-axis, axes[axis])
		t.extend(s, [2]labelSet{})
		sortLevels(s)
		if n := len(axes[1-axis].Levels); n >= 2 && n <= tolerances.maxLabels && tolerances.explained.met(t.values(s), len(t.rows)) {
			return s
		}
	}
	return nil
}

func bare(cells []model.Level) bool {
	return !slices.ContainsFunc(cells, func(l model.Level) bool { return !l.HasNumber || l.Label != "" })
}

func worded(cells []model.Level) bool {
	return !slices.ContainsFunc(cells, func(l model.Level) bool { return l.HasNumber })
}

// greatest gives the greatest number on an axis that a scale can have.
func (t *evidence) greatest(axis int) int {
	top := tolerances.leastTop
	for _, l := range t.cells[axis] {
		if l.HasNumber && l.Number <= tolerances.maxNumber {
			top = max(top, l.Number)
		}
	}
	return top
}

// calledAxis gives each label that stands in two rows or more the number that
// most of them call for. A number that two labels call for is neither's.
func (t *evidence) calledAxis(axis int, numbers *model.Axis) model.Axis {
	type label struct {
		text  string
		votes map[int]int
		rows  int
	}
	var labels []*label
	index := map[string]*label{}
	for i := range t.rows {
		row := &t.rows[i]
		key := model.Key(row.levels[axis].Label)
		l := index[key]
		if l == nil {
			l = &label{text: row.levels[axis].Label, votes: map[int]int{}}
			index[key], labels = l, append(labels, l)
		}
		l.rows++
		if n := numbers.Find(row.levels[1-axis]); n != nil && n.Value > 0 && row.score%n.Value == 0 {
			l.votes[row.score/n.Value]++
		}
	}
	var a model.Axis
	holders := map[int]int{}
	for _, l := range labels {
		for n, votes := range l.votes {
			if votes > 1 && votes*2 > l.rows && n <= tolerances.maxNumber {
				a.Levels = append(a.Levels, model.ScaleLevel{Value: n, Label: l.text})
				holders[n]++
			}
		}
	}
	a.Levels = slices.DeleteFunc(a.Levels, func(l model.ScaleLevel) bool { return holders[l.Value] > 1 })
	return a
}
