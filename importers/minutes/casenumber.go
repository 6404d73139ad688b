package minutes

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
)

var casePatterns = struct{ number, day, bare, years, yearly, tight pattern }{
	number: newPattern(`^(?:\pL[\pL.]{0,9}[ /:-]?){0,2}\d[\d\pL/.:_-]*(?:(?: \d{2,4}(?:\.\d+)*){1,2}$| \p{Lu}{2,5}$)?`, beginsAsCase),
	day: newPattern(`^(?:\d{4}-\d{2}-\d{2}|\d{2}-\d{2}-\d{4})(?: \p{Lu}+)?$`, func(text string) bool {
		return len(text) > len("2031") && (text[len("2031")] == '-' || text[len("12")] == '-')
	}),
	// What no label tells of must look like nothing else: "KFN 2025/66",
	// "2025-123 BTN", "2025/0123", but not the school year "2025/26".
	bare:  newPattern(`^(?:\p{Lu}[\p{Lu}\pL]{0,5}\p{Lu}[ /:-]?(?:19|20)\d\d[/:-]\d|(?:19|20)\d\d[/:-]\d+ \p{Lu}{2}|(?:19|20)\d\d[/:]\d{3}|(?:19|20)\d\d/\p{Lu}{2,5} \d|\p{Lu}{2,5} \d{1,4}/\d\d$|\p{Lu}{2,5} \d\d[-/]\d{2,5}$|`+tight+`$)`, hasDigit),
	tight: newPattern(`^(?:`+tight+`)$`, func(text string) bool { return hasDigit(text[:min(len(text), 1)]) && hasDigit(lastByte(text)) }),
	years: newPattern(`(?:^|\D)(?:19|20)\d\d[/:-](?:19|20)\d\d$`, func(text string) bool {
		between := len(text) - len("/2031")
		return between > 0 && strings.IndexByte("/:-", text[between]) >= 0
	}),
	yearly: newPattern(`^(?:19|20)\d\d[/:]\d+$|^\d+/(?:19|20)?\d\d$`, func(text string) bool { return strings.ContainsAny(text, "/:") }),
}

