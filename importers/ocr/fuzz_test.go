package ocr

import (
	"strings"
	"testing"
)

// A phrase is known in its own spelling, and what is left of a text stands in it.
func FuzzLine(f *testing.F) {
	f.Fuzz(func(t *testing.T, phrase, text string) {
		if len(phrase) > 200 || len(text) > 2000 {
			return
		}
		m := New([]Phrase{{Text: phrase, ID: 1}, {Text: "Ärendet", ID: 2}, {Text: "s beslut", ID: 3, Tail: true}})
		if key := Key(phrase); key != "" && key != Key("Ärendet") {
			if got, outcome := m.Line(phrase); outcome == Found && got.ID == 1 && got.Distance != 0 {
				t.Errorf("%q is %v from itself", phrase, got.Distance)
			}
		}
		m.Line(text)
		if _, rest, _ := m.Prefix(text); !strings.Contains(text, rest) {
			t.Errorf("%q is left of %q", rest, text)
		}
		if d := Distance(Key(phrase), Key(text)); d < 0 || Near([]rune(Key(phrase)), []rune(Key(text)), d) != true {
			t.Errorf("%q is %v from %q", text, d, phrase)
		}
	})
}
