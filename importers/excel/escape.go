package excel

import (
	"bytes"
	"unicode/utf16"
	"unicode/utf8"
)

// escapeAt gives where the next "_xHHHH_" stands, −1 where none does.
func escapeAt(text []byte, from int) int {
	for {
		i := bytes.Index(text[from:], []byte("_x"))
		if i < 0 {
			return -1
		}
		from += i
		if _, ok := unit(text[from:]); ok {
			return from
		}
		from += 2
	}
}

// unit reads the UTF-16 unit of the escape at the start of a text.
func unit(text []byte) (rune, bool) {
	if len(text) < 7 || text[6] != '_' || text[0] != '_' || text[1] != 'x' {
		return 0, false
	}
	var r rune
	for _, c := range text[2:6] {
		switch {
		case '0' <= c && c <= '9':
			r = r<<4 | rune(c-'0')
		case 'a' <= c && c <= 'f', 'A' <= c && c <= 'F':
			r = r<<4 | (rune(c|0x20-'a') + 10)
		default:
			return 0, false
		}
	}
	return r, true
}

// appendUnit appends the character of the escape at *at and moves past it; two
// escapes that are the halves of one character become that character.
func appendUnit(out, text []byte, at *int) []byte {
	r, _ := unit(text[*at:])
	*at += 7
	if utf16.IsSurrogate(r) {
		if low, ok := unit(text[*at:]); ok {
			if whole := utf16.DecodeRune(r, low); whole != utf8.RuneError {
				*at += 7
				r = whole
			}
		}
	}
	return utf8.AppendRune(out, r)
}
