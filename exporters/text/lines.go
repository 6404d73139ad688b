package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// plain gives a text that cannot steer a terminal: control characters are
// gone, line breaks stay.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\n':
			return r
		case r == '\t':
			return ' '
		case unicode.IsControl(r) || unicode.Is(unicode.Cf, r):
			return -1
		}
		return r
	}, s)
}

// oneLine gives a text on one line, cut to at most n characters.
func oneLine(s string, n int) string {
	s = strings.Join(strings.Fields(plain(s)), " ")
	if utf8.RuneCountInString(s) <= n {
		return s
	}
	runes := []rune(s)[:max(n-1, 0)]
	return strings.TrimRight(string(runes), " ,.;:-–") + "…"
}

// pad fills a text up to n characters.
func pad(s string, n int) string {
	if missing := n - utf8.RuneCountInString(s); missing > 0 {
		return s + strings.Repeat(" ", missing)
	}
	return s
}

// Plain gives a text without the characters that a terminal would act on.
func Plain(s string) string { return plain(s) }
