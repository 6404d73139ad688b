package output

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/rules/lang"
)

// Wrap breaks a text into lines of at most n characters, at line breaks and at
// spaces that are not no-break ones: "1 200" in an amount stays whole. A word
// that is longer stands alone. An option between backticks ("`--map …`") is to
// be copied: it is one word, without the backticks.
func Wrap(s string, n int) []string {
	if tidy(s) && strings.IndexByte(s, '`') < 0 && utf8.RuneCountInString(s) <= n && s != "" {
		return []string{s}
	}
	var lines []string
	var line []byte
	for paragraph := range strings.SplitSeq(s, "\n") {
		length := 0
		for _, word := range words(paragraph) {
			size := utf8.RuneCountInString(word)
			if length > 0 && length+1+size > n {
				lines = append(lines, string(line))
				line, length = line[:0], 0
			}
			if length > 0 {
				line, length = append(line, ' '), length+1
			}
			line, length = append(line, word...), length+size
		}
		if length > 0 {
			lines = append(lines, string(line))
		}
		line = line[:0]
	}
	return lines
}

// tidy reports whether a text is one line of printed characters with single
// spaces between them, as most are: nothing needs to be taken out of it.
func tidy(s string) bool {
	before := ' '
	for _, r := range s {
		if r == ' ' && before == ' ' || !unicode.IsPrint(r) || r == utf8.RuneError {
			return false
		}
		before = r
	}
	return before != ' ' || s == ""
}

func words(paragraph string) []string {
	var out []string
	for {
		before, rest, found := strings.Cut(paragraph, "`--")
		option, after, closed := strings.Cut(rest, "`")
		if !found || !closed {
			return append(out, fields(paragraph)...)
		}
		out = append(append(out, fields(before)...), "--"+option)
		paragraph = after
	}
}

// fields is [strings.Fields] but for the spaces that join what they stand between.
func fields(s string) []string {
	return strings.FieldsFunc(s, func(r rune) bool { return unicode.IsSpace(r) && r != '\u00a0' })
}

// Plain gives a text of a document without what steers ([lang.Steers]), a tab as a
// space. [Safe] does so for all that leaves the program, but lets the codes of colours
// pass to a terminal: what is coloured must be plain before.
func Plain(s string) string {
	if !strings.ContainsFunc(s, func(r rune) bool { return r == '\t' || lang.Steers(r) }) {
		return s
	}
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t':
			return ' '
		case lang.Steers(r):
			return -1
		}
		return r
	}, s)
}

// OneLine gives a text as [Plain] does, on one line with one space between words.
func OneLine(s string) string {
	if tidy(s) {
		return s
	}
	return strings.Join(strings.Fields(Plain(s)), " ")
}
