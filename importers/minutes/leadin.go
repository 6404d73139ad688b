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

// acts is what a text says that a body does: "Hamnnämnden", "att anta planen". Verb
// is whether it decides or proposes.
type acts struct {
	subject, rest string
	verb          int
}

// acts divides a text at the word for deciding or proposing. It remembers, since
// each text is asked for several times.
func (w *vocabulary) acts(text string) (subject, rest string, verb int) {
	if text == "" || !unicode.IsUpper(initial(text)) {
		return "", "", verbNone
	}
	a := w.acted.of(text, w.findActs)
	return a.subject, a.rest, a.verb
}

func (w *vocabulary) findActs(text string) acts {
	_, end := nextWord(text, 0)
	for range naming.longestName {
		from, to := nextWord(text, end)
		if from == to {
			break
		}
		if verb := w.verbOf(text[from:to]); verb != verbNone {
			return acts{strings.TrimSpace(text[:from]), strings.Trim(text[to:], " :"), verb}
		}
		end = to
	}
	return acts{verb: verbNone}
}

// nextWord gives where the next word of a text begins and ends, as [strings.Fields]
// divides it; from is to at the end.
func nextWord(text string, at int) (from, to int) {
	from = strings.IndexFunc(text[at:], func(c rune) bool { return !unicode.IsSpace(c) })
	if from < 0 {
		return len(text), len(text)
	}
	from += at
	if n := strings.IndexFunc(text[from:], unicode.IsSpace); n >= 0 {
		return from, from + n
	}
	return from, len(text)
}

// verbOf gives what a word says that a body does.
func (w *vocabulary) verbOf(word string) int {
	return w.deed.of(word, func(word string) int {
		if m, outcome := w.verbs.Line(word); outcome == ocr.Found && m.Distance < ocr.Margin {
			return m.ID
		}
		return verbNone
	})
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
	if w.clause.MatchString(strings.TrimLeft(fields[0], ",") + " ") {
		return 1
	}
	for n := min(naming.onwardWords, len(fields)); n > 0; n-- {
		if m, outcome := w.onward.Line(strings.Join(fields[:n], " ")); outcome == ocr.Found && m.Distance < ocr.Margin {
			return n
		}
	}
	return 0
}

// nameWords gives how many words in front are the name of a board, 0 for none.
func (w *vocabulary) nameWords(fields []string) int {
	for n := min(naming.longestName, len(fields)); n > 0; n-- {
		if w.body(strings.Join(fields[:n], " ")) {
			return n
		}
	}
	return 0
}
