package pdf

import (
	"unicode/utf8"

	"riskbok/rules/model"
)

// defines gives a function that knows the headings of levels and treatments: the
// name of an axis or of the risk value, alone or each with that of what its
// numbers mean beside it.
func defines(v *model.Vocabulary) func([]string) bool {
	if v == nil {
		return nil
	}
	known := func(lists ...[]string) map[string]bool {
		out := map[string]bool{}
		for _, list := range lists {
			for _, w := range list {
				out[model.Letters(w)] = true
			}
		}
		return out
	}
	named, meant := definingWords(v)
	names, meanings := known(named...), known(meant...)
	return func(headings []string) bool {
		named, meant := 0, 0
		for _, s := range headings {
			switch key := model.Letters(s); {
			case names[key] && named <= meant:
				named++
			case meanings[key]:
				meant++
			default:
				return false
			}
		}
		return named > 0 && (meant >= named || len(headings) == 1)
	}
}

// definingWords gives the names of axes and of the risk value, and those of what their
// numbers mean.
func definingWords(v *model.Vocabulary) (names, meanings [][]string) {
	d := &v.Definitions
	return [][]string{d.Likelihood, d.Consequence, d.Range}, [][]string{d.Label, d.Number, d.Definition, d.Treatment, d.Meaning}
}

// longestDefining gives how many letters the longest of the [definingWords] has.
func longestDefining(v *model.Vocabulary) int {
	if v == nil {
		return 0
	}
	longest := 0
	names, meanings := definingWords(v)
	for _, list := range append(names, meanings...) {
		for _, w := range list {
			longest = max(longest, utf8.RuneCountInString(model.Letters(w)))
		}
	}
	return longest
}
