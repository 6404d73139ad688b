package budgets

import (
	"math"
	"slices"

	"riskbok/rules/model"
)

// group is some lines and what they add up to in each column: as printed, and
// with those that are wrong totals mended.
type group struct {
	lines []int
	cols  []columnSum
}

// columnSum is the sum of some amounts; terms is how many of them say
// something, strange whether one was not understood.
type columnSum struct {
	printed, mended float64
	terms, more     int // more of those that the mended ones are made of
	strange         bool
}

func (w *walk) group(lines ...int) *group {
	g := &group{cols: make([]columnSum, len(w.m.b.Columns))}
	for _, i := range lines {
		w.add(g, i, 1)
	}
	return g
}

// emptied gives one of the groups that are used again for each reading of a net,
// of which there are many.
func (w *walk) emptied(n int) *group {
	g := &w.used[n]
	if g.cols == nil {
		g.cols = make([]columnSum, len(w.m.b.Columns))
	}
	g.lines = g.lines[:0]
	clear(g.cols)
	return g
}

func (w *walk) add(g *group, line int, sign float64) {
	g.lines = append(g.lines, line)
	mended := w.mended[line]
	for col := range g.cols {
		c := w.m.cells[line][col]
		s := &g.cols[col]
		s.strange = s.strange || c.strange
		if !c.said {
			continue
		}
		s.terms++
		s.printed += sign * c.v
		if mended != nil {
			s.mended += sign * mended[col]
			if mended[col] != c.v {
				s.more += len(w.parts(line))
			}
		} else {
			s.mended += sign * c.v
		}
	}
}

// fits reports whether a number is the sum, as printed or as mended.
func (m *matrix) fits(v float64, s columnSum) bool {
	return m.near(v, s.printed, s.terms) || m.near(v, s.mended, s.terms+s.more)
}

// off is how far a number is from the sum, as printed or as mended.
func (s columnSum) off(v float64) float64 {
	return math.Min(math.Abs(v-s.printed), math.Abs(v-s.mended))
}

// parts gives the lines that a total or net is made of.
func (w *walk) parts(line int) []int {
	if n, is := w.nets[line]; is {
		return n.lines()
	}
	return w.sums[line]
}

// fitting counts the columns in which a line is judged, those of them in which
// it is the sum of a group, and how much that proves.
type fitting struct {
	fit, judged int
	proof       float64
}

func (f fitting) all() bool { return f.judged > 0 && f.fit == f.judged }

func (w *walk) fitting(head int, g *group) (f fitting) {
	for col := range w.m.b.Columns {
		h := w.m.cells[head][col]
		s := g.cols[col]
		if !h.said || s.strange || s.terms == 0 || w.provesNothing(head, col) {
			continue
		}
		f.judged++
		if w.m.fits(h.v, s) {
			f.fit++
			f.proof += w.m.proof(col, h.v, s.off(h.v), s.terms)
		}
	}
	return f
}

// provesNothing reports whether an amount proves nothing of sums of lines: it is no
// amount, or is held against others on its own line.
func (w *walk) provesNothing(line, col int) bool {
	if w.s.Plain[col] {
		return true
	}
	c, ok := w.s.Columns[col]
	return ok && c.judges(w.m.b, line)
}

// close notes that a line adds up others, and what it should be.
func (w *walk) close(head int, lines []int, f fitting) {
	w.sums[head] = slices.Clone(lines)
	w.mend(head, w.group(lines...))
	w.rate(head, f)
}

func (w *walk) mend(head int, g *group) {
	row := make([]float64, len(g.cols))
	for col := range g.cols {
		h, s := w.m.cells[head][col], g.cols[col]
		row[col] = h.v
		if h.said && !s.strange && s.terms > 0 && !w.provesNothing(head, col) && !w.m.fits(h.v, s) {
			row[col] = s.mended
		}
	}
	w.mended[head] = row
}

// rate adds to the worth of the explanation what a total fits and does not. A
// line that is called a total weighs more than one that is not.
func (w *walk) rate(head int, f fitting) {
	w.off += f.judged - f.fit
	fit, off := float64(f.fit), float64(f.judged-f.fit)
	switch {
	case w.named(head):
		w.worth += fit - off
	case f.proof >= tolerances.sureProof:
		w.worth += 0.5*fit - 0.3*off
	default:
		w.worth += 0.5*fit - off
	}
}

// named reports whether a line says that it follows from others.
func (w *walk) named(i int) bool {
	l := &w.m.b.Lines[i]
	return l.Total || l.Kind == model.LineNet
}

// opposite reports whether no total of one kind adds up lines of the other.
func opposite(a, b model.LineKind) bool {
	return a == model.LineIncome && b == model.LineCost || a == model.LineCost && b == model.LineIncome
}
