package tables

import (
	"cmp"
	"math"
	"slices"
	"unicode"
	"unicode/utf8"

	"riskbok/importers/pdf/content"
	"riskbok/importers/pdf/text"
)

// parted gives the lines of words, with words divided that belong to several
// columns without rulings. It may put the words in another order.
func parted(words []text.Word) []row {
	lines := text.LinesOf(words)
	var s *sides
	for i := range lines {
		if !severalRuns(lines[i].Words) {
			continue
		}
		if s == nil {
			s = sidesOf(lines)
		}
		var out []text.Word
		for k := range lines[i].Words {
			out = append(out, s.part(&lines[i].Words[k], lines, i)...)
		}
		if len(out) > len(lines[i].Words) {
			lines[i].Words = out
		}
	}
	return newRows(lines)
}

func severalRuns(words []text.Word) bool {
	for i := range words {
		if inRuns(&words[i]) {
			return true
		}
	}
	return false
}

// inRuns reports whether a word was painted in a few runs.
func inRuns(w *text.Word) bool {
	n := 0
	for k := 1; k < len(w.Glyphs); k++ {
		if w.Glyphs[k].Run != w.Glyphs[k-1].Run {
			n++
		}
	}
	return n > 0 && n < tolerances.fewRuns
}

// runStarts gives the glyphs of a word at which painting began anew.
func runStarts(glyphs []content.Glyph) []int {
	var out []int
	for k := 1; k < len(glyphs); k++ {
		if glyphs[k].Run != glyphs[k-1].Run {
			out = append(out, k)
		}
	}
	return out
}

// sides are, in order, where the first words of lines and those after gaps
// begin, and where the last ones and those before gaps end.
type sides struct{ starts, ends []float64 }

func sidesOf(lines []text.Line) *sides {
	s := &sides{}
	for _, l := range lines {
		for i := range l.Words {
			box := l.Words[i].Box
			if i == 0 || box.X0-l.Words[i-1].Box.X1 >= tolerances.wideGap*l.Size {
				s.starts = append(s.starts, box.X0)
			}
			if i+1 == len(l.Words) || l.Words[i+1].Box.X0-box.X1 >= tolerances.wideGap*l.Size {
				s.ends = append(s.ends, box.X1)
			}
		}
	}
	slices.SortFunc(s.starts, cmp.Compare[float64])
	slices.SortFunc(s.ends, cmp.Compare[float64])
	return s
}

// part divides a word of a line.
func (s *sides) part(w *text.Word, lines []text.Line, line int) []text.Word {
	if !inRuns(w) {
		return []text.Word{*w}
	}
	var out []text.Word
	cuts := runStarts(w.Glyphs)
	from := 0
	for n, k := range cuts {
		to := len(w.Glyphs)
		if n+1 < len(cuts) {
			to = cuts[n+1]
		}
		x, near := w.Glyphs[k].X, tolerances.partedNear*w.Size
		if text.Raised(&w.Glyphs[k], w.Size, w.Base) {
			continue // the mark of a note
		}
		if k-from < 2 || len(w.Glyphs)-k < 2 && !(level(w.Glyphs, k) && stand(s.starts, x, near)) || !stand(s.starts, x, near) && !stand(s.ends, w.Glyphs[to-1].EndX, near) && !clear(lines[line:], x) {
			continue
		}
		out = append(out, text.Part(*w, from, k))
		from = k
	}
	return append(out, text.Part(*w, from, len(w.Glyphs)))
}

// level reports whether the glyph at an index is a digit behind a letter: a level that
// touches a word too wide for the column before.
func level(glyphs []content.Glyph, k int) bool {
	before, _ := utf8.DecodeLastRuneInString(glyphs[k-1].Text)
	digit, _ := utf8.DecodeRuneInString(glyphs[k].Text)
	return unicode.IsLetter(before) && unicode.IsDigit(digit)
}

// stand reports whether enough lines have a side at a place.
func stand(sides []float64, x, near float64) bool {
	i, _ := slices.BinarySearch(sides, x-near)
	return i+tolerances.leastParted <= len(sides) && math.Abs(sides[i+tolerances.leastParted-1]-x) < near
}

// clear reports whether the lines below a first one leave a gap at a place.
func clear(lines []text.Line, x float64) bool {
	const reach = 12 // lines; those further down are other rows
	n := 0
	for i := 1; i < min(len(lines), reach); i++ {
		l := &lines[i]
		if l.Base-lines[i-1].Base > tolerances.maxRowGap*l.Size {
			break
		}
		k, _ := slices.BinarySearchFunc(l.Words, x, func(w text.Word, x float64) int { return cmp.Compare(w.Box.X1, x) })
		switch {
		case k == len(l.Words):
		case l.Words[k].Box.X0 < x:
			return false
		case k > 0 && l.Words[k].Box.X0-l.Words[k-1].Box.X1 < tolerances.wideGap*l.Size:
			return false
		case k > 0:
			n++
		}
	}
	return n >= tolerances.leastClear
}
