package rules

import (
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/agnivade/levenshtein"
)

// TestDistance: texts of all lengths, near each other and not, are as far from each
// other as they are letter by letter.
func TestDistance(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	alphabets := []string{"ab", "abc ", "abcdefghijklmnopqrstuvwxyzåäö 0123456789", "aå–žб", "abcdefghijklmnopqrstuvwxyzåäöABCDEFGHIJKLMNOPQRSTUVWXYZÅÄÖ0123456789.,;"}
	text := func(letters []rune, n int) string {
		var out strings.Builder
		for range n {
			out.WriteRune(letters[r.IntN(len(letters))])
		}
		return out.String()
	}
	for n := range 6000 {
		letters := []rune(alphabets[n%len(alphabets)])
		longest := []int{3, 20, 66, 130, longText, longText + 60}[n/5%6]
		a, b := text(letters, r.IntN(longest+1)), text(letters, r.IntN(longest+1))
		if n%3 == 0 { // a few slips
			near := []rune(a)
			for range min(r.IntN(6), len(near)) {
				at := r.IntN(len(near))
				near = append(near[:at:at], append([]rune(text(letters, r.IntN(3))), near[at+1:]...)...)
				if len(near) == 0 {
					break
				}
			}
			b = string(near)
		}
		if got, want := distance(a, b), levenshtein.ComputeDistance(a, b); got != want {
			t.Fatalf("%q and %q: %d, want %d", a, b, got, want)
		}
	}
}

func BenchmarkDistance(b *testing.B) {
	x := "risk att hamnens brygga och bojar inte fungerar vid storm så att avgifter uteblir"
	y := "risk att lotsen och kranen inte fungerar vid snö så att belysningen på kajen slocknar"
	for name, f := range map[string]func(a, b string) int{"blocks": distance, "letters": levenshtein.ComputeDistance} {
		b.Run(name, func(b *testing.B) {
			for range b.N {
				f(x, y)
			}
		})
	}
}
