package rules

import (
	"slices"

	"github.com/shopspring/decimal"

	"riskbok/rules/model"
)

var budgetTotal = Rule{Name: "budget-total", Severity: Error, Fix: Judgement, Check: func(c *Case) []Finding {
	return totalFindings(c.Board, c.Year, c.Budgets)
}}

// SumsOf gives for each total of a budget, by its line, the lines that it adds
// up: those since the total before it, the totals so far and what stands after
// them, or every line that is no total, whichever fits most columns; where
// several do, the last total is of all, one before it of its own lines. A total
// that stands before its lines is one only where it fits them. Columns of
// deviations say nothing here: each of their amounts has its own two.
func SumsOf(b *model.Budget) map[int][]int {
	s := sums{b: b, diffs: DifferencesOf(b), of: map[int][]int{}, open: newGroup(b), closed: newGroup(b), leaves: newGroup(b)}
	for i := range b.Lines {
		if b.Lines[i].Total {
			s.last = i
		}
	}
	for i := range b.Lines {
		s.line(i)
	}
	return s.of
}

// sums walks the lines of a budget. Open are the lines since the last total,
// closed the totals so far that no other has added up, leaves all lines that
// are no totals.
type sums struct {
	b                    *model.Budget
	diffs                map[int]Difference
	open, closed, leaves *group
	of                   map[int][]int
	last                 int // the last total
}

// group is some lines and what they add up to in each column.
type group struct {
	lines []int
	cols  []columnSum
}

// columnSum is the sum of some amounts; terms is how many of them say
// something, strange whether one was not understood.
type columnSum struct {
	sum     decimal.Decimal
	terms   int
	strange bool
}

func newGroup(b *model.Budget, lines ...int) *group {
	g := &group{cols: make([]columnSum, len(b.Columns))}
	for _, i := range lines {
		g.add(b, i)
	}
	return g
}

func (g *group) add(b *model.Budget, line int) {
	g.lines = append(g.lines, line)
	for col := range g.cols {
		g.cols[col].add(b.Lines[line].Amounts[col])
	}
}

func (c *columnSum) add(v model.Value[decimal.Decimal]) {
	d, ok := knownAmount(v)
	c.strange = c.strange || !ok
	if v.OK {
		c.terms++
		c.sum = c.sum.Add(d)
	}
}

// and joins two groups.
func (g *group) and(o *group) *group {
	out := &group{lines: slices.Concat(g.lines, o.lines), cols: slices.Clone(g.cols)}
	for col := range out.cols {
		c, other := &out.cols[col], o.cols[col]
		c.sum, c.terms, c.strange = c.sum.Add(other.sum), c.terms+other.terms, c.strange || other.strange
	}
	return out
}

func (s *sums) line(i int) {
	l := &s.b.Lines[i]
	switch {
	case l.Kind == model.LineGroup || l.Kind == model.LineOfWhich || !l.Name.OK:
	case l.Kind == model.LineNet:
		// What comes after a net is added to it.
		s.closed, s.open = newGroup(s.b, i), newGroup(s.b)
	case l.Total:
		s.total(i)
	default:
		s.open.add(s.b, i)
		s.leaves.add(s.b, i)
	}
}

func (s *sums) total(i int) {
	kind := s.b.Lines[i].Kind
	named := kind == model.LineIncome || kind == model.LineCost
	if len(s.open.lines)+len(s.closed.lines) == 0 {
		switch below := s.below(i); {
		case len(below) > 1 && s.fitsAll(i, newGroup(s.b, below...)):
			s.of[i] = below
		case named:
			s.closed = newGroup(s.b, i)
		}
		return
	}
	all := s.closed.and(s.open)
	// A line that is called the sum of costs may stand without their lines.
	if named && len(s.open.lines) == 0 && !s.fitsAll(i, all) {
		s.closed.add(s.b, i)
		return
	}
	choices := []*group{all, s.leaves, s.open}
	own, beside := s.open, newGroup(s.b)
	if named {
		own, beside = s.without(opposite(kind))
		choices = []*group{own, s.open, all, s.leaves}
	} else if i < s.last {
		choices = []*group{s.open, all, s.leaves}
	}
	var best *group
	most := -1
	for _, g := range choices {
		if fit, _ := s.fitting(i, g); len(g.lines) > 0 && fit > most {
			best, most = g, fit
		}
	}
	if best == nil {
		s.closed.add(s.b, i)
		return
	}
	if most > 0 || !s.nets(best.lines) {
		s.of[i] = slices.Clip(best.lines)
	}
	switch best {
	case own:
		s.closed = s.closed.and(beside)
		s.closed.add(s.b, i)
	case s.open:
		s.closed.add(s.b, i)
	default:
		s.closed = newGroup(s.b, i)
	}
	s.open = newGroup(s.b)
}

