package words

import (
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// Band is a written range of risk values, with the words that stand in the
// same cell: "Röd (15–25)". An open end is math.MaxInt or 0.
type Band struct {
	Low, High int
	Label     string
}

// rangePatterns are the ways to write a range, by the vocabulary's words. In
// atLeast and atMost the first group is what leaves the number itself out.
type rangePatterns struct {
	span, atLeast, atMost, front, back, both, list *regexp.Regexp

	initials string // the letters that a range can begin with
}

func newRangePatterns(v *model.RangeWords) (p rangePatterns) {
	to := anyOf(v.To)
	for _, word := range slices.Concat(v.AtLeast, v.Over, v.AtMost, v.Under) {
		first, _ := utf8.DecodeRuneInString(model.Key(word))
		p.initials += string(first)
	}
	p.span = regexp.MustCompile(`^(\d{1,4})\s*(?:[-–—−]|` + to + `|\.\.\.?|…)\s*(\d{1,4})$`)
	p.atLeast = regexp.MustCompile(`^(?:(?:(>|` + anyOf(v.Over) + `)|≥|>=|=>|` + anyOf(v.AtLeast) + `)\s*(\d{1,4})|(\d{1,4})\s*(?:\+|[-–—]|` + anyOf(v.OrMore) + `))$`)
	p.atMost = regexp.MustCompile(`^(?:(?:(<|` + anyOf(v.Under) + `)|≤|<=|=<|` + anyOf(v.AtMost) + `)\s*(\d{1,4})|(\d{1,4})\s*(?:` + anyOf(v.OrLess) + `))$`)
	p.front = regexp.MustCompile(`^(\pL[\pL \-/]*?)\s*[:=(,–-]?\s*([≥≤<>=]*\s*\d[^()\pL]*)\)?$`)
	p.back = regexp.MustCompile(`^\(?([≥≤<>=]*\s*\d{1,4}(?:\s*(?:[-–—−]|` + to + `)\s*\d{1,4})?\+?)\)?\s*[:=,.–-]?\s*(\pL.*)$`)
	p.both = regexp.MustCompile(`^\pL[\pL \-/]*?\s*[:(,–-]?\s*([≥≤<>=]*\s*\d[^()\pL=:]*)\)?\s*[:=–-]\s*(\pL.*)$`)
	p.list = regexp.MustCompile(`^\d{1,4}(?:\s*(?:,|;|` + anyOf(v.And) + `)\s*\d{1,4})+$`)
	return p
}

// anyOf gives the expression of any of the words in lower case; of none it is
// one that nothing matches.
func anyOf(list []string) string {
	if len(list) == 0 {
		return `[^\x{0}-\x{10FFFF}]`
	}
	out := make([]string, len(list))
	for i, word := range list {
		out[i] = strings.ReplaceAll(regexp.QuoteMeta(model.Key(word)), `\.`, `\.?\s?`)
	}
	return `(?:` + strings.Join(out, "|") + `)`
}

const digits = "0123456789"

// Band reads a range of risk values that may have words before or after it:
// "4-11", "≥12", "Hög (15–25)", "Röd 15-25: Åtgärda".
func (x *Index) Band(text string) (Band, bool) { return x.ranges().parseBand(text) }

// List reports whether a text is a list of risk values: "1, 2 och 3".
func (x *Index) List(text string) bool { return x.ranges().list.MatchString(model.Clean(text)) }

// parseRange reads a range of risk values: "4-11", "12–16", "≥12", "<4", "4
// till 11", "1, 2 och 3", "9".
func (p *rangePatterns) parseRange(text string) (low, high int, ok bool) {
	if len(text) > maxRange || !strings.ContainsAny(text, digits) {
		return 0, 0, false
	}
	text = strings.ToLower(strings.ReplaceAll(model.Clean(text), "\n", " "))
	if strings.Trim(text, digits) == "" {
		n, ok := grid.ParseWhole(text)
		return n, n, ok && n <= maxValue
	}
	if first, _ := utf8.DecodeRuneInString(text); unicode.IsLetter(first) && !strings.ContainsRune(p.initials, first) {
		return 0, 0, false // expressions are dear
	}
	if m := p.span.FindStringSubmatch(text); m != nil {
		low, high = number(m[1]), number(m[2])
		return min(low, high), max(low, high), true
	}
	if m := p.atLeast.FindStringSubmatch(text); m != nil {
		low = number(m[2] + m[3])
		if m[1] != "" {
			low++
		}
		return low, math.MaxInt, true
	}
	if m := p.atMost.FindStringSubmatch(text); m != nil {
		high = number(m[2] + m[3])
		if m[1] != "" {
			high--
		}
		return 0, high, true
	}
	if p.list.MatchString(text) {
		var all []int
		for _, s := range strings.FieldsFunc(text, func(r rune) bool { return r < '0' || r > '9' }) {
			all = append(all, number(s))
		}
		return slices.Min(all), slices.Max(all), true
	}
	if n, ok := grid.ParseWhole(text); ok && n >= 0 && n <= maxValue {
		return n, n, true
	}
	return 0, 0, false
}

// parseBand reads a range that may have words before or after it: "Hög
// (15–25)", "Röd 15-25", "1-2 poäng", "12-16 = Minimera", "Röd 15-25: Åtgärda".
func (p *rangePatterns) parseBand(text string) (Band, bool) {
	if low, high, ok := p.parseRange(text); ok {
		return Band{low, high, ""}, true
	}
	if !strings.ContainsAny(text, digits) {
		return Band{}, false
	}
	text = strings.ReplaceAll(model.Clean(text), "\n", " ")
	// Which ends are letters rules most expressions out, which are dear.
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	if !unicode.IsLetter(last) {
		if m := p.front.FindStringSubmatch(text); m != nil {
			if low, high, ok := p.parseRange(m[2]); ok {
				return Band{low, high, strings.TrimSpace(m[1])}, true
			}
		}
	}
	if !unicode.IsLetter(first) {
		return p.backBand(text)
	}
	if !strings.ContainsAny(text, ":=–-") {
		return Band{}, false
	}
	if m := p.both.FindStringSubmatch(text); m != nil {
		if low, high, ok := p.parseRange(strings.TrimRight(m[1], " -–")); ok {
			return Band{low, high, strings.TrimSpace(m[2])}, true
		}
	}
	return Band{}, false
}

// backBand reads a range with words after it.
func (p *rangePatterns) backBand(text string) (Band, bool) {
	if m := p.back.FindStringSubmatch(text); m != nil && !unicode.IsDigit(rune(m[2][len(m[2])-1])) { // "6 resp. 9" is no range
		if low, high, ok := p.parseRange(m[1]); ok {
			return Band{low, high, strings.TrimSpace(m[2])}, true
		}
	}
	return Band{}, false
}

func number(s string) int { n, _ := strconv.Atoi(s); return n }
