package scales

import "riskbok/rules/model"

// wordedScale gives the scale of a register that writes its levels by labels of
// its own: that of a usual list, else that with the numbers solved for. The
// latter goes before where it explains more rows than a slip or two would.
func (t *evidence) wordedScale() *model.Scale {
	solved := t.labelledScale()
	if !t.mostlyForeign() {
		return solved
	}
	listed := t.listedScale()
	if listed == nil || solved != nil && t.values(solved) > t.values(listed)+tolerances.listed {
		return solved
	}
	return listed
}

// listedScale gives the scale on which each axis has the labels of a usual list
// with their ranks in it, from its lowest label or from a later one where the
// lower ones are not written. Ranks are not solved for, so that a label of few
// rows, one of them wrong, is on the scale as well. nil: no list has the labels,
// or the rows do not bear out the ranks, or two equally well.
func (t *evidence) listedScale() *model.Scale {
	likelihoods := t.rankings(0)
	if len(likelihoods) == 0 {
		return nil
	}
	consequences := t.rankings(1)
	var best *model.Scale
	most, ambiguous := 0, false
	for _, l := range likelihoods {
		for _, c := range consequences {
			s := &model.Scale{Likelihood: l, Consequence: c}
			switch n := t.values(s); {
			case n > most:
				best, most, ambiguous = s, n, false
			case n == most && n > 0 && !ambiguous:
				ambiguous = !t.sameValues(best, s)
			}
		}
	}
	if most < tolerances.minRows || ambiguous || tolerances.misranked.exceeded(len(t.rows)-most, len(t.rows)) {
		return nil
	}
	return best
}

// rankings gives the axes that usual lists make of an axis's labels.
func (t *evidence) rankings(axis int) []model.Axis {
	var out []model.Axis
	for _, labels := range t.lists {
		whole := ranked(labels)
		first, ok := t.lowestOn(axis, &whole)
		if !ok {
			continue
		}
		for from := range first {
			out = append(out, ranked(labels[from:]))
		}
	}
	return out
}

func ranked(labels []string) model.Axis {
	a := model.Axis{Levels: make([]model.ScaleLevel, len(labels))}
	for i, label := range labels {
		a.Levels[i] = model.ScaleLevel{Value: i + 1, Label: label}
	}
	return a
}

// lowestOn gives the least rank that the labels of an axis have on a list, and
// whether they are all on it, but for a misspelt one in a single cell. One label
// alone tells of no list.
func (t *evidence) lowestOn(axis int, list *model.Axis) (lowest int, ok bool) {
	lowest = len(list.Levels)
	written, off := map[int]bool{}, map[string]bool{}
	for _, l := range t.cells[axis] {
		found := list.Find(model.Level{Label: l.Label, Whole: l.Whole})
		if found == nil {
			k := model.Key(l.Label)
			if off[k] || Nearest(list, l.Label) == nil {
				return 0, false
			}
			off[k] = true
			continue
		}
		written[found.Value] = true
		lowest = min(lowest, found.Value)
	}
	return lowest, len(written) > 1
}

// sameValues reports whether two scales say the same of every row.
func (t *evidence) sameValues(a, b *model.Scale) bool {
	for i := range t.rows {
		if t.rows[i].says(a) != t.rows[i].says(b) {
			return false
		}
	}
	return true
}

// says gives the value of a row's levels on a scale, 0 where it has not both.
func (row *inferenceRow) says(s *model.Scale) int {
	l, c := s.Likelihood.Find(row.levels[0]), s.Consequence.Find(row.levels[1])
	if l == nil || c == nil {
		return 0
	}
	return s.Score(l.Value, c.Value)
}
