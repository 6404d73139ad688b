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
	return p.could(text) && p.matches(text)
}

func (p pattern) matches(text string) bool { return p.compiled().MatchString(text) }

// named is a pattern of which the first group may be the name of a board. The expression
// leaves open how long it is: one that counted would be dear to compile.
type named struct{ pattern }

func newNamed(expression string, could func(text string) bool) named {
	return named{newPattern(expression, could)}
}

// longestName is how many letters and marks the name of a board has, as
// [tolerances].longestPrefix says.
const longestName = 71

// FindStringSubmatch gives the match and its groups, nil where there is none.
func (p named) FindStringSubmatch(text string) []string {
	m := p.pattern.FindStringSubmatch(text)
	if m == nil || utf8.RuneCountInString(m[1]) > longestName {
		return nil
	}
	return m
}

// MatchString reports whether a text has what the expression says.
func (p named) MatchString(text string) bool { return p.FindStringSubmatch(text) != nil }

func (p named) matches(text string) bool {
	m := p.compiled().FindStringSubmatch(text)
	return m != nil && utf8.RuneCountInString(m[1]) <= longestName
}

// FindString gives the match, "" where there is none.
func (p pattern) FindString(text string) string {
	if !p.could(text) {
		return ""
	}
	return p.compiled().FindString(text)
}

// FindStringSubmatch gives the match and its groups, nil where there is none.
func (p pattern) FindStringSubmatch(text string) []string {
	if !p.could(text) {
		return nil
	}
	return p.compiled().FindStringSubmatch(text)
}

// beginnings says how a text begins, blanks aside: its first letter, and the
// first that no name of a board has, with where it stands; -1 where none stands where
// a number or sign could.
func beginnings(text string) (first, other rune, at int) {
	first = -1
	n := 0
	for i, c := range text {
		if unicode.IsSpace(c) {
			continue
		}
		if first < 0 {
			first = c
		}
		if !inName(c) {
			return first, c, i
		}
		if n++; n > tolerances.longestPrefix {
			break
		}
	}
	return first, -1, -1
}

// inName reports whether the name of a board may have a letter or mark, beside
// blanks.
func inName(c rune) bool { return unicode.IsLetter(c) || strings.ContainsRune(",-", c) }

// firstLetters gives the letters that some words begin with, in upper and lower
// case, and those that recognition takes for them.
func firstLetters(words []string) string { return lettersLike(words, utf8.DecodeRuneInString) }

// lastLetters is [firstLetters] of the letters that they end with.
func lastLetters(words []string) string { return lettersLike(words, utf8.DecodeLastRuneInString) }

func lettersLike(words []string, of func(string) (rune, int)) string {
	var out []rune
	for _, w := range words {
		c, size := of(w)
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

// blanks are what \s of an expression stands for.
const blanks = " \t\n\f\r"

// afterBlank takes one blank off the beginning of a text, if one stands there.
func afterBlank(text string) string {
	if text != "" && strings.IndexByte(blanks, text[0]) >= 0 {
		return text[1:]
	}
	return text
}

// figureBehind reports whether a figure of a text stands, blanks aside, behind one of
// some letters.
func figureBehind(text, letters string) bool {
	for i := range len(text) {
		if figure(rune(text[i])) {
			c, _ := utf8.DecodeLastRuneInString(strings.TrimRight(text[:i], blanks))
			if strings.ContainsRune(letters, c) {
				return true
			}
		}
	}
	return false
}

// numberWithin reports whether a number could stand behind a word of so many letters
// at most that a text begins with.
func numberWithin(text string, longest int) bool {
	i := strings.IndexAny(text, "0123456789")
	return i >= 0 && utf8.RuneCountInString(strings.TrimRight(text[:i], blanks+".:")) <= longest
}

func figure(c rune) bool { return c >= '0' && c <= '9' }
