package model

import (
	"testing"
	"unicode/utf8"
)

// What --map is given is read again as it is shown.
func FuzzColumnKey(f *testing.F) {
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) {
			return
		}
		k, ok := ParseColumnKey(text)
		if !ok {
			return
		}
		if k.Page < 0 || k.Column < 0 || k.Column > maxColumn {
			t.Errorf("%q: %+v", text, k)
		}
		if k.Heading != "" && k.Cell != "" {
			return // either of two
		}
		if again, ok := ParseColumnKey(k.String()); !ok || again != k {
			t.Errorf("%q: %+v, then %+v", text, k, again)
		}
	})
}
