package plan

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// band is a written range of risk values, with the words that stand in the
// same cell: "Röd (15–25)". An open end is math.MaxInt or 0.
type band struct {
	low, high int
	label     string
}

// rangePatterns are the ways to write a range, by the vocabulary's words. In
// atLeast and atMost the first group is what leaves the number itself out.
type rangePatterns struct{ span, atLeast, atMost, front, back, both, list *regexp.Regexp }

func newRangePatterns(v *model.RangeWords) (p rangePatterns) {
	to := anyOf(v.To)
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

// maxRange is the longest text, in bytes, that is taken for a range alone.
const maxRange = 60

const digits = "0123456789"

// parseRange reads a range of risk values: "4-11", "12–16", "≥12", "<4", "4
// till 11", "1, 2 och 3", "9".
func (p *rangePatterns) parseRange(text string) (low, high int, ok bool) {
	if len(text) > maxRange || !strings.ContainsAny(text, digits) {
		return 0, 0, false
	}
	text = strings.ToLower(strings.ReplaceAll(model.Clean(text), "\n", " "))
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
		low, high = bounds(all)
		return low, high, true
	}
	if n, ok := grid.ParseWhole(text); ok && n >= 0 && n <= 9999 {
		return n, n, true
	}
	return 0, 0, false
}

// parseBand reads a range that may have words before or after it: "Hög
// (15–25)", "Röd 15-25", "1-2 poäng", "12-16 = Minimera", "Röd 15-25: Åtgärda".
func (p *rangePatterns) parseBand(text string) (band, bool) {
	if low, high, ok := p.parseRange(text); ok {
		return band{low, high, ""}, true
	}
	if !strings.ContainsAny(text, digits) {
		return band{}, false
	}
	text = strings.ReplaceAll(model.Clean(text), "\n", " ")
	// Which ends are letters rules most expressions out, which are dear.
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	if !unicode.IsLetter(last) {
		if m := p.front.FindStringSubmatch(text); m != nil {
			if low, high, ok := p.parseRange(m[2]); ok {
				return band{low, high, strings.TrimSpace(m[1])}, true
			}
		}
	}
	if !unicode.IsLetter(first) {
		return p.backBand(text)
	}
	if !strings.ContainsAny(text, ":=–-") {
		return band{}, false
	}
	if m := p.both.FindStringSubmatch(text); m != nil {
		if low, high, ok := p.parseRange(strings.TrimRight(m[1], " -–")); ok {
			return band{low, high, strings.TrimSpace(m[2])}, true
		}
	}
	return band{}, false
}

// backBand reads a range with words after it.
func (p *rangePatterns) backBand(text string) (band, bool) {
	if m := p.back.FindStringSubmatch(text); m != nil && !unicode.IsDigit(rune(m[2][len(m[2])-1])) { // "6 resp. 9" is no range
		if low, high, ok := p.parseRange(m[1]); ok {
			return band{low, high, strings.TrimSpace(m[2])}, true
		}
	}
	return band{}, false
}

func number(s string) int { n, _ := strconv.Atoi(s); return n }

// overlapping reports whether two ranges hold the same value.
func overlapping(treatments []model.Treatment) bool {
	for i, a := range treatments {
		for _, b := range treatments[:i] {
			if a.Min <= b.Max && b.Min <= a.Max {
				return true
			}
		}
	}
	return false
}

// covering reports whether each value that a scale can have has one treatment,
// and none is for values beyond it.
func covering(s *model.Scale, treatments []model.Treatment) bool {
	low, high := s.Bounds()
	whole := model.Scale{Treatments: treatments}
	for v := low; v <= high; v++ {
		if s.Possible(v) && whole.Treatment(v) == nil {
			return false
		}
	}
	for _, t := range treatments {
		if t.Min > high || t.Max < low || t.Max > high && t.Max != math.MaxInt {
			return false
		}
	}
	return !overlapping(treatments)
}
