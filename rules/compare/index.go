package compare

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// The limits of the search, which keep it linear in the number of risks.
const (
	rareWords  = 6  // of a text are looked up, the rarest first
	mostOfWord = 80 // risks that share a word or number; more, and it tells nothing
	candidates = 8  // the most alike ones that are kept
	stem       = 6  // letters of a word that are compared, so that inflection does not matter
)

// index finds the risks that share words with a text.
type index map[string][]*Risk

func newIndex(risks []*Risk) index {
	x := index{}
	for _, r := range risks {
		for _, w := range stems(r.text) {
			x[w] = append(x[w], r)
		}
	}
	return x
}

// stems gives the beginnings of a text's words, each once, without the short
// ones that every text has; numbers stay, for they tell things apart.
func stems(text string) []string {
	var out []string
	for _, w := range words(text) {
		if utf8.RuneCountInString(w) < 3 && strings.IndexFunc(w, unicode.IsDigit) < 0 {
			continue
		}
		out = append(out, begin(w))
	}
	slices.Sort(out)
	return slices.Compact(out)
}

func begin(word string) string {
	n := 0
	for i := range word {
		if n == stem {
			return word[:i]
		}
		n++
	}
	return word
}

// found is a risk that an index offers, and how alike it is.
type found struct {
	*Risk
	score float64
}

// near gives the risks that are most like one, at least so much, the best
// first and of equal ones the first in order.
func (x index) near(r *Risk, least float64) []found {
	var rare []string
	for _, w := range stems(r.text) {
		if n := len(x[w]); n > 0 && n <= mostOfWord {
			rare = append(rare, w)
		}
	}
	slices.SortStableFunc(rare, func(a, b string) int { return cmp.Compare(len(x[a]), len(x[b])) })
	if len(rare) > rareWords {
		rare = rare[:rareWords]
	}
	seen := map[*Risk]bool{}
	var out []found
	for _, w := range rare {
		for _, o := range x[w] {
			if seen[o] {
				continue
			}
			seen[o] = true
			if s := alikeRisks(r, o); s >= least {
				out = append(out, found{o, s})
			}
		}
	}
	slices.SortFunc(out, func(a, b found) int { return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.order, b.order)) })
	if len(out) > candidates {
		out = out[:candidates]
	}
	return out
}
