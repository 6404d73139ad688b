package workbook

import (
	"strings"
	"unicode"
	"unicode/utf16"
)

// CellLimit is the most UTF-16 units that a cell can hold, by Excel's
// specification.
const CellLimit = 32767

// CellText gives a text as a cell can hold it: without the control characters
// that XML 1.0 forbids, line breaks as one line feed, cut at the limit. cut
// reports whether anything was lost to the limit.
func CellText(s string) (text string, cut bool) {
	s = strings.ToValidUTF8(s, "�")
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n").Replace(s)
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xfffe || r == 0xffff {
			return -1
		}
		return r
	}, s)
	units := 0
	for i, r := range s {
		if units += utf16.RuneLen(r); units > CellLimit {
			return s[:i], true
		}
	}
	return s, false
}

// LooksLikeFormula reports whether a text begins as a formula does in a
// program that is given it to type.
func LooksLikeFormula(s string) bool {
	return s != "" && strings.ContainsRune("=+-@", rune(s[0]))
}

// Sentence begins a text with a capital letter.
func Sentence(s string) string {
	for i, r := range s {
		return string(unicode.ToUpper(r)) + s[i+len(string(r)):]
	}
	return s
}
