package grid

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/rules/model"
)

// HeadingKey gives the form under which two headings are the same: letters and
// digits in lower case, and the sign of a product. Line breaks, hyphens,
// spaces, a parenthesis and the stars of a note at the end do not matter:
// "Risk-\nvärde (1–16)*" is "riskvärde".
func HeadingKey(s string) string {
	var room [MostKey]byte
	key := AppendHeadingKey(room[:0], s)
	if string(key) == s {
		return s
	}
	return string(key)
}

// MostKey is room for the key of most headings, in bytes.
const MostKey = 96

// AppendHeadingKey appends the [HeadingKey] of a text to a buffer: to look it up
// without making a text of it.
func AppendHeadingKey(key []byte, s string) []byte {
	for _, r := range withoutParenthesis(withoutStars(s)) {
		switch r = model.LowerLetter(r); {
		case r < utf8.RuneSelf:
			if keyed(r) {
				key = append(key, byte(r))
			}
		case keyed(r):
			key = utf8.AppendRune(key, r)
		case r == '×':
			key = append(key, 'x')
		}
	}
	return key
}

// keyed reports whether a small letter, a digit or a sign is part of a
// heading's words.
func keyed(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || '0' <= r && r <= '9' || r == '*'
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

var brokenWord = strings.NewReplacer("-\n", "", "- \n", "")

// HeadingWords gives the words of a heading in lower case, a word that a
// hyphen breaks over two lines as one.
func HeadingWords(s string) []string {
	s = model.Lower(withoutParenthesis(withoutStars(s)))
	if strings.Contains(s, "\n") {
		s = brokenWord.Replace(s)
	}
	return strings.FieldsFunc(s, func(r rune) bool { return !keyed(r) })
}

// Parenthesis gives what stands in the parenthesis at the end of a heading, or
// "" where there is none or nothing before it.
func Parenthesis(s string) string {
	s = model.Clean(s)
	outside := withoutParenthesis(s)
	if outside == s {
		return ""
	}
	return strings.TrimSpace(strings.Trim(s[len(outside):], "( )"))
}

// withoutStars cuts the marks of a note off the end of a text.
func withoutStars(s string) string {
	s = model.Unmarked(model.Clean(s))
	if n := len(s); n == 0 || s[n-1] != '*' && s[n-1] != ' ' {
		return s
	}
	return strings.TrimRight(s, "* ")
}

// withoutParenthesis cuts one parenthesis off the end of a text that has
// anything before it.
func withoutParenthesis(s string) string {
	if !strings.HasSuffix(s, ")") {
		return s
	}
	if i := strings.LastIndexByte(s, '('); i > 0 {
		return strings.TrimSpace(s[:i])
	}
	return s
}
