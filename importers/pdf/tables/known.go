package tables

import "riskbok/importers/pdf/text"

// Known is what a document says about its own words: which stand somewhere,
// and which with another word after or before them in one run, so that they
// are whole.
type Known struct{ whole, followed, preceded map[string]bool }

// NewKnown makes an empty Known.
func NewKnown() *Known {
	return &Known{map[string]bool{}, map[string]bool{}, map[string]bool{}}
}

// Add notes the words of a page.
func (k *Known) Add(words []text.Word) {
	last := ""
	for i := range words {
		w := lettersOf(words[i].Text)
		if w == "" {
			last = ""
			continue
		}
		k.whole[w] = true
		if last != "" && oneRun(&words[i-1], &words[i]) {
			k.followed[last] = true
			k.preceded[w] = true
		}
		last = w
	}
}

func oneRun(a, b *text.Word) bool {
	return a.Glyphs[len(a.Glyphs)-1].Run == b.Glyphs[0].Run
}
