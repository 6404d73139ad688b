package tables

import (
	"cmp"
	"math"
	"slices"

	"riskbok/importers/pdf/content"
	"riskbok/importers/pdf/geom"
	"riskbok/importers/pdf/text"
)

// turnedHome gives the cell that text which does not read from left to right
// stands in, else -1. Slanted text runs out of its cell; it is in the one that
// its lower end is in, and so is sideways text that its row is too low for.
func (t *Table) turnedHome(grid []int32, w *text.Word, clips []geom.Rect) int {
	x, y := lowerEnd(w)
	if w.Angle != 0 {
		return t.locate(grid, x, y)
	}
	if mx, my := w.Box.Mid(); t.Box.Has(mx, my) {
		x, y = mx, my
	}
	if c := t.home(grid, w, clips); c >= 0 {
		return c
	}
	return t.locate(grid, x, y)
}

// lowerEnd gives a point within the letter at the lower end of a turned line.
func lowerEnd(w *text.Word) (x, y float64) {
	const along, up = 0.5, 0.35 // em: past the end, and from the baseline
	angle := float64(w.Angle)
	if angle == 0 {
		angle = 90 * float64(w.Dir)
	}
	sin, cos := math.Sincos(angle * math.Pi / 180)
	back := along * w.Size
	if sin > 0 {
		back = -back
	}
	return w.Foot[0] + back*cos + up*w.Size*sin, w.Foot[1] + back*sin - up*w.Size*cos
}

// turnedHeading adds a heading row of the turned text above a table: sideways
// over a table without rulings, or slanted between slanted rulings, which make
// no cells. It gives back the words that it did not take.
func (t *Table) turnedHeading(words []text.Word) []text.Word {
	words = t.besideHeading(words)
	heads, rest := t.overhead(words)
	if len(heads) == 0 {
		return words
	}
	row := make([]Cell, t.NumCols)
	top, some := t.Box.Y0, 0
	inOrder := !t.Ruled && len(heads) == t.NumCols
	for i, h := range heads {
		col, _ := slices.BinarySearch(t.X, h.x)
		col = min(max(col-1, 0), t.NumCols-1)
		if inOrder {
			col = i
		}
		if row[col].Words == nil {
			some++
		}
		row[col].Words = append(row[col].Words, h.words...)
		top = min(top, h.top)
	}
	if some < 2 || float64(some) < tolerances.headShare*float64(t.NumCols) {
		return words
	}
	for i := range t.Cells {
		t.Cells[i].Row++
	}
	for col := range row {
		c := &row[col]
		c.Col, c.Rows, c.Cols = col, 1, 1
		c.Box = geom.Rect{X0: t.X[col], Y0: top, X1: t.X[col+1], Y1: t.Box.Y0}
	}
	t.Cells = append(row, t.Cells...)
	t.Y = append([]float64{top}, t.Y...)
	t.NumRows++
	t.Box.Y0 = top
	return rest
}

// besideHeading adds sideways text that stands on the first row of a table without
// rulings, between its headings that read from left to right, and is higher than
// these. It gives back the words that it did not take.
func (t *Table) besideHeading(words []text.Word) (rest []text.Word) {
	if t.Ruled || t.NumRows < 2 {
		return words
	}
	first := make([]*Cell, t.NumCols)
	for i := range t.Cells {
		if c := &t.Cells[i]; c.Row == 0 && c.Rows == 1 && c.Cols == 1 && len(c.Words) == 0 {
			first[c.Col] = c
		}
	}
	homes, some := make([]*Cell, len(words)), map[*Cell]bool{}
	for i := range words {
		w := &words[i]
		if w.Upright() || w.Angle != 0 || w.Dir == content.Left {
			continue
		}
		x, y := lowerEnd(w)
		col, _ := slices.BinarySearch(t.X, x)
		if col--; col < 0 || col >= t.NumCols || first[col] == nil || y < t.Y[0] || y > t.Y[1] || w.Box.Y0 >= t.Y[0] {
			continue
		}
		homes[i], some[first[col]] = first[col], true
	}
	if len(some) < 2 {
		return words
	}
	for i, c := range homes {
		if c == nil {
			rest = append(rest, words[i])
			continue
		}
		c.Words = append(c.Words, words[i])
		t.Box.Y0 = min(t.Box.Y0, words[i].Box.Y0)
	}
	t.Y[0] = t.Box.Y0
	for i := range t.Cells {
		if t.Cells[i].Row == 0 {
			t.Cells[i].Box.Y0 = t.Box.Y0
		}
	}
	return rest
}

// turnedCells adds turned text that stands within a table to its cells, where no
// rulings told them when the words were given out: it is not larger than the
// text around it, and sideways it lies within its cell. It gives back the words
// that it did not take.
func (t *Table) turnedCells(words []text.Word, clips []geom.Rect) (rest []text.Word) {
	if t.Ruled && !t.Loose {
		return words
	}
	size := 0.0
	for i := range t.Cells {
		for k := range t.Cells[i].Words {
			size = max(size, t.Cells[i].Words[k].Size)
		}
	}
	grid := t.index()
	for i := range words {
		w := &words[i]
		c := -1
		if !w.Upright() && w.Size < (1+tolerances.sameSize)*size {
			c = t.turnedHome(grid, w, clips)
		}
		if c < 0 || w.Angle == 0 && !w.Box.Within(t.Cells[c].Box, places.turnedOver*w.Size) {
			rest = append(rest, *w)
			continue
		}
		t.Cells[c].Words = append(t.Cells[c].Words, *w)
	}
	return rest
}

// head is a turned line over a table, and where on the table's edge it points.
type head struct {
	x, up, top float64
	words      []text.Word
}

// overhead gives the turned lines that make up a heading, from left to right,
// and the other words.
func (t *Table) overhead(words []text.Word) (heads []head, rest []text.Word) {
	at := map[[2]float64]int{} // by the foot, which the words of a line have in common
	for i := range words {
		w := &words[i]
		x, up, ok := t.points(w)
		if !ok {
			rest = append(rest, *w)
			continue
		}
		k, known := at[w.Foot]
		if !known {
			k = len(heads)
			at[w.Foot] = k
			heads = append(heads, head{x: x, up: up, top: w.Box.Y0})
		}
		heads[k].words = append(heads[k].words, *w)
		heads[k].top = min(heads[k].top, w.Box.Y0)
	}
	band := math.Inf(1) // the upper edge of what begins near
	for _, h := range heads {
		if h.up <= tolerances.headNear*h.words[0].Size {
			band = min(band, h.top)
		}
	}
	heads = slices.DeleteFunc(heads, func(h head) bool {
		far := t.Box.Y0-h.up < band
		if far {
			rest = append(rest, h.words...)
		}
		return far
	})
	slices.SortStableFunc(heads, func(a, b head) int { return cmp.Compare(a.x, b.x) })
	return heads, rest
}

// points tells where on the upper edge of the table a turned word points, and
// how far above it its line ends.
func (t *Table) points(w *text.Word) (x, up float64, ok bool) {
	if w.Upright() || w.Dir == content.Left && w.Angle == 0 {
		return 0, 0, false
	}
	x, y := lowerEnd(w)
	up = t.Box.Y0 - y
	if w.Angle != 0 {
		sin, cos := math.Sincos(float64(w.Angle) * math.Pi / 180)
		x += up * cos / sin
	}
	return x, up, up >= 0 && x > t.X[0]-w.Size && x < t.X[t.NumCols]+w.Size
}
