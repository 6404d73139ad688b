package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"riskbok/importers/pdf/geom"
	"riskbok/importers/pdf/text"
)

// runningSame is how far apart, in points, a running header or footer may stand on
// two pages.
const runningSame = 2.0

// withoutRunning gives the words of a page but those of its running headers and
// footers, and these: lines near the edge of the page that stand, digits aside, at
// the same place of a page beside it. The headings of a table that goes on are no
// such lines. Both slices are the caller's, until the next page.
func (s *scan) withoutRunning(p printed, beside ...*printed) (words, running []text.Word) {
	var lines []*text.Line
	for i := range p.lines {
		if l := &p.lines[i]; s.atEdge(l, p.page.Height) && repeatedOn(l, p.page.Height, beside) {
			lines = append(lines, l)
		}
	}
	if len(lines) == 0 {
		s.room.words = append(s.room.words[:0], p.words...)
		return s.room.words, nil
	}
	words, running = slices.Grow(s.room.words[:0], len(p.words)), s.room.running[:0]
	for _, w := range p.words {
		in := false
		for _, l := range lines {
			in = in || w.Upright() && w.Base == l.Base || w.Upright() && math.Abs(w.Base-l.Base) < 0.1*l.Size && w.Box.X0 >= l.Box.X0-1 && w.Box.X1 <= l.Box.X1+1
		}
		if in {
			running = append(running, w)
		} else {
			words = append(words, w)
		}
	}
	s.room.words, s.room.running = words, running
	return words, running
}

// footShare is the share of a page's height, from its foot, within which what stands
// at the same place of a page beside it is a footer: one of several lines reaches
// further up than margin.
const footShare = 0.13

// feet gives the lines of a page's running footers, even those that stand further up
// than a header may: a title above a table may come again on every page where tables
// are apart, text below one does not.
func feet(p printed, beside ...*printed) (out []geom.Rect) {
	for i := range p.lines {
		l := &p.lines[i]
		if _, y := l.Box.Mid(); y > (1-footShare)*p.page.Height && repeatedOn(l, p.page.Height, beside) {
			out = append(out, l.Box)
		}
	}
	return out
}

// atEdge reports whether a line stands near the upper or lower edge of a page and
// can be more than a row or the headings of a table.
func (s *scan) atEdge(l *text.Line, height float64) bool {
	if _, y := l.Box.Mid(); y > margin*height && y < (1-margin)*height {
		return false
	}
	chunks := l.Chunks(headingGap)
	for _, c := range chunks {
		if s.known.Heading(c.Text) {
			return false
		}
	}
	return len(chunks) <= 3 && strings.ContainsFunc(l.Text, unicode.IsLetter)
}

func repeatedOn(l *text.Line, height float64, pages []*printed) bool {
	key := runningKey(l.Text)
	for _, p := range pages {
		if p == nil || p.page == nil || math.Abs(p.page.Height-height) > runningSame {
			continue
		}
		for i := range p.lines {
			if o := &p.lines[i]; math.Abs(o.Base-l.Base) < runningSame && runningKey(o.Text) == key {
				return true
			}
		}
	}
	return false
}

// runningKey gives a text with each number as one mark.
func runningKey(s string) string {
	var b strings.Builder
	digit := false
	for _, r := range s {
		if !unicode.IsDigit(r) {
			b.WriteRune(r)
		} else if !digit {
			b.WriteByte('#')
		}
		digit = unicode.IsDigit(r)
	}
	return b.String()
}
