package tables

import (
	"math"
	"slices"

	"riskbok/importers/pdf/text"
)

// beside takes running text that stands on the right or the left of a table
// out of the lines of a page. It gives the lines without it, and its words. A
// known heading among others above it, also of those that are boxed, makes it a column.
func beside(lines []row, known func(string) bool, boxed []row) ([]row, []text.Word) {
	var out []text.Word
	for _, right := range []bool{true, false} {
		for _, b := range blocks(lines, right) {
			if !b.aside(lines, right) || known != nil && b.belowKnownHeading(lines, right, known, boxed) {
				continue
			}
			for _, i := range b {
				l := &lines[i]
				n := len(l.Words) - len(l.edge(right).words)
				rest, taken := l.Words[:n], l.Words[n:]
				if !right {
					n = len(l.Words) - n
					taken, rest = l.Words[:n], l.Words[n:]
				}
				out = append(out, taken...)
				if len(rest) == 0 {
					*l = row{}
				} else {
					*l = newRows(text.Lines(rest))[0]
				}
			}
		}
		lines = slices.DeleteFunc(lines, func(r row) bool { return len(r.Words) == 0 })
	}
	return lines, out
}

// edge gives the first or the last piece of a line.
func (r *row) edge(right bool) chunk {
	if right {
		return r.chunks[len(r.chunks)-1]
	}
	return r.chunks[0]
}

// block is lines, by index, whose outermost pieces stand below each other.
type block []int

// blocks gives the runs of outermost pieces that begin at one place, at one
// pitch.
func blocks(lines []row, right bool) []block {
	var all []block
	var out []block
	for i := range lines {
		if len(lines[i].chunks) == 0 {
			continue
		}
		c := lines[i].edge(right)
		k := slices.IndexFunc(all, func(b block) bool {
			o := lines[b[len(b)-1]].edge(right)
			w, last := &c.words[0], &o.words[0]
			step := w.Base - last.Base
			if math.Abs(c.x0-o.x0) > places.sameEdge || math.Abs(w.Size-last.Size) > tolerances.equalSize*w.Size || step > tolerances.textGap*w.Size {
				return false
			}
			if len(b) == 1 {
				return true
			}
			return b.pitched(lines, right, step, w.Size)
		})
		if k >= 0 {
			all[k] = append(all[k], i)
			continue
		}
		all = slices.DeleteFunc(all, func(b block) bool {
			done := lines[i].Base-lines[b[len(b)-1]].Base > 2*tolerances.textGap*lines[i].Size
			if done && len(b) >= tolerances.leastBeside {
				out = append(out, b)
			}
			return done
		})
		all = append(all, block{i})
	}
	for _, b := range all {
		if len(b) >= tolerances.leastBeside {
			out = append(out, b)
		}
	}
	return out
}

// pitched reports whether a step goes on with the pitch of a block, or begins a
// paragraph of it.
func (b block) pitched(lines []row, right bool, step, size float64) bool {
	pitch := b.pitch(lines, right)
	return step > pitch-tolerances.leastParagraph*size && step < pitch+tolerances.mostParagraph*size
}

// step gives the distance of a line of a block from the one above.
func (b block) step(lines []row, right bool, i int) float64 {
	return lines[b[i]].edge(right).words[0].Base - lines[b[i-1]].edge(right).words[0].Base
}

// pitch gives the usual distance of the lines of a block.
func (b block) pitch(lines []row, right bool) float64 {
	steps := make([]float64, 0, len(b))
	for i := 1; i < len(b); i++ {
		steps = append(steps, b.step(lines, right, i))
	}
	slices.Sort(steps)
	return steps[(len(steps)-1)/2]
}

// parts gives how many paragraphs a block has.
func (b block) parts(lines []row, right bool) int {
	n, pitch := 1, b.pitch(lines, right)
	for i := 1; i < len(b); i++ {
		if b.step(lines, right, i) > pitch+tolerances.leastParagraph*lines[b[i]].Size {
			n++
		}
	}
	return n
}

// belowKnownHeading reports whether a known heading stands above a block, at its place or as
// its first line, on one line with others. Other texts at the place of the block may
// stand between: what is set in the middle of its rows is a block only in part.
func (b block) belowKnownHeading(lines []row, right bool, known func(string) bool, boxed []row) bool {
	first := &lines[b[0]]
	x0 := first.edge(right).x0
	above := func(l *row) bool { return l.heads(x0, right, known) }
	reach := first.Base
	for i := b[0]; i >= 0; i-- {
		l := &lines[i]
		if reach-l.Base >= tolerances.headReach*l.Size {
			break
		}
		if !slices.ContainsFunc(l.chunks, func(c chunk) bool { return math.Abs(c.x0-x0) < places.sameEdge }) {
			continue
		}
		if above(l) {
			return true
		}
		reach = l.Base
	}
	return slices.ContainsFunc(boxed, func(l row) bool {
		return l.Base <= reach && reach-l.Base < tolerances.headReach*l.Size && above(&l)
	})
}

// heads reports whether a line has a known heading at a place, among others.
func (r *row) heads(x0 float64, right bool, known func(string) bool) bool {
	own, others := false, 0
	for _, c := range r.chunks {
		at, heading := math.Abs(c.x0-x0) < places.sameEdge, known(c.text())
		switch {
		case at && (heading || !right): // what names the risks is called many things
			own = true
		case heading:
			others++
		}
	}
	return own && others >= tolerances.leastOthers
}

// boxedHeadings gives the lines of the first rows of ruled tables, a chunk for each cell.
func boxedHeadings(ruled []*Table) []row {
	var out []row
	for _, t := range ruled {
		l := row{}
		for i := range t.Cells {
			c := &t.Cells[i]
			if c.Row > 0 || len(c.Words) == 0 {
				continue
			}
			x := chunkOf(c.Words)
			l.chunks = append(l.chunks, x)
			l.Base, l.Size = max(l.Base, x.words[0].Base), x.words[0].Size
		}
		if len(l.chunks) > tolerances.leastOthers {
			out = append(out, l)
		}
	}
	return out
}

// aside reports whether a block stands beside rows of several pieces and is
// none of their columns.
func (b block) aside(lines []row, right bool) bool {
	first, last := lines[b[0]].edge(right), lines[b[len(b)-1]].edge(right)
	top, bottom := first.words[0].Base-first.words[0].Size, last.words[0].Base+last.words[0].Size
	x0, size := first.x0, first.words[0].Size
	rows, shared := 0, 0
	for i := range lines {
		l := &lines[i]
		if l.Base < top || l.Base > bottom || len(l.chunks) < 2 {
			continue
		}
		others, with := 0, -1
		for k, c := range l.chunks {
			switch {
			case math.Abs(c.x0-x0) < places.sameEdge:
				with = k
			case right == (c.x0 < x0):
				others++
			default:
				return false
			}
		}
		if others < tolerances.leastOthers {
			continue
		}
		rows++
		if with >= 0 {
			c, o := &l.chunks[with].words[0], &l.chunks[0].words[0]
			if with == 0 {
				o = &l.chunks[1].words[0]
			}
			if math.Abs(c.Base-o.Base) < tolerances.sharedBase*size {
				shared++
			}
		}
	}
	parts := b.parts(lines, right)
	return rows >= tolerances.leastRows && float64(shared) < tolerances.besideShared*float64(rows) && (parts == 1 || float64(parts) <= tolerances.paragraphs*float64(rows))
}
