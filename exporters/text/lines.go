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

// words gives the words of a paragraph. An option between backticks ("`--map
// …`") is to be copied: it is one word, without the backticks.
func words(paragraph string) []string {
	var out []string
	for {
		before, rest, found := strings.Cut(paragraph, "`--")
		option, after, closed := strings.Cut(rest, "`")
		if !found || !closed {
			return append(out, strings.Fields(paragraph)...)
		}
		out = append(append(out, strings.Fields(before)...), "--"+option)
		paragraph = after
	}
}

// wrap breaks a text into lines of at most n characters, at spaces; a word
// that is longer stands alone.
func wrap(s string, n int) []string {
	var lines []string
	for _, paragraph := range strings.Split(s, "\n") {
		line, length := "", 0
		for _, word := range words(paragraph) {
			size := utf8.RuneCountInString(word)
			if length > 0 && length+1+size > n {
				lines = append(lines, line)
				line, length = "", 0
			}
			if length > 0 {
				line, length = line+" ", length+1
			}
			line, length = line+word, length+size
		}
		if length > 0 {
			lines = append(lines, line)
		}
	}
	return lines
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
