package model

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/rules/model/answers"
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
	if t := strings.Trim(s, " \n"); plain(t) {
		return t
	}
	return cleaned(s)
}

func cleaned(s string) string {
	var room [128]rune // for most texts
	out := room[:0]
	if len(s) > len(room) {
		out = make([]rune, 0, utf8.RuneCountInString(s))
	}
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
		if n := len(out); n > 0 && combining(r) {
			if c, ok := composed[[2]rune{out[n-1], r}]; ok {
				out[n-1] = c
				continue
			}
		}
		out = append(out, r)
	}
	return strings.TrimSpace(string(out))
}

// combining reports whether a letter is among those that composed has second.
func combining(r rune) bool { return r == '\u0301' || r == '\u0308' || r == '\u030a' }

// ordinary are the bytes that mean nothing to Clean, the blank aside.
var ordinary = func() (out [256]bool) {
	for c := ' ' + 1; c < 0x7f; c++ {
		out[c] = true
	}
	return out
}()

// plainEight reports whether eight bytes are ordinary ones and single blanks, all at a
// time; before is the byte before them. Others may be plain too.
func plainEight(s string, before byte) bool {
	const (
		each  = 0x0101010101010101
		high  = 0x80 * each
		space = ' ' * each
	)
	x := uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
	// Of each byte the highest bit: whether it is no ASCII, is below a blank, or is 0x7f.
	del := x ^ 0x7f*each
	if (x|(x-space)&^x|(del-each)&^del)&high != 0 {
		return false
	}
	blanks := ^((x ^ space) + 0x7f*each) & high
	return blanks&(blanks<<8) == 0 && (before != ' ' || blanks&0x80 == 0)
}

// plain reports whether Clean would return s as it is, the common case.
func plain(s string) bool {
	before := byte('\n') // as after a line break, a space is one too many
	for i := 0; i < len(s); i++ {
		for len(s)-i >= 8 && before != '\n' && plainEight(s[i:i+8], before) {
			before = s[i+7]
			i += 8
		}
		if i == len(s) {
			break
		}
		c := s[i]
		if ordinary[c] {
			before = c
			continue
		}
		switch {
		case c == ' ':
			if before == ' ' || before == '\n' {
				return false
			}
		case c == '\n':
			if before == ' ' || i == 0 {
				return false
			}
		case c >= utf8.RuneSelf:
			n := wholeLetter(s[i:])
			if n == 0 {
				return false
			}
			i += n - 1
		default:
			return false
		}
		before = c
	}
	return before != ' ' && (before != '\n' || s == "")
}

// wholeLetter gives the length of the letter or mark that s begins with, of
// those that are common and that Clean leaves alone; 0 for any other.
func wholeLetter(s string) int {
	switch {
	case len(s) >= 2 && s[0] == 0xc3: // U+00C0–U+00FF: å ä ö Å Ä Ö é É and their like
		return 2
	case len(s) >= 2 && s[0] == 0xc2 && s[1] > 0xa0 && s[1] <= 0xbf && s[1] != 0xad: // U+00A1–U+00BF: § · ²
		return 2
	case len(s) >= 3 && s[0] == 0xe2 && s[1] == 0x80 && s[2] >= 0x90 && s[2] <= 0xa7: // U+2010–U+2027: – ” ’ • …
		return 3
	}
	return 0
}

// Key gives the form under which two texts are the same to a reader: cleaned,
// in lower case, line breaks as spaces.
func Key(s string) string {
	if isKey(s) {
		return s
	}
	return keys.Of(s, keyOf)
}

// keys are those of texts that are asked for again and again: labels and headings.
var keys answers.ByText[string]

func keyOf(s string) string { return KeyOfClean(Clean(s)) }

// isKey reports whether a text is its own [Key]; it may not know of one that has rare
// letters.
func isKey(s string) bool {
	before := byte(' ')
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == ' ':
			if before == ' ' {
				return false
			}
		case c < ' ', c >= 0x7f && c != 0xc3, 'A' <= c && c <= 'Z':
			return false
		case c == 0xc3: // U+00C0–U+00FF
			if i++; i == len(s) || s[i]&0xc0 != 0x80 || capital(s[i]) {
				return false
			}
		}
		before = c
	}
	return before != ' ' || s == ""
}

// KeyOfClean gives the [Key] of a text that [Clean] gave.
func KeyOfClean(s string) string {
	s = Lower(s)
	if strings.IndexByte(s, '\n') < 0 {
		return s
	}
	var room [128]byte // for most texts
	out := room[:0]
	before := byte(' ')
	for i := range len(s) {
		c := s[i]
		if c == '\n' {
			c = ' '
		}
		if c == ' ' && before == ' ' {
			continue
		}
		out = append(out, c)
		before = c
	}
	return string(bytes.TrimSuffix(out, []byte(" ")))
}

// Lower is [strings.ToLower], quick where [wholeLetter] knows what is not ASCII.
func Lower(s string) string {
	first := -1
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case 'A' <= c && c <= 'Z':
		case c < utf8.RuneSelf:
			continue
		default:
			n := wholeLetter(s[i:])
			if n == 0 || s[i+1]&0xc0 != 0x80 {
				return strings.ToLower(s)
			}
			i += n - 1
			if c != 0xc3 || !capital(s[i]) {
				continue
			}
		}
		if first < 0 {
			first = i
		}
	}
	if first < 0 {
		return s
	}
	var room [128]byte // for most texts
	out := append(room[:0], s...)
	for i := first; i < len(out); i++ {
		c := out[i]
		if 'A' <= c && c <= 'Z' || c >= utf8.RuneSelf && s[i-1] == 0xc3 && capital(c) {
			out[i] = c + 'a' - 'A'
		}
	}
	return string(out)
}

// capital reports whether the second byte of a letter from U+00C0 to U+00FF is
// that of a capital, whose small letter stands 32 further on.
func capital(second byte) bool { return second >= 0x80 && second <= 0x9e && second != 0x97 }

// LowerLetter is [unicode.ToLower], quick for the letters up to U+00FF.
func LowerLetter(r rune) rune {
	switch {
	case 'A' <= r && r <= 'Z', 0xc0 <= r && r <= 0xde && r != 0xd7:
		return r + 'a' - 'A'
	case r <= unicode.MaxLatin1 && r != 0xb5:
		return r
	}
	return unicode.ToLower(r)
}

// Letters gives the letters and digits of a text in lower case: the form under which
// headings are the same however they are broken, hyphenated and punctuated. What
// stands in parentheses counts.
func Letters(s string) string {
	var room [128]byte // for most texts
	out := room[:0]
	for _, r := range Clean(s) {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			out = append(out, byte(r))
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			out = utf8.AppendRune(out, LowerLetter(r))
		}
	}
	return string(out)
}

// NumberKey gives the form under which two risk numbers are the same: "R1",
// "r 1" and "R1." are one number.
func NumberKey(s string) string {
	s = strings.ReplaceAll(Key(s), " ", "")
	return strings.TrimRight(s, ".:)")
}

// NumberKeyOf gives the [NumberKey] of a written number, "" where there is none.
func NumberKeyOf(v Value[string]) string {
	if !v.OK {
		return ""
	}
	return NumberKey(v.V)
}

// LeadingWord gives the key of a text's first word, by which treatments are
// compared: "Reducera" is "Reducera risk".
func LeadingWord(s string) string {
	s = Clean(s)
	if end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }); end >= 0 {
		s = s[:end]
	}
	return Lower(s)
}
