package lang

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Steers reports whether a character steers what shows it, in place of being
// shown: control characters but the line break and the tab (ISO/IEC 6429, with
// the C1 set), the line and paragraph separators, and what turns the direction
// of writing (Unicode UAX 9; the attack is CVE-2021-42574). Marks of direction
// that turn nothing around (U+200E, U+200F) and soft hyphens do no harm.
func Steers(r rune) bool {
	switch {
	case r == '\n', r == '\t':
		return false
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069, r == 0x2028, r == 0x2029:
		return true
	}
	return unicode.IsControl(r)
}

// Line gives a name or a text on one line that steers nothing: what stands in a
// file's name must not begin a line of its own in a message.
func Line(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r == '\n' || r == '\t' || r == utf8.RuneError || Steers(r) }) {
		return s
	}
	return strings.Map(func(r rune) rune {
		if r == '\n' || r == '\t' || Steers(r) {
			return '·'
		}
		return r
	}, strings.ToValidUTF8(s, "·"))
}
