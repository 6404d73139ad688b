package tables

import (
	"strings"

	"riskbok/importers/pdf/text"
)

// superscripts are the digits as they are written for marks of notes.
var superscripts = strings.NewReplacer("0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹",
	",", " ", "(", "", ")", "")

// shown gives the text of a word in a line of this size and baseline, raised
// digits as such: the mark of a note is no digit of the number before it.
func shown(w *text.Word, size, base float64) string {
	raised := false
	for i := range w.Glyphs {
		raised = raised || text.Raised(&w.Glyphs[i], size, base)
	}
	if !raised {
		return w.Text
	}
	var b strings.Builder
	for i := range w.Glyphs {
		g := &w.Glyphs[i]
		if text.Raised(g, size, base) {
			_, _ = superscripts.WriteString(&b, g.Text)
		} else {
			b.WriteString(g.Text)
		}
	}
	return b.String()
}

// unmarked gives a number of a row or another bare number without the mark of
// a note: "R5¹" is R5. Other texts keep theirs, a square metre its square.
func unmarked(s string) string {
	bare := strings.TrimRight(s, "⁰¹²³⁴⁵⁶⁷⁸⁹ ")
	if len(bare) < len(s) && printsKey(bare) {
		return bare
	}
	return s
}
