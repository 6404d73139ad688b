package ocr

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// The sets of confused letters are those of the table.
func TestConfusedSets(t *testing.T) {
	for p := ' '; p < 'a'; p++ {
		if faithful(p) != (Confused(p) == "") {
			t.Errorf("printed %c: faithful %v, %q", p, faithful(p), Confused(p))
		}
	}
	for p := 'a'; p <= 'z'; p++ {
		if got, want := strings.ContainsRune(printedConfused, p), Confused(p) != ""; got != want || got == faithful(p) {
			t.Errorf("printed %c: %v, faithful %v, want %v", p, got, faithful(p), want)
		}
		read := false
		for _, q := range "abcdefghijklmnopqrstuvwxyzåäöé" {
			read = read || strings.ContainsRune(Confused(q), p)
		}
		if got := strings.ContainsRune(readConfused, p); got != read {
			t.Errorf("read %c: %v, want %v", p, got, read)
		}
	}
}

// No text is nearer than its letters say, however it differs.
func TestAtLeastIsNeverTooMuch(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	alphabet := []rune("abcdefghijklmnopqrstuvwxyzåäöé 0146358&áàâòô")
	text := func() []rune {
		out := make([]rune, r.IntN(14))
		for i := range out {
			out[i] = alphabet[r.IntN(len(alphabet))]
		}
		return out
	}
	for range 20000 {
		a, b := text(), text()
		if r.IntN(2) == 0 { // near ones too
			b = append([]rune{}, a...)
			for range r.IntN(4) {
				if len(b) > 0 {
					b[r.IntN(len(b))] = alphabet[r.IntN(len(alphabet))]
				}
			}
		}
		// Distances are sums of tenths, which are not exact.
		d := Distance(string(a), string(b)) + 1e-9
		if least := atLeast(lettersOf(a), lettersOf(b)); least > d {
			t.Fatalf("%q and %q: at least %g, distance %g", string(a), string(b), least, d)
		}
		if part := lacking(lettersOf(a), lettersOf(append(text(), b...))); part > d {
			t.Fatalf("%q and a part %q: at least %g, distance %g", string(a), string(b), part, d)
		}
	}
}
