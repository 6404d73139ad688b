package budgets

import (
	"slices"

	"riskbok/rules/model"
)

// choice is lines that a total may add up. A natural one begins where a part of
// the table does.
type choice struct {
	*group
	natural bool
	fitting
}

// total explains a line that is called a total by the lines before it.
func (w *walk) total(i int) {
	kind := w.m.b.Lines[i].Kind
	named := kind == model.LineIncome || kind == model.LineCost
	if len(w.stack) == 0 {
		if !named {
			w.off++
			w.worth-- // it may stand above its lines
		}
		w.push(i, true)
		return
	}
	all := w.group(w.stack...)
	best := w.best(i, w.choices(i, all))
	// A line that is called the sum of costs may stand without their lines.
	if named && len(w.open()) == 0 && !best.all() {
		w.push(i, true)
		return
	}
	if best.fit < best.judged && !named && w.net(i, best.fit) {
		return
	}
	if best.fit == 0 && kind == model.LineInvestment {
		w.push(i, false) // a net of investments that stands alone
		return
	}
	if best.fit == 0 && len(w.open()) == 0 && w.alone() {
		w.push(i, true)
		return
	}
	if best.fit == 0 && best.judged == 1 && w.added(i) {
		// The others of its column are sums: it is one, too, and wrong.
		best = w.nearest(i, best)
		w.close(i, best.lines, best.fitting)
		w.take(best.lines, i)
		return
	}
	if best.fit == 0 && (w.netted(best.lines) || best.judged > 1 && !w.misses(i, all) || best.judged == 1 && w.average(i, best.lines)) {
		if best.judged > 0 && !w.netted(best.lines) && !w.average(i, best.lines) {
			w.unexplained = append(w.unexplained, i)
		}
		w.worth -= float64(best.judged)
		w.off += best.judged
		w.take(best.lines, i)
		return
	}
	w.close(i, best.lines, best.fitting)
	w.take(best.lines, i)
}

// added reports whether totals before a line are the sums of several lines in the
// columns in which it is judged.
func (w *walk) added(i int) bool {
	n := 0
	for head, lines := range w.sums {
		if head < i && len(lines) > 1 && w.fitting(head, w.group(lines...)).all() {
			n++
		}
	}
	return n >= tolerances.provenSums
}

// nearest gives the lines before a wrong total whose sum it comes nearest to.
func (w *walk) nearest(i int, best choice) choice {
	off := w.distanceTo(i, best.group)
	w.endings(2, func(g *group) {
		d := w.distanceTo(i, g)
		if w.digitOff(i, g) {
			d = 0
		}
		if d < off {
			best, off = choice{g, false, w.fitting(i, g)}, d
		}
	})
	return best
}

// digitOff reports whether a line's amounts are what a group makes but for a digit too
// many or too few at the end.
func (w *walk) digitOff(i int, g *group) bool {
	some := false
	for col := range w.m.b.Columns {
		h, s := w.m.cells[i][col], g.cols[col]
		if !h.said || w.provesNothing(i, col) || s.strange || s.terms == 0 {
			continue
		}
		if !w.m.fits(h.v/10, s) && !w.m.fits(h.v*10, s) {
			return false
		}
		some = true
	}
	return some
}

// distanceTo is how far a line's amounts are from what a group makes.
func (w *walk) distanceTo(i int, g *group) (off float64) {
	for col := range w.m.b.Columns {
		if h, s := w.m.cells[i][col], g.cols[col]; h.said && !w.provesNothing(i, col) && !s.strange && s.terms > 0 {
			off += s.off(h.v)
		}
	}
	return off
}

// alone reports whether all that stands before a total are lines that are called
// totals and stand without their lines, as in an overview.
func (w *walk) alone() bool {
	return !slices.ContainsFunc(w.stack, func(i int) bool { return w.parts(i) != nil })
}

// choices gives what a total may add up, the likeliest first: for one before the
// last its own lines, for the last all.
func (w *walk) choices(i int, all *group) []choice {
	kind := w.m.b.Lines[i].Kind
	var out []choice
	add := func(g *group, natural bool) {
		if len(g.lines) > 0 {
			out = append(out, choice{g, natural, w.fitting(i, g)})
		}
	}
	open := w.group(w.open()...)
	switch {
	case kind == model.LineIncome || kind == model.LineCost:
		add(w.without(w.open(), kind), true)
		add(open, true)
		add(w.without(w.stack, kind), true)
		add(all, true)
	case i < w.last:
		add(open, true)
		add(all, true)
	default:
		add(all, true)
		add(open, true)
	}
	if i < tolerances.maxLines {
		add(w.leaves(i), true)
	}
	if w.m.b.Lines[i].Except {
		w.excepts(all, func(g *group) { add(g, true) })
		w.excepts(w.leaves(i), func(g *group) { add(g, true) })
		for _, total := range w.stack { // one that stands above its lines
			w.excepts(w.group(w.sums[total]...), func(g *group) { add(g, true) })
		}
	}
	w.endings(2, func(g *group) { add(g, false) })
	return out
}

// excepts gives the lines of a group without one of them.
func (w *walk) excepts(g *group, try func(*group)) {
	for n := range g.lines {
		if len(g.lines) > 1 && n < tolerances.maxEndings {
			try(w.group(slices.Delete(slices.Clone(g.lines), n, n+1)...))
		}
	}
}

// endings gives the ends of the stack, from so many lines on.
func (w *walk) endings(least int, try func(*group)) {
	g := w.group()
	for n := 1; n <= len(w.stack) && n <= tolerances.maxEndings; n++ {
		w.add(g, w.stack[len(w.stack)-n], 1)
		if n < least {
			continue
		}
		lines := slices.Clone(g.lines)
		slices.Reverse(lines)
		try(&group{lines: lines, cols: slices.Clone(g.cols)})
	}
}

