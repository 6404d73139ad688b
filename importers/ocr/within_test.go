package ocr

import (
	"math"
	"math/rand/v2"
	"testing"
)

// plainDistance is the distance by the whole table of ways.
func plainDistance(phrase, text []rune) float64 {
	before := make([]float64, len(text)+1)
	for j, t := range text {
		before[j+1] = before[j] + added(t)
	}
	for _, p := range phrase {
		current := make([]float64, len(text)+1)
		current[0] = before[0] + lost(p)
		for j, t := range text {
			current[j+1] = min(before[j+1]+lost(p), current[j]+added(t), before[j]+changed(p, t))
			if j > 0 && doubled(p, text[j-1], t) {
				current[j+1] = min(current[j+1], before[j-1]+tolerances.costDoubled)
			}
		}
		before = current
	}
	return before[len(text)]
}

// Within its limit a distance is that of the whole table, beyond it above the limit.
func TestDistanceWithinLimit(t *testing.T) {
	r := rand.New(rand.NewPCG(5, 6))
	alphabet := []rune("abdeilnorståäö 14&")
	for range 60000 {
		phrase := make([]rune, r.IntN(12))
		for i := range phrase {
			phrase[i] = alphabet[r.IntN(len(alphabet))]
		}
		text := append([]rune{}, phrase...)
		for range r.IntN(6) {
			i := r.IntN(len(text) + 1)
			switch k := r.IntN(3); {
			case k == 0:
				text = append(text[:i:i], append([]rune{alphabet[r.IntN(len(alphabet))]}, text[i:]...)...)
			case i < len(text) && k == 1:
				text = append(text[:i:i], text[i+1:]...)
			case i < len(text):
				text[i] = alphabet[r.IntN(len(alphabet))]
			}
		}
		want := plainDistance(phrase, text)
		for _, limit := range []float64{0, 0.3, 0.35, 1.1, 1.95, 3, 5, math.Inf(1)} {
			got := distance(phrase, text, limit)
			if want <= limit && got != want || want > limit && got <= limit {
				t.Fatalf("%q, %q: %v within %v, want %v", string(phrase), string(text), got, limit, want)
			}
		}
	}
}
