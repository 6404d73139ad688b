package ocr

import (
	"slices"
	"strings"

	"riskbok/rules/model"
)

// Phrase is a printed text to be known and what it means. Phrases of one ID
// are spellings of the same. A Tail is the end of what is printed: "förslag
// till beslut" in "Förvaltningens förslag till beslut"; one whose first word
// is a single letter goes on from the word before it: "s beslut" in "Nämndens
// beslut".
type Phrase struct {
	Text string
	ID   int
	Tail bool
}

// Outcome says whether a text was known.
type Outcome uint8

// The outcomes. An Ambiguous text is nearly as close to a phrase that means
// something else.
const (
	None Outcome = iota
	Found
	Ambiguous
)

// Match is the phrase that a text was known as. Distance is 0 where it is
// spelt as printed; see [Distance].
type Match struct {
	ID       int
	Distance float64
}

// Margin is by how much the best phrase must be closer than any that means
// something else.
const Margin = 0.75

// Matcher knows a set of phrases. It may be used by several goroutines.
type Matcher struct {
	phrases []phrase
	exact   map[string]int // key → ID, of whole phrases
	longest int            // letters of the longest phrase
}

type phrase struct {
	id     int
	tail   bool
	key    []rune
	has    letters
	words  int
	radius float64
	reach  reach
}

// reach is what a text must have to be within the limit of a phrase: so many letters,
// and no more than most that one of the two lacks.
type reach struct{ shortest, longest, most int }

// New prepares a matcher. Of equal phrases the first one counts.
func New(phrases []Phrase) *Matcher {
	m := &Matcher{exact: make(map[string]int, len(phrases))}
	for _, p := range phrases {
		key := Key(p.Text)
		if key == "" {
			continue
		}
		runes := []rune(key)
		m.phrases = append(m.phrases, newPhrase(p, key, runes))
		m.longest = max(m.longest, len(runes))
		if _, ok := m.exact[key]; !ok && !p.Tail {
			m.exact[key] = p.ID
		}
	}
	return m
}

func newPhrase(of Phrase, key string, runes []rune) phrase {
	p := phrase{id: of.ID, tail: of.Tail, key: runes, has: lettersOf(runes), words: 1 + strings.Count(key, " "), radius: radius(runes, of.Tail)}
	limit := p.limit()
	p.reach = reach{len(runes) - int(limit+4*tolerances.costDoubled), len(runes) + int(limit), int(limit / tolerances.costOther)}
	return p
}

// radius is how far a text may be from a phrase: nothing but confused letters
// in short phrases and tails, an edit or more in longer ones.
func radius(key []rune, tail bool) float64 {
	r := 3.2
	switch n := len(key); {
	case n < 6 || tail && n < 12:
		r = 0.35
	case tail || n < 12:
		r = 1.2
	case n < 20:
		r = 2.2
	}
	for _, c := range key {
		if c == 'å' || c == 'ä' || c == 'ö' {
			r += tolerances.costConfused
		}
	}
	return r
}

// Line says which phrase a whole line of text is.
func (m *Matcher) Line(text string) (Match, Outcome) {
	if len(text) > 3*m.longest+80 {
		return Match{}, None
	}
	var room lineRoom
	key := appendKey(room.key[:0], text)
	if id, ok := m.exact[string(key)]; ok {
		return Match{ID: id}, Found
	}
	whole, has, words := room.letters[:0], letters(0), 1
	for _, r := range string(key) {
		if r == ' ' {
			words++
		}
		whole, has = append(whole, r), has.with(r)
	}
	var few [4]contender
	c := contest(few[:0])
	for i := range m.phrases {
		p := &m.phrases[i]
		switch {
		case !p.tail:
			if p.reaches(len(whole), has) {
				c = c.add(p, p.distance(whole))
			}
		case lacking(p.has, has) <= p.limit():
			if end := p.end(whole, words); end != nil && p.reaches(len(end), lettersOf(end)) {
				c = c.add(p, p.distance(end))
			}
		}
	}
	return c.outcome()
}

// lineRoom holds the key of most lines.
type lineRoom struct {
	key     [128]byte
	letters [128]rune
}

// Prefix says which phrase a text begins with, the longest where several do,
// and gives what follows it as it stands.
func (m *Matcher) Prefix(text string) (match Match, rest string, outcome Outcome) {
	var room beginningRoom
	begin := room.split(text)
	longest := 0
	var few [4]contender
	c := contest(few[:0])
	for i := range m.phrases {
		p := &m.phrases[i]
		if p.tail || p.words > len(begin.ends) || p.words < longest {
			continue
		}
		first := begin.words(p.words)
		if !p.reaches(first.length, first.has) {
			continue
		}
		d := p.distance(begin.key[:first.length])
		if p.words > longest && d <= p.radius {
			longest, c = p.words, few[:0]
		}
		if p.words == longest || longest == 0 {
			c = c.add(p, d)
		}
	}
	match, outcome = c.outcome()
	if longest == 0 {
		return match, "", None
	}
	return match, strings.TrimLeft(text[begin.ends[longest-1].text:], " .:;,|\u00a0\t"), outcome
}

