package text

import (
	"cmp"
	"slices"
	"strings"

	"riskbok/importers/pdf/geom"
)

// Lines groups words that [Read] gave into lines again, after some of them
// have been taken away.
func Lines(words []Word) []Line { return LinesOf(slices.Clone(words)) }

// LinesOf is [Lines] for words that are needed no more: the lines take them over.
func LinesOf(words []Word) []Line { return AppendLines(nil, words) }

// AppendLines is [LinesOf], and appends the lines to others.
func AppendLines(out []Line, words []Word) []Line {
	byBase(words)
	for from := 0; from < len(words); {
		to := from + 1
		for to < len(words) && words[to].Base-words[from].Base < sameBase*max(words[from].Size, words[to].Size) {
			to++
		}
		row := words[from:to:to]
		byLeft(row)
		out = append(out, lineOf(row))
		from = to
	}
	return out
}

// byBase sorts words from top to bottom. Most stand so already, which is quicker to
// see than to sort.
func byBase(words []Word) {
	for i := 1; i < len(words); i++ {
		if cmp.Less(words[i].Base, words[i-1].Base) {
			slices.SortStableFunc(words, func(a, b Word) int { return cmp.Compare(a.Base, b.Base) })
			return
		}
	}
}

// byLeft sorts words by where they begin.
func byLeft(words []Word) {
	for i := 1; i < len(words); i++ {
		if cmp.Less(words[i].Box.X0, words[i-1].Box.X0) {
			slices.SortStableFunc(words, func(a, b Word) int { return cmp.Compare(a.Box.X0, b.Box.X0) })
			return
		}
	}
}

// Chunks divides a line at gaps wider than a number of em, as between two
// titles side by side.
func (l Line) Chunks(em float64) []Line { return l.AppendChunks(nil, em) }

// AppendChunks is [Line.Chunks], and appends the parts to others. A line without such a
// gap is its own part.
func (l Line) AppendChunks(out []Line, em float64) []Line {
	from := 0
	for i := 1; i <= len(l.Words); i++ {
		if i < len(l.Words) && l.Words[i].Box.X0-l.Words[i-1].Box.X1 < em*l.Size {
			continue
		}
		part := l
		if i-from < len(l.Words) {
			part = lineOf(l.Words[from:i:i])
		}
		out = append(out, part)
		from = i
	}
	return out
}

// Shift gives the gap before each word but the first, in em.
func (l Line) Shift() []float32 {
	if len(l.Words) < 2 {
		return nil
	}
	out := make([]float32, 0, len(l.Words)-1)
	for i := 1; i < len(l.Words); i++ {
		out = append(out, float32((l.Words[i].Box.X0-l.Words[i-1].Box.X1)/max(l.Size, leastSize)))
	}
	return out
}

func lineOf(words []Word) Line {
	l := Line{Words: words, Box: geom.Nothing, Bold: true, Base: words[0].Base}
	n := len(words)
	for i := range words {
		n += len(words[i].Text)
	}
	var b strings.Builder
	b.Grow(n)
	for i := range words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(words[i].Text)
		l.Box = l.Box.Union(words[i].Box)
		l.Size = max(l.Size, words[i].Size)
		l.Bold = l.Bold && words[i].Bold
		l.Base = max(l.Base, words[i].Base)
	}
	l.Text = b.String()
	return l
}
