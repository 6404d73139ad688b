// Package budgets is the only place that concludes how the amounts of a budget
// follow from each other: which lines add up others, and which columns are
// differences or sums of others. Words say what a line or a column claims to
// be; figures decide what it is: of all explanations the one that fits most
// columns and most lines counts. Start with [Of].
package budgets

import (
	"github.com/shopspring/decimal"

	"riskbok/rules/model"
)

// Structure says how the amounts of a budget follow from each other. Sums
// gives for each total, by its line, the lines that it adds up; Nets what each
// net is made of; Columns, by column, the differences between columns and the
// sums across them. Plain are the columns whose amounts no total adds up:
// shares, numbers of notes, averages. Unexplained are the lines that are called
// totals and fit nothing in any column.
type Structure struct {
	Sums        map[int][]int
	Nets        map[int]Net
	Columns     map[int]Column
	Plain       map[int]bool
	Unexplained []int

	b       *model.Budget
	mended  map[spot]decimal.Decimal
	totals  [][]int // for each line those that it is a part of, once they are asked for
	follows map[spot]bool
}

// Of concludes the structure of a budget.
func Of(b *model.Budget) *Structure {
	s := &Structure{b: b, mended: map[spot]decimal.Decimal{}, follows: map[spot]bool{}}
	m := newMatrix(b)
	s.Plain = m.plainByLook()
	s.Columns = columnsOf(b, m.kind, s.Plain)
	w := solve(m, s)
	s.Sums, s.Nets, s.Unexplained = w.sums, w.nets, w.unexplained
	s.Columns = columnsOf(b, kindsWithin(m, w), s.Plain)
	s.mend()
	return s
}

// spot is an amount of the table.
type spot struct{ line, col int }

// judgedAcross reports whether an amount is held against others on its own
// line: then a sum of lines that it is part of says nothing more of it.
func (s *Structure) judgedAcross(line, col int) bool {
	c, ok := s.Columns[col]
	return ok && c.judges(s.b, line)
}

// Total gives what the amounts of the lines that a total adds up make in a
// column; ok is false where that cannot be said: an amount was not understood,
// or is held against others on its own line.
func (s *Structure) Total(line, col int) (sum decimal.Decimal, terms int, ok bool) {
	lines, is := s.Sums[line]
	if !is || s.Plain[col] || !s.b.Lines[line].Amounts[col].OK || s.judgedAcross(line, col) {
		return sum, 0, false
	}
	return SumOf(s.b, lines, col)
}

// Net gives what income and costs make in a column for a net, as Total does.
func (s *Structure) Net(line, col int) (net decimal.Decimal, terms int, ok bool) {
	n, is := s.Nets[line]
	if !is || s.Plain[col] || !s.b.Lines[line].Amounts[col].OK || s.judgedAcross(line, col) {
		return net, 0, false
	}
	return n.Value(s.b, col)
}

// below gives what the lines under or over a total or net make.
func (s *Structure) below(line, col int) (sum decimal.Decimal, terms int, ok bool) {
	if _, is := s.Nets[line]; is {
		return s.Net(line, col)
	}
	return s.Total(line, col)
}

// Agrees reports whether the amount of a total or net is right: as its lines
// are printed, or as they would be if those that are wrong themselves were
// mended. Expected is what it should be.
func (s *Structure) Agrees(line, col int) (expected decimal.Decimal, agrees, judged bool) {
	sum, terms, ok := s.below(line, col)
	if !ok {
		return sum, false, false
	}
	v := s.b.Lines[line].Amounts[col].V
	if AmountFits(s.b, v, sum, terms) {
		return sum, true, true
	}
	mended, more := s.mendedBelow(line, col)
	return sum, more > 0 && AmountFits(s.b, v, mended, terms+more), true
}

// mend notes what every wrong total and net should be, those that others add
// up first.
func (s *Structure) mend() {
	for col := range s.b.Columns {
		done := make([]bool, len(s.b.Lines))
		for i := range s.b.Lines {
			s.mendLine(i, col, done)
		}
	}
}

func (s *Structure) mendLine(line, col int, done []bool) {
	if done[line] {
		return
	}
	done[line] = true
	for _, i := range s.parts(line) {
		s.mendLine(i, col, done)
	}
	if _, agrees, judged := s.Agrees(line, col); judged && !agrees {
		s.mended[spot{line, col}], _ = s.mendedBelow(line, col)
	}
}

// parts gives the lines that a total or net is made of.
func (s *Structure) parts(line int) []int {
	if n, is := s.Nets[line]; is {
		return append(append([]int(nil), n.Income...), n.Costs...)
	}
	return s.Sums[line]
}

// mendedBelow gives what the lines of a total or net make where those of them
// that are wrong are mended; more is how many amounts those are made of, 0 where
// none is.
func (s *Structure) mendedBelow(line, col int) (sum decimal.Decimal, more int) {
	add := func(lines []int, sign int64) {
		for _, i := range lines {
			d, is := s.mended[spot{i, col}]
			if !is {
				d, _ = KnownAmount(s.b.Lines[i].Amounts[col])
			}
			if is {
				more += len(s.parts(i))
			}
			sum = sum.Add(d.Mul(decimal.NewFromInt(sign)))
		}
	}
	if n, is := s.Nets[line]; is {
		add(n.Income, n.IncomeSign)
		add(n.Costs, n.CostsSign)
	} else {
		add(s.Sums[line], 1)
	}
	return sum, more
}

// Mended gives an amount as it should be where it is a wrong total or net.
func (s *Structure) Mended(line, col int) (decimal.Decimal, bool) {
	d, ok := s.mended[spot{line, col}]
	return d, ok
}
