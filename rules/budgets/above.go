package budgets

import (
	"slices"

	"riskbok/rules/model"
)

// up reads totals above their lines, from the last line to the first. Under is
// what the totals below their lines explain: those that fit are left to them.
func (w *walk) up(under *walk) {
	var next []int // lines below that nothing has added up, the nearest first
	for i := len(w.m.b.Lines) - 1; i >= 0; i-- {
		if w.m.skipped(i) || w.within[i] {
			continue
		}
		if lines := w.heads(i, next, under); lines != nil {
			for _, j := range lines {
				w.within[j] = true
				next = slices.DeleteFunc(next, func(k int) bool { return k == j })
			}
		}
		next = slices.Insert(next, 0, i)
	}
	// Lines inside a total that stands within another are within that, too.
	for i := range w.m.b.Lines {
		if w.within[i] {
			for _, j := range w.sums[i] {
				w.within[j] = true
			}
		}
	}
}

// keep takes over the totals that fit the lines over them in most columns, but for
// such as add up the first total of the table once more.
func (w *walk) keep(under *walk) {
	top := slices.IndexFunc(w.m.b.Lines, func(l model.BudgetLine) bool { return l.Total })
	for i := len(w.m.b.Lines) - 1; i >= 0; i-- {
		if lines := under.sums[i]; w.named(i) && lines != nil && !slices.Contains(lines, top) {
			if f := w.first(under, i); f.fit > 0 && 2*f.fit >= f.judged {
				w.close(i, lines, f)
				for _, j := range lines {
					w.within[j] = true
				}
			}
		}
	}
}

// heads gives the lines below a line that it adds up.
func (w *walk) heads(i int, next []int, under *walk) []int {
	l := &w.m.b.Lines[i]
	if l.Kind == model.LineNet || w.sums[i] != nil || w.named(i) && under.sums[i] != nil && w.first(under, i).all() {
		return nil
	}
	var best choice
	g := w.group()
	for n, j := range next {
		o := &w.m.b.Lines[j]
		if n >= tolerances.maxEndings || o.Kind == model.LineNet || opposite(w.m.kind(i), w.m.kind(j)) || o.Total && w.sums[j] == nil {
			break
		}
		w.add(g, j, 1)
		c := choice{group: g, natural: w.ends(j, next, n), fitting: w.fitting(i, g)}
		believed := w.believes(i, c) || w.named(i) && len(g.lines) > 1 && c.proof >= tolerances.someProof && (2*c.fit > c.judged || c.natural && 2*c.fit == c.judged && under.sums[i] == nil)
		if believed && (best.group == nil || c.fit > best.fit) {
			best = choice{&group{slices.Clone(g.lines), slices.Clone(g.cols)}, c.natural, c.fitting}
		}
	}
	if best.group == nil {
		return nil
	}
	if !w.named(i) {
		w.found++
	}
	w.close(i, best.lines, best.fitting)
	return best.lines
}

// first gives how a total fits the lines that another reading gave it.
func (w *walk) first(o *walk, i int) fitting { return o.fitting(i, o.group(o.sums[i]...)) }

// ends reports whether a part of the table ends with the nth of the lines below:
// a total, a heading or nothing comes next.
func (w *walk) ends(line int, next []int, n int) bool {
	if n+1 == len(next) {
		return true
	}
	j := next[n+1]
	return w.sums[j] != nil || w.named(j) || j > line+1 && w.m.b.Lines[j-1].Kind == model.LineGroup
}
