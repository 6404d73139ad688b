// Package xmltext knows the references by which XML writes characters in the parts of
// a workbook (XML 1.0, sections 2.2 and 4.1), for those who read the parts and those
// who mend them. [Reference] reads one, [Legal] tells which characters there may be.
package xmltext

import "unicode/utf8"

// Reference gives the character that a reference stands for, by its name without "&"
// and ";": one of the five that XML knows, or a number. ok is false where it names
// none, or one that XML does not allow; of the latter the character is given.
func Reference(name []byte) (rune, bool) {
	switch string(name) {
	case "amp":
		return '&', true
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	if len(name) < 2 || name[0] != '#' {
		return 0, false
	}
	digits, base := name[1:], rune(10)
	if digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	if len(digits) == 0 {
		return 0, false
	}
	var r rune
	for _, c := range digits {
		var d rune
		switch {
		case '0' <= c && c <= '9':
			d = rune(c - '0')
		case base == 16 && 'a' <= c && c <= 'f':
			d = rune(c-'a') + 10
		case base == 16 && 'A' <= c && c <= 'F':
			d = rune(c-'A') + 10
		default:
			return 0, false
		}
		if r = r*base + d; r > utf8.MaxRune {
			return 0, false
		}
	}
	return r, Legal(r)
}

// Legal reports whether XML 1.0 allows a character (section 2.2).
func Legal(r rune) bool {
	return r == '\t' || r == '\n' || r == '\r' || ' ' <= r && r <= 0xD7FF ||
		0xE000 <= r && r <= 0xFFFD || 0x10000 <= r && r <= utf8.MaxRune
}
