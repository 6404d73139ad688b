package tables

import (
	"math/rand/v2"
	"strings"
	"testing"
)

// What keeps texts from an expression must let all those through that it matches.
func TestPatternsCould(t *testing.T) {
	patterns := map[string]pattern{"number": numberText, "year": yearText, "decimal": decimalText, "measured": measuredText, "count": countText}
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
	for text, want := range map[string]bool{
		"12": true, "R1": true, "R 3.": true, "Mål7": true, "1234)": true, "7:": true,
		"": false, ".": false, "R": false, "12345": false, "Risk1": false, "R  1": false, "1..": false, "R1a": false, "R-1": false, "1 2": false,
	} {
		if got := printsKey(text); got != want {
			t.Errorf("%q: a key: %v", text, got)
		}
	}
	for text, want := range map[string]bool{
		"12 345 tkr": true, "12-": true, "(7,5) kr": true, "− 3": true, "12 %": true, "5 åååå": true, "12  kr": true,
		"12 enheter": false, "12 m2": false, "kr": false, "12 kr ": false, "(12": false,
	} {
		if got := printsNumber(text); got != want {
			t.Errorf("%q: a number: %v", text, got)
		}
	}
	for name := range patterns {
		if matched[name] < 20 {
			t.Errorf("%s: %d texts matched, so that little is shown", name, matched[name])
		}
	}
}
