package budgets

import "github.com/shopspring/decimal"

// Follows gives the total in which an amount that its own line contradicts was added
// up, the last of several: as they are printed the lines make it, and as they should
// be they make what its line says. Whoever mends the amount must see to the total,
// too. ok is false where nothing follows from the amount and it from no other.
func (s *Structure) Follows(line, col int) (total int, ok bool) {
	if _, agrees, judged := s.Expected(line, col); !judged || agrees {
		return line, false
	}
	ok = s.followsWrong(line, col)
	for up := true; up; {
		up = false
		for _, t := range s.totalsOf(line) {
			if s.followsWrong(t, col) {
				line, ok, up = t, true, true
				break
			}
		}
	}
	return line, ok
}

// totalsOf gives the totals and nets that a line is a part of, in their order.
func (s *Structure) totalsOf(line int) []int {
	if s.totals == nil {
		s.totals = make([][]int, len(s.b.Lines))
		for t := range s.b.Lines {
			for _, i := range s.parts(t) {
				if n := len(s.totals[i]); i != t && (n == 0 || s.totals[i][n-1] != t) {
					s.totals[i] = append(s.totals[i], t)
				}
			}
		}
	}
	return s.totals[line]
}

// followsWrong reports whether an amount that its line contradicts is the sum of
// such. Each of a total's lines asks it, so that the answer is kept.
func (s *Structure) followsWrong(line, col int) bool {
	at := spot{line, col}
	follows, known := s.follows[at]
	if !known {
		follows = s.sumOfWrong(line, col)
		s.follows[at] = follows
	}
	return follows
}

func (s *Structure) sumOfWrong(line, col int) bool {
	want, agrees, judged := s.Expected(line, col)
	if !judged || agrees || !s.addsUp(line, col) {
		return false
	}
	g := s.asLinesSay(line, s.Columns[col], col)
	return g.wrong > 0 && AmountFits(s.b, want, g.sum, g.terms)
}

// ownSums is what the lines of a total make where those that their own lines
// contradict are as they say; wrong is how many those are.
type ownSums struct {
	sum          decimal.Decimal
	terms, wrong int
}

func (s *Structure) asLinesSay(line int, c Column, col int) (g ownSums) {
	add := func(lines []int, sign int64) {
		for _, i := range lines {
			v := s.b.Lines[i].Amounts[col]
			d, _ := KnownAmount(v)
			if own, n, ok := c.Value(s.b, i); ok && v.OK && !AmountFits(s.b, v.V, own, n) {
				d = own
				g.wrong++
			}
			g.sum = g.sum.Add(d.Mul(decimal.NewFromInt(sign)))
			g.terms++
		}
	}
	if n, is := s.Nets[line]; is {
		add(n.Income, n.IncomeSign)
		add(n.Costs, n.CostsSign)
	} else {
		add(s.Sums[line], 1)
	}
	return g
}
