package tables

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// numberText is a number as amounts are printed, yearText one that may as well
// be a line of a heading.
var (
	numberText = newPattern(`^[-−–+(]?\s?\d[\d\s.,]*\)?\s?%?$`, startsAsNumber)
	yearText   = newPattern(`^(?:19|20)\d\d$`, func(s string) bool { return len(s) == len("2031") })

	// decimalText is a number with decimals: two below each other are two.
	decimalText = newPattern(`^[-−–+(]?\d[\d\s.]*,\d+\)?$`, func(s string) bool { return strings.Contains(s, ",") })

	// measuredText is a number that may have a minus behind it.
	measuredText = newPattern(`^[-−–+(]?\s?\d[\d\s.,]*[-−–]?\)?$`, startsAsNumber)
)

// pattern is an expression that is compiled when a text is met that it could match.
// Expressions are dear to compile and to run, and could keeps most texts from them; it
// must be true of every text that the expression matches.
type pattern struct {
	could    func(text string) bool
	compiled func() *regexp.Regexp
}

func newPattern(expression string, could func(text string) bool) pattern {
	return pattern{could, sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })}
}

// MatchString reports whether a text has what the expression says.
func (p pattern) MatchString(text string) bool {
	return p.could(text) && p.compiled().MatchString(text)
}

// startsAsNumber reports whether a text may begin with a number: a digit stands where
// its first may.
func startsAsNumber(text string) bool {
	return strings.ContainsAny(text[:min(len(text), tolerances.numberStart)], "0123456789")
}

func isDigit(c byte) bool { return c-'0' <= 9 }

// blanks are what \s of an expression stands for.
const blanks = " \t\n\f\r"

// withoutUnit takes the unit off a number: a few letters behind a blank.
func withoutUnit(s string) string {
	const letters = 4
	at := strings.LastIndexAny(s, blanks)
	if at < 0 || at+1 == len(s) || !lettersOnly(s[at+1:], letters) {
		return s
	}
	return s[:at]
}

// overNumbers gives the gaps that divide rows though no gap is wider than
// others and no key tells: a number below other text in one column begins
// another cell. Two columns must say so, or one and the first. Lines between
// them that have nothing but a name, or no number below numbers, belong to the row
// above, or where one begins with a capital to the row below.
func overNumbers(ps []piece, gaps []gap, breaks []float64) []float64 {
	var out []float64
	lines := linesBetween(ps, gaps)
	last := 0                     // the last line of above
	above, own := lines[0], false // its room is its own
	overNumbers := hasNumber(above)
	begun := false // below above a row has begun that has no number yet
	for i := 1; i < len(lines); i++ {
		numbers := hasNumber(lines[i])
		switch {
		case numbers:
		case overNumbers:
			continue
		case onlyName(lines[i]):
			begun = begun || beginsRow(lines[i])
			continue
		case begun || startsBelow(above, lines[i]):
			begun = true
			continue
		case !beginsRow(lines[i]): // a further line of headings
			if !own {
				above, own = slices.Clone(above), true
			}
			above, last = append(above, lines[i]...), i
			continue
		}
		overNumbers, begun = numbers, false
		if overNumber(above, lines[i]) {
			if g := rowAbove(lines, gaps, last, i); !dividedAt(gaps[last:i], breaks) {
				out = append(out, g.mid())
			}
		}
		above, own, last = lines[i], false, i
	}
	return out
}

// rowAbove gives the gap above the row whose numbers stand on a line: above the
// first line since the last one that begins a row.
func rowAbove(lines [][]piece, gaps []gap, last, line int) gap {
	at := last + 1
	for at < line && !beginsRow(lines[at]) {
		at++
	}
	return gaps[at-1]
}

func dividedAt(gaps []gap, breaks []float64) bool {
	return slices.ContainsFunc(gaps, func(g gap) bool {
		return slices.ContainsFunc(breaks, func(y float64) bool { return y > g.y0-places.atGap && y < g.y1+places.atGap })
	})
}

func hasNumber(line []piece) bool {
	return slices.ContainsFunc(line, func(p piece) bool {
		s := p.chunk.text()
		return printsNumber(s) && !yearText.MatchString(s)
	})
}

// beginsRow reports whether a line of text begins with a capital in one column
// and with a small letter in none.
func beginsRow(line []piece) bool {
	upper := false
	for _, p := range line {
		if letter, small := firstLetter(p.chunk.text()); small {
			return false
		} else if letter {
			upper = true
		}
	}
	return upper
}

// startsBelow reports whether a line without numbers may begin the first row below
// headings, which are bold: it is not, and fills fewer of their columns.
func startsBelow(heads, line []piece) bool {
	bold := func(line []piece) bool {
		return !slices.ContainsFunc(line, func(p piece) bool { return !p.chunk.words[0].Bold })
	}
	for _, p := range line {
		if !slices.ContainsFunc(heads, func(o piece) bool { return o.col == p.col }) {
			return false
		}
	}
	return len(heads) > tolerances.leastHeading && len(line) < len(heads) && bold(heads) && !bold(line)
}

// overNumber reports whether a line has numbers below what another has in the
// same columns. A year below is one only under a number: under a word it ends a
// heading.
func overNumber(above, below []piece) bool {
	columns, first := 0, false
	counts, others := false, 0 // the first is a number below none, beside others
	for _, p := range below {
		stands, number := false, false
		for _, o := range above {
			stands = stands || o.col == p.col
			number = number || o.col == p.col && printsNumber(o.chunk.text()) && !yearText.MatchString(o.chunk.text())
		}
		switch text := p.chunk.text(); {
		case !stands:
		case p.col == 0:
			first, counts = true, !number && printsNumber(text) && !yearText.MatchString(text)
		case printsNumber(text) && (number || !yearText.MatchString(text)):
			columns++
		default:
			others++
		}
	}
	return columns > 1 || first && (columns == 1 || counts && others > 1)
}

// printsNumber reports whether a text is a number, alone or with its unit. A
// bracket without its other is part of a text that goes on: "(1-" over "4)".
func printsNumber(s string) bool {
	return (numberText.MatchString(s) || measuredText.MatchString(withoutUnit(s))) && strings.Contains(s, "(") == strings.Contains(s, ")")
}

// amount reports whether a text is a number or the number of a row.
func amount(s string) bool {
	return printsKey(s) && !yearText.MatchString(s) || numberText.MatchString(s) && !yearText.MatchString(s)
}

func onlyName(line []piece) bool { return len(line) == 1 && line[0].col == 0 }

// linesBetween gives the pieces before, between and after gaps.
func linesBetween(ps []piece, gaps []gap) [][]piece {
	out := make([][]piece, len(gaps)+1)
	at := 0
	for _, p := range ps {
		for at < len(gaps) && p.y0 >= gaps[at].y1-places.rounding {
			at++
		}
		out[at] = append(out[at], p)
	}
	return out
}
