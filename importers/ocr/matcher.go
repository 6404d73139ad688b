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
}

// New prepares a matcher. Of equal phrases the first one counts.
func New(phrases []Phrase) *Matcher {
	m := &Matcher{exact: make(map[string]int, len(phrases))}
	for _, p := range phrases {
		key := Key(p.Text)
		if key == "" {
			continue
		}
		runes := []rune(key)
		m.phrases = append(m.phrases, phrase{p.ID, p.Tail, runes, lettersOf(runes), 1 + strings.Count(key, " "), radius(runes, p.Tail)})
		m.longest = max(m.longest, len(runes))
		if _, ok := m.exact[key]; !ok && !p.Tail {
			m.exact[key] = p.ID
		}
	}
	return m
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
	key := Key(text)
	if id, ok := m.exact[key]; ok {
		return Match{ID: id}, Found
	}
	words := 1 + strings.Count(key, " ")
	whole := []rune(key)
	has := lettersOf(whole)
	var few [4]contender
	c := contest(few[:0])
	for i := range m.phrases {
		p := &m.phrases[i]
		switch {
		case !p.tail:
			c = c.add(p, p.distance(whole, has))
		case lacking(p.has, has) <= p.limit():
			if end := p.end(key, words); end != nil {
				c = c.add(p, p.distance(end, lettersOf(end)))
			}
		}
	}
	return c.outcome()
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
		d := p.distance(begin.key[:first.length], first.has)
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
func (p *phrase) end(key string, words int) []rune {
	n := words - p.words
	if n < 0 || n > tolerances.tailWords {
		return nil
	}
	for range n {
		_, key, _ = strings.Cut(key, " ")
	}
	last := []rune(key)
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

// distance is how far a text with those letters is from the phrase; a value
// above its limit where it is further off than matters.
func (p *phrase) distance(text []rune, has letters) float64 {
	limit := p.limit()
	if d := len(text) - len(p.key); float64(d) > limit || float64(-d) > limit+4*tolerances.costDoubled || atLeast(p.has, has) > limit {
		return limit + 1
	}
	return distance(p.key, text, limit)
}

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
