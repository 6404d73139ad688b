package words

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// Band is a written range of risk values, with the words that stand in the
// same cell: "Röd (15–25)". An open end is math.MaxInt or 0. Colour is that of an
// entry of a legend that has a name besides, "Gul 4–8 bevakas".
type Band struct {
	Low, High     int
	Label, Colour string
}

// rangeWords are the words of ranges as keys, the longest of each list first.
type rangeWords struct {
	to, and, atLeast, over, orMore, atMost, under, orLess, between, unit, is []string
	joining                                                                  []string // words before the last of several, with those of and
	months                                                                   []string

	// What the words begin with that may stand before a range, after it, between
	// two numbers and before what a range stands for: most texts do not.
	leads, ends, joints, verbs *initials

	spanning map[string]bool // words with which what makes several values of one begins; see spans
}

func newRangeWords(v *model.RangeWords, months []string) *rangeWords {
	longest := func(list []string) []string {
		out := keys(list)
		slices.SortStableFunc(out, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
		return out
	}
	w := &rangeWords{
		to: longest(v.To), and: longest(v.And), atLeast: longest(v.AtLeast), over: longest(v.Over), orMore: longest(v.OrMore),
		atMost: longest(v.AtMost), under: longest(v.Under), orLess: longest(v.OrLess), between: longest(v.Between),
		unit: longest(v.Unit), is: longest(v.Is), months: months, joining: keys(append(slices.Clone(v.And), v.Or...)),
	}
	w.leads = initialsOf(w.between, w.over, w.under, w.atLeast, w.atMost)
	w.ends = initialsOf(w.unit, w.orMore, w.orLess)
	w.joints, w.verbs = initialsOf(w.to, w.and), initialsOf(w.is)
	w.spanning = firstWords(w.to, w.and, w.atLeast, w.over, w.orMore, w.atMost, w.under, w.orLess, w.between)
	return w
}

const digits = "0123456789"

// Band reads a range of risk values that may have words before or after it:
// "4-11", "≥12", "Hög (15–25)", "Röd 15-25: Åtgärda", "1-2 poäng (grön)". A
// fraction, a date or a month is none.
func (x *Index) Band(text string) (Band, bool) {
	if firstDigit(text) < 0 || len(text) > tolerances.maxBand {
		return Band{}, false
	}
	if n, ok := grid.ParseWhole(text); ok {
		return Band{Low: n, High: n}, n >= 0 && n <= tolerances.maxValue
	}
	b := x.heard.band.Of(text, func(text string) (b heardBand) {
		b.band, b.ok = x.band(text)
		return b
	})
	return b.band, b.ok
}

func (x *Index) band(text string) (Band, bool) {
	text = OneLine(model.Clean(text))
	if b, ok := x.ranges().band(text); ok {
		return b, true
	}
	if len(text) > tolerances.maxRange {
		return Band{}, false
	}
	if plain, ok := x.withoutValue(text); ok {
		b, ok := x.ranges().band(plain)
		return b, ok && b.Label != "" && b.Low != b.High
	}
	return Band{}, false
}

// withoutValue takes the name of risk values out from between a name and its
// range: "Grön: riskvärde 1-4".
func (x *Index) withoutValue(text string) (plain string, ok bool) {
	words := strings.Fields(text[:firstDigit(text)])
	for i := 1; i < len(words); i++ {
		if word := strings.Trim(words[i], "(,:="); len(word) > tolerances.maxBinding && x.Heads(word, model.FieldScore) {
			open := strings.Repeat("(", strings.Count(words[i], "("))
			return strings.Replace(text, words[i], open, 1), true
		}
	}
	return "", false
}

// List reports whether a text is a list of risk values: "1, 2 och 3".
func (x *Index) List(text string) bool {
	if len(text) > tolerances.maxRange || firstDigit(text) < 0 {
		return false
	}
	p := rangeText{x.ranges(), plainRange(text)}
	_, ok := p.readNumber()
	return ok && p.list(nil) != nil
}

// OneLine gives a text with its line breaks as blanks.
func OneLine(text string) string { return strings.ReplaceAll(text, "\n", " ") }

// plainRange gives a range in lower case, with every dash as a hyphen.
func plainRange(text string) string {
	text = model.Lower(model.Clean(text))
	if mayHaveDash(text) {
		text = strings.Map(func(r rune) rune {
			switch {
			case isDash(r):
				return '-'
			case r == '\n':
				return ' '
			}
			return r
		}, text)
	}
	return strings.TrimSpace(text)
}

// mayHaveDash reports whether a text has a byte with which a dash or a line break
// begins, but for a hyphen.
func mayHaveDash(text string) bool {
	for i := range len(text) {
		switch text[i] {
		case '\n', '~', 0xe2, 0xef:
			return true
		}
	}
	return false
}

// isDash reports whether a letter is one of those that people write between two
// numbers: hyphens, dashes, minus signs and tildes.
func isDash(r rune) bool {
	return r == '-' || r >= '\u2010' && r <= '\u2015' || r == '\u2212' || r == '\u2043' || r == '\ufe58' || r == '\ufe63' || r == '\uff0d' ||
		r == '~' || r == '\u223c' || r == '\uff5e'
}

// signs are those of comparison.
const signs = "<>≤≥"

// band reads a range with words before it, after it or on both sides.
func (w *rangeWords) band(text string) (Band, bool) {
	from := strings.IndexAny(text, digits+signs)
	if from > 0 && text[from-1] == '=' && (text[from] == '<' || text[from] == '>') {
		from--
	}
	last := strings.LastIndexAny(text, digits+"+") + 1
	if strings.TrimFunc(text[last:], func(r rune) bool { return isDash(r) || r == ' ' }) == "" {
		last = len(text) // "12 –"
	}
	if b, ok := w.widest(text, from, last); ok {
		return b, true
	}
	// What follows may have numbers of its own: "15-25 åtgärda inom 30 dagar".
	letters := strings.IndexFunc(text[from:], unicode.IsLetter)
	if letters < 0 || unicode.IsDigit(rune(text[len(text)-1])) {
		return Band{}, false // "6 resp. 9" is no range
	}
	return w.widest(text, from, from+strings.LastIndexAny(text[from:from+letters], digits+"+")+1)
}

// widest reads the range at text[from:to] with the words beside it that say how
// it is meant.
func (w *rangeWords) widest(text string, from, to int) (Band, bool) {
	if to-from > tolerances.maxRange {
		return Band{}, false // the words beside it make it longer only
	}
	from, to = w.leftEnd(text, from), w.rightEnd(text, to)
	low, high, ok := w.read(text[from:to])
	if !ok {
		return Band{}, false
	}
	return w.labelled(low, high, text[:from], text[to:])
}

// labelled gives a range the words that are left on its sides. Words on both
// name it only where a mark follows the range, or a verb: "Röd 15-25: Åtgärda".
func (w *rangeWords) labelled(low, high int, before, after string) (Band, bool) {
	front := strings.Trim(before, " :=(,[–-")
	back := strings.TrimLeft(after, " :=.,;–-()[]")
	if !nameLike(front) {
		return Band{}, false
	}
	if strings.IndexByte(back, '(') < 0 {
		back = strings.TrimRight(back, ")]")
	}
	back, said := w.cutIs(strings.TrimSpace(back))
	first, _ := utf8.DecodeRuneInString(back)
	mark := strings.TrimLeft(after, " )]")
	switch {
	case back == "":
		return Band{Low: low, High: high, Label: front}, !w.month(front)
	case !unicode.IsLetter(first) || w.month(back):
		return Band{}, false
	case front != "" && !said && (mark == "" || !strings.ContainsAny(mark[:1], ":=-") && !strings.HasPrefix(mark, "–")):
		return Band{}, false
	}
	return Band{Low: low, High: high, Label: back}, true
}

// cutIs takes the word off that stands between a range and what it stands for.
func (w *rangeWords) cutIs(text string) (rest string, said bool) {
	if !w.verbs.begin(text) {
		return text, false
	}
	for _, is := range w.is {
		if rest, ok := cutWord(text, is); ok && rest != "" {
			return rest, true
		}
	}
	return text, false
}

// month reports whether a word is that of a month, or the beginning of one: "2
// jan" is a range that a spreadsheet has made a day.
func (w *rangeWords) month(word string) bool {
	key := strings.TrimRight(model.Key(word), ".")
	return len(key) >= tolerances.shortMonth && slices.ContainsFunc(w.months, func(m string) bool { return strings.HasPrefix(m, key) })
}

// nameLike reports whether a text is words alone, as a name before a range is.
func nameLike(text string) bool {
	for i, r := range text {
		if !unicode.IsLetter(r) && (i == 0 || !strings.ContainsRune(" -/.&", r)) {
			return false
		}
	}
	return true
}

// leftEnd gives where the range begins whose first number or sign stands at from:
// there, or at the word before it that says how it is meant.
func (w *rangeWords) leftEnd(text string, from int) int {
	best := from
	for i, at := 0, from; i < tolerances.mostRangeWords; i++ {
		before := strings.TrimRight(text[:at], " ")
		if last, _ := utf8.DecodeLastRuneInString(before); !unicode.IsLetter(last) && last != '.' {
			break
		}
		at = strings.LastIndexByte(before, ' ') + 1
		word := at + len(text[at:]) - len(strings.TrimLeft(text[at:], "(["))
		if !w.leads.begin(text[word:]) {
			continue
		}
		p := rangeText{w, plainRange(text[word:from])}
		if p.lead() != exactly && p.rest == "" {
			best = word
		}
	}
	return best
}

// rightEnd gives where the range ends whose last number stands before to: there,
// or after the words that say what is counted and how it is meant.
func (w *rangeWords) rightEnd(text string, to int) int {
	best := to
	if !w.ends.begin(strings.TrimLeft(text[to:], " ")) {
		return best
	}
	for i, at := 0, to; i < tolerances.mostRangeWords; i++ {
		after := strings.TrimLeft(text[at:], " ")
		if first, _ := utf8.DecodeRuneInString(after); !unicode.IsLetter(first) && first != '&' {
			break
		}
		at = len(text) - len(after)
		if n := strings.IndexAny(after, " :;,=()"); n >= 0 {
			at += n
		} else {
			at = len(text)
		}
		p := rangeText{w, plainRange(text[to:at])}
		p.word(w.unit)
		if p.rest == "" || slices.Contains(w.orMore, p.rest) || slices.Contains(w.orLess, p.rest) {
			best = at
		}
	}
	return best
}

// read reads a range alone: "4-11", "12–16", "≥12", "<4", "4 till 11", "1, 2 och
// 3", "9", "mellan 4 och 8", "4 ≤ x < 8".
func (w *rangeWords) read(text string) (low, high int, ok bool) {
	if len(text) > tolerances.maxRange {
		return 0, 0, false
	}
	p := rangeText{w, strings.Trim(plainRange(text), "()[] ")}
	p.cutUnits()
	how := p.lead()
	n, ok := p.readNumber()
	if !ok {
		return 0, 0, false
	}
	if p.rest == "" {
		return how.alone(n)
	}
	switch {
	case how == exactly:
		return p.after(n)
	case how == atLeast || how == between:
		if m, ok := p.upTo(how == between); ok {
			return min(n, m), max(n, m), true
		}
	}
	return 0, 0, false
}

// after reads what follows a number that nothing stood before.
func (p *rangeText) after(n int) (low, high int, ok bool) {
	if m, ok := p.upTo(false); ok {
		return min(n, m), max(n, m), true
	}
	switch {
	case p.rest == "+" || p.rest == "-" || slices.Contains(p.w.orMore, p.rest):
		return n, math.MaxInt, true
	case slices.Contains(p.w.orLess, p.rest):
		return 0, n, true
	}
	if all := p.list([]int{n}); all != nil {
		return slices.Min(all), slices.Max(all), true
	}
	return p.bounded(n)
}

// comparison is how a number in a range is meant.
type comparison int

const (
	exactly comparison = iota
	atLeast
	over
	atMost
	under
	between
)

// alone gives the range of one number.
func (c comparison) alone(n int) (low, high int, ok bool) {
	switch c {
	case exactly:
		return n, n, n <= tolerances.maxValue
	case atLeast:
		return n, math.MaxInt, true
	case over:
		return n + 1, math.MaxInt, true
	case atMost:
		return 0, n, true
	case under:
		return 0, n - 1, n > 0 // no risk has less than nothing
	}
	return 0, 0, false
}
