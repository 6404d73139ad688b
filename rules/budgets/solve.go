package budgets

import (
	"math"

	"riskbok/rules/model"
)

// trust is which lines that are not called totals are taken for ones.
type trust int

const (
	words   trust = iota // none
	sure                 // those that fit every column, beyond chance
	likely               // also those that fit some, where the table has sure ones
	hopeful              // those that fit and that make a total above them fit
)

// solve finds the explanation of a table's totals that is worth most. Columns
// that prove to be none that totals add up are left out, and it begins anew.
func solve(m *matrix, s *Structure) *walk {
	w := mostWorth(m, s)
	if w.leavesOut() {
		w = mostWorth(m, s)
		w.leavesOut()
	}
	return w
}

func mostWorth(m *matrix, s *Structure) *walk {
	best := explain(m, s, words, below)
	if len(m.b.Lines) > tolerances.maxLines {
		return best
	}
	for _, place := range m.places() {
		for t := sure; t <= hopeful; t++ {
			if w := explain(m, s, t, place); w.worth > best.worth+1e-9 {
				best = w
			}
			if best.whole() {
				return best
			}
		}
	}
	return best
}

// whole reports whether an explanation leaves nothing open: every total fits in
// every column, and no line is left over.
func (w *walk) whole() bool {
	return len(w.sums) > 0 && w.off == 0 && w.rest == 0 && len(w.unexplained) == 0
}

// walk goes through the lines of a budget. Stack holds the lines so far that
// nothing has added up, open how many of the last of them are no totals.
type walk struct {
	m     *matrix
	s     *Structure
	trust trust

	sums        map[int][]int
	nets        map[int]Net
	mended      map[int][]float64
	within      map[int]bool // lines below a total that adds them up
	unexplained []int
	worth       float64
	off, rest   int // amounts of totals that do not fit, lines that nothing adds up

	stack  []int
	closed map[int]bool // lines of the stack that are totals or nets
	from   int          // the line after the last net
	headed bool         // a heading stands after that
	last   int          // the last line that is called a total
	found  int          // how many totals were known by figures alone
	used   [3]group     // see emptied
}

func newWalk(m *matrix, s *Structure, t trust) *walk {
	w := &walk{m: m, s: s, trust: t, last: -1}
	w.reset()
	for i := range m.b.Lines {
		if m.b.Lines[i].Total {
			w.last = i
		}
	}
	return w
}

func (w *walk) reset() {
	w.sums, w.nets, w.mended = map[int][]int{}, map[int]Net{}, map[int][]float64{}
	w.within, w.closed = map[int]bool{}, map[int]bool{}
	w.unexplained, w.stack, w.worth, w.from, w.headed, w.found = nil, nil, 0, 0, false, 0
	w.off, w.rest = 0, 0
}

// place is where totals stand.
type place int

const (
	below place = iota // under their lines
	above              // also over them
	first              // the total of all over them, the others under them
)

// places gives where the totals of a table may stand: first only where its first
// line is called one.
func (m *matrix) places() []place {
	for i := range m.b.Lines {
		if l := &m.b.Lines[i]; !m.skipped(i) {
			if l.Total {
				return []place{below, above, first}
			}
			break
		}
	}
	return []place{below, above}
}

// explain reads the lines in one way.
func explain(m *matrix, s *Structure, t trust, at place) *walk {
	w := newWalk(m, s, t)
	w.down()
	if at == below {
		return w
	}
	under := *w
	w.reset()
	if at == first {
		w.keep(&under)
	}
	w.up(&under)
	w.down()
	return w
}

// down reads totals below their lines.
func (w *walk) down() {
	for i := range w.m.b.Lines {
		w.line(i)
		if i == w.last {
			w.rest = w.left()
			w.worth -= tolerances.leftOver * float64(w.rest)
		}
	}
	if w.last < 0 && w.found > 0 {
		w.rest = w.left() // beside totals known by their figures
	}
}

// left counts the lines of the stack that are no totals.
func (w *walk) left() int {
	n := 0
	for _, i := range w.stack {
		if !w.closed[i] {
			n++
		}
	}
	return min(n, tolerances.mostLeft)
}

func (w *walk) line(i int) {
	l := &w.m.b.Lines[i]
	switch {
	case l.Kind == model.LineGroup:
		w.headed = true
	case w.m.skipped(i) || w.within[i]:
	case w.sums[i] != nil:
		w.push(i, true)
	case l.Kind == model.LineNet:
		w.netLine(i)
	case l.Total:
		w.total(i)
	case l.ByFigures && w.byFigures(i):
	case w.trust != words && w.unnamed(i):
	default:
		w.push(i, false)
	}
}

func (w *walk) push(i int, closed bool) {
	w.stack = append(w.stack, i)
	w.closed[i] = closed
}

// open gives the lines of the stack since the last total.
func (w *walk) open() []int {
	from := len(w.stack)
	for from > 0 && !w.closed[w.stack[from-1]] {
		from--
	}
	return w.stack[from:]
}

// leavesOut looks at the columns once more, and tells whether one is none that
// totals add up: its heading says nothing of money, and no total fits in it.
func (w *walk) leavesOut() (some bool) {
	for col := range w.m.b.Columns {
		if w.m.b.Columns[col].Role == model.RoleOther && !w.s.Plain[col] && w.averages(col) && !w.sumsBeside(col) {
			w.s.Plain[col], some = true, true
		}
	}
	return some
}

// sumsBeside reports whether a column is of a part of the year and another such is
// added up: then what does not fit in the one is wrong.
func (w *walk) sumsBeside(col int) bool {
	if w.m.b.Columns[col].Period.IsZero() {
		return false
	}
	for j := range w.m.b.Columns {
		if c := &w.m.b.Columns[j]; j != col && !c.Period.IsZero() && c.Role == model.RoleOther && !w.s.Plain[j] && !w.averages(j) {
			return true
		}
	}
	return false
}

// averages reports whether no total of a column is the sum of its lines, and each
// lies between them or there are several.
func (w *walk) averages(col int) bool {
	n, outside := 0, 0
	for head := range w.m.b.Lines {
		h, lines := w.m.cells[head][col], w.sums[head]
		if n, is := w.nets[head]; is {
			lines = n.lines()
		}
		if !h.said || len(lines) < 2 || w.provesNothing(head, col) {
			continue
		}
		g := w.group(lines...)
		if s := g.cols[col]; s.strange || s.terms < 2 || w.m.fits(h.v, s) {
			return false
		}
		if n++; !w.between(head, lines, col, tolerances.nearAverage) {
			outside++
		}
	}
	return n > 0 && outside == 0 || n >= tolerances.severalTotals
}

// between reports whether an amount lies between those of lines, all of one sign,
// or beyond them by no more than a share of the greatest.
func (w *walk) between(head int, lines []int, col int, room float64) bool {
	low, high, n := 0.0, 0.0, 0
	for _, i := range lines {
		c := w.m.cells[i][col]
		if !c.said {
			continue
		}
		if n == 0 {
			low, high = c.v, c.v
		}
		low, high = min(low, c.v), max(high, c.v)
		n++
	}
	h := w.m.cells[head][col].v
	beyond := room * max(math.Abs(low), math.Abs(high))
	return n > 1 && h >= low-beyond && h <= high+beyond && low*high >= 0
}
