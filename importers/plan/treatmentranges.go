package plan

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"sync"
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

var rangePatterns = sync.OnceValue(func() (p struct{ span, atLeast, atMost, front, back, both, list *regexp.Regexp }) {
	p.span = regexp.MustCompile(`^(\d{1,4})\s*(?:[-–—−]|till|t\.?o\.?m\.?|to|\.\.\.?|…)\s*(\d{1,4})$`)
	p.atLeast = regexp.MustCompile(`^(?:(≥|>=|=>|>|över|mer än|större än|högre än|från|fr\.?\s?o\.?\s?m\.?|minst|over|above|from|at least)\s*(\d{1,4})|(\d{1,4})\s*(?:\+|[-–—]|(?:eller|och) (?:mer|högre|större|över|uppåt)|or (?:more|higher|above)|and (?:above|over)))$`)
	p.atMost = regexp.MustCompile(`^(?:(≤|<=|=<|<|under|mindre än|lägre än|högst|max|upp till|t\.?\s?o\.?\s?m\.?|up to|at most|below)\s*(\d{1,4})|(\d{1,4})\s*(?:(?:eller|och) (?:mindre|lägre|under|nedåt)|or (?:less|lower)|and below))$`)
	p.front = regexp.MustCompile(`^(\pL[\pL \-/]*?)\s*[:=(,–-]?\s*([≥≤<>=]*\s*\d[^()\pL]*)\)?$`)
	p.back = regexp.MustCompile(`^\(?([≥≤<>=]*\s*\d{1,4}(?:\s*(?:[-–—−]|till|to)\s*\d{1,4})?\+?)\)?\s*[:=,.–-]?\s*(\pL.*)$`)
	p.both = regexp.MustCompile(`^\pL[\pL \-/]*?\s*[:(,–-]?\s*([≥≤<>=]*\s*\d[^()\pL=:]*)\)?\s*[:=–-]\s*(\pL.*)$`)
	p.list = regexp.MustCompile(`^\d{1,4}(?:\s*(?:,|;|och|samt|&|and)\s*\d{1,4})+$`)
	return p
})

// maxRange is the longest text, in bytes, that is taken for a range alone.
const maxRange = 60

const digits = "0123456789"

// parseRange reads a range of risk values: "4-11", "12–16", "≥12", "<4", "4
// till 11", "1, 2 och 3", "9".
func parseRange(text string) (low, high int, ok bool) {
	if len(text) > maxRange || !strings.ContainsAny(text, digits) {
		return 0, 0, false
	}
	text = strings.ToLower(strings.ReplaceAll(model.Clean(text), "\n", " "))
	p := rangePatterns()
	if m := p.span.FindStringSubmatch(text); m != nil {
		low, high = number(m[1]), number(m[2])
		return min(low, high), max(low, high), true
	}
	if m := p.atLeast.FindStringSubmatch(text); m != nil {
		low = number(m[2] + m[3])
		if m[1] == ">" || m[1] == "över" || strings.HasSuffix(m[1], " än") || m[1] == "over" || m[1] == "above" {
			low++
		}
		return low, math.MaxInt, true
	}
	if m := p.atMost.FindStringSubmatch(text); m != nil {
		high = number(m[2] + m[3])
		if m[1] == "<" || m[1] == "under" || strings.HasSuffix(m[1], " än") || m[1] == "below" {
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
func parseBand(text string) (band, bool) {
	if low, high, ok := parseRange(text); ok {
		return band{low, high, ""}, true
	}
	if !strings.ContainsAny(text, digits) {
		return band{}, false
	}
	text = strings.ReplaceAll(model.Clean(text), "\n", " ")
	// Which ends are letters rules most expressions out, which are dear.
	first, _ := utf8.DecodeRuneInString(text)
	last, _ := utf8.DecodeLastRuneInString(text)
	p := rangePatterns()
	if !unicode.IsLetter(last) {
		if m := p.front.FindStringSubmatch(text); m != nil {
			if low, high, ok := parseRange(m[2]); ok {
				return band{low, high, strings.TrimSpace(m[1])}, true
			}
		}
	}
	if !unicode.IsLetter(first) {
		return backBand(text)
	}
	if !strings.ContainsAny(text, ":=–-") {
		return band{}, false
	}
	if m := p.both.FindStringSubmatch(text); m != nil {
		if low, high, ok := parseRange(strings.TrimRight(m[1], " -–")); ok {
			return band{low, high, strings.TrimSpace(m[2])}, true
		}
	}
	return band{}, false
}

// backBand reads a range with words after it.
func backBand(text string) (band, bool) {
	p := rangePatterns()
	if m := p.back.FindStringSubmatch(text); m != nil && !unicode.IsDigit(rune(m[2][len(m[2])-1])) { // "6 resp. 9" is no range
		if low, high, ok := parseRange(m[1]); ok {
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
