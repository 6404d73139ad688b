package tables

import (
	"cmp"
	"math"
	"slices"

	"riskbok/importers/pdf/text"
)

// runsOver reports whether a word goes on with the text of the word before it: it
// was painted in one stroke with that, on one line, after no more than a space. A
// text that is wider than its cell so runs over the edge and over what is empty
// beside it. The words of a recognized scan are placed one by one.
func runsOver(before, w *text.Word) bool {
	n := len(before.Glyphs)
	if w.Hidden || n == 0 || len(w.Glyphs) == 0 || before.Glyphs[n-1].Run != w.Glyphs[0].Run {
		return false
	}
	gap := w.Box.X0 - before.Box.X1
	return gap > -places.overlap*w.Size && gap < tolerances.nextWord*w.Size && math.Abs(w.Base-before.Base) < tolerances.sharedBase*w.Size && math.Abs(w.Size-before.Size) < tolerances.sameSize*w.Size
}

// runHome gives the cell in which the text begins that runs on to the word at an
// index, over the right edge of that cell; -1 where the word stands within its
// own. What begins beyond the edge where the texts of other rows begin too is the
// text of the next cell, painted in one stroke with the first.
func (t *Table) runHome(grid []int32, words []text.Word, before []int, i int) int {
	first, beyond := i, i
	for before[first] >= 0 {
		first = before[first]
	}
	if first == i {
		return -1
	}
	x, y := words[first].Box.Mid()
	c := t.locate(grid, x, y)
	if c < 0 {
		return -1
	}
	edge := t.Cells[c].Box.X1
	if x, _ = words[i].Box.Mid(); x <= edge {
		return -1
	}
	for k := before[i]; k >= 0; k = before[k] {
		if x, _ := words[k].Box.Mid(); x > edge {
			beyond = k
		}
	}
	if words[beyond].Box.X0 > edge && t.beginsElsewhere(words, before, beyond) {
		return -1
	}
	return c
}

// beginsElsewhere reports whether a text of another row of the table begins right
// above or below a word.
func (t *Table) beginsElsewhere(words []text.Word, before []int, at int) bool {
	w := &words[at]
	for i := range words {
		o := &words[i]
		if before[i] < 0 && o.Upright() && math.Abs(o.Box.X0-w.Box.X0) < places.beginNear*w.Size && math.Abs(o.Base-w.Base) > tolerances.otherLine*w.Size && t.Box.Has(o.Box.Mid()) {
			return true
		}
	}
	return false
}

// followers gives for each upright word the index of the one whose text it goes
// on with, -1 where it begins one. The words may be in any order.
func followers(words []text.Word) []int {
	out, order := make([]int, len(words)), make([]int, 0, len(words))
	for i := range words {
		out[i] = -1
		if words[i].Upright() && len(words[i].Glyphs) > 0 {
			order = append(order, i)
		}
	}
	slices.SortFunc(order, func(a, b int) int {
		v, w := &words[a], &words[b]
		if c := cmp.Compare(v.Glyphs[0].Run, w.Glyphs[0].Run); c != 0 {
			return c // most
		}
		return cmp.Or(cmp.Compare(v.Base, w.Base), cmp.Compare(v.Box.X0, w.Box.X0))
	})
	for k := 1; k < len(order); k++ {
		if runsOver(&words[order[k-1]], &words[order[k]]) {
			out[order[k]] = order[k-1]
		}
	}
	return out
}
