package text

import (
	"strings"
	"unicode/utf8"

	"riskbok/importers/pdf/content"
)

// A mark of a note is at most this large beside its word, and stands this far
// above its baseline, em of the word. Word and LibreOffice print them at 0.58
// to 0.65 em, browsers at 0.83, raised by 0.33; 0.15 is beyond what letters of one
// line differ.
const (
	raisedSize  = 0.87
	raisedLeast = 0.15
	raisedMost  = 0.7
	raisedGap   = 0.35 // between the word and its mark
	raisedBack  = 0.1  // how far the mark may stand over the end of a word that leans
)

// Raised reports whether a glyph is smaller than the text beside it, whose
// size and baseline are given, and stands higher.
func Raised(g *content.Glyph, size, base float64) bool {
	up := base - g.Y
	return g.Size < raisedSize*size && up > raisedLeast*size && up < raisedMost*size
}

const markRunes = "0123456789*†‡§,()"

// mostMarks is how many characters a mark has at most: "(12)", "1,2".
const mostMarks = 4

// isMark reports whether a text can be the mark of a note.
func isMark(s string) bool {
	return s != "" && utf8.RuneCountInString(s) <= mostMarks && strings.Trim(s, markRunes) == ""
}

// fewBefore is how many fragments before a mark are looked through for its word:
// Chromium paints the whole line, or the next cells, before it.
const fewBefore = 12

// settleMarks puts the marks of notes on the baseline of the word that they stand
// behind, one of the fragments before them in the order of painting.
func settleMarks(frags []Word) {
	for i := 1; i < len(frags); i++ {
		w := &frags[i]
		if !isMark(w.Text) {
			continue
		}
		for k := i - 1; k >= max(0, i-fewBefore); k-- {
			p := &frags[k]
			gap := w.Box.X0 - p.Box.X1
			if w.Size < raisedSize*p.Size && Raised(&w.Glyphs[0], p.Size, p.Base) && gap > -raisedBack*p.Size && gap < raisedGap*p.Size {
				w.Base = p.Base
				break
			}
		}
	}
}
