package grid

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/rules/model"
	"riskbok/rules/model/answers"
)

// LevelWords are the words in which levels and risk values are written,
// compiled from a vocabulary. It is not changed once made, so that readers can
// share it.
type LevelWords struct {
	names, letters, points, of, joins, about, units, degrees, modify, values map[string]bool

	spelled map[string]int    // whole numbers by their words
	short   map[string]string // whole words by the ways to shorten them

	heard answers.ByText[model.Level] // of what was read already
}

// plainWords knows no words: it reads numbers, labels and signs.
var plainWords LevelWords

// NewLevelWords compiles the words of a vocabulary. The labels of its usual
// scales, its words of degree and the names of its colours are known labels; its
// months are units, which a number counts.
func NewLevelWords(v *model.Vocabulary) *LevelWords {
	set := func(key func(string) string, lists ...[]string) map[string]bool {
		n := 0
		for _, list := range lists {
			n += len(list)
		}
		m := make(map[string]bool, n)
		for _, list := range lists {
			for _, word := range list {
				m[key(word)] = true
			}
		}
		return m
	}
	c := &v.Colours
	l := &v.LevelWords
	spelled, short := map[string]int{}, map[string]string{}
	for i, words := range l.Numbers {
		for _, word := range words {
			spelled[model.Key(word)] = i + 1
		}
	}
	for _, words := range l.Short {
		for _, word := range words[1:] {
			short[model.Key(word)] = words[0]
		}
	}
	return &LevelWords{
		spelled: spelled, short: short,
		names:   set(model.Key, l.Names),
		letters: set(func(s string) string { return s }, l.Letters),
		points:  set(model.Key, l.Points),
		of:      set(model.Key, l.Of),
		joins:   set(model.Key, l.Of, l.Or, v.Ranges.To, v.Ranges.And),
		about:   set(wordKey, l.About),
		units:   set(model.Key, l.Units, v.Months),
		degrees: set(model.Key, append(slices.Concat(v.Levels, v.Degrees), c.Red, c.Orange, c.Yellow, c.Green)...),
		modify:  set(model.Key, v.DegreeModifiers.Stronger, v.DegreeModifiers.Weaker, v.DegreeModifiers.Less),
		values:  set(HeadingKey, v.Headings[model.FieldScore]),
	}
}

// knows reports whether a text begins with a known label or a word of degree,
// at the end of a word.
func (w *LevelWords) knows(text string) bool {
	key := model.Key(text)
	if word, rest, ok := strings.Cut(key, " "); ok && w.modify[word] {
		key = rest
	}
	for i := 0; i < len(key); i++ {
		if strings.IndexByte(" ,;:(/.", key[i]) >= 0 && w.degrees[key[:i]] {
			return true
		}
	}
	return w.degrees[key]
}

// whole gives a text with its first word in full, "mycket låg" of "Mkt. låg".
func (w *LevelWords) whole(text string) string {
	first, rest, ok := strings.Cut(text, " ")
	if !ok || len(w.short) == 0 {
		return text
	}
	full, ok := w.short[wordKey(first)]
	if !ok {
		return text
	}
	if r, size := utf8.DecodeRuneInString(full); unicode.IsUpper([]rune(first)[0]) {
		full = string(unicode.ToUpper(r)) + full[size:]
	}
	return full + " " + rest
}

// numbers reports whether a Roman letter stands as the number of the known label
// behind it: "I. Osannolik", "V Katastrofal". Where the letter may shorten a word
// of degree, "V. High", it is none.
func (w *LevelWords) numbers(n numeral) bool {
	label := strings.TrimLeft(n.rest, ". ")
	if n.letter == "" || !strings.ContainsAny(n.rest[:1], ". ") || !w.knows(label) {
		return false
	}
	for word := range w.modify {
		if strings.HasPrefix(word, strings.ToLower(n.letter)) && w.degrees[word+" "+model.Key(label)] {
			return false
		}
	}
	return true
}

// afterName gives what follows the name of a level: "Nivå 3", "Sannolikhet:
// Möjlig".
func (w *LevelWords) afterName(s string) (string, bool) {
	name, rest := nameAndRest(s)
	return rest, name != "" && rest != "" && w.names[strings.ToLower(name)]
}

// afterLetter gives the number that follows the letter of an axis: "S3", "K = 2".
func (w *LevelWords) afterLetter(s string) (string, bool) {
	name, rest := nameAndRest(s)
	return rest, w.letters[name] && rest != "" && isDigit(rest[0])
}

// nameAndRest divides a text after its first word, "" where there is no more.
func nameAndRest(s string) (name, rest string) {
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
	if end <= 0 {
		return "", s
	}
	return s[:end], strings.TrimLeft(s[end:], " :=-–")
}

// afterAbout gives what follows a word or sign for "about".
func (w *LevelWords) afterAbout(s string) string {
	if rest := strings.TrimLeft(s, "≈~ "); len(rest) < len(s) {
		return rest
	}
	if word, rest, ok := strings.Cut(s, " "); ok && w.about[wordKey(word)] {
		return strings.TrimLeft(rest, " ")
	}
	return s
}

// afterPoints gives what follows a word for points.
func (w *LevelWords) afterPoints(s string) string {
	rest := strings.TrimLeft(s, " ")
	end := strings.IndexFunc(rest, func(r rune) bool { return !unicode.IsLetter(r) })
	if end < 0 {
		end = len(rest)
	}
	if end == 0 || !w.points[strings.ToLower(rest[:end])] {
		return s
	}
	return strings.TrimPrefix(rest[end:], ".")
}

// outOf reads the greatest number that a level was set out of, "/4" or "av 4".
func (w *LevelWords) outOf(s string) (int, string, bool) {
	rest := strings.TrimLeft(s, " ")
	after, ok := strings.CutPrefix(rest, "/")
	if !ok {
		word, more, found := strings.Cut(rest, " ")
		if !found || len(rest) == len(s) || !w.of[strings.ToLower(word)] {
			return 0, s, false
		}
		after = more
	}
	after = strings.TrimLeft(after, " ")
	if after == "" || !isDigit(after[0]) {
		return 0, s, false
	}
	n, ok := figure(after)
	return n.value, n.rest, ok
}

func firstWord(s string) string {
	end := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && r != '%' })
	if end < 0 {
		end = len(s)
	}
	return strings.ToLower(s[:end])
}

func lastWord(s string) string {
	return wordKey(s[strings.LastIndexAny(s, " \n")+1:])
}

// wordKey is a word in lower case without full stops: "c:a", "approx.".
func wordKey(s string) string { return strings.ReplaceAll(strings.ToLower(s), ".", "") }
