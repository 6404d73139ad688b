package budget

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/rules/model"
)

// phrase is a text of the vocabulary and its words. A sign ("%") has no letter
// and is looked for as it is.
type phrase struct {
	text, run string // run is its words without spaces
	words     []string
	sign      bool
}

func phrasesOf(list []string) []phrase {
	out := make([]phrase, len(list))
	for i, s := range list {
		f := fields(s)
		out[i] = phrase{s, strings.Join(f, ""), f, !strings.ContainsFunc(s, unicode.IsLetter)}
	}
	return out
}

// fields gives the words of a text in lower case: runs of letters and digits.
func fields(s string) []string {
	return strings.FieldsFunc(model.Lower(model.Clean(s)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// squeeze gives a text's letters and digits in lower case.
func squeeze(s string) string { return strings.Join(fields(s), "") }

// holds reports whether one of the phrases stands in a text. A word of five
// letters or more may stand inside another, and be divided by a line break.
func holds(text string, phrases []phrase) bool {
	have := fields(text)
	return holdAny(text, have, strings.Join(have, ""), phrases)
}

// holdAny is holds of a text whose words are at hand.
func holdAny(text string, have []string, run string, phrases []phrase) bool {
	for i := range phrases {
		p := &phrases[i]
		if p.sign && strings.Contains(text, p.text) || !p.sign && holdsAll(have, run, p.words) {
			return true
		}
	}
	return false
}

func holdsAll(have []string, run string, phrase []string) bool {
	for _, word := range phrase {
		if utf8.RuneCountInString(word) >= 5 && strings.Contains(run, word) {
			continue
		}
		if !contains(have, word) {
			return false
		}
	}
	return len(phrase) > 0
}

// says reports whether one of the phrases stands in a text, word by word.
func says(text string, phrases []phrase) bool {
	return sayAny(fields(text), phrases)
}

func sayAny(have []string, phrases []phrase) bool {
	return slices.ContainsFunc(phrases, func(p phrase) bool { return at(have, p.words) >= 0 })
}

// begins reports whether a text begins with one of the phrases.
func begins(text string, phrases []phrase) bool { return beginAny(fields(text), phrases) }

func beginAny(have []string, phrases []phrase) bool {
	return slices.ContainsFunc(phrases, func(p phrase) bool { return at(have, p.words) == 0 })
}

// endAny reports whether a text of several words ends with one of the phrases.
func endAny(have []string, phrases []phrase) bool {
	return slices.ContainsFunc(phrases, func(p phrase) bool {
		from := len(have) - len(p.words)
		return from > 0 && at(have[from:], p.words) == 0
	})
}

func contains(list []string, word string) bool { return slices.Contains(list, word) }

// at gives where a run of words stands in a list, or −1.
func at(have, run []string) int {
	for i := 0; i+len(run) <= len(have) && len(run) > 0; i++ {
		same := true
		for j := range run {
			same = same && have[i+j] == run[j]
		}
		if same {
			return i
		}
	}
	return -1
}
