package words

import (
	"strings"

	"riskbok/rules/model"
)

// mostRoleWords is how many words the name of one who answers for something has
// at most: "Chef för lek- och parkenheten" has five.
const mostRoleWords = 6

// Role reports whether a text names one who answers for something: a word of a
// few ends as such names do.
func (x *Index) Role(text string) bool {
	words := strings.FieldsFunc(model.Key(text), notInWord)
	if len(words) > mostRoleWords {
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
