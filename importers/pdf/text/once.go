package text

import (
	"cmp"
	"math"
	"slices"

	"riskbok/importers/pdf/content"
)

// Text that is to look bold is painted twice or four times, a little aside:
// less than half a narrow letter, since else it would look double; 0.04 em in
// the files at hand. A letter that is there twice stands its own width further
// on.
const (
	boldShift  = 0.2 // em
	boldLetter = 0.6 // of the letter's width
)

// again reports whether b is a painted once more. What is painted through
// another opening is another text, of which more or less is seen: the end of a
// value that is too long for its form field.
func again(a, b *content.Glyph) bool {
	if a.Text != b.Text || a.Clip != b.Clip && a.Hidden == b.Hidden {
		return false
	}
	near := boldShift * max(a.Size, b.Size)
	return math.Abs(a.X-b.X) < min(near, boldLetter*math.Abs(a.EndX-a.X)) && math.Abs(a.Y-b.Y) < near
}

// once drops the letters of a line that are painted on top of the same letter,
// whether they were painted letter by letter, word by word or line by line.
// The words are sorted by their left edge.
func once(words []Word) []Word {
	if !overlapping(words) {
		return words
	}
	type letter struct {
		*content.Glyph
		word int
	}
	var letters []letter
	for i := range words {
		for k := range words[i].Glyphs {
			letters = append(letters, letter{&words[i].Glyphs[k], i})
		}
	}
	slices.SortStableFunc(letters, func(a, b letter) int { return cmp.Compare(a.X, b.X) })
	twin := map[*content.Glyph]bool{} // what is dropped
	kept := letters[:0]
next:
	for _, l := range letters {
		for i := len(kept) - 1; i >= 0 && i >= len(kept)-maxPainted && l.X-kept[i].X < boldShift*max(l.Size, kept[i].Size); i-- {
			if k := kept[i]; k.word != l.word && again(k.Glyph, l.Glyph) {
				if k.Hidden && !l.Hidden {
					kept[i], k, l = l, l, k
				}
				twin[l.Glyph] = true
				continue next
			}
		}
		kept = append(kept, l)
	}
	if len(twin) == 0 {
		return words
	}
	return without(words, twin)
}

// maxPainted bounds how many letters on one spot are compared.
const maxPainted = 16

// overlap is how far, em, a word begins before the end of another that it is painted
// over; letters that lean or are kerned reach less far.
const overlap = 0.05

// overlapping reports whether some word begins before the ones before it end.
func overlapping(words []Word) bool {
	far := math.Inf(-1)
	for i := range words {
		if words[i].Box.X0 < far-overlap*words[i].Size {
			return true
		}
		far = max(far, words[i].Box.X1)
	}
	return false
}

// without takes letters out of words.
func without(words []Word, twin map[*content.Glyph]bool) []Word {
	out := make([]Word, 0, len(words))
	for i := range words {
		w := &words[i]
		var glyphs []content.Glyph
		for k := range w.Glyphs {
			if !twin[&w.Glyphs[k]] {
				glyphs = append(glyphs, w.Glyphs[k])
			}
		}
		switch {
		case len(glyphs) == len(w.Glyphs):
			out = append(out, *w)
		case len(glyphs) > 0:
			left := newWord(glyphs)
			left.Dir, left.Space = w.Dir, w.Space && !twin[&w.Glyphs[len(w.Glyphs)-1]]
			out = append(out, left)
		}
	}
	slices.SortStableFunc(out, func(a, b Word) int { return cmp.Compare(a.Box.X0, b.Box.X0) })
	return out
}
