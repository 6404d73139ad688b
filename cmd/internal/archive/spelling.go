package archive

import (
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"

	"riskbok/exporters/workbook"
	"riskbok/rules/model"
)

// nearNames is how many letters two spellings of one word may differ in, longName the
// length from which so many may and shortName that from which one may: what stands
// before "nämnden" must bear the likeness ("Val" and "Väg" are two boards').
const (
	nearNames = 2
	longName  = 8
	shortName = 5
	initials  = 5 // letters that an abbreviation has at the most
)

// spelling is a name as it is compared: what stands in it but for the words that tell
// that it is a board's, its digits, and the sort of board.
type spelling struct {
	words    []string // slugs, without joining words
	letters  string   // of the whole name, without joining words and double letters
	whole    string   // of the whole name
	exact    string   // letters of the whole name as they are written, without joining words
	sort     string   // "namnd"
	digits   string
	capitals []string // its initials, with and without the joining words
	short    bool     // it may be an abbreviation
}

func (b *boardNames) spellingOf(name string) spelling {
	if i := strings.IndexByte(name, '('); i > 0 {
		name = name[:i] // "Miljönämnden (MN)"
	}
	s := spelling{digits: digits(name)}
	slug := workbook.Slug(name)
	s.whole = strings.ReplaceAll(slug, "-", "")
	var with, without string
	for _, w := range strings.Fields(strings.ReplaceAll(model.Clean(name), "-", " ")) {
		word := strings.ReplaceAll(workbook.Slug(w), "-", "")
		if word == "" {
			continue
		}
		with += word[:1]
		if key := model.Key(w); !b.joins[key] {
			s.exact += key
			without += word[:1]
			s.words = append(s.words, word)
		}
	}
	s.letters = single(strings.Join(s.words, ""))
	s.short = len(s.words) == 1 && len(s.words[0]) <= initials
	s.board(b)
	if s.sort != "" {
		end := s.sort[:1]
		if len(s.words) > 0 && len(without) > len(s.words) {
			end = "" // the word stands by itself: its initial is there
		}
		s.capitals = []string{with + end, without + end}
		s.short = false
	}
	return s
}

// board takes away the words that tell that a name is a board's.
func (s *spelling) board(b *boardNames) {
	text := strings.Join(s.words, "-")
	for _, p := range b.prefixes {
		if rest, ok := strings.CutPrefix(text, p+"-"); ok {
			s.sort, _, _ = strings.Cut(p, "-")
			s.words = strings.Split(rest, "-")
			return
		}
	}
	suffix := ""
	for _, x := range b.suffixes {
		if strings.HasSuffix(text, x) && len(x) > len(suffix) && len(text) > len(x) {
			suffix = x
		}
	}
	if suffix == "" {
		return
	}
	s.sort = suffix
	s.words = strings.Split(strings.Trim(strings.TrimSuffix(text, suffix), "-"), "-")
}

// likeness is how alike two names are.
type likeness int

const (
	apart likeness = iota // two boards'
	near                  // likely one board's
	equal                 // one board's, as far as letters tell
)

// near says how alike two names are. Names that differ in a digit are two boards'
// ("Nämnd 1", "Nämnd 2"). An abbreviation is that of a name that alone has its initials.
func (s *spelling) near(o *spelling, all []named) likeness {
	switch {
	case s.digits != o.digits:
		return apart
	case s.exact == o.exact:
		return equal
	case s.whole == o.whole, s.letters == o.letters:
		return near
	case s.short || o.short:
		return s.abbreviates(o, all)
	case s.sort == "" || o.sort == "":
		return nearWords([]string{s.whole}, []string{o.whole})
	case !s.alike(o):
		return apart
	}
	return max(nearWords(s.words, o.words), nearWords(slices.Sorted(slices.Values(s.words)), slices.Sorted(slices.Values(o.words))))
}

// alike reports whether two names are of the same sort of board: "nämnd", "nämnden".
func (s *spelling) alike(o *spelling) bool {
	return strings.HasPrefix(s.sort, o.sort) || strings.HasPrefix(o.sort, s.sort)
}

func (s *spelling) abbreviates(o *spelling, all []named) likeness {
	if o.short {
		s, o = o, s
	}
	if o.short || !slices.Contains(o.capitals, s.whole) {
		return apart
	}
	for i := range all {
		if n := &all[i].spelling; n.whole != o.whole && slices.Contains(n.capitals, s.whole) {
			return apart
		}
	}
	return near
}

// nearWords compares names word by word.
func nearWords(a, b []string) likeness {
	if len(a) != len(b) {
		return apart
	}
	for i := range a {
		if !nearWord(a[i], b[i]) {
			return apart
		}
	}
	return near
}

// nearWord reports whether two words are likely one: a slip of the pen apart, or an
// ending of one letter, as "utbildning" and "utbildnings".
func nearWord(a, b string) bool {
	short, long := a, b
	if len(short) > len(long) {
		short, long = long, short
	}
	switch {
	case short == long:
		return true
	case len(short) < shortName || short[0] != long[0]:
		return false
	case len(long)-len(short) == 1 && strings.HasPrefix(long, short):
		return true
	case len(short) < longName:
		return len(long)-len(short) <= 1 && levenshtein.ComputeDistance(a, b) <= 1
	}
	return len(long)-len(short) <= nearNames && levenshtein.ComputeDistance(a, b) <= nearNames
}

// single gives a text with each letter that stands twice in a row once.
func single(s string) string {
	var out []byte
	for i := range len(s) {
		if i == 0 || s[i] != s[i-1] {
			out = append(out, s[i])
		}
	}
	return string(out)
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}
