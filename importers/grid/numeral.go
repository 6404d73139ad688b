package grid

import (
	"strings"
	"unicode/utf8"
)

// numeral is a number with the words about it.
type numeral struct {
	value, of int
	lettered  bool   // Roman, or behind the letter of an axis
	letter    string // the one Roman letter that it is, "" for others
	rest      string
}

// numeral reads the number that a text begins with: "ca 3", "Nivå 3", "S3",
// "(3 p)", "3 av 4", "IV".
func (w *LevelWords) numeral(s string) (numeral, bool) {
	s = strings.TrimLeft(s, " ")
	shut := ""
	if s != "" && strings.IndexByte("([", s[0]) >= 0 {
		shut = map[byte]string{'(': ")", '[': "]"}[s[0]]
		s = s[1:]
	}
	s = w.afterAbout(s)
	rest, letter := w.afterLetter(s)
	if letter {
		s = rest
	} else if rest, ok := w.afterName(s); ok {
		s = w.afterAbout(rest)
	}
	n, ok := figure(s)
	n.lettered = n.lettered || letter
	if !ok {
		return n, false
	}
	n.rest = w.afterPoints(n.rest)
	if of, rest, ok := w.outOf(n.rest); ok {
		if n.of, n.rest = of, w.afterPoints(rest); n.value > of {
			return n, false
		}
	}
	if shut != "" {
		rest, ok := strings.CutPrefix(strings.TrimLeft(n.rest, " "), shut)
		if !ok {
			return n, false
		}
		n.rest = rest
	}
	// "3e", "2,5", "3½", "3 %", "3+"
	next, _ := utf8.DecodeRuneInString(n.rest)
	return n, n.rest == "" || strings.ContainsRune(" -–—:;,./|=)([→•\n?", next)
}

// figure reads up to three digits, with zeros behind a decimal sign or not, or
// a Roman number up to IX.
func figure(s string) (numeral, bool) {
	i := 0
	for i < len(s) && s[i] >= '0' && s[i] <= '9' {
		i++
	}
	if i == 0 {
		return roman(s)
	}
	if i > 3 {
		return numeral{}, false
	}
	n, _ := ParseWhole(s[:i])
	rest := s[i:]
	if len(rest) > 1 && strings.IndexByte(".,", rest[0]) >= 0 && isDigit(rest[1]) {
		if rest = strings.TrimLeft(rest[1:], "0"); rest != "" && isDigit(rest[0]) {
			return numeral{}, false
		}
	}
	return numeral{value: n, rest: rest}, true
}

var romans = map[string]int{"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9}

func roman(s string) (numeral, bool) {
	i := 0
	for i < len(s) && strings.IndexByte("IVX", s[i]) >= 0 {
		i++
	}
	n := numeral{value: romans[s[:i]], lettered: true, rest: s[i:]}
	if i == 1 {
		n.letter = s[:i]
	}
	return n, n.value > 0
}

// apart reports whether a number that is a letter, or stands behind one, is set
// off from the text behind it: "III – Möjlig" and "S3: Möjlig", not "V. Ek",
// "I dag", "K3-regler" or "I/O-fel".
func (n *numeral) apart() bool {
	next, _ := utf8.DecodeRuneInString(strings.TrimLeft(n.rest, " "))
	switch {
	case strings.ContainsRune(":=([\n→", next):
		return true
	case strings.ContainsRune("-–—|/", next):
		return n.rest[0] == ' '
	}
	return n.letter == "" && next != '-'
}
