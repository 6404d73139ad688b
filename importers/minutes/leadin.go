package minutes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/importers/ocr"
)

// leadsIn reports whether a text is nothing but what leads on to a decision:
// "Hamnnämnden beslutar", "Nämnden beslutar att", "Kommunstyrelsen beslutade:".
func (w *words) leadsIn(text string) bool {
	subject, rest, ok := w.decides(text)
	return ok && w.decider(subject) && (rest == "" || w.clause.MatchString(rest+" ") && !strings.Contains(rest, " "))
}

// decidesText reports whether a text begins with a body that decides.
func (w *words) decidesText(text string) bool {
	subject, _, ok := w.decides(text)
	return ok && w.decider(subject)
}

// decides divides a text at the word for deciding: "Hamnnämnden", "att anta
// planen".
func (w *words) decides(text string) (subject, rest string, ok bool) {
	if text == "" || !unicode.IsUpper([]rune(text)[0]) {
		return "", "", false
	}
	fields := strings.Fields(text)
	at := 0
	for i := 0; i < len(fields) && i <= longestName; i++ {
		if m, outcome := w.verbs.Line(fields[i]); i > 0 && outcome == ocr.Found && m.Distance < ocr.Margin {
			return strings.TrimSpace(text[:at]), strings.Trim(text[at+len(fields[i]):], " :"), true
		}
		at += strings.Index(text[at:], fields[i])
		if i+1 < len(fields) {
			at += len(fields[i])
			at += strings.Index(text[at:], fields[i+1])
		}
	}
	return "", "", false
}

// longestName is how many words the name of a board has at most.
const longestName = 7

// decider reports whether a text is a body that decides: a board's name, or
// the sort of body it is.
func (w *words) decider(text string) bool {
	if utf8.RuneCountInString(text) > maxHeading {
		return false
	}
	return w.boardName(text) != "" || w.sortOfBoard(text)
}
