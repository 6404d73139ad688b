package tables

import "riskbok/importers/pdf/text"

// chunk is a stretch of one printed line that belongs to one cell as far as
// its gaps and the order of painting tell.
type chunk struct {
	x0, x1 float64
	words  []text.Word
	wide   bool // a gap wider than any space stands before it
}

// row is one printed line outside the ruled tables.
type row struct {
	text.Line
	chunks  []chunk
	defines bool // it heads a table of levels or of treatments
	named   bool // it is the name of an axis or of the risk value, and nothing else
	group   bool // it is the heading of a group of rows
}

func newRows(lines []text.Line) []row {
	out := make([]row, len(lines))
	for i, l := range lines {
		out[i] = row{Line: l, chunks: chunksOf(l.Words)}
	}
	return out
}

func chunksOf(words []text.Word) []chunk {
	var out []chunk
	for i, w := range words {
		if i > 0 {
			prev := &words[i-1]
			gap := (w.Box.X0 - prev.Box.X1) / max(w.Size, tolerances.leastSize)
			anew := w.Glyphs[0].Run != prev.Glyphs[len(prev.Glyphs)-1].Run
			divided := anew && !prev.Space && gap <= tolerances.runGap // else it were one word
			if gap < tolerances.wideGap && !divided && !(anew && (gap > tolerances.runGap || gap < -tolerances.runGap)) {
				c := &out[len(out)-1]
				c.x1 = max(c.x1, w.Box.X1)
				c.words = words[i-len(c.words) : i+1]
				continue
			}
			out = append(out, chunk{w.Box.X0, w.Box.X1, words[i : i+1], gap >= tolerances.wideGap || divided})
			continue
		}
		out = append(out, chunk{w.Box.X0, w.Box.X1, words[:1], true})
	}
	// What is painted over the beginning of the next cell ends there.
	for i := 1; i < len(out); i++ {
		if over := out[i].x0 - places.cellApart; out[i-1].x1 > over && over > out[i-1].x0 {
			out[i-1].x1 = over
		}
	}
	return out
}

// wides counts the chunks of a line that stand apart.
func (r *row) wides() int {
	n := 0
	for _, c := range r.chunks {
		if c.wide {
			n++
		}
	}
	return n
}
