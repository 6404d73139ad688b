package text

import (
	"math"
	"slices"

	"riskbok/importers/ratio"
)

// Letter-spaced text is at least fewWords words of a line and fewGaps gaps; stretchGap,
// em, is a gap between two stretches of a line, as of two columns. The gaps are no wider
// than widestSpread, em; alikeGaps of them differ from the middle one by less than
// alikeGap, a share of it, and one that is nextSpread times as wide, for a space is added,
// ends a word.
const (
	fewWords     = 6
	fewGaps      = 5
	stretchGap   = 2
	widestSpread = 0.6
	alikeGap     = 0.4
	nextSpread   = 1.7
)

var alikeGaps = ratio.Of(6, 10)

// spread joins letter-spaced text into words: "u p p d a t e r i n g" is one.
// A stretch of a line counts as letter-spaced where most gaps between its
// glyphs are wide and alike; a word then ends at a gap that is clearly wider.
func spread(words []Word) []Word {
	if len(words) < fewWords || !single(words) {
		return words
	}
	out := make([]Word, 0, len(words))
	for from := 0; from < len(words); {
		to := from + 1
		for to < len(words) && words[to].Box.X0-words[to-1].Box.X1 < stretchGap*words[to].Size && words[to].Clip == words[from].Clip {
			to++
		}
		out = append(out, joinSpread(words[from:to])...)
		from = to
	}
	return out
}

// single reports whether at least half of the words are one or two glyphs.
func single(words []Word) bool {
	n := 0
	for i := range words {
		if len(words[i].Glyphs) <= 2 {
			n++
		}
	}
	return 2*n >= len(words)
}

func joinSpread(words []Word) []Word {
	var gaps []float64
	for i := range words {
		g := words[i].Glyphs
		for k := 1; k < len(g); k++ {
			gaps = append(gaps, g[k].X-g[k-1].EndX)
		}
		if i > 0 {
			gaps = append(gaps, words[i].Box.X0-words[i-1].Box.X1)
		}
	}
	if len(gaps) < fewGaps {
		return words
	}
	sorted := slices.Sorted(slices.Values(gaps))
	mid := sorted[len(sorted)/2]
	size := words[0].Size
	if mid < wordGap*size || mid > widestSpread*size {
		return words
	}
	alike := 0
	for _, g := range gaps {
		if math.Abs(g-mid) < alikeGap*mid {
			alike++
		}
	}
	if !alikeGaps.Reached(alike, len(gaps)) {
		return words
	}
	out := []Word{words[0]}
	for _, w := range words[1:] {
		p := &out[len(out)-1]
		if w.Box.X0-p.Box.X1 < nextSpread*mid {
			*p = join(*p, w)
		} else {
			out = append(out, w)
		}
	}
	return out
}
