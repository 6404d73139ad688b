package scale

import (
	"slices"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
)

// pairedLimits reports whether a column and the one before it hold the lowest
// and the highest value of each range, "Från | Till". Numbers of a table of
// risks may look so.
func pairedLimits(w *words.Index, t *grid.Table, top, col int) bool {
	if col == 0 || top == 0 {
		return false
	}
	if eventRow(w, t, top-1) || slices.ContainsFunc(t.Rows[top-1], func(c grid.Cell) bool { return w.AxisOf(c.Text) != words.NoAxis }) {
		return false
	}
	from, to := wholes(t, top, col-1), wholes(t, top, col)
	if len(to) < 2 || len(from) != len(to) {
		return false
	}
	wide := false
	for i := range to {
		if from[i] > to[i] || i > 0 && from[i] <= to[i-1] && from[i-1] <= to[i] {
			return false
		}
		wide = wide || from[i] < to[i]
	}
	return wide
}

// treatmentColumns finds the columns of treatments and of what they mean: by
// heading, else the first two columns of text after the ranges, or the one
// before. A column of colours names treatments only where no other does.
func treatmentColumns(w *words.Index, t *grid.Table, r, ranges int) (label, meaning int) {
	label, meaning = -1, -1
	colours := -1
	last := max(len(t.Rows[r]), t.Width(r+1, r+1))
	for c := 0; c < last; c++ {
		text := t.Resolved(r, c).Text
		switch {
		case c == ranges || t.Cell(r, c).Covered:
		case label < 0 && w.Is(words.Treatment, text) && t.Cell(r+1, c).Kind == grid.Text:
			if w.Hue(t.Cell(r+1, c).Clean()) == words.NoHue {
				label = c
			} else if colours < 0 {
				colours = c
			}
		case meaning < 0 && w.Is(words.MeaningOf, text):
			meaning = c
		}
	}
	if label < 0 && colours < 0 {
		label = t.TextColumn(r+1, ranges, last)
		if label > ranges+2 {
			label = -1
		}
		if label < 0 && namedBefore(w, t, r, ranges) {
			label = ranges - 1
		}
	}
	if label < 0 {
		label = colours
	}
	if meaning == label {
		meaning = -1
	}
	if meaning < 0 && label >= 0 {
		if c := t.TextColumn(r+1, label, label+2); c >= 0 && c != ranges && w.Hue(t.Cell(r+1, c).Clean()) == words.NoHue {
			meaning = c
		}
	}
	return label, meaning
}

// namedBefore reports whether the column before one that is headed as ranges
// holds texts that could name the treatments, and no axis.
func namedBefore(w *words.Index, t *grid.Table, r, ranges int) bool {
	if ranges == 0 || !w.Is(words.Range, t.Resolved(r, ranges).Text) {
		return false
	}
	if name, _ := w.AxisNamed(t.Resolved(r, ranges-1).Text); name != words.NoAxis {
		return false
	}
	c := t.Cell(r+1, ranges-1)
	return c.Kind == grid.Text && !c.Covered && !c.Blank()
}
