package model

import (
	"math/rand/v2"
	"testing"
)

// A text is plain where cleaning leaves it as it is.
func TestPlain(t *testing.T) {
	r := rand.New(rand.NewPCG(9, 10))
	alphabet := []rune("abcdefgh12 ,.  åä§–\n\t\u00a0\u200b")
	for range 200000 {
		out := make([]rune, r.IntN(30))
		common := r.IntN(4) // most texts are of letters and blanks alone
		for i := range out {
			out[i] = alphabet[r.IntN(len(alphabet))]
			if common > 0 {
				out[i] = alphabet[r.IntN(11)]
			}
		}
		s := string(out)
		if got, want := plain(s), cleaned(s) == s; got != want {
			t.Fatalf("%q: plain %v, cleaned %q", s, got, cleaned(s))
		}
	}
}
