package evidence

import (
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// unread stands for a cell that is no level or no value.
const unread = math.MinInt

// Column is one column of a body with what its cells look like. Levels and
// Values lie parallel to the body's rows.
type Column struct {
	Index     int
	Heading   Heading
	Strengths []Strength
	After     bool // the heading tells of a valuation after measures
	Before    bool

	cells  []*grid.Cell // nil: covered by a cell of another row or column
	keys   []string
	levels []int
	values []int

	filled   int
	covered  int // rows over which a cell from above is merged
	share    share
	counts   map[string]int
	letters  float64 // of a text on average
	axis     *Axis
	labelled float64 // of the cells that are labels of the axis
	running  bool    // numbers that count up
	again    bool    // some of them on rows that follow each other
	levelish bool
	degrees  bool // levels by words of degree
	few      bool // few short words
	sorted   bool // counts by exactly one: a list
	constant bool
	words    []string // of the heading; nil: not divided yet
	formula  form
	formulas float64 // of the cells that have the usual formula
}

// share is what part of a column's filled cells is of each kind.
type share struct{ texts, numbers, values, unique float64 }

// profile computes what a column's cells look like.
func (b *Body) profile(c *Column) {
	rows := len(b.Rows)
	c.counts, c.cells, c.keys, c.levels = map[string]int{}, make([]*grid.Cell, 0, rows), make([]string, 0, rows), make([]int, 0, rows)
	texts, numbers, letters := 0, 0, 0
	for i, row := range b.Rows {
		cell := b.speaks(row, c.Index)
		c.cells = append(c.cells, cell)
		if cell == nil {
			c.covered++
		}
		key := ""
		if cell != nil && !cell.Blank() {
			if key = cell.Key(); b.lex.Blank(key) {
				key = ""
			}
		}
		c.keys = append(c.keys, key)
		if key == "" {
			continue
		}
		c.filled++
		c.counts[key]++
		letters += utf8.RuneCountInString(key)
		switch _, whole := grid.ParseWhole(c.cells[i].Text); {
		case cell.Kind == grid.Number || whole:
			numbers++
		case cell.Kind == grid.Text:
			texts++
		}
	}
	n := float64(max(c.filled, 1))
	c.share.texts, c.share.numbers, c.share.unique = float64(texts)/n, float64(numbers)/n, float64(len(c.counts))/n
	c.letters = float64(letters) / n
	c.running, c.again = c.countsUp()
	b.readLevels(c)
	b.readValues(c)
	c.few = c.filled >= tolerances.fewCells && c.share.texts > tolerances.fewTexts && len(c.counts) > 1 &&
		len(c.counts) <= max(3, min(tolerances.distinct, c.filled*6/10)) && c.letters <= float64(tolerances.fewLetters)
	c.formula, c.formulas = usualForm(c)
}

// countsUp reports whether a column counts up: short numbers, growing downwards,
// hardly any twice but on rows that follow each other, as those of one risk with
// several measures do. So do the levels and the values of a table in their
// order: whether these follow from each other tells. Where most go one further
// than the one above, one that stands twice or out of its order is a slip.
func (c *Column) countsUp() (running, repeats bool) {
	var last []int
	up, ones, n, again := 0, 0, 0, 0
	for _, key := range c.keys {
		v, ok := numberParts(key)
		if !ok {
			continue
		}
		n++
		if n > 1 {
			switch slices.Compare(v, last) {
			case 1:
				up++
			case 0:
				again++
			}
			if oneFurther(last, v) {
				ones++
			}
		}
		last = v
	}
	runs := n - again
	if runs < 3 || float64(n) <= tolerances.countShare*float64(c.filled) {
		return false, again > 0
	}
	different, steps := float64(len(c.counts)), float64(runs-1)
	if different > tolerances.allUnique*float64(runs) && float64(up) >= tolerances.running*steps {
		return true, again > 0
	}
	slips := tolerances.slips * max(1, (1-tolerances.running)*float64(runs))
	return runs >= tolerances.smallBody && 2*ones > runs-1 && different >= float64(runs)-slips && float64(up) >= steps-slips, again > 0
}

// oneFurther reports whether a number is the one after another: 5 after 4, 2.11
// after 2.10, 3.1 after 2.10.
func oneFurther(from, to []int) bool {
	for i := range min(len(from), len(to)) {
		if from[i] == to[i] {
			continue
		}
		return to[i] == from[i]+1 && (i == len(to)-1 || i == len(to)-2 && to[i+1] <= 1)
	}
	return false
}

// numberParts reads the number of a risk with those of its group before it:
// "2.10" is 2 and 10, "R-012" 12.
func numberParts(key string) ([]int, bool) {
	last, ok := trailingNumber(key)
	if !ok {
		return nil, false
	}
	var out []int
	parts := strings.Split(strings.TrimRight(key, ".)"), ".")
	for _, part := range parts[:len(parts)-1] {
		if n, ok := trailingNumber(part); ok {
			out = append(out, n)
		}
	}
	return append(out, last), true
}

// trailingNumber reads the number of a risk: "R-012", "12", "1.10".
func trailingNumber(key string) (int, bool) {
	if key == "" || utf8.RuneCountInString(key) > tolerances.numberText {
		return 0, false
	}
	end := len(key)
	for end > 0 && (key[end-1] < '0' || key[end-1] > '9') {
		if key[end-1] != '.' && key[end-1] != ')' {
			return 0, false
		}
		end--
	}
	start := end
	for start > 0 && key[start-1] >= '0' && key[start-1] <= '9' {
		start--
	}
	if start == end || end-start > tolerances.numberDigits || strings.ContainsAny(key[:start], ",%") {
		return 0, false
	}
	n := 0
	for _, d := range key[start:end] {
		n = n*10 + int(d-'0')
	}
	return n, true
}

// readValues reads a column's cells as risk values.
func (b *Body) readValues(c *Column) {
	read := 0
	for _, cell := range c.cells {
		v := unread
		if cell != nil && !cell.Blank() {
			if s := b.lex.Written.Score(cell); s.OK {
				v = s.V
				read++
			}
		}
		c.values = append(c.values, v)
	}
	c.share.values = float64(read) / float64(max(c.filled, 1))
	if read == 0 && !c.running {
		b.readLettered(c)
	}
}

// Unheaded gives the columns without a heading that most rows fill.
func (b *Body) Unheaded() []*Column {
	var out []*Column
	for _, c := range b.Columns {
		if model.Clean(c.Heading.Text) == "" && c.filled*2 > len(b.Rows)-c.covered {
			out = append(out, c)
		}
	}
	return out
}

// Levels gives those of some columns that hold levels, and the numbers that
// could be their value.
func (b *Body) Levels(indices []int) []*Column {
	var out []*Column
	for _, i := range indices {
		if c := b.At(i); c != nil && !c.running && len(c.Strengths) == 0 && (c.levelish || c.share.values > half) {
			out = append(out, c)
		}
	}
	return out
}

// Labelled gives those of some columns of which most cells are labels of one axis.
func (b *Body) Labelled(indices []int) []*Column {
	var out []*Column
	for _, i := range indices {
		if c := b.At(i); c != nil && c.levelish && c.axis != nil && c.labelled >= tolerances.levelShare {
			out = append(out, c)
		}
	}
	return out
}

// SeveralAxes reports whether columns hold labels of more than one axis.
func SeveralAxes(columns []*Column) bool {
	return slices.ContainsFunc(columns, func(c *Column) bool { return c.axis != columns[0].axis })
}

// valueLike reports whether a column could hold the value: numbers, or formulas
// that give none yet.
func (c *Column) valueLike() bool {
	return c.filled > 0 && (c.share.values > half || c.formulas > half)
}
