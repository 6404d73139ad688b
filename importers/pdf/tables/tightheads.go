package tables

import (
	"math"
	"slices"

	"riskbok/importers/pdf/text"
)

// partHeads divides the line of headings above a region at the columns below
// it: headings that stand as close as words of one text do, over columns that
// stand apart. It reports whether a line was one.
func (r *region) partHeads(above, first *row) bool {
	if !first.numbered() || first.Base-above.Base > tolerances.bandGap*first.Size || len(r.cols) < tolerances.leastHeading {
		return false
	}
	chunks := r.cols.over(above.Words)
	if len(chunks) < tolerances.leastHeading || 2*len(chunks) < len(r.cols) {
		return false
	}
	if slices.ContainsFunc(chunks, func(c chunk) bool { return printsNumber(c.text()) }) {
		return false
	}
	above.chunks = chunks
	return true
}

// goesOnHeads reports whether a line is the lower one of headings of two lines: it
// stands close below them, each of its pieces over a column and none a number.
func (r *region) goesOnHeads(above, line *row) bool {
	return line.Base-above.Base < tolerances.headGap*line.Size && r.cols.fits(line) && line.Bold == above.Bold &&
		!slices.ContainsFunc(line.chunks, func(c chunk) bool { return printsNumber(c.text()) })
}

// numbered reports whether a line has numbers in two columns, as no line of
// headings has: the number of a row and a level, or amounts.
func (r *row) numbered() bool {
	n := 0
	for _, c := range r.chunks {
		if s := c.text(); (printsKey(s) || printsNumber(s)) && !yearText.MatchString(s) {
			n++
		}
	}
	return n >= tolerances.leastAmounts
}

// headPiece is the last of the pieces that words are parted into: how many there are,
// the word that it begins with, and the column that the one before stands over.
type headPiece struct{ pieces, from, before int }

// over parts the words of a line into as many pieces as stand over columns of
// their own, each beginning, ending or centred where the text of its column is,
// and over no other. It gives none where some word stands over no column.
func (cs columns) over(words []text.Word) []chunk {
	// ends[i][k]: the words before i in pieces of which the last is in column k.
	ends := make([][]headPiece, len(words)+1)
	for to := range ends {
		ends[to] = make([]headPiece, len(cs))
		for from := range to {
			c := chunkOf(words[from:to])
			for k := range cs {
				if cs.above(k, c) {
					if p := joined(ends, from, k); p.pieces > ends[to][k].pieces {
						ends[to][k] = p
					}
				}
			}
		}
	}
	last := 0
	for k := range cs {
		if ends[len(words)][k].pieces > ends[len(words)][last].pieces {
			last = k
		}
	}
	var out []chunk
	for to, k := len(words), last; to > 0; {
		p := ends[to][k]
		if p.pieces == 0 {
			return nil
		}
		out = append(out, chunkOf(words[p.from:to]))
		to, k = p.from, p.before
	}
	slices.Reverse(out)
	return out
}

// joined gives a piece over column k from a word on, behind as many others as can
// stand over the columns before; none where words are left over in front of it.
func joined(ends [][]headPiece, from, k int) headPiece {
	if from == 0 {
		return headPiece{1, 0, -1}
	}
	var out headPiece
	for before, p := range ends[from][:k] {
		if p.pieces > 0 && p.pieces+1 > out.pieces {
			out = headPiece{p.pieces + 1, from, before}
		}
	}
	return out
}

// above reports whether a piece stands over a column and over no other.
func (cs columns) above(k int, c chunk) bool {
	for i := range cs {
		if i != k && min(c.x1, cs[i].x1)-max(c.x0, cs[i].x0) > places.sameEdge {
			return false
		}
	}
	near := tolerances.overNear * c.words[0].Size
	return math.Abs(c.x0-cs[k].x0) < near || math.Abs(c.x1-cs[k].x1) < near || math.Abs(c.x0+c.x1-cs[k].x0-cs[k].x1) < 2*near
}
