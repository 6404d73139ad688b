package words

import (
	"strings"

	"riskbok/rules/model"
)

// Role reports whether a text names one who answers for something: a word of a
// few ends as such names do.
func (x *Index) Role(text string) bool {
	words := strings.FieldsFunc(model.Key(text), notInWord)
	if len(words) > tolerances.mostRoleWords {
		return false
	}
	for _, word := range words {
		for _, end := range x.roleNames {
			if strings.HasSuffix(word, end) {
				return true
			}
		}
	}
	return false
}

// Occasion reports whether a text has words that tell when something is reported.
func (x *Index) Occasion(text string) bool { return phraseIn(text, x.occasions) != "" }

// Unnamed reports whether a heading is one that a program gives a column that
// nobody has named, "Kolumn3", or none.
func (x *Index) Unnamed(text string) bool {
	key := model.Key(text)
	if key == "" {
		return true
	}
	word := strings.TrimRight(strings.TrimRight(key, digits), " ")
	if word == key {
		return false
	}
	for _, unnamed := range x.unnamed {
		if word == unnamed {
			return true
		}
	}
	return false
}

// Quantity reports whether a heading tells that its column counts, prices or
// measures something: a word of it ends as such words do.
func (x *Index) Quantity(text string) bool {
	for _, word := range strings.FieldsFunc(model.Key(text), notInWord) {
		for _, end := range x.quantities {
			if word == end || len(end) > tolerances.shortQuantity && strings.HasSuffix(word, end) {
				return true
			}
		}
	}
	return false
}
