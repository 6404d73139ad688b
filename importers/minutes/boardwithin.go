package minutes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/importers/ocr"
)

// boardWithin gives the name of the board that the rest of a title is of, before
// a date: "från sammanträde med nämnden för hamnar", "från valnämndens möte"; ""
// where it names none.
func (w *vocabulary) boardWithin(text string) string {
	if i := figures(text); i > 0 {
		text = w.withoutWeekday(text[:i])
	}
	fields := strings.Fields(strings.Trim(text, " ,.;:–-"))
	if len(fields) > 2*naming.longestName {
		return ""
	}
	for i := range fields {
		if joins(fields[i]) || i > 0 && !joins(fields[i-1]) {
			continue
		}
		if name := w.bodyName(strings.Join(fields[i:], " ")); name != "" {
			return name
		}
		for n := i + 1; n < len(fields); n++ {
			for _, ending := range w.Genitive {
				owner, ok := strings.CutSuffix(strings.Join(fields[i:n], " "), ending)
				if name := w.bodyName(owner); ok && name != "" {
					return name
				}
			}
		}
	}
	return ""
}

func joins(word string) bool {
	return utf8.RuneCountInString(word) <= naming.jointLetters && unicode.IsLower(initial(word))
}

// bodyName is boardName for a name within a sentence, where it needs no capital;
// the name gets it. The sort of body alone is no name.
func (w *vocabulary) bodyName(text string) string {
	if text == "" || utf8.RuneCountInString(text) > tolerances.maxHeading {
		return ""
	}
	first, size := utf8.DecodeRuneInString(text)
	return w.boardName(string(unicode.ToUpper(first)) + text[size:])
}

// headName gives the name of the board that a line of the head of a paper is, or
// says to meet: "Hamnnämnden sammanträder den 5 maj".
func (w *vocabulary) headName(text string) string {
	if name := w.boardName(w.whoMeets(text)); name != "" {
		return name
	}
	return w.boardName(text)
}

// mayMeet reports whether a word begins what boards do in a summons. It keeps
// most words from the matcher.
func (w *vocabulary) mayMeet(word string) bool {
	for _, phrase := range w.Meets {
		first, _, _ := strings.Cut(phrase, " ")
		if d := len(first) - len(word); d >= -2 && d <= 2 && first[0] == word[0] {
			return true
		}
	}
	return false
}

// whoMeets gives the name before a word like "sammanträder", the text itself
// where there is none.
func (w *vocabulary) whoMeets(text string) string {
	fields := strings.Fields(text)
	for i := 1; i < len(fields) && i <= naming.longestName; i++ {
		if !unicode.IsLower(initial(fields[i])) || !w.mayMeet(fields[i]) {
			continue
		}
		if m, _, outcome := w.meets.Prefix(strings.Join(fields[i:], " ")); outcome == ocr.Found && m.Distance < ocr.Margin {
			return strings.Join(fields[:i], " ")
		}
	}
	return text
}

// boardBehind gives the board that stands behind the name of a form, "" for none.
// The title may go on over a second line.
func (w *vocabulary) boardBehind(s *sheet, st start) string {
	if name := w.boardName(st.rest); name != "" || st.rest == "" {
		return name
	}
	if st.row+1 < len(s.rows) {
		if next := &s.rows[st.row+1]; next.step < places.titleStep && len(next.segs) == 1 && next.bold == st.name.Bold && max(next.size, st.name.Size) <= tolerances.alikeSize*min(next.size, st.name.Size) {
			if name := w.boardWithin(joinLines(st.rest, next.text, w)); name != "" {
				return name
			}
		}
	}
	return w.boardWithin(st.rest)
}
