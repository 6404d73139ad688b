package text

import (
	"strings"
	"unicode/utf8"

	"riskbok/exporters/output"
)

// oneLine gives a text on one line, cut to at most n characters.
func oneLine(s string, n int) string {
	s = output.OneLine(s)
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
