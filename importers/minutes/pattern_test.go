package minutes

import (
	"math/rand/v2"
	"strings"
	"testing"

	"riskbok/config"
)

// What keeps texts from an expression must let all those through that it
// matches.
func TestPatternsCould(t *testing.T) {
	w := newWords(config.MeetingWords())
	n := &w.numbers
	type kept interface {
		matches(text string) bool
		MatchString(text string) bool
	}
	patterns := map[string]kept{
		"entry": n.entry, "sign": n.sign, "before": n.before, "matter": n.matter, "plain": n.plain, "misreadBefore": n.misreadBefore,
		"one": n.misread[0], "two": n.misread[1], "none": n.misread[2],
		"counter": w.counter, "trailing": w.trailing, "page": w.pageWord, "clause": w.clause, "signer": w.signer,
		"ruled": ruled, "leaders": leaders,
		"case": casePatterns.number, "day": casePatterns.day, "bare": casePatterns.bare, "years": casePatterns.years, "yearly": casePatterns.yearly, "tight": casePatterns.tight,
	}
	pieces := []string{
		"§", "§§", "$", "s", "S", "8", "&", "6", " ", " ", ",", "-", "–", ".", ":", "…", "...", ". . . ", "____", "====", "–––––", "........", "__.._._.__",
		"1", "12", "2031", "/31", "/2031", "KS", "BoU", "Å", "å", "ſ", "K", "Ärende", "Arende", "4rende ", "Paragral", "ärende nr", "PUNKT", "Sida", "SIDA ", " av ", "(3)", " sida 3", " Sid. 4", "att", "ATT ",
		"Nämnden för vägar, broar och lång väntan ", "Paragraf", "paragraf ", "Handläggare", "Namn", "\n", strings.Repeat("Längd", 14), "é", "½", "٣",
		"2031-04-05", "2031/", "31/31", "2031/7", "-2032", "/2032", "31RF1187", "2031-POL000312", "KFN 2031/66",
	}
	r := rand.New(rand.NewPCG(1, 2))
	matched := map[string]int{}
	for range 20_000 {
		var b strings.Builder
		for range 1 + r.IntN(6) {
			b.WriteString(pieces[r.IntN(len(pieces))])
		}
		for name, p := range patterns {
			if text := b.String(); p.matches(text) {
				if matched[name]++; !p.MatchString(text) {
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