// opposite gives the kind whose lines no total of a kind adds up.
func opposite(kind model.LineKind) model.LineKind {
	if kind == model.LineIncome {
		return model.LineCost
	}
	return model.LineIncome
}

// without divides the open lines into those that are not of a kind, and those
// that are.
func (s *sums) without(kind model.LineKind) (others, of *group) {
	others, of = newGroup(s.b), newGroup(s.b)
	for _, i := range s.open.lines {
		if s.b.Lines[i].Kind == kind {
			of.add(s.b, i)
		} else {
			others.add(s.b, i)
		}
	}
	return others, of
}

// nets reports whether lines are income and costs, both printed without a minus:
// what they make together is no sum.
func (s *sums) nets(lines []int) bool {
	has := func(kind model.LineKind) bool {
		return slices.ContainsFunc(lines, func(i int) bool { return s.b.Lines[i].Kind == kind })
	}
	return has(model.LineIncome) && has(model.LineCost) && unsigned(s.b, lines)
}

// below gives the lines after a total at the top, up to the next total.
func (s *sums) below(i int) []int {
	var out []int
	for j := i + 1; j < len(s.b.Lines); j++ {
		l := &s.b.Lines[j]
		if l.Total || l.Kind == model.LineNet {
			break
		}
		if l.Kind != model.LineGroup {
			out = append(out, j)
		}
	}
	return out
}

// fitting counts the columns in which a total stands, and those in which it is
// the sum of a group.
func (s *sums) fitting(total int, g *group) (fit, judged int) {
	for col := range s.b.Columns {
		v := s.b.Lines[total].Amounts[col]
		if !v.OK || !summed(s.b, col) || s.diffs[col].judges(s.b, total) {
			continue
		}
		judged++
		if c := g.cols[col]; !c.strange && c.terms > 0 && amountFits(s.b, v.V, c.sum, c.terms) {
			fit++
		}
	}
	return fit, judged
}

func (s *sums) fitsAll(total int, g *group) bool {
	fit, judged := s.fitting(total, g)
	return fit == judged
}

// summed reports whether the amounts of a column can be added up.
func summed(b *model.Budget, col int) bool { return b.Columns[col].Role != model.RolePercent }

// sumOf adds up lines in a column; terms is how many of them say something, ok
// false where one was not understood.
func sumOf(b *model.Budget, lines []int, col int) (sum decimal.Decimal, terms int, ok bool) {
	var c columnSum
	for _, i := range lines {
		c.add(b.Lines[i].Amounts[col])
	}
	return c.sum, c.terms, !c.strange && c.terms > 0
}

// SumAgrees reports whether a total in a column is the sum of lines within the
// tolerance of the budget rules; judged is false where that cannot be said.
func SumAgrees(b *model.Budget, total int, lines []int, col int) (sum decimal.Decimal, agrees, judged bool) {
	v := b.Lines[total].Amounts[col]
	sum, terms, ok := sumOf(b, lines, col)
	if !ok || !v.OK || !summed(b, col) {
		return sum, false, false
	}
	return sum, amountFits(b, v.V, sum, terms), true
}

// totalFindings is the rule budget-total for the budgets of one board and year.
func totalFindings(board string, year int, budgets []*model.Budget) []Finding {
	var out []Finding
	for _, b := range budgets {
		of, diffs := SumsOf(b), DifferencesOf(b)
		for i := range b.Lines {
			lines, ok := of[i]
			if !ok {
				continue
			}
			for col := range b.Columns {
				sum, agrees, judged := SumAgrees(b, i, lines, col)
				if !judged || agrees || diffs[col].judges(b, i) {
					continue
				}
				f := budgetFinding(board, year, b, i, col, sum)
				f.Args["n"] = len(lines)
				f.related(b, col, lines)
				out = append(out, f)
			}
		}
	}
	return out
}
