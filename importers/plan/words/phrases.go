package words

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// prefixFields may be known by a heading that goes on after the usual word
// ("Ansvarig för uppföljningen", "T1 kommentar"). The others are too short or
// too general.
var prefixFields = map[model.Field]bool{
	model.FieldLikelihood: true, model.FieldConsequence: true, model.FieldScore: true, model.FieldDirection: true,
	model.FieldTreatment: true, model.FieldAction: true, model.FieldOwner: true, model.FieldReporting: true,
	model.FieldPeriod: true,
}

// phrase is a heading of the vocabulary in words, for headings that begin
// with it.
type phrase struct {
	words []string
	Meaning
}

// phrases are the headings of a vocabulary by which others may begin. A document asks for
// few of them, and to divide all into words takes a fortieth of the check of a small
// workbook: they are when a heading is asked about that begins as they do.
type phrases struct {
	headings map[rune][]heading // by their small first letter; 0 where they begin with none
	known    sync.Map           // first word → []phrase
}

type heading struct {
	text string
	Meaning
}

func newPhrases(v *model.Vocabulary) *phrases {
	x := &phrases{headings: make(map[rune][]heading, usualLetters)}
	for word, m := range meaningsOf(v) {
		if prefixFields[m.Field] {
			letter := firstLetter(word)
			x.headings[letter] = append(x.headings[letter], heading{word, m})
		}
	}
	return x
}

// usualLetters is about how many letters headings begin with.
const usualLetters = 32

func firstLetter(text string) rune {
	r, _ := utf8.DecodeRuneInString(text)
	if !unicode.IsLetter(r) {
		return 0
	}
	return model.LowerLetter(r)
}

// from gives the phrases of a first word, in the order of the vocabulary.
func (x *phrases) from(first string) []phrase {
	if known, ok := x.known.Load(first); ok {
		return known.([]phrase)
	}
	var out []phrase
	divide := func(h heading) {
		if p := grid.HeadingWords(h.text); len(p) > 0 && p[0] == first && mayGoOn(p, h.Field) {
			out = append(out, phrase{p, h.Meaning})
		}
	}
	for _, h := range x.headings[0] {
		divide(h)
	}
	if letter := firstLetter(first); letter != 0 {
		for _, h := range x.headings[letter] {
			if beginsWith(h.text, first) {
				divide(h)
			}
		}
	}
	if len(out) > 0 { // what documents write besides is endless
		x.known.Store(first, out)
	}
	return out
}

// beginsWith reports whether a text begins with a word in small letters.
func beginsWith(text, word string) bool {
	for _, want := range word {
		r, n := utf8.DecodeRuneInString(text)
		if n == 0 || model.LowerLetter(r) != want {
			return false
		}
		text = text[n:]
	}
	return true
}

// mayGoOn reports whether the words of a heading are enough to know it by where others
// follow.
func mayGoOn(words []string, f model.Field) bool {
	letters, counted := 0, false
	for _, w := range words {
		letters += len(w)
		counted = counted || strings.ContainsAny(w, digits)
	}
	return letters >= tolerances.minPhrase || f == model.FieldPeriod && counted
}
