package tables

import (
	"cmp"
	"slices"

	"riskbok/importers/pdf/geom"
	"riskbok/importers/pdf/rulings"
	"riskbok/importers/pdf/text"
)

// hatching are the conditions under which the lines of one direction are no table's
// but run over it, as those of squared paper and of hatched areas do. Over the pages of
// 1,407 prints and meeting books at most 29 of 100 words were run through, on a page
// that is turned, and on all others less than 15: a long word leaves its narrow cell.
var hatching = struct {
	share float64 // of the page's words that are run through by a line
	inset float64 // of a word's length or height that may lie beyond a line
}{
	share: .5, inset: .15,
}

// withoutHatching gives the edges of one direction, none where most words of a page are
// run through by them: what they tell of cells is not to be had then, and the table is
// read by its text.
func withoutHatching(edges []rulings.Edge, words []text.Word, vertical bool) []rulings.Edge {
	struck := 0
	for i := range words {
		if !words[i].Upright() {
			continue
		}
		if throughWord(edges, words[i].Box, vertical) {
			struck++
		}
	}
	if float64(struck) <= hatching.share*float64(len(words)) {
		return edges
	}
	return nil
}

// throughWord reports whether an edge runs through a word.
func throughWord(edges []rulings.Edge, box geom.Rect, vertical bool) bool {
	low, high, from, to := box.X0, box.X1, box.Y0, box.Y1
	if !vertical {
		low, high, from, to = box.Y0, box.Y1, box.X0, box.X1
	}
	inset := hatching.inset * (high - low)
	first, _ := slices.BinarySearchFunc(edges, low+inset, func(e rulings.Edge, at float64) int { return cmp.Compare(e.At, at) })
	for _, e := range edges[first:] {
		if e.At >= high-inset {
			break
		}
		if e.From <= from && to <= e.To {
			return true
		}
	}
	return false
}
