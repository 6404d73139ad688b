package controlplan

import (
	"strings"

	"riskbok/rules/model"
)

// written gives a value as it should be shown: as it was understood where it
// was, else as it stood.
func written(v model.Value[string]) string {
	if v.OK {
		return v.V
	}
	return v.Raw
}

// fill puts year and board into a text of the template. A text that asks for
// a year where none is known loses the word.
func fill(text, board string, year string) string {
	text = strings.ReplaceAll(text, "{year}", year)
	text = strings.ReplaceAll(text, "{board}", board)
	return strings.Join(strings.Fields(text), " ")
}
