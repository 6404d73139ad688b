package minutes

import (
	"strconv"
	"strings"
	"unicode"

	"riskbok/importers/grid"
	"riskbok/importers/ocr"
	"riskbok/rules/model"
)

// spot is a text at a height, with its figures left open: how headers and
// footers are known on several pages.
type spot struct {
	text string
	y    int
}

func spotOf(r *row) spot {
	text := strings.Map(func(c rune) rune {
		if unicode.IsDigit(c) {
			return '#'
		}
		return c
	}, ocr.Key(r.text))
	return spot{text, heightOf(r)}
}

func heightOf(r *row) int { return int(r.mid / places.spotHeight) }

// spotIn is where a row stands in the margin. The figures of a case number are
// not left open: what differs from page to page is an item's.
func (w *vocabulary) spotIn(r *row) spot {
	s := spotOf(r)
	if w.hasCase(r) {
		s.text = ocr.Key(r.text)
	}
	return s
}

// numbered reports whether a row begins like an item: such rows stand in one
// place on pages that each begin with one.
func (w *vocabulary) numbered(r *row) bool {
	text := r.parts[0]
	n := &w.numbers
	return n.sign.MatchString(text) || n.before.MatchString(text) || n.matter.MatchString(text) || n.misread[0].MatchString(text) ||
		n.plain.MatchString(text) && len(strings.Fields(text)) > 1
}

// fewDots is how many dots a dotted line has at least, as the pattern of rules says.
const fewDots = 8

// ruled knows rules of marks, and dotted lines to be signed.
var ruled = newPattern(`^(?:[_–—=*-]{4,}|(?:\pL+,?\s){0,3}[._]{8,}\s*\pL*)$`, func(text string) bool {
	return text != "" && strings.IndexByte("_=*-\xe2", text[0]) >= 0 || strings.Count(text, ".")+strings.Count(text, "_") >= fewDots
})

// repeatedRows finds the lines that stand in the margin of several pages.
// Headings and paragraph numbers are no such lines, though they may stand at
// the same height.
func repeatedRows(sheets []sheet, w *vocabulary) repeats {
	spots := make([][]spot, len(sheets))
	atOnce(len(sheets), func(i int) {
		text := false // the text of the page has begun
		for j := range sheets[i].rows {
			r := &sheets[i].rows[j]
			if !r.top && !r.foot || w.numbered(r) {
				continue
			}
			role, outcome := w.sections.line(r.text)
			if outcome == ocr.None && (!text || r.foot) {
				spots[i] = append(spots[i], w.spotIn(r))
			}
			text = text || outcome == ocr.Found && role != model.SectionAgenda
		}
	})
	count := map[spot]int{}
	for _, page := range spots {
		for _, s := range page {
			count[s]++
		}
	}
	repeated := repeats{map[spot]bool{}, map[int]bool{}}
	for k, n := range count {
		if n >= tolerances.fewRepeats {
			repeated.spots[k], repeated.heights[k.y] = true, true
		}
	}
	return repeated
}

// repeats is where lines stand in the margin of several pages, and at which
// heights any does.
type repeats struct {
	spots   map[spot]bool
	heights map[int]bool
}

func (x repeats) has(w *vocabulary, r *row) bool {
	return x.heights[heightOf(r)] && x.spots[w.spotIn(r)]
}

// clear takes page numbers, footers and signature lines off a page. Repeated
// lines in the upper margin are only marked: they may be the head of an item.
func (s *sheet) clear(w *vocabulary, repeated repeats) {
	rows := s.rows[:0]
	ends := false
	for i := range s.rows {
		r := s.rows[i]
		r.repeated = repeated.has(w, &r)
		if r.foot && r.repeated {
			continue
		}
		if w.signed(&r) || ruled.MatchString(r.text) {
			ends = ends || !r.foot
			continue
		}
		r.ends, ends = ends && !r.repeated, ends && r.repeated
		if r.top || r.foot {
			s.count(w, &r)
		}
		if len(r.segs) > 0 {
			rows = append(rows, r)
		}
	}
	s.rows = rows
	s.between(w)
	steps(s.rows)
}

// between takes a row of the upper margin that stands between two repeated ones
// for another: recognition read it otherwise than on the other pages.
func (s *sheet) between(w *vocabulary) {
	for i := 1; i+1 < len(s.rows); i++ {
		r := &s.rows[i]
		if r.top && s.rows[i-1].repeated && s.rows[i+1].repeated && !w.numbered(r) && !w.hasCase(r) {
			r.repeated = true
		}
	}
}

// cut takes short lines off the foot of a page that stand well below its text:
// the name of the municipality, a place to sign.
func (s *sheet) cut(w *vocabulary, b body) {
	for k := len(s.rows) - 1; k > 0; k-- {
		r := &s.rows[k]
		if !r.foot || ended(r.text) && !strings.HasSuffix(r.text, ":") || len(strings.Fields(r.text)) > places.footWords || w.numbered(r) {
			return
		}
		if _, outcome := w.section(strings.TrimSuffix(r.text, ":")); outcome != ocr.None {
			return
		}
		if gap := s.rows[k-1].mid - r.mid; float64(gap) > places.footGap*max(b.size, r.size) {
			s.rows = s.rows[:k]
			return
		}
	}
}

// signed reports whether a row is a line for signatures.
func (w *vocabulary) signed(r *row) bool {
	for _, text := range r.parts {
		if _, rest, outcome := w.signature.Prefix(text); outcome == ocr.Found && len(rest) < places.signedName {
			return true
		}
	}
	return false
}

// count takes the page number off a row in the margin and notes it.
func (s *sheet) count(w *vocabulary, r *row) {
	var kept []*grid.Line
	changed := false
	for k, l := range r.segs {
		text := r.parts[k]
		if w.pageWord.MatchString(text) || s.bare(w, r, text) {
			changed = true
			continue
		}
		if m := w.trailing.FindStringSubmatch(text); m != nil && s.notePageNumber(m[1], m[2]) {
			short := *l
			short.Text = strings.TrimSuffix(text, m[0])
			l, changed = &short, true
		}
		kept = append(kept, l)
	}
	if !changed {
		return
	}
	r.segs = kept
	r.join()
	if r.foot && !ended(r.text) {
		r.segs, r.parts = nil, nil // what stands beside a page number at the foot is no text
	}
}

// bare reports whether a text is nothing but a page number. Above the text a
// number needs to say so: "1/25" may be a matter's.
func (s *sheet) bare(w *vocabulary, r *row, text string) bool {
	m := w.counter.FindStringSubmatch(text)
	if m == nil || m[1] == "" && !r.foot && (m[3] == "" || strings.Contains(text, "/")) {
		return false
	}
	return s.notePageNumber(m[2], m[3])
}

// notePageNumber notes "Sida n av of". It refuses what cannot be that.
func (s *sheet) notePageNumber(n, of string) bool {
	if of == "" {
		return true
	}
	a, _ := strconv.Atoi(n)
	b, _ := strconv.Atoi(of)
	if a == 0 || a > b {
		return false
	}
	s.n, s.of = a, b
	return true
}
