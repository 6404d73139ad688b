package grid

import (
	"regexp"
	"strings"
)

// The letters of the Latin script as ranges: those that languages written in it
// use (U+0041–U+02AF), and the capitals of the languages of Europe.
const (
	latinLetters  = `A-Za-zªµºÀ-ÖØ-öø-ʯ`
	latinCapitals = `A-ZÀ-ÖØ-ÞĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĲĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽƏȘȚẞ`
)

// Expression compiles a regular expression in which \pL, \p{Lu} and \P{L} mean
// the letters of the Latin script. Those of all scripts are 650 ranges each, and
// an expression with one takes several times as long to compile. It panics where
// [regexp.MustCompile] does.
func Expression(pattern string) *regexp.Regexp {
	var b strings.Builder
	class := false
	write := func(set string) {
		if !class {
			set = "[" + set + "]"
		}
		b.WriteString(set)
	}
	for i := 0; i < len(pattern); {
		rest := pattern[i:]
		skip := 1
		switch {
		case strings.HasPrefix(rest, `\pL`):
			skip = len(`\pL`)
			write(latinLetters)
		case strings.HasPrefix(rest, `\p{L}`):
			skip = len(`\p{L}`)
			write(latinLetters)
		case strings.HasPrefix(rest, `\p{Lu}`):
			skip = len(`\p{Lu}`)
			write(latinCapitals)
		case strings.HasPrefix(rest, `\P{L}`) && !class:
			skip = len(`\P{L}`)
			write("^" + latinLetters)
		case rest[0] == '\\' && len(rest) > 1:
			skip = 2
			b.WriteString(rest[:2])
		default:
			if rest[0] == '[' || rest[0] == ']' {
				class = rest[0] == '['
			}
			b.WriteByte(rest[0])
		}
		i += skip
	}
	return regexp.MustCompile(b.String())
}
