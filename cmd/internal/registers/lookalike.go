package registers

import (
	"fmt"
	"math/rand/v2"
)

// LookAlike is a workbook without a register of risks that has much of one:
// products of two columns, levels, priorities, owners, traffic lights.
type LookAlike struct {
	Name string // kind and variant
	Book Book
}

// variants is how many workbooks there are of each kind: in turn in each of its
// languages, with and without a title, longer and longer, with products typed
// and by formula, with and without a sheet of remarks in front.
const variants = 5

// LookAlikes gives 120 workbooks, always the same ones.
func LookAlikes() []LookAlike {
	var out []LookAlike
	for k := range lookAlikeKinds {
		for v := range variants {
			out = append(out, lookAlikeKinds[k].variant(k, v))
		}
	}
	return out
}

// kind is one kind of look-alike: how it is worded, and what its columns hold.
type kind struct {
	name    string
	looks   []look
	columns []column
}

// look is a kind's wording in one language. Words are the lists that its
// columns of texts take from.
type look struct {
	title string
	heads []string
	words [][]string
}

// column makes a cell of a row.
type column func(d *drawn) Cell

// drawn is the row that is being made, its cells so far, and where it stands.
type drawn struct {
	*look
	rng     *rand.Rand
	i       int // of the rows, from 0
	row     int // of the sheet, from 1
	cells   []Cell
	formula bool // products and sums are formulas
}

const fewestRows, moreRows = 5, 3 // of a kind's first variant, and of each further one

func (k *kind) variant(seed, v int) LookAlike {
	l := &k.looks[v%len(k.looks)]
	s := Sheet{Name: "Blad1"}
	if v != 1 {
		s.Name = l.title
		s.Rows = append(s.Rows, []Cell{{Value: l.title}}, nil)
	}
	heads := make([]Cell, len(l.heads))
	for i, h := range l.heads {
		heads[i] = Cell{Value: h}
	}
	s.Rows = append(s.Rows, heads)
	rng := rand.New(rand.NewPCG(uint64(seed), uint64(v)))
	for i := range fewestRows + moreRows*v {
		d := drawn{look: l, rng: rng, i: i, row: len(s.Rows) + 1, formula: v%2 == 0}
		for _, c := range k.columns {
			d.cells = append(d.cells, c(&d))
		}
		s.Rows = append(s.Rows, d.cells)
	}
	b := Book{Title: l.title, Sheets: []Sheet{s}, Want: Want{Total: -1}}
	if v == 3 {
		b.Sheets = append([]Sheet{{Name: "Info", Rows: [][]Cell{{{Value: l.title}}, {{Value: "2026"}}}}}, b.Sheets...)
	}
	return LookAlike{Name: fmt.Sprintf("%s-%d", k.name, v+1), Book: b}
}

// running counts the rows.
func running(d *drawn) Cell { return Cell{Value: float64(d.i + 1)} }

// coded counts them behind a letter, "A-003".
func coded(d *drawn) Cell { return Cell{Value: fmt.Sprintf("A-%03d", d.i+1)} }

// word takes from a list of the look's words: at random, or in turn where the
// rows are things that have a name each.
func word(list int) column {
	return func(d *drawn) Cell {
		w := d.words[list]
		return Cell{Value: w[d.rng.IntN(len(w))]}
	}
}

// name takes the words of a list in turn.
func name(list int) column {
	return func(d *drawn) Cell {
		w := d.words[list]
		if d.i < len(w) {
			return Cell{Value: w[d.i]}
		}
		return Cell{Value: fmt.Sprintf("%s %d", w[d.i%len(w)], d.i/len(w)+1)}
	}
}

// whole is a number from low to high.
func whole(low, high int) column {
	return func(d *drawn) Cell { return Cell{Value: float64(low + d.rng.IntN(high-low+1))} }
}

// day is a day of 2026, later from row to row.
func day(d *drawn) Cell { return Cell{Value: float64(46030 + 9*d.i), Date: true} }

// product multiplies two columns.
func product(a, b int) column {
	return func(d *drawn) Cell { return d.computed(a, b, "*", d.numberAt(a)*d.numberAt(b)) }
}

// sum adds two columns.
func sum(a, b int) column {
	return func(d *drawn) Cell { return d.computed(a, b, "+", d.numberAt(a)+d.numberAt(b)) }
}

func (d *drawn) numberAt(col int) float64 { f, _ := d.cells[col].Value.(float64); return f }

func (d *drawn) computed(a, b int, sign string, v float64) Cell {
	c := Cell{Value: v}
	if d.formula {
		c.Formula = ref(d.row-1, a) + sign + ref(d.row-1, b)
	}
	return c
}

// steps gives the word of a list for a number in another column: the first
// word below the first limit, and so on.
func steps(col, list int, limits ...float64) column {
	return func(d *drawn) Cell {
		i := 0
		for i < len(limits) && d.numberAt(col) >= limits[i] {
			i++
		}
		return Cell{Value: d.words[list][i]}
	}
}
