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

// rangeBlock is what stands around a column of ranges: its own columns, and
// maybe beside them those of a table of risks, headed in the same row.
type rangeBlock struct {
	t           *grid.Table
	risks       Risks
	r, ranges   int
	left, right int // columns to which headings without a gap lead from that of the ranges
	last        int // the width of the grid there
	end         int // the row after the last range
}

func blockOf(t *grid.Table, risks Risks, r, ranges int) rangeBlock {
	b := rangeBlock{t: t, risks: risks, r: r, ranges: ranges, last: max(len(t.Rows[r]), t.Width(r+1, r+1)), end: r + 1}
	b.left, b.right = t.Run(r, ranges)
	for b.end < len(t.Rows) && b.end <= r+1+tolerances.maxLevels && !t.Resolved(b.end, ranges).Blank() {
		b.end++
	}
	return b
}

// mayBelong reports whether a column can belong to the ranges: where it stands apart
// from them it is no risks' and has no cells where they have ended.
func (b *rangeBlock) mayBelong(col int) bool {
	beside := col >= b.left && col <= b.right
	return beside || !b.goesOn(col) && !b.risks.Heads(b.r, col)
}

// endsWithin reports whether the ranges end while most columns that are headed
// beside them go on, as those of a table of risks do.
func (b *rangeBlock) endsWithin() bool {
	on := 0
	for c := b.left; c <= b.right; c++ {
		if b.goesOn(c) {
			on++
		}
	}
	return b.end > b.r+1 && 2*on > b.right-b.left
}

// goesOn reports whether a column has cells below the last range, where the
// ranges have none.
func (b *rangeBlock) goesOn(col int) bool { return !b.t.Resolved(b.end, col).Blank() }

// treatmentColumn gives the column whose heading says that it holds the treatments, and
// the one of those that are called by colours; −1: none. Of several it is the one
// that ends with the ranges, and then the nearest.
func (b *rangeBlock) treatmentColumn(w *words.Index) (label, colours int) {
	label, colours = -1, -1
	for c := range b.last {
		if c == b.ranges || b.t.Cell(b.r, c).Covered || !w.Is(words.Treatment, b.t.Resolved(b.r, c).Text) ||
			b.t.Cell(b.r+1, c).Kind != grid.Text || !b.mayBelong(c) {
			continue
		}
		kind := &label
		if w.Hue(b.t.Cell(b.r+1, c).Clean()) != words.NoHue {
			kind = &colours
		}
		if *kind < 0 || b.nearer(c, *kind) {
			*kind = c
		}
	}
	return label, colours
}

// nearer reports whether one column is more likely that of the ranges' names
// than another.
func (b *rangeBlock) nearer(col, other int) bool {
	if on := b.goesOn(col); on != b.goesOn(other) {
		return !on
	}
	away := func(c int) int { return max(c-b.ranges, b.ranges-c) }
	return away(col) < away(other)
}

// columns finds the columns of treatments and of what they mean: by
// heading, the nearest in the block of the ranges, else the first two columns of
// text after the ranges, or the one before. A column of colours names treatments
// only where no other does.
func (b *rangeBlock) columns(w *words.Index) (label, meaning int) {
	t, r, ranges := b.t, b.r, b.ranges
	label, colours := b.treatmentColumn(w)
	meaning = -1
	if label < 0 && colours < 0 {
		label = t.TextColumn(r+1, ranges, b.last)
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
	for c := 0; c < b.last && meaning < 0; c++ {
		if c != ranges && c != label && !t.Cell(r, c).Covered && w.Is(words.MeaningOf, t.Resolved(r, c).Text) && b.mayBelong(c) {
			meaning = c
		}
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
