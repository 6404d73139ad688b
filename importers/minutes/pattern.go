package minutes

import (
	"regexp"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/importers/ocr"
)

// pattern is an expression that is compiled when a text is met that it could
// match. Expressions are dear to compile and to run, and could keeps most texts
// from them; it must be true of every text that the expression matches.
type pattern struct {
	could    func(text string) bool
	compiled func() *regexp.Regexp
}

func newPattern(expression string, could func(text string) bool) pattern {
	return pattern{could, sync.OnceValue(func() *regexp.Regexp { return grid.Expression(expression) })}
}

// MatchString reports whether a text has what the expression says.
func (p pattern) MatchString(text string) bool {
	return p.could(text) && p.compiled().MatchString(text)
}

// FindStringSubmatch gives the match and its groups, nil where there is none.
func (p pattern) FindStringSubmatch(text string) []string {
	if !p.could(text) {
		return nil
	}
	return p.compiled().FindStringSubmatch(text)
}

// beginnings says how a text begins, blanks aside: its first letter, and the
// first that no name of a board has, -1 where none stands where a number or sign
// could.
func beginnings(text string) (first, other rune) {
	first, other = -1, -1
	n := 0
	for _, c := range text {
		if unicode.IsSpace(c) {
			continue
		}
		if first < 0 {
			first = c
		}
		if !inName(c) {
			return first, c
		}
		if n++; n > tolerances.longestPrefix {
			break
		}
	}
	return first, other
}

// inName reports whether the name of a board may have a letter or mark, beside
// blanks.
func inName(c rune) bool { return unicode.IsLetter(c) || strings.ContainsRune(",-", c) }

// firstLetters gives the letters that some words begin with, in upper and lower
// case, and those that recognition takes for them.
func firstLetters(words []string) string {
	var out []rune
	for _, w := range words {
		c, size := utf8.DecodeRuneInString(w)
		if size == 0 {
			continue
		}
		for _, like := range string(c) + ocr.Confused(unicode.ToLower(c)) {
			out = append(out, like)
			for f := unicode.SimpleFold(like); f != like; f = unicode.SimpleFold(f) {
				out = append(out, f)
			}
		}
	}
	return string(out)
}

// initial gives the first letter of a text.
func initial(text string) rune {
	c, _ := utf8.DecodeRuneInString(text)
	return c
}

func figure(c rune) bool { return c >= '0' && c <= '9' }