// leaves gives all lines before a total that are none.
func (w *walk) leaves(i int) *group {
	g := w.group()
	for j := range i {
		if !w.m.skipped(j) && !w.named(j) && w.sums[j] == nil && !w.within[j] {
			w.add(g, j, 1)
		}
	}
	return g
}

// without gives the lines that are not of the kind opposite to another.
func (w *walk) without(lines []int, kind model.LineKind) *group {
	g := w.group()
	for _, i := range lines {
		if !opposite(kind, w.m.kind(i)) {
			w.add(g, i, 1)
		}
	}
	return g
}

// best gives the choice that fits most columns, the first of several; one that
// begins at no natural place must prove more than chance.
func (w *walk) best(i int, choices []choice) choice {
	best := choices[0]
	for _, c := range choices[1:] {
		if c.fit > best.fit && (c.natural || c.proof > tolerances.looseEnds+tolerances.someProof && 2*c.fit >= c.judged) {
			best = c
		}
	}
	return best
}

// take puts a line in the place of those that it adds up; one that leaves some
// out stands beside them.
func (w *walk) take(lines []int, by int) {
	if w.m.b.Lines[by].Except {
		return
	}
	gone := make(map[int]bool, len(lines))
	for _, j := range lines {
		gone[j] = true
	}
	w.stack = slices.DeleteFunc(w.stack, func(j int) bool { return gone[j] || w.inside(j, gone) })
	w.push(by, true)
}

// inside reports whether the lines of a total are all among some lines.
func (w *walk) inside(total int, lines map[int]bool) bool {
	of := w.sums[total]
	return len(of) > 0 && !slices.ContainsFunc(of, func(k int) bool { return !lines[k] })
}

// netted reports whether lines are income and costs, both printed without a
// minus: what they make together is no sum.
func (w *walk) netted(lines []int) bool {
	has := func(kind model.LineKind) bool {
		return slices.ContainsFunc(lines, func(i int) bool { return w.m.b.Lines[i].Kind == kind })
	}
	return has(model.LineIncome) && has(model.LineCost) && w.m.unsigned(lines)
}

// misses reports whether a total that fits nothing leaves out one line, or adds
// it twice, in every column.
func (w *walk) misses(i int, all *group) bool {
	for _, g := range []*group{w.group(w.open()...), all} {
		if len(g.lines) > tolerances.maxPosts {
			continue
		}
		for _, line := range g.lines {
			for _, sign := range []float64{-1, 1} {
				o := &group{lines: slices.Clone(g.lines), cols: slices.Clone(g.cols)}
				w.add(o, line, sign)
				if f := w.fitting(i, o); f.all() && f.proof > tolerances.sureProof {
					return true
				}
			}
		}
	}
	return false
}

// average reports whether a total lies between its lines in every column.
func (w *walk) average(i int, lines []int) bool {
	for col := range w.m.b.Columns {
		if w.m.cells[i][col].said && !w.provesNothing(i, col) && !w.between(i, lines, col, 0) {
			return false
		}
	}
	return true
}

// unnamed tries whether a line that is not called a total adds up the ones
// before it.
func (w *walk) unnamed(i int) bool {
	var best choice
	open := len(w.open())
	w.endings(1, func(g *group) {
		c := choice{g, len(g.lines) == open || len(g.lines) == len(w.stack), w.fitting(i, g)}
		if w.believes(i, c) && (best.group == nil || c.fit > best.fit) {
			best = c
		}
	})
	if best.group == nil {
		return false
	}
	w.found++
	w.close(i, best.lines, best.fitting)
	w.take(best.lines, i)
	return true
}

// byFigures takes a line whose name may be that of a total for one where it adds up
// what a total would, in at least half of the columns.
func (w *walk) byFigures(i int) bool {
	if i >= tolerances.maxLines {
		return false
	}
	var best choice
	for _, lines := range [][]int{w.open(), w.stack} {
		c := choice{group: w.group(lines...), natural: true}
		c.fitting = w.fitting(i, c.group)
		if len(lines) > 1 && 2*c.fit >= c.judged && c.proof >= tolerances.someProof && (best.group == nil || c.fit > best.fit) {
			best = c
		}
	}
	if best.group == nil {
		return false
	}
	w.found++
	lines := slices.Clone(best.lines)
	w.close(i, lines, best.fitting)
	w.take(lines, i)
	return true
}

// believes reports whether a line is taken for the total of a group though it is
// not called one.
func (w *walk) believes(i int, c choice) bool {
	for _, j := range c.lines {
		l := &w.m.b.Lines[j]
		if opposite(w.m.kind(i), w.m.kind(j)) || l.Kind == model.LineNet {
			return false
		}
	}
	proof := c.proof
	if !c.natural {
		proof -= tolerances.looseEnds
	}
	switch {
	case len(c.lines) == 1:
		return w.trust == hopeful && c.all() && c.judged > 1 && c.proof >= tolerances.sureProof
	case c.all():
		return proof >= tolerances.sureProof || w.trust == hopeful && proof >= tolerances.someProof
	case 2*c.fit < c.judged:
		return false
	case w.trust == likely:
		return w.found > 1 && (c.natural && proof >= tolerances.sureProof-0.5 || proof >= tolerances.firmProof)
	case w.trust == hopeful:
		return proof >= tolerances.someProof && c.natural || proof >= tolerances.sureProof-0.5
	}
	return false
}
