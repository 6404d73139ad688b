package words

import (
	"slices"
	"testing"

	"riskbok/config"
	"riskbok/importers/grid"
)

// Each heading of the vocabulary by which others may begin is found by its first word,
// once for each of its meanings, and nothing else is.
func TestPhrases(t *testing.T) {
	v := config.Vocabulary()
	x := newPhrases(v)
	want := map[string][]phrase{}
	for word, m := range meaningsOf(v) {
		if p := grid.HeadingWords(word); prefixFields[m.Field] && len(p) > 0 && mayGoOn(p, m.Field) {
			want[p[0]] = append(want[p[0]], phrase{p, m})
		}
	}
	if len(want) < 100 {
		t.Fatalf("%d first words", len(want))
	}
	same := func(a, b phrase) bool { return a.Meaning == b.Meaning && slices.Equal(a.words, b.words) }
	for range 2 { // as found, and as kept
		for first, phrases := range want {
			if got := x.from(first); !slices.EqualFunc(got, phrases, same) {
				t.Errorf("%q: %v, expected %v", first, got, phrases)
			}
		}
	}
	for _, none := range []string{"", "kaj", "risker och", "åäö", "2031"} {
		if got := x.from(none); len(got) != 0 {
			t.Errorf("%q: %v", none, got)
		}
	}
}
