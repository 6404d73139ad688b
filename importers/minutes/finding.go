package minutes

import (
	"slices"
	"strings"
	"unicode"

	"riskbok/importers/ocr"
	"riskbok/rules/model"
)

// finding is what the course of an item tells that the board decided: "Ordföranden
// finner att nämnden beslutar enligt förslaget."
type finding struct {
	told  bool // the item tells how the decision was taken
	value model.Value[string]
}

// goOn takes what further paragraphs tell: the last counts, and a vote takes back what
// was found before it.
func (f *finding) goOn(w *vocabulary, paragraphs []model.Value[string]) {
	for i := range paragraphs {
		for _, text := range sentences(paragraphs[i].V) {
			f.told = true
			switch found, open := w.foundIn(text); {
			case open:
				f.value = model.Value[string]{}
			case found:
				f.value = paragraphs[i]
				f.value.V = text
			}
		}
	}
}

// decide takes what was found for the decision of an item of which no other was read.
func (f *finding) decide(it *model.Item) {
	if f.value.OK && len(it.Decision.Parts) == 0 && !it.Decision.Lead.OK {
		it.Decision.Parts = []model.Value[string]{f.value}
	}
}

// foundIn reports whether a sentence says what the board decided, and whether it leaves
// that open again, since a vote follows.
func (w *vocabulary) foundIn(sentence string) (found, open bool) {
	fields := strings.Fields(sentence)
	for i, word := range fields {
		word = strings.Trim(word, ",.:;()")
		switch {
		case word == "":
		case w.findsAt(word), i > 0 && w.verbOf(word) == verbDecides && w.bodyBehind(fields[i+1:]):
			found, open = true, false
		case w.votesAt(word):
			found, open = false, true
		}
	}
	return found || !open && w.bodyDecides(fields), open
}

// bodyDecides reports whether words are a body and, before the name of one is too long,
// what it decides: "Nämnden har därmed beslutat enligt förslaget".
func (w *vocabulary) bodyDecides(fields []string) bool {
	n := w.nameWords(fields)
	if n == 0 {
		return false
	}
	return slices.ContainsFunc(fields[n:min(n+naming.longestName, len(fields))], func(word string) bool { return w.verbOf(word) == verbDecides })
}

// bodyBehind reports whether words begin with the name of a body: of "beslutar nämnden
// att bifalla förslaget" what stands behind the verb.
func (w *vocabulary) bodyBehind(fields []string) bool { return w.nameWords(fields) > 0 }

// findsAt reports whether a word is what the chair does when the board has decided.
func (w *vocabulary) findsAt(word string) bool {
	m, outcome := w.finds.Line(word)
	return outcome == ocr.Found && m.Distance < ocr.Margin
}

// votesAt reports whether a word is one for a vote.
func (w *vocabulary) votesAt(word string) bool {
	m, outcome := w.votes.Line(word)
	return outcome == ocr.Found && m.Distance < ocr.Margin
}

// sentences divides a text at the full stops before a capital.
func sentences(text string) []string {
	var out []string
	for from, at := 0, 0; ; {
		i := strings.Index(text[at:], ". ")
		if i < 0 {
			return append(out, strings.TrimSpace(text[from:]))
		}
		at += i + 2
		if unicode.IsUpper(initial(strings.TrimLeft(text[at:], " "))) {
			out = append(out, strings.TrimSpace(text[from:at]))
			from = at
		}
	}
}