// Begins reports whether a text may begin with one of the phrases: whether
// [Matcher.Prefix] would find one, or be in doubt between several. It is quick where
// the phrases are few.
func (m *Matcher) Begins(text string) bool {
	var room beginningRoom
	begin := room.split(text)
	for i := range m.phrases {
		p := &m.phrases[i]
		if p.tail || p.words > len(begin.ends) {
			continue
		}
		if first := begin.words(p.words); p.reaches(first.length, first.has) && p.distance(begin.key[:first.length]) <= p.radius {
			return true
		}
	}
	return false
}

// mostWords is how many words of a text are looked at: as many as a phrase can
// have.
const mostWords = 12

// beginning is the first words of a text in the form of [Key].
type beginning struct {
	key  []rune
	ends []wordEnd
}

// wordEnd is where a word ends: in the text, in bytes, and in the key, in
// letters. Has are the letters of the key up to there.
type wordEnd struct {
	text, length int
	has          letters
}

func (b *beginning) words(n int) *wordEnd { return &b.ends[n-1] }

// beginningRoom holds the first words of most texts.
type beginningRoom struct {
	key  [96]rune
	ends [mostWords]wordEnd
}

// split gives the first words of a text.
func (room *beginningRoom) split(text string) (b beginning) {
	b.key, b.ends = room.key[:0], room.ends[:0]
	var has letters
	start := -1
	for i, r := range text {
		switch {
		case lettered(r):
			if start < 0 {
				if start = i; len(b.key) > 0 {
					b.key = append(b.key, ' ')
				}
			}
			r = model.LowerLetter(r)
			b.key, has = append(b.key, r), has.with(r)
		case start < 0 || joining(r):
		default:
			if b.ends, start = append(b.ends, wordEnd{i, len(b.key), has}), -1; len(b.ends) == mostWords {
				return b
			}
		}
	}
	if start >= 0 {
		b.ends = append(b.ends, wordEnd{len(text), len(b.key), has})
	}
	return b
}

// end gives the end of a line of so many words that a tail is compared with,
// nil where too much or nothing stands before it.
func (p *phrase) end(key []rune, words int) []rune {
	n := words - p.words
	if n < 0 || n > tolerances.tailWords {
		return nil
	}
	last := key
	for range n {
		last = last[slices.Index(last, ' ')+1:]
	}
	if len(p.key) < 2 || p.key[1] != ' ' {
		return last
	}
	first := slices.Index(last, ' ')
	if first < 0 {
		first = len(last)
	}
	if first < 2 {
		return nil
	}
	return last[first-1:]
}

// limit is the distance beyond which a text does not matter.
func (p *phrase) limit() float64 { return p.radius + Margin }

// reaches reports whether a text of so many letters, and with these, could be within
// the limit.
func (p *phrase) reaches(length int, has letters) bool {
	return length >= p.reach.shortest && length <= p.reach.longest && apart(p.has, has) <= p.reach.most
}

// distance is how far a text is from the phrase; a value above its limit where it is
// further off than matters.
func (p *phrase) distance(text []rune) float64 { return distance(p.key, text, p.limit()) }

// contest gathers how close a text is to each phrase.
type contest []contender

// contender is a phrase that comes near what stands there.
type contender struct {
	Match
	length int
	within bool
}

// add enters a phrase. A tail is short beside the line it ends, so that a near
// miss of it says nothing.
func (c contest) add(p *phrase, d float64) contest {
	if d <= p.radius || !p.tail && d <= p.radius+Margin {
		c = append(c, contender{Match{p.id, d}, len(p.key), d <= p.radius})
	}
	return c
}

// outcome gives the closest phrase that is close enough, unless another that
// means something else is nearly as close. A phrase that accounts for much
// more of the line goes before a closer one: "Förslag tills beslut" is no
// decision.
func (c contest) outcome() (Match, Outcome) {
	longest := 0
	for i := range c {
		if c[i].within {
			longest = max(longest, c[i].length)
		}
	}
	var best *contender
	for i := range c {
		if e := &c[i]; e.within && e.long(longest) && (best == nil || e.Distance < best.Distance) {
			best = e
		}
	}
	if best == nil {
		return Match{}, None
	}
	for i := range c {
		if c[i].ID != best.ID && c[i].long(longest) && c[i].Distance < best.Distance+Margin {
			return Match{}, Ambiguous
		}
	}
	return best.Match, Found
}

// long reports whether a phrase is about as long as the longest that fits.
func (e *contender) long(longest int) bool { return 3*e.length >= 2*longest }
