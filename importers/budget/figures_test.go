package budget

import (
	"math/rand/v2"
	"regexp"
	"slices"
	"testing"
)

// The numbers of a text are those of the expression that says what they are.
func TestNextAmount(t *testing.T) {
	amount := regexp.MustCompile(`\d{1,3}(?:[ .]\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?`)
	r := rand.New(rand.NewPCG(7, 8))
	const alphabet = "0123456789  ..,,-k"
	for range 100000 {
		b := make([]byte, r.IntN(20))
		for i := range b {
			b[i] = alphabet[r.IntN(len(alphabet))]
		}
		text := string(b)
		var got [][]int
		for m := range amountsIn(text) {
			got = append(got, m[:])
		}
		if want := amount.FindAllStringIndex(text, -1); !slices.EqualFunc(got, want, slices.Equal[[]int]) {
			t.Fatalf("%q: %v, want %v", text, got, want)
		}
	}
}
