package tables

import (
	"cmp"
	"math"
	"slices"

	"riskbok/importers/pdf/content"
	"riskbok/importers/pdf/text"
)

// A word is parted where it was painted anew and so many other lines have text
// that begins there, after a gap or as the first of the line, or that ends where
// the part does: headings of narrow columns touch each other. Words of more than
// a few runs were painted letter by letter.
const (
	leastParted = 2
	fewRuns     = 5
	partedNear  = 0.1 // em
)

// parted divides words that belong to several columns without rulings.
func parted(words []text.Word) []text.Word {
	var starts, ends []float64
	var out []text.Word // nil as long as no word was parted
	for i := range words {
		w := &words[i]
		cuts := runStarts(w.Glyphs)
		if len(cuts) == 0 || len(cuts) >= fewRuns {
			if out != nil {
				out = append(out, *w)
			}
			continue
		}
		if starts == nil {
			starts, ends = lineSides(words)
		}
		from := 0
		for n, k := range cuts {
			to := len(w.Glyphs)
			if n+1 < len(cuts) {
				to = cuts[n+1]
			}
			near := partedNear * w.Size
			if k-from < 2 || len(w.Glyphs)-k < 2 || !stand(starts, w.Glyphs[k].X, near) && !stand(ends, w.Glyphs[to-1].EndX, near) {
				continue
			}
			if out == nil {
				out = append(make([]text.Word, 0, len(words)+4), words[:i]...)
			}
			out = append(out, text.Part(*w, from, k))
			from = k
		}
		switch {
		case from > 0:
			out = append(out, text.Part(*w, from, len(w.Glyphs)))
		case out != nil:
			out = append(out, *w)
		}
	}
	if out == nil {
		return words
	}
	return out
}

// runStarts gives the glyphs of a word at which painting began anew.
func runStarts(glyphs []content.Glyph) []int {
	var out []int
	for k := 1; k < len(glyphs); k++ {
		if glyphs[k].Run != glyphs[k-1].Run {
			out = append(out, k)
		}
	}
	return out
}

// lineSides gives, in order, where the first words of lines and those after
// gaps begin, and where the last ones and those before gaps end.
func lineSides(words []text.Word) (starts, ends []float64) {
	for _, l := range text.Lines(words) {
		for i := range l.Words {
			box := l.Words[i].Box
			if i == 0 || box.X0-l.Words[i-1].Box.X1 >= wideGap*l.Size {
				starts = append(starts, box.X0)
			}
			if i+1 == len(l.Words) || l.Words[i+1].Box.X0-box.X1 >= wideGap*l.Size {
				ends = append(ends, box.X1)
			}
		}
	}
	slices.SortFunc(starts, cmp.Compare[float64])
	slices.SortFunc(ends, cmp.Compare[float64])
	return starts, ends
}

// stand reports whether enough lines have a side at a place.
func stand(sides []float64, x, near float64) bool {
	i, _ := slices.BinarySearch(sides, x-near)
	return i+leastParted <= len(sides) && math.Abs(sides[i+leastParted-1]-x) < near
}
