package rules

import (
	"slices"

	"riskbok/rules/model"
)

// netWalk goes through the lines of a budget and finds what its nets are made
// of. Stack holds the lines so far that nothing has added up, from is the line
// after the last net, and headed tells that a heading stands after that.
type netWalk struct {
	b      *model.Budget
	diffs  map[int]Difference
	sums   map[int][]int
	of     map[int]Net
	within map[int]bool // lines below a total that they are part of
	stack  []int
	from   int
	headed bool
}

func (w *netWalk) line(i int) {
	l := &w.b.Lines[i]
	sum, summed := w.sums[i]
	switch {
	case l.Kind == model.LineGroup:
		w.headed = true
	case l.Kind == model.LineOfWhich || !l.Name.OK || w.within[i]:
	case l.Kind == model.LineNet || l.Total && l.Kind == model.LineOther && !summed:
		w.net(i)
	case l.Total:
		for _, j := range sum {
			w.within[j] = j > i
		}
		w.take(sum, i)
	default:
		w.push(i)
	}
}

// push puts a line on the stack, which forgets lines that no net is tried with.
func (w *netWalk) push(i int) {
	if len(w.stack) > 4*maxPosts {
		w.stack = append(w.stack[:0], w.stack[2*maxPosts:]...)
	}
	w.stack = append(w.stack, i)
}

// take puts a line in the place of those that it adds up.
func (w *netWalk) take(lines []int, by int) {
	w.stack = slices.DeleteFunc(w.stack, func(j int) bool { return slices.Contains(lines, j) })
	w.push(by)
}

func (w *netWalk) net(i int) {
	own, certain := w.own(i)
	best, most, judged := Net{}, -1, 0
	try := func(n Net) {
		if fit, of := n.fitting(w.b, i, w.diffs); fit > most && of > 0 {
			best, most, judged = n, fit, of
		}
	}
	if len(own.Income) > 0 && !w.b.Lines[i].Total || certain {
		for _, n := range ownSigns(w.b, own) {
			try(n)
		}
	}
	for _, lines := range w.endings() {
		for _, n := range readings(w.b, lines) {
			try(n)
		}
	}
	switch {
	case judged == 0 || most == 0 && !certain || 2*most < judged && !certain:
		w.stack = w.stack[:0]
		w.stack = append(w.stack, i)
	default:
		w.of[i] = best
		w.take(slices.Concat(best.Income, best.Costs), i)
	}
	w.from, w.headed = i+1, false
}

// own gives the income and the costs since the last net; certain tells that a
// net can hardly be of anything else: nothing stands beside them, and no net
// before them goes into this one.
func (w *netWalk) own(i int) (n Net, certain bool) {
	n.Income, n.Costs = partsOf(w.b, model.LineIncome, w.from, i), partsOf(w.b, model.LineCost, w.from, i)
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

// Bounds of what is tried as the lines that a net adds up: so many of the last
// ones, and all where there are no more than that.
const (
	maxEndings = 12
	maxPosts   = 150
)

// endings gives the ends of the stack that a net may add up, the longest first.
func (w *netWalk) endings() [][]int {
	var out [][]int
	for from := range w.stack {
		left := len(w.stack) - from
		if left < 2 {
			break
		}
		if from == 0 && left <= maxPosts || left <= maxEndings {
			out = append(out, slices.Clone(w.stack[from:]))
		}
	}
	return out
}

// ownSigns gives the ways in which income and costs make a net, the likeliest
// first.
func ownSigns(b *model.Budget, n Net) []Net {
	choices := [][2]int64{{1, 1}, {1, -1}, {-1, 1}, {-1, -1}}
	if unsigned(b, slices.Concat(n.Income, n.Costs)) {
		choices = [][2]int64{{1, -1}, {-1, 1}, {1, 1}, {-1, -1}}
	}
	var out []Net
	for _, c := range choices {
		out = append(out, Net{n.Income, n.Costs, c[0], c[1]})
	}
	return out
}

// readings gives the ways in which lines of any kind make a net: added up as
// they are printed; where none of them has a minus, also what each kind counts
// by its name.
func readings(b *model.Budget, lines []int) []Net {
	out := []Net{divided(b, lines, 1, 1, model.LineCost)}
	posts := slices.DeleteFunc(slices.Clone(lines), func(i int) bool { return b.Lines[i].Kind == model.LineNet })
	if !unsigned(b, posts) {
		return out
	}
	for _, minus := range [][]model.LineKind{
		{model.LineCost, model.LineOther},
		{model.LineCost},
		{model.LineCost, model.LineNet},
	} {
		out = append(out, divided(b, lines, 1, -1, minus...))
	}
	return append(out, divided(b, lines, -1, 1, model.LineCost, model.LineOther, model.LineNet))
}

// divided makes a net of lines: costs are those of some kinds, income the
// others. Where that leaves one side empty the first line is the one side.
func divided(b *model.Budget, lines []int, income, costs int64, kinds ...model.LineKind) Net {
	n := Net{IncomeSign: income, CostsSign: costs}
	for _, i := range lines {
		if slices.Contains(kinds, b.Lines[i].Kind) {
			n.Costs = append(n.Costs, i)
		} else {
			n.Income = append(n.Income, i)
		}
	}
	if len(n.Income) > 0 && len(n.Costs) > 0 {
		return n
	}
	sign := income
	if len(n.Income) == 0 {
		sign = costs
	}
	return Net{Income: lines[:1], Costs: lines[1:], IncomeSign: sign, CostsSign: sign}
}
