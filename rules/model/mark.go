package model

import (
	"strings"
	"unicode/utf8"
)

// marks are the signs of notes that stand raised behind a text or number.
const marks = "*†‡⁽⁾¹²³⁴⁵⁶⁷⁸⁹⁰ᵃᵇᶜᵈᵉᶠ"

// Unmarked gives a text without the marks of notes at its end, "R5" of "R5¹"
// and "12" of "12 *". A text that is nothing else stays.
func Unmarked(s string) string {
	if !mayEndMarked(s) {
		return s
	}
	out := strings.TrimRight(s, marks+" ")
	if out == "" {
		return s
	}
	return out
}

// mayEndMarked reports whether a text ends with a space or with a byte that a
// mark may end with: most do not.
func mayEndMarked(s string) bool {
	if s == "" {
		return false
	}
	last := s[len(s)-1]
	return last == '*' || last == ' ' || last >= utf8.RuneSelf
}

// Mark gives the mark of a note at the end of a text, "" where there is none;
// Unmarked is what stands before it.
func Mark(s string) string {
	s = strings.TrimRight(s, " ")
	if mark := s[len(strings.TrimRight(s, marks+" ")):]; mark != s {
		return mark
	}
	return ""
}

// raised are the letters of a raised run that can be marks of notes.
var raised = strings.NewReplacer(
	"0", "⁰", "1", "¹", "2", "²", "3", "³", "4", "⁴", "5", "⁵", "6", "⁶", "7", "⁷", "8", "⁸", "9", "⁹", "(", "⁽", ")", "⁾",
	"a", "ᵃ", "b", "ᵇ", "c", "ᶜ", "d", "ᵈ", "e", "ᵉ", "f", "ᶠ",
)

// longestRaised is the longest run that is taken for a mark: "10)", "1, 2".
const longestRaised = 6

// Raised writes a text that stands raised with letters that say so: "¹" for a
// raised 1. Only marks of notes are written so: digits, parentheses and the
// signs of notes, or one letter; any other text is given as it is.
func Raised(text string) string {
	inside := strings.Trim(text, "() \u00a0")
	letter := len(inside) == 1 && 'a' <= inside[0] && inside[0] <= 'f'
	if !letter && (len(text) > longestRaised || strings.Trim(text, "0123456789(), \u00a0"+marks) != "") {
		return text
	}
	return raised.Replace(text)
}
