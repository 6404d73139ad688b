package budgetforms

import (
	"math/rand/v2"
	"strconv"
)

// Cell is a cell of a sheet: a text, or an amount in units of the last decimal.
type Cell struct {
	Text    string
	Amount  int64
	Stored  int64 // in tenths of the last decimal
	Is      bool  // an amount
	Merge   int   // columns that a heading's merged area has, 0: one
	Percent bool
}

// Fault is a planted error: the rule that finds it and the cell.
type Fault struct {
	Rule, Cell string
}

// Form is a sheet with its answer key. Totals are the cells that follow from
// others and must be formulas in what riskbok writes; their amounts in the last
// decimal. Texts says that amounts are printed as text.
type Form struct {
	Name     string
	Rows     [][]Cell
	Decimals int
	Unit     string
	Texts    bool
	Faults   []Fault
	Totals   []spot
	Lines    int

	choices
	first   int // the first row of lines, from 0
	columns []column
	names   int // columns before the amounts
	nodes   []*node
	rows    map[*node]int
}

type spot struct{ row, col int }

// choices are what a form is drawn of.
type choices struct {
	levels          int
	above           bool
	wording, last   int
	decimals, unit  int
	blank, headed   bool
	codes, comments bool
	net, minus      bool
	rounded, varav  bool
	counts, except  bool
	stored          bool
}

var unitWords = []struct{ text, unit string }{
	{"tkr", "tkr"}, {"Belopp i tkr", "tkr"}, {"mnkr", "mnkr"}, {"Belopp i 1000-tal kronor", "tkr"}, {"tusen kr", "tkr"}, {"(1 000 kr)", "tkr"}, {"tusental", "tkr"},
	{"T kr", "tkr"}, {"SEK tusen", "tkr"}, {"Belopp i miljoner", "mnkr"}, {"kr", "kr"}, {"Mkr", "mnkr"}, {"kkr", "tkr"}, {"miljoner kronor", "mnkr"},
}

// Make draws a form.
func Make(seed uint64) *Form {
	rng := rand.New(rand.NewPCG(seed, 13))
	year := 2024 + rng.IntN(3)
	s := schemes[rng.IntN(len(schemes))](rng, year)
	f := &Form{columns: s.columns, rows: map[*node]int{}}
	f.choices = choices{
		levels: 1 + rng.IntN(3), above: rng.IntN(4) == 0, wording: rng.IntN(7), last: rng.IntN(6), decimals: rng.IntN(2), unit: rng.IntN(len(unitWords)),
		blank: rng.IntN(3) == 0, headed: rng.IntN(3) == 0, codes: rng.IntN(5) == 0, comments: rng.IntN(6) == 0,
		net: rng.IntN(5) == 0, minus: rng.IntN(2) == 0,
	}
	f.Decimals, f.Unit = f.decimals, unitWords[f.unit].unit
	f.Texts = rng.IntN(4) == 0
	f.rounded, f.varav, f.counts, f.except = rng.IntN(5) == 0, rng.IntN(6) == 0, rng.IntN(6) == 0, rng.IntN(6) == 0
	f.stored = !f.Texts && rng.IntN(6) == 0
	if len(s.columns) == 1 {
		f.wording, f.above = f.wording%6, false // one column alone does not tell a total without the word
	}
	size := int64(2000)
	if rng.IntN(2) == 0 {
		size = 60000
	}
	f.Name = s.name
	f.layout(rng, s, size, year)
	return f
}

// exact makes the amounts of a tree whole: nothing is rounded.
func (n *node) exact() {
	for j := range n.base {
		n.base[j] -= n.base[j] % 10
	}
	for _, p := range n.parts {
		p.exact()
	}
	if len(n.parts) > 0 {
		n.sum(len(n.base))
	}
}

// rounded divides by ten, halves away from zero.
func rounded(v int64) int64 {
	if v < 0 {
		return -rounded(-v)
	}
	return (v + 5) / 10
}

// amounts gives the amounts of a line in all columns, in tenths of the last
// decimal.
func (f *Form) amounts(n *node) []int64 {
	out := make([]int64, len(f.columns))
	for j, c := range f.columns {
		if c.given >= 0 {
			out[j] = n.base[c.given]
			if n.minus {
				out[j] = -out[j]
			}
		}
	}
	for j, c := range f.columns {
		for _, t := range c.of {
			out[j] += t.sign * out[t.col]
		}
	}
	return out
}

func letter(col int) string { return string(rune('A' + col)) }

func (s spot) cell() string { return letter(s.col) + strconv.Itoa(s.row+1) }
