package tables

import (
	"cmp"
	"math"
	"slices"

	"riskbok/importers/pdf/text"
)

// placement is a word and the cell it lies in; cell is -1 just below the
// table. Fixed says that its clip leaves no doubt.
type placement struct {
	word     *text.Word
	cell     int
	row, col int
	fixed    bool
}

func (t *Table) place(w *text.Word, cell int, fixed bool) placement {
	return placement{w, cell, t.Cells[cell].Row, t.Cells[cell].Col, fixed}
}

func (t *Table) column(x float64) int {
	i, _ := slices.BinarySearch(t.X, x)
	return min(max(i-1, 0), t.NumCols-1)
}

func (p *placement) run() int32 { return p.word.Glyphs[0].Run }

func (p *placement) before(o *placement) bool {
	return p.row < o.row || p.row == o.row && p.col < o.col
}

// overflowing gives text that was painted over the edge of a row that is too
// low for it back to its own cell. Such text is painted right after a line of
// its own cell and right below it, and gives itself away in one of three ways:
// the cell that it lies in has text of its own that was painted at another
// time; it is painted before cells that come earlier in a table that was
// painted row by row; or it does not stand on the first line of its row.
func (t *Table) overflowing(placed []placement) {
	rows := t.byRows(placed)
	twice := paintedTwice(placed, len(t.Cells))
	least := leastAfter(placed)
	bases := t.firstBases(placed)
	var above *placement // the last word of the run before
	for i := range placed {
		p := &placed[i]
		if i > 0 && p.run() != placed[i-1].run() {
			above = &placed[i-1]
		}
		if above == nil || above.cell < 0 || p.fixed || p.cell == above.cell || p.row <= above.row {
			continue
		}
		if !continues(t.firstOnLine(placed, above), t.firstOnLine(placed, p)) {
			continue
		}
		late := rows && least[i+1] != nil && least[i+1].before(p)
		odd := rows && p.row < t.NumRows && math.Abs(bases[p.row]-p.word.Base) > tolerances.sharedBase*p.word.Size
		if p.cell < 0 || late || odd || twice[p.cell] {
			p.cell, p.row, p.col = above.cell, above.row, above.col
		}
	}
}

// leastAfter gives for each position in paint order the first cell, in
// reading order, of what is painted from there on.
func leastAfter(placed []placement) []*placement {
	least := make([]*placement, len(placed)+1)
	for i := len(placed) - 1; i >= 0; i-- {
		least[i] = least[i+1]
		if p := &placed[i]; p.cell >= 0 && (least[i] == nil || p.before(least[i])) {
			c := *p
			least[i] = &c
		}
	}
	return least
}

// paintedTwice tells for each cell whether it holds the text of two: other
// cells were painted between its words, or two lines that begin at one margin
// are too close for lines of one text.
func paintedTwice(placed []placement, cells int) []bool {
	out, last := make([]bool, cells), make([]int, cells)
	lines := make([]*placement, cells)
	for i := range placed {
		c := placed[i].cell
		if c < 0 {
			continue
		}
		if last[c] > 0 && last[c] != i {
			out[c] = true
		}
		last[c] = i + 1
		p, up := &placed[i], lines[c]
		if up != nil && up.run() == p.run() {
			continue
		}
		if up != nil && math.Abs(up.word.Box.X0-p.word.Box.X0) < tolerances.sameStart*p.word.Size && math.Abs(up.word.Base-p.word.Base) < tolerances.tightStep*p.word.Size {
			out[c] = true
		}
		lines[c] = p
	}
	return out
}

// firstBases gives for each row the baseline of its uppermost word.
func (t *Table) firstBases(placed []placement) []float64 {
	out := make([]float64, t.NumRows)
	for i := range out {
		out[i] = math.Inf(1)
	}
	early := map[int]int32{}
	for i := range placed {
		p := &placed[i]
		if p.cell < 0 {
			continue
		}
		// A cell's own text is painted first, what overflows into it later,
		// or it is painted by itself.
		if run, ok := early[p.cell]; ok && run != p.run() {
			continue
		}
		early[p.cell] = p.run()
		if prev := i - 1; prev >= 0 && placed[prev].run() != p.run() && placed[prev].row < p.row && continues(&placed[prev], p) {
			continue
		}
		out[p.row] = min(out[p.row], p.word.Base)
	}
	return out
}

// firstOnLine gives the first word of the run that a word is part of.
func (t *Table) firstOnLine(placed []placement, p *placement) *placement {
	i, _ := slices.BinarySearchFunc(placed, p.run(), func(a placement, run int32) int { return cmp.Compare(a.run(), run) })
	return &placed[i]
}

// continues reports whether line b is printed as the next line of the text
// that a is a line of: aligned left, right or in the middle.
func continues(a, b *placement) bool {
	x, y := a.word, b.word
	size := max(x.Size, y.Size)
	drop := y.Base - x.Base
	return drop > tolerances.leastStep*size && drop < tolerances.textGap*size && math.Abs(x.Size-y.Size) < tolerances.sameSize*size && x.Bold == y.Bold &&
		math.Abs(x.Box.X0-y.Box.X0) < tolerances.sameStart*size
}

// byRows sorts the placements in the order they were painted and reports
// whether that was row by row.
func (t *Table) byRows(placed []placement) bool {
	slices.SortStableFunc(placed, func(a, b placement) int { return cmp.Compare(a.run(), b.run()) })
	right, down := 0, 0
	for i := 1; i < len(placed); i++ {
		a, b := &placed[i-1], &placed[i]
		switch {
		case a.row == b.row && a.col < b.col:
			right++
		case a.row < b.row && a.col == b.col:
			down++
		}
	}
	return right > down
}
