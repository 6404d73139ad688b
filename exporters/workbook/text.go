package workbook

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// CellLimit is the most UTF-16 units that a cell can hold, by Excel's
// specification.
const CellLimit = 32767

// CellText gives a text as a cell can hold it: without the control characters
// that XML 1.0 forbids, line breaks as one line feed, cut at the limit. cut
// reports whether anything was lost to the limit.
func CellText(s string) (text string, cut bool) {
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "�")
	}
	if strings.ContainsFunc(s, unfit) {
		s = strings.Map(func(r rune) rune {
			if unfit(r) {
				return -1
			}
			return r
		}, breaks.Replace(s))
	}
	if len(s) <= CellLimit { // a unit is a byte or more
		return s, false
	}
	units := 0
	for i, r := range s {
		if units += utf16.RuneLen(r); units > CellLimit {
			return s[:i], true
		}
	}
	return s, false
}

// unfit reports whether a character cannot stand in a cell as it is.
func unfit(r rune) bool {
	return r < ' ' && r != '\n' && r != '\t' || r == 0xfffe || r == 0xffff
}

// breaks gives every sort of line break as a line feed.
var breaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n")

// Shortened is [CellText] for lists that have no other place to say that a
// text was cut: what is cut ends with an ellipsis.
func Shortened(s string) string {
	text, cut := CellText(s)
	if !cut {
		return text
	}
	_, last := utf8.DecodeLastRuneInString(text)
	return text[:len(text)-last] + "…"
}

// Coded writes the underscore of "_x000D_" and the like as a code in turn,
// since readers take them for a character (ECMA-376, part 1, 22.9.2.19).
// excelize does so by itself.
func Coded(s string) string {
	if !strings.Contains(s, "_x") {
		return s
	}
	var out strings.Builder
	for i := range len(s) {
		// Two of them can share an underscore: "_x005F_x000D_".
		if s[i] == '_' && coded().MatchString(s[i:min(i+7, len(s))]) {
			out.WriteString("_x005F")
		}
		out.WriteByte(s[i])
	}
	return out.String()
}

var coded = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^_x[0-9A-Fa-f]{4}_`) })

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
