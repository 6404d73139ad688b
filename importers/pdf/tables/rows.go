package tables

import (
	"cmp"
	"math"
	"slices"
	"strings"
)

// piece is the text of one column on one printed line.
type piece struct {
	col    int
	y0, y1 float64
	base   float64
	size   float64
	chunk  chunk
	group  bool // it is the heading of a group of rows
}

// pieces divides the lines of a region into columns, from top to bottom.
func (r *region) pieces() []piece {
	var out []piece
	for i := range r.rows {
		for _, c := range r.rows[i].chunks {
			w := c.words[0]
			for _, o := range c.words {
				w.Base, w.Size = max(w.Base, o.Base), max(w.Size, o.Size)
			}
			out = append(out, piece{r.cols.of(c), w.Base - ascent*w.Size, w.Base + descent*w.Size, w.Base, w.Size, c, r.rows[i].group})
		}
	}
	slices.SortStableFunc(out, func(a, b piece) int { return cmp.Compare(a.y0, b.y0) })
	return out
}

// gap is a stretch of y that holds no text.
type gap struct{ y0, y1 float64 }

func (g gap) size() float64 { return g.y1 - g.y0 }
func (g gap) mid() float64  { return (g.y0 + g.y1) / 2 }

// rowGaps gives all stretches between lines of text over the whole width.
// Lines that overlap, as in cells centred in their row, leave no gap.
func rowGaps(ps []piece) []gap {
	var out []gap
	end := ps[0].y1
	for _, p := range ps[1:] {
		if p.y0 > end-places.touch*p.size {
			out = append(out, gap{min(end, p.y0), p.y0})
		}
		end = max(end, p.y1)
	}
	return out
}

// rowBreaks gives the borders between the rows of a region, in order: what is
// drawn, and within what is drawn the gaps that divide rows.
func (r *region) rowBreaks(drawn []float64) []float64 {
	ps := r.pieces()
	gaps := rowGaps(ps)
	key := keyColumn(ps, len(r.cols), cmp.Or(r.leastKeys, tolerances.leastKeys))
	limit := -1.0
	if keyed(r.rows, ps, key) {
		// The lines of headings may be closer than those of the rows.
		limit = lineGap(below(ps, gaps, firstKey(ps, key).y0))
	}
	if limit < 0 {
		limit = lineGap(ps, gaps, false)
	}
	if limit < 0 {
		limit = rowSpacing(ps, gaps, key)
	}
	starts := startLines(ps, gaps, key)
	atBottom := setAtBottom(ps, gaps, key, starts)
	breaks := slices.Clone(drawn)
	at := 0
	for i := 0; i <= len(drawn); i++ {
		top, bottom := math.Inf(-1), math.Inf(1)
		if i > 0 {
			top = drawn[i-1]
		}
		if i < len(drawn) {
			bottom = drawn[i]
		}
		var inside []gap
		for ; at < len(gaps) && gaps[at].mid() < bottom; at++ {
			if gaps[at].mid() > top {
				inside = append(inside, gaps[at])
			}
		}
		keys := keysIn(ps, key, top, bottom)
		// Where every row is drawn, a wide gap within one is an empty line, but
		// what is drawn over each sum parts no rows of amounts.
		if len(drawn) >= tolerances.leastDrawn && i > 0 && i < len(drawn) && len(keys) < 2 {
			if len(keys) == 0 {
				breaks = append(breaks, divide(inside, amountLines(ps, top, bottom), math.Inf(1), starts, true)...)
			}
			continue
		}
		here := divide(inside, keys, limit, starts, atBottom)
		if len(drawn) >= tolerances.leastDrawn && i == len(drawn) && len(keys) == 0 && len(here) == 0 {
			// Nor does the last of what is drawn make one row of those below it.
			here = divide(inside, amountLines(ps, top, bottom), math.Inf(1), starts, true)
		}
		breaks = append(breaks, here...)
	}
	// What is drawn below the headings does not divide these from a first row.
	for _, y := range overNumbers(ps, gaps, breaks) {
		if len(drawn) < tolerances.leastDrawn || y < drawn[0] {
			breaks = append(breaks, y)
		}
	}
	breaks = append(breaks, aroundGroups(ps, gaps, breaks)...)
	slices.Sort(breaks)
	return breaks
}

// divide picks from the gaps of a stretch those that divide rows: between two
// keys always one, the widest; elsewhere each that is wider than the gap
// between the lines of one cell. Of several as wide it is the last below which
// a line may begin a row, by starts, or else the last; where the keys stand at
// the bottom of their rows it is the first.
func divide(gaps []gap, keys []piece, limit float64, starts map[gap]bool, atBottom bool) []float64 {
	var out []float64
	for k := 1; k < len(keys); k++ {
		best := -1
		wide := false
		for i, g := range gaps {
			if g.mid() < keys[k-1].base-keys[k-1].size/2 || g.mid() > keys[k].base {
				continue
			}
			wide = wide || g.size() > limit
			near := places.equalGap * keys[k].size
			if best < 0 || g.size() > gaps[best].size()+near {
				best = i
				continue
			}
			rather := starts[g] || !starts[gaps[best]]
			if atBottom {
				rather = starts[g] && !starts[gaps[best]]
			}
			if rather && g.size() > gaps[best].size()-near {
				best = i
			}
		}
		if best >= 0 && !wide {
			out = append(out, gaps[best].mid())
		}
	}
	for _, g := range gaps {
		if g.size() > limit {
			out = append(out, g.mid())
		}
	}
	return out
}

// lineGap gives the size above which a gap divides rows: a little more than
// what lies between two lines of one cell, as the closest lines of one column
// show it. Without wrapped cells every gap divides. Lines further apart than
// those of one cell mostly are can be so only where keys tell of wrapped cells.
func lineGap(ps []piece, gaps []gap, keyed bool) float64 {
	last := map[int]piece{}
	var steps []float64
	size := 0.0
	for _, p := range ps {
		if q, ok := last[p.col]; ok {
			if step := (p.base - q.base) / p.size; step > tolerances.leastStep {
				steps = append(steps, step)
			}
		}
		last[p.col] = p
		size = max(size, p.size)
	}
	slices.Sort(steps)
	if len(steps) == 0 || steps[0] > tolerances.textGap || steps[0] > tolerances.cellStep && !keyed {
		return -1
	}
	inner := max(steps[0]-1, 0) * ps[len(ps)/2].size
	// The two kinds of gaps are told apart where they are furthest apart.
	sizes := []float64{}
	for _, g := range gaps {
		sizes = append(sizes, g.size())
	}
	slices.Sort(sizes)
	least := inner + tolerances.keyedStep*ps[len(ps)/2].size
	if len(sizes) == 0 || sizes[0] > least {
		return least // no gap is one between the lines of a cell
	}
	best, at := 0.0, least
	for i := 1; i < len(sizes); i++ {
		if d := sizes[i] - sizes[i-1]; sizes[i-1] <= inner+tolerances.innerStep*size && sizes[i] > least && d > best {
			best, at = d, (sizes[i]+sizes[i-1])/2
		}
	}
	return max(at, least)
}

func (c *chunk) text() string {
	if len(c.words) == 1 {
		return c.words[0].Text
	}
	n := len(c.words) - 1
	for i := range c.words {
		n += len(c.words[i].Text)
	}
	var b strings.Builder
	b.Grow(n)
	for i := range c.words {
		if i > 0 {
			b.WriteByte(' ')
		}
		b.WriteString(c.words[i].Text)
	}
	return b.String()
}
