package minutes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/importers/ocr"
)

// leadsIn reports whether a text is nothing but what leads on to a decision:
// "Hamnnämnden beslutar", "Nämnden beslutar att", "Kommunstyrelsen beslutade
// föreslå kommunfullmäktige:".
func (w *vocabulary) leadsIn(text string) bool {
	subject, rest, verb := w.acts(text)
	return verb == verbDecides && w.decider(subject) && w.leadsOn(rest)
}

// proposes is leadsIn for a proposal: "Arbetsutskottet föreslår", "Arbetsutskottet
// föreslår kommunstyrelsen besluta att".
func (w *vocabulary) proposes(text string) bool {
	subject, rest, verb := w.acts(text)
	return verb == verbProposes && w.decider(subject) && w.leadsOn(rest)
}

// decidesText reports whether a text begins with a body that decides.
func (w *vocabulary) decidesText(text string) bool {
	subject, _, verb := w.acts(text)
	return verb == verbDecides && w.decider(subject)
}

// What a body does, as the matcher numbers it.
const (
	verbNone     = -1
	verbDecides  = 0
	verbProposes = 1
)

// acts divides a text at the word for deciding or proposing: "Hamnnämnden", "att
// anta planen". Verb is which it is.
func (w *vocabulary) acts(text string) (subject, rest string, verb int) {
	if text == "" || !unicode.IsUpper([]rune(text)[0]) {
		return "", "", verbNone
	}
	fields := strings.Fields(text)
	at := 0
	for i := 0; i < len(fields) && i <= tolerances.longestName; i++ {
		if m, outcome := w.verbs.Line(fields[i]); i > 0 && outcome == ocr.Found && m.Distance < ocr.Margin {
			return strings.TrimSpace(text[:at]), strings.Trim(text[at+len(fields[i]):], " :"), m.ID
		}
		at += strings.Index(text[at:], fields[i])
		if i+1 < len(fields) {
			at += len(fields[i])
			at += strings.Index(text[at:], fields[i+1])
		}
	}
	return "", "", verbNone
}

// decider reports whether a text is a body that decides: a board's name, or
// the sort of body it is.
func (w *vocabulary) decider(text string) bool {
	if utf8.RuneCountInString(text) > tolerances.maxHeading {
		return false
	}
	return w.boardName(text) != "" || w.sortOfBoard(text)
}

// body is decider for a text within a sentence, where names need no capital.
func (w *vocabulary) body(text string) bool {
	return w.bodyName(text) != "" || w.sortOfBoard(text)
}

// leadsOn reports whether what stands behind the verb says nothing yet: words
// like "att" and "för egen del", and the name of a board at most.
func (w *vocabulary) leadsOn(text string) bool {
	boards := 0
	for fields := strings.Fields(strings.Trim(text, " :.")); len(fields) > 0; {
		n := w.onwardWords(fields)
		if n == 0 {
			if n = w.nameWords(fields); n == 0 || boards > 0 {
				return false
			}
			boards++
		}
		fields = fields[n:]
	}
	return true
}

// onwardWords gives how many words in front lead on, 0 for none.
func (w *vocabulary) onwardWords(fields []string) int {
	for n := min(3, len(fields)); n > 0; n-- {
		if m, outcome := w.onward.Line(strings.Join(fields[:n], " ")); outcome == ocr.Found && m.Distance < ocr.Margin {
			return n
		}
	}
	return 0
}

// nameWords gives how many words in front are the name of a board, 0 for none.
func (w *vocabulary) nameWords(fields []string) int {
	for n := min(tolerances.longestName, len(fields)); n > 0; n-- {
		if w.body(strings.Join(fields[:n], " ")) {
			return n
		}
	}
	return 0
}
