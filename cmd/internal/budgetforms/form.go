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
	Totals   []derived
	Lines    int

	choices
	body    int // the first row of lines, from 0
	columns []column
	names   int // columns before the amounts
}

type spot struct{ row, col int }

// derived is an amount that follows from others, and the rule that finds it wrong.
type derived struct {
	spot
	rule string
}

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
	negative        bool // all amounts have a minus, as costs
	first           bool // the total of all stands first
	loose           int  // where blank rows stand beside those between parts
	title           int
	statement       int
}

var unitWords = []struct{ text, unit string }{
	{"tkr", "tkr"}, {"Belopp i tkr", "tkr"}, {"mnkr", "mnkr"}, {"Belopp i 1000-tal kronor", "tkr"}, {"tusen kr", "tkr"}, {"(1 000 kr)", "tkr"}, {"tusental", "tkr"},
	{"T kr", "tkr"}, {"SEK tusen", "tkr"}, {"Belopp i miljoner", "mnkr"}, {"kr", "kr"}, {"Mkr", "mnkr"}, {"kkr", "tkr"}, {"miljoner kronor", "mnkr"},
	{"(tkr)", "tkr"}, {"Belopp i tusental kronor", "tkr"}, {"Tusen kronor", "tkr"}, {"belopp i mkr", "mnkr"}, {"1 000-tal kr", "tkr"}, {"MSEK", "mnkr"}, {"kronor", "kr"}, {"ksek", "tkr"},
}

// Make draws a form: a table, or two below or beside each other.
func Make(seed uint64) *Form {
	rng := rand.New(rand.NewPCG(seed, 13))
	f := draw(rng, nil)
	if rng.IntN(6) == 0 {
		f.join(rng)
	}
	return f
}

// unstated is how many forms have one that states no unit.
const unstated = 20

// draw makes one table; where another is given it has the unit and the decimals of
// that.
func draw(rng *rand.Rand, beside *Form) *Form {
	year := 2024 + rng.IntN(3)
	s := schemes[rng.IntN(len(schemes))](rng, year)
	f := &Form{columns: s.columns}
	f.choices = choices{
		levels: 1 + rng.IntN(4), above: rng.IntN(4) == 0, wording: rng.IntN(len(wordings) + 1), last: rng.IntN(len(lastWords)), decimals: rng.IntN(2), unit: rng.IntN(len(unitWords)),
		blank: rng.IntN(3) == 0, headed: rng.IntN(3) == 0, codes: rng.IntN(5) == 0, comments: rng.IntN(6) == 0,
		net: rng.IntN(5) == 0, minus: rng.IntN(2) == 0, negative: rng.IntN(8) == 0, first: rng.IntN(8) == 0, loose: rng.IntN(6), title: rng.IntN(12), statement: rng.IntN(len(statements)),
	}
	if rng.IntN(unstated) == 0 {
		f.unit = -1
	} else {
		f.Unit = unitWords[f.unit].unit
	}
	f.Decimals = f.decimals
	f.Texts = rng.IntN(4) == 0
	f.rounded, f.varav, f.counts, f.except = rng.IntN(5) == 0, rng.IntN(6) == 0, rng.IntN(6) == 0, rng.IntN(6) == 0
	f.stored = !f.Texts && rng.IntN(6) == 0
	if beside != nil {
		f.unit, f.Unit, f.Decimals, f.Texts, f.stored = beside.unit, beside.Unit, beside.Decimals, beside.Texts, beside.stored
	}
	if s.sides {
		f.net, f.negative = false, false // the columns are of income and costs
	}
	if len(s.columns) == 1 {
		// One column alone does not tell a total without the word.
		f.wording, f.above = f.wording%len(wordings), false
	}
	if f.first && (len(s.columns) == 1 || f.levels > 2 || f.rounded) {
		f.first = false
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
			if n.minus != c.minus {
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

func letter(col int) string {
	if col > 25 {
		return string([]rune{'A' + rune(col/26) - 1, 'A' + rune(col%26)})
	}
	return string(rune('A' + col))
}

func (s spot) cell() string { return letter(s.col) + strconv.Itoa(s.row+1) }
