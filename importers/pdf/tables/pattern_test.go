package tables

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// What keeps texts from an expression must let all those through that it matches.
func TestPatternsCould(t *testing.T) {
	patterns := map[string]pattern{"number": numberText, "year": yearText, "decimal": decimalText, "measured": measuredText, "key": keyText, "count": countText}
	pieces := []string{"1", "12", "2031", "19", " ", " ", "-", "−", "–", "+", "(", ")", "%", ",", ".", ":", "R", "å", "tkr", ",31", "½", "Måla"}
	r := rand.New(rand.NewPCG(3, 4))
	matched := map[string]int{}
	for range 20_000 {
		var b strings.Builder
		for range 1 + r.IntN(6) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		for name, p := range patterns {
			if text := b.String(); p.compiled().MatchString(text) {
				if matched[name]++; !p.could(text) {
					t.Fatalf("%s: %q is matched but could not be", name, text)
				}
			}
		}
	}
	for name := range patterns {
		if matched[name] < 20 {
			t.Errorf("%s: %d texts matched, so that little is shown", name, matched[name])
		}
	}
}
