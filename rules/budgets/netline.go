package budgets

import (
	"math"
	"slices"

	"riskbok/rules/model"
)

// netLine explains a line that is called a net; where nothing explains it, what
// stands before it is not added up again.
func (w *walk) netLine(i int) {
	if w.net(i, 0) || w.wrongNet(i) {
		return
	}
	w.stack = w.stack[:0]
	w.push(i, true)
	w.from, w.headed = i+1, false
}

// wrongNet explains a net that fits nothing under the totals of income and of costs:
// it can only be of these, or of all that stands there, and is held against what it
// comes nearest to.
func (w *walk) wrongNet(i int) bool {
	own, _ := w.own(i)
	if len(own.Income) == 0 || !slices.ContainsFunc(own.lines(), w.named) || w.from > 0 {
		return false
	}
	beside := 0
	for _, j := range w.stack {
		if !slices.Contains(own.Income, j) && !slices.Contains(own.Costs, j) {
			beside++
		}
	}
	if beside > tolerances.maxBeside {
		return false
	}
	var best Net
	off := math.Inf(1)
	for _, n := range slices.Concat(ownSigns(w.m, own), readings(w.m, w.stack)) {
		if d := w.distanceTo(i, w.netGroup(n)); w.netFits(i, n).judged > 0 && d < off {
			best, off = n, d
		}
	}
	if math.IsInf(off, 1) {
		return false
	}
	w.noteNet(i, best, w.netFits(i, best))
	return true
}

// noteNet notes what a net is made of, and that a new part of the table begins.
func (w *walk) noteNet(i int, n Net, f fitting) {
	w.nets[i] = n
	w.mend(i, w.netGroup(n))
	w.rate(i, f)
	w.take(n.lines(), i)
	w.from, w.headed = i+1, false
}

// net explains a line as the net of what stands before it: the totals of income
// and of costs, else their lines; or what has not been added up, the net before
// it included, as in an income statement. The reading that fits most columns
// counts; one that fits less than half of them, or no more than a sum does, is
// left out, unless the table allows no other.
func (w *walk) net(i, sum int) bool {
	own, certain := w.own(i)
	certain = certain && sum == 0
	var best Net
	most := fitting{fit: -1}
	try := func(n Net) {
		if f := w.netFits(i, n); f.fit > most.fit && f.judged > 0 {
			best, most = n, f
		}
	}
	if len(own.Income) > 0 && !w.m.b.Lines[i].Total || certain {
		for _, n := range ownSigns(w.m, own) {
			try(n)
		}
	}
	for _, lines := range w.netEndings() {
		for _, n := range readings(w.m, lines) {
			try(n)
		}
	}
	if most.judged == 0 || !certain && (most.fit == 0 || 2*most.fit < most.judged) || sum > 0 && most.fit <= sum {
		if w.named(i) && sum == 0 {
			w.worth -= float64(max(0, most.judged))
			w.off += max(1, most.judged)
		}
		return false
	}
	if w.m.b.Lines[i].Kind != model.LineNet && best.IncomeSign == 1 && best.CostsSign == 1 && !w.netted(best.lines()) {
		w.close(i, best.lines(), most)
		w.take(best.lines(), i)
		return true
	}
	w.noteNet(i, best, most)
	return true
}

// netGroup gives what a net's lines make, with their signs.
func (w *walk) netGroup(n Net) *group {
	g := w.group()
	w.addNet(g, n)
	return g
}

func (w *walk) addNet(g *group, n Net) {
	for _, j := range n.Income {
		w.add(g, j, float64(n.IncomeSign))
	}
	for _, j := range n.Costs {
		w.add(g, j, float64(n.CostsSign))
	}
}

// netFits is fitting of a net; a side of which a column says nothing says
// nothing of the net.
func (w *walk) netFits(i int, n Net) (f fitting) {
	g, income, costs := w.emptied(0), w.emptied(1), w.emptied(2)
	w.addNet(g, n)
	for _, j := range n.Income {
		w.add(income, j, 1)
	}
	for _, j := range n.Costs {
		w.add(costs, j, 1)
	}
	for col := range w.m.b.Columns {
		h, s := w.m.cells[i][col], g.cols[col]
		if !h.said || w.provesNothing(i, col) || s.strange || income.cols[col].terms == 0 || costs.cols[col].terms == 0 {
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

// own gives the income and the costs since the last net; certain tells that a
// net can hardly be of anything else: nothing stands beside them, and no net
// before them goes into this one.
func (w *walk) own(i int) (n Net, certain bool) {
	n.Income, n.Costs = w.partsOf(model.LineIncome, w.from, i), w.partsOf(model.LineCost, w.from, i)
	if len(n.Income) == 0 || len(n.Costs) == 0 {
		return Net{}, false
	}
	for _, j := range w.stack {
		switch {
		case j < w.from && w.headed:
		case !slices.Contains(n.Income, j) && !slices.Contains(n.Costs, j):
			return n, false
		}
	}
	return n, true
}

// netEndings gives the ends of the stack that a net may add up, the longest first.
func (w *walk) netEndings() [][]int {
	var out [][]int
	for from := range w.stack {
		left := len(w.stack) - from
		if left < 2 {
			break
		}
		if from == 0 && left <= tolerances.maxPosts || left <= tolerances.maxNet {
			out = append(out, slices.Clone(w.stack[from:]))
		}
	}
	return out
}
