package pdf

import (
	"maps"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/importers/pdf/text"
	"riskbok/rules/model"
)

// speller mends the words of recognized scans: scraps of rulings beside them, and
// Swedish letters that a program without Swedish took for others.
type speller struct {
	wild  map[string]string // words of the vocabulary with one Swedish letter, "m?jlig"
	known map[string]string // words of the vocabulary by what they may be taken for; "": of several
	met   map[string]string // others, as they were first met
}

func newSpeller(v *model.Vocabulary) *speller {
	s := &speller{known: map[string]string{}, wild: map[string]string{}, met: map[string]string{}}
	if v == nil {
		return s
	}
	add := func(phrases []string) {
		for _, p := range phrases {
			for _, w := range strings.FieldsFunc(model.Lower(p), func(r rune) bool { return !unicode.IsLetter(r) }) {
				if have, ok := s.known[folded(w)]; ok && have != w {
					w = ""
				}
				s.known[folded(w)] = w
				if hidden := strings.Map(hideSwedish, w); strings.Count(hidden, "?") == 1 && len(hidden) >= leastWild {
					s.wild[hidden] = w
				}
			}
		}
	}
	for _, field := range slices.Sorted(maps.Keys(v.Headings)) { // of words that look alike the last counts
		add(v.Headings[field])
	}
	for _, words := range v.Levels {
		add(words)
	}
	d := &v.Definitions
	for _, words := range [][]string{v.Titles.Analysis, v.Titles.Plan, v.Titles.FollowUp, v.Titles.Definitions, v.Established, v.Decided, d.Likelihood, d.Consequence, d.Label, d.Number, d.Definition} {
		add(words)
	}
	return s
}

// swedish are the letters that only a program with Swedish reads.
const swedish = "åäöÅÄÖ"

// scraps are what rulings beside a word are recognized as.
const scraps = "'‘’`´_~|¦"

// fewWords is how many words tell that a page has no letter of Swedish because
// none was looked for.
const fewWords = 20

// page mends the words of a recognized page, and leaves out those that are nothing
// but scraps of rulings.
func (s *speller) page(words []text.Word) []text.Word {
	kept := make([]text.Word, 0, len(words))
	blind := len(words) >= fewWords
	for _, w := range words {
		plain := strings.Trim(w.Text, scraps)
		if plain == "" || utf8.RuneCountInString(w.Text) > 1 && strings.Trim(w.Text, scraps+"-–—") == "" {
			continue
		}
		w.Text = plain
		blind = blind && !strings.ContainsAny(plain, swedish)
		kept = append(kept, w)
	}
	for i := range kept {
		if blind {
			kept[i].Text = s.word(kept[i].Text)
		}
	}
	return kept
}

// leastRespelt is the shortest word that is spelt anew: shorter ones are often
// different words.
const leastRespelt = 4

// word spells a word as the vocabulary does, else as it was first met.
func (s *speller) word(w string) string {
	from := strings.IndexFunc(w, unicode.IsLetter)
	to := strings.LastIndexFunc(w, unicode.IsLetter)
	if from < 0 {
		return w
	}
	_, n := utf8.DecodeRuneInString(w[to:])
	core := w[from : to+n]
	key := folded(model.Lower(core))
	if utf8.RuneCountInString(core) < leastRespelt {
		return w
	}
	right := s.known[key]
	if right == "" {
		right = s.wildly(model.Lower(core))
	}
	if right == "" {
		if right = s.met[key]; right == "" {
			s.met[key], right = model.Lower(core), model.Lower(core)
		}
	}
	if r, _ := utf8.DecodeRuneInString(core); unicode.IsUpper(r) {
		first, size := utf8.DecodeRuneInString(right)
		right = string(unicode.ToUpper(first)) + right[size:]
	}
	if right == core || core == strings.ToUpper(core) {
		return w
	}
	return w[:from] + right + w[to+n:]
}

// leastWild is the shortest word in which any letter may be a Swedish one: "Majlig"
// and "Mdjlig" are Möjlig.
const leastWild = 6

// wildly gives the word of the vocabulary that a word is but for one letter, which
// is a Swedish one there.
func (s *speller) wildly(w string) string {
	if len(w) < leastWild {
		return ""
	}
	for i := range w {
		_, n := utf8.DecodeRuneInString(w[i:])
		if right := s.wild[w[:i]+"?"+w[i+n:]]; right != "" {
			return right
		}
	}
	return ""
}

func hideSwedish(r rune) rune {
	if strings.ContainsRune(swedish, r) {
		return '?'
	}
	return r
}

// folded gives a word as a program without Swedish may read it: å and ä as a, ö
// as o or é.
func folded(w string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case 'å', 'ä', 'à', 'á', 'â', 'ã':
			return 'a'
		case 'ö', 'é', 'è', 'ó', 'ô', 'õ', 'ø':
			return 'o'
		}
		return r
	}, w)
}
