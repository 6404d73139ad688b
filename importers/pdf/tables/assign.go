package tables

import (
	"math"
	"slices"

	"riskbok/importers/pdf/geom"
	"riskbok/importers/pdf/text"
)

// assign gives every word of the page to the cell of the table it belongs to
// and gives back the words that belong to none.
func (t *Table) assign(words []text.Word, clips []geom.Rect) (rest []text.Word) {
	grid := t.index()
	placed := make([]placement, 0, len(words))
	var turned []placement
	before := followers(words)
	for i := range words {
		w := &words[i]
		if !w.Upright() {
			if c := t.turnedHome(grid, w, clips); c >= 0 {
				turned = append(turned, placement{word: w, cell: c})
			} else {
				rest = append(rest, *w)
			}
			continue
		}
		if c := t.runHome(grid, words, before, i); c >= 0 {
			placed = append(placed, t.place(w, c, true))
			continue
		}
		if mx, my := w.Box.Mid(); !t.Box.Has(mx, my) && !t.clipped(w, clips) {
			if w.Box.Y0 < t.Box.Y1+tolerances.overflow && my > t.Box.Y1 && mx > t.Box.X0 && mx < t.Box.X1 {
				placed = append(placed, placement{word: w, cell: -1, row: t.NumRows, col: t.column(w.Box.X0)})
			} else {
				rest = append(rest, *w)
			}
			continue
		}
		placed = t.placeWithin(placed, grid, words, i, clips)
	}
	t.overflowing(placed)
	placed = append(placed, turned...)
	t.makeRoom(placed)
	for _, p := range placed {
		if p.cell < 0 {
			rest = append(rest, *p.word)
		} else {
			t.Cells[p.cell].Words = append(t.Cells[p.cell].Words, *p.word)
		}
	}
	return rest
}

// makeRoom gives each cell room for the words that are placed in it, next to each other.
func (t *Table) makeRoom(placed []placement) {
	counts, all := make([]int, len(t.Cells)), 0
	for i := range placed {
		if c := placed[i].cell; c >= 0 {
			counts[c]++
			all++
		}
	}
	room := make([]text.Word, all)
	for i, n := range counts {
		if c := &t.Cells[i]; n > 0 && len(c.Words) == 0 {
			c.Words, room = room[:0:n], room[n:]
		}
	}
}

// placeWithin places a word of the table in the cell that its clip leaves room for, else
// in the one that its middle stands in, or in several where rulings part it.
func (t *Table) placeWithin(placed []placement, grid []int32, words []text.Word, at int, clips []geom.Rect) []placement {
	w := &words[at]
	if c := t.home(grid, w, clips); c >= 0 {
		return append(placed, t.place(w, c, true))
	}
	parts := t.split(words, at)
	if parts == nil {
		mx, my := w.Box.Mid()
		if c := t.locate(grid, mx, my); c >= 0 {
			placed = append(placed, t.place(w, c, false))
		}
	}
	for k := range parts {
		mx, my := parts[k].Box.Mid()
		if c := t.locate(grid, mx, my); c >= 0 {
			placed = append(placed, t.place(&parts[k], c, false))
		}
	}
	return placed
}

// index gives for every grid position the cell that covers it.
func (t *Table) index() []int32 {
	grid := make([]int32, t.NumRows*t.NumCols)
	for i := range t.Cells {
		c := &t.Cells[i]
		for r := c.Row; r < c.Row+c.Rows; r++ {
			for k := c.Col; k < c.Col+c.Cols; k++ {
				grid[r*t.NumCols+k] = int32(i)
			}
		}
	}
	return grid
}

// locate gives the cell at a point of the page, -1 outside the table.
func (t *Table) locate(grid []int32, x, y float64) int {
	if !t.Box.Has(x, y) {
		return -1
	}
	col, _ := slices.BinarySearch(t.X, x)
	row, _ := slices.BinarySearch(t.Y, y)
	col, row = min(max(col-1, 0), t.NumCols-1), min(max(row-1, 0), t.NumRows-1)
	return int(grid[row*t.NumCols+col])
}

// clipped reports whether a word that lies outside the table was painted
// through a clip that lies inside it: text that overflows its cell.
func (t *Table) clipped(w *text.Word, clips []geom.Rect) bool {
	clip := clips[w.Clip]
	return w.Clip > 0 && clip.Within(t.Box, places.clipOver) && !clip.Empty()
}

// home gives the one cell that a word's clip leaves room for, else -1. A clip
// over several cells says only that the word overflows to the right.
func (t *Table) home(grid []int32, w *text.Word, clips []geom.Rect) int {
	clip := clips[w.Clip]
	if w.Clip == 0 || clip.Empty() || !clip.Within(t.Box, places.clipOver) {
		return -1
	}
	x, y := clip.Mid()
	c := t.locate(grid, x, y)
	if c >= 0 && clip.Within(t.Cells[c].Box, places.clipOver) {
		return c
	}
	return -1
}

// split divides a word at the rulings that it crosses, where it was painted
// in separate runs: a number that touches the text of the next cell, or a long
// word that reaches over the edge as far as that begins, where others of its column
// do. It gives nil for a word that stays whole.
func (t *Table) split(words []text.Word, at int) []text.Word {
	w := &words[at]
	var out []text.Word
	from := 0
	for k := 1; k < len(w.Glyphs); k++ {
		a, b := &w.Glyphs[k-1], &w.Glyphs[k]
		if a.Run == b.Run || text.Raised(b, w.Size, w.Base) {
			continue
		}
		cut := (a.EndX + b.X) / 2
		i, _ := slices.BinarySearch(t.X, cut)
		near := math.Inf(1)
		for _, j := range []int{i - 1, i} {
			if j > 0 && j < len(t.X)-1 {
				near = min(near, math.Abs(t.X[j]-cut))
			}
		}
		beyond := i > 0 && i < len(t.X) && w.Box.X0 < t.X[i-1] && b.X-t.X[i-1] < tolerances.cellInset*w.Size
		if near < places.cutNear*w.Size || beyond && beginsBelow(words, at, b.X) {
			out = append(out, text.Part(*w, from, k))
			from = k
		}
	}
	if from == 0 {
		return nil
	}
	return append(out, text.Part(*w, from, len(w.Glyphs)))
}

// beginsBelow reports whether another word of the page, on another line, begins at
// a place.
func beginsBelow(words []text.Word, at int, x float64) bool {
	w := &words[at]
	return slices.ContainsFunc(words, func(o text.Word) bool {
		return o.Upright() && math.Abs(o.Box.X0-x) < places.equalStart*w.Size && math.Abs(o.Base-w.Base) > tolerances.otherLine*w.Size
	})
}