// caseLetters are those of the board, behind its number and before a title.
var caseLetters = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^( \p{Lu}{2,5}),? \p{Lu}`) })

// tight is a case number whose letters stand between year and number, "24RF1187",
// "2025-POL000312", or that of a Danish journal plan, "00.30.14-Ø00-4-32". It needs neither label nor parentheses.
const tight = `\d\d\.\d\d\.\d\d-\p{Lu}\d\d-\d{1,5}-\d\d|\d\d\p{Lu}{2,4}\d{3,6}|(?:19|20)\d\d-\p{Lu}{2,5}\d{3,}`

// caseNumber gives the case number that a text begins with, "" for none: a
// year and a number of any form, with the letters of the board before them or
// after them. A date is none.
func caseNumber(text string) string {
	n := strings.TrimRight(casePatterns.number.FindString(text), ".:-/")
	if casePatterns.day.MatchString(n) || len(n) < tolerances.shortCase {
		return ""
	}
	return n
}

// longestLetters is how many letters and marks stand before the first figure of a case
// number at most, as the pattern of numbers says: twice ten letters and a mark.
const longestLetters = 22

// beginsAsCase reports whether a text could begin with a case number. It keeps most lines
// that have a figure from the pattern.
func beginsAsCase(text string) bool {
	n := 0
	for _, c := range text {
		switch {
		case figure(c):
			return true
		case n == longestLetters || !unicode.IsLetter(c) && !strings.ContainsRune(" ./:-", c):
			return false
		}
		n++
	}
	return false
}

// mostBlanks is how many blanks a case number has, as the pattern of numbers says.
const mostBlanks = 4

// wholly gives a text that is nothing but a case number, else "".
func wholly(text string) string {
	if strings.Count(text, " ") > mostBlanks || caseNumber(text) != text {
		return ""
	}
	return text
}

// caseAtEnd divides a title from the case number that stands at its end, in
// parentheses or after a label; number is "" where none does.
func (w *vocabulary) caseAtEnd(title string) (text, number string) {
	if inner, ok := strings.CutSuffix(title, ")"); ok {
		if i := strings.LastIndexByte(inner, '('); i >= 0 {
			if n := w.wholeCase(inner[i+1:], false); n != "" {
				return strings.TrimRight(title[:i], " ,"), n
			}
		}
		return title, ""
	}
	if !endsAsCase(title) {
		return title, ""
	}
	for from := 0; from < len(title); {
		if n := w.wholeCase(title[from:], from > 0); n != "" {
			return strings.TrimRight(title[:from], " ,"), n
		}
		i := strings.IndexByte(title[from:], ' ')
		if i < 0 {
			break
		}
		from += i + 1
	}
	return title, ""
}

// caseAtStart divides a title from the case number that stands in front of it after
// a label, "Dnr HN 2031/7 Taxa"; number is "" where none does. What follows must be
// able to be a title: it begins with a capital, and is no further number.
func (w *vocabulary) caseAtStart(title string) (text, number string) {
	rest, ok := w.caseLabel(title)
	if !ok {
		return title, ""
	}
	rest = strings.TrimLeft(rest, labelEnd)
	if number = caseNumber(rest); number == "" {
		return title, ""
	}
	text = rest[len(number):]
	if m := caseLetters().FindStringSubmatch(text); m != nil && figure(initial(number)) {
		number, text = number+m[1], text[len(m[1]):]
	}
	text = strings.TrimLeft(text, labelEnd+",")
	if !unicode.IsUpper(initial(text)) || casePatterns.bare.MatchString(text) {
		return title, ""
	}
	return text, number
}

// wholeCase gives the case number that a text is, with or without a label. One
// without must look like nothing else, and will not do where labelled is true.
func (w *vocabulary) wholeCase(text string, labelled bool) string {
	if !endsAsCase(text) {
		return ""
	}
	text = withinParentheses(strings.TrimSpace(text))
	if rest, ok := w.caseLabel(text); ok {
		return wholly(strings.TrimLeft(rest, labelEnd))
	}
	if labelled && !casePatterns.tight.MatchString(text) {
		return ""
	}
	if n := wholly(text); n != "" && w.bareCase(n) {
		return n
	}
	return ""
}

// bareCase reports whether a text begins with a case number that looks like nothing
// else, so that it needs no label.
func (w *vocabulary) bareCase(text string) bool {
	if !beginsAsCase(text) || !casePatterns.bare.MatchString(text) {
		return false
	}
	n := caseNumber(text)
	return n != "" && !w.ofSeries(n) && !casePatterns.years.MatchString(n)
}

// ofSeries reports whether a number is that of a law, a report or a bill, as in
// "SOU 2031:45", rather than of a case. These have a colon, whatever the letters of
// a board are.
func (w *vocabulary) ofSeries(number string) bool {
	i := strings.IndexFunc(number, func(c rune) bool { return !unicode.IsLetter(c) && c != '-' })
	return i > 0 && strings.Contains(number, ":") && slices.ContainsFunc(w.Series, func(name string) bool { return strings.EqualFold(name, number[:i]) })
}

// withinParentheses takes a text out of the parentheses around all of it.
func withinParentheses(text string) string {
	if inner, ok := strings.CutPrefix(text, "("); ok {
		if inner, ok = strings.CutSuffix(inner, ")"); ok && !strings.ContainsAny(inner, "()") {
			return inner
		}
	}
	return text
}

// hasDigit reports whether a text has a figure, without which it has no case
// number and no number of an item. It keeps most lines from the patterns.
func hasDigit(text string) bool {
	for i := range len(text) {
		if text[i]-'0' <= 9 {
			return true
		}
	}
	return false
}

// endsAsCase reports whether a text could be a case number to its end: its last
// word has a figure or is the letters of a board, as the pattern of numbers asks.
func endsAsCase(text string) bool {
	if !hasDigit(text) {
		return false
	}
	text = strings.TrimSpace(text)
	last := text[strings.LastIndexByte(text, ' ')+1:]
	return hasDigit(last) || len(last) >= 2 && strings.IndexFunc(last, func(c rune) bool { return !unicode.IsUpper(c) }) < 0
}
