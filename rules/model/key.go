package model

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// composed maps a letter and the combining mark after it to the one letter
// that Swedish and its neighbours write.
var composed = map[[2]rune]rune{
	{'a', '\u030a'}: 'å', {'A', '\u030a'}: 'Å',
	{'a', '\u0308'}: 'ä', {'A', '\u0308'}: 'Ä',
	{'o', '\u0308'}: 'ö', {'O', '\u0308'}: 'Ö',
	{'e', '\u0301'}: 'é', {'E', '\u0301'}: 'É',
	{'u', '\u0308'}: 'ü', {'U', '\u0308'}: 'Ü',
}

// Clean gives a text as a reader sees it: letters with separate marks joined,
// no-break and other odd spaces as plain ones, runs of spaces as one, lines
// trimmed, invisible characters gone. Line breaks stay, each as "\n": also a
// carriage return alone, as old programs for the Mac wrote it.
func Clean(s string) string {
	if plain(s) {
		return s
	}
	out := make([]rune, 0, len(s))
	for i, r := range s {
		if r == '\r' && !strings.HasPrefix(s[i+1:], "\n") {
			r = '\n'
		}
		switch {
		case r == '\r' || r == '\u00ad' || r == '\u200b' || r == '\ufeff':
			continue
		case r == '\n' || r == '\u2028' || r == '\v':
			for len(out) > 0 && out[len(out)-1] == ' ' {
				out = out[:len(out)-1]
			}
			out = append(out, '\n')
			continue
		case unicode.IsSpace(r) || r == '\u202f' || r == '\u2009':
			if len(out) > 0 && out[len(out)-1] != ' ' && out[len(out)-1] != '\n' {
				out = append(out, ' ')
			}
			continue
		}
		if n := len(out); n > 0 {
			if c, ok := composed[[2]rune{out[n-1], r}]; ok {
				out[n-1] = c
				continue
			}
		}
		out = append(out, r)
	}
	return strings.TrimSpace(string(out))
}

// plain reports whether Clean would return s as it is, the common case.
func plain(s string) bool {
	space := true
	for i := 0; i < len(s); i++ {
		c := s[i]
		if c == ' ' {
			if space {
				return false
			}
			space = true
			continue
		}
		if c < ' ' || c == 0x7f {
			return false
		}
		if c >= utf8.RuneSelf {
			// å ä ö Å Ä Ö é É and their like, U+00C0–U+00FF, are whole letters.
			if c != 0xc3 || i+1 >= len(s) {
				return false
			}
			i++
		}
		space = false
	}
	return !space || s == ""
}

// Key gives the form under which two texts are the same to a reader: cleaned,
// in lower case, line breaks as spaces.
func Key(s string) string { return KeyOfClean(Clean(s)) }

// KeyOfClean gives the [Key] of a text that [Clean] gave.
func KeyOfClean(s string) string {
	s = strings.ToLower(s)
	if strings.ContainsRune(s, '\n') {
		s = strings.Join(strings.Fields(s), " ")
	}
	return s
}

// NumberKey gives the form under which two risk numbers are the same: "R1",
// "r 1" and "R1." are one number.
func NumberKey(s string) string {
	s = strings.ReplaceAll(Key(s), " ", "")
	return strings.TrimRight(s, ".:)")
}

// LeadingWord gives the key of a text's first word, by which treatments are
// compared: "Reducera" is "Reducera risk".
func LeadingWord(s string) string {
	k := Key(s)
	end := strings.IndexFunc(k, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if end < 0 {
		return k
	}
	return k[:end]
}
