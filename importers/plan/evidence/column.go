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

	ranks  map[*int][]int // what ranksBy gave, by the first of the values
	degree *columnDegrees // what degreeShare gave; nil: not asked for yet
}

// columnDegrees are the degrees of a column's words.
type columnDegrees struct {
	of map[string]float64
	ok bool
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
	c.few = c.filled >= 4 && c.share.texts > .8 && len(c.counts) > 1 &&
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
	if runs < 3 || float64(n) <= .8*float64(c.filled) {
		return false, again > 0
	}
	different, steps := float64(len(c.counts)), float64(runs-1)
	if different > .95*float64(runs) && float64(up) >= tolerances.running*steps {
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
	if key == "" || utf8.RuneCountInString(key) > 12 {
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
	if start == end || end-start > 6 || strings.ContainsAny(key[:start], ",%") {
		return 0, false
	}
	n := 0
	for _, d := range key[start:end] {
		n = n*10 + int(d-'0')
	}
	return n, true
}

// readLevels reads a column's cells as levels: of the axis whose labels most of
// them are, else by their own numbers, else as words of degree.
func (b *Body) readLevels(c *Column) {
	written := b.written(c)
	b.chooseAxis(c, written)
	axis := c.axis
	if c.labelled < .5 {
		axis = nil
	}
	read, distinct := 0, map[int]bool{}
	for _, key := range c.keys {
		v := unread
		if l, ok := written[key]; ok {
			if n, _, ok := cellLevel(l, axis); ok {
				v = n
				read++
				distinct[n] = true
			}
		}
		c.levels = append(c.levels, v)
	}
	s := float64(read) / float64(max(c.filled, 1))
	if s < .6 && b.readDegrees(c) {
		s = 1
		distinct = map[int]bool{}
		for _, v := range c.levels {
			if v != unread {
				distinct[v] = true
			}
		}
	}
	c.levelish = c.filled >= min(2, len(b.Rows)) && s >= tolerances.levelShare && len(distinct) <= tolerances.topLevel && (!c.running || c.again) &&
		float64(c.filled) >= tolerances.levelFill*float64(len(b.Rows))
	c.constant = len(distinct) <= 1
	c.sorted = stepsByOne(c.levels)
}

// written divides each of a column's different texts that could be a level.
func (b *Body) written(c *Column) map[string]level {
	out := make(map[string]level, len(c.counts))
	for i, key := range c.keys {
		if _, done := out[key]; done || key == "" || utf8.RuneCountInString(key) > tolerances.levelText || strings.Contains(key, "%") {
			continue
		}
		out[key] = b.lex.Written.level(key, c.cells[i].Clean())
	}
	return out
}

// chooseAxis finds the axis whose labels most of a column's cells are. The usual
// ones are tried for a few different words only.
func (b *Body) chooseAxis(c *Column, written map[string]level) {
	var asked *family
	named := true
	for i := range b.lex.Axes {
		a := &b.lex.Axes[i]
		if a.family != asked {
			asked, named = a.family, a.family.names(written)
		}
		if a.Usual && (!named || len(written) > tolerances.topLevel+2 || c.labelled > .9) {
			continue
		}
		if i >= tolerances.freeAxes && b.lex.Step != nil && !b.lex.Step(1+len(written)/tolerances.findsOfStep) {
			return
		}
		n := 0
		for key, l := range written {
			if _, label, ok := cellLevel(l, a); ok && label {
				n += c.counts[key]
			}
		}
		s := float64(n) / float64(max(c.filled, 1))
		if s > c.labelled+.05 || s > .5 && s > c.labelled-.01 && b.fits(c, a) > b.fits(c, c.axis) {
			c.axis, c.labelled = a, s
		}
	}
}

// fits tells how well an axis's name suits a column's heading.
func (b *Body) fits(c *Column, a *Axis) int {
	switch {
	case a == nil:
		return -1
	case a.Usual:
		return 0
	case a.Field == "":
		return 1
	case c.headed(a.Field):
		return 3
	}
	return 2
}

// degreeShare gives the degrees of a column's words; ok is false where most are
// none.
func (b *Body) degreeShare(c *Column) (degrees map[string]float64, ok bool) {
	if c.degree == nil {
		c.degree = &columnDegrees{}
		c.degree.of, c.degree.ok = b.degreesOf(c)
	}
	return c.degree.of, c.degree.ok
}

func (b *Body) degreesOf(c *Column) (degrees map[string]float64, ok bool) {
	if len(c.counts) > tolerances.distinct {
		return nil, false
	}
	degrees = map[string]float64{}
	known := 0
	for key, times := range c.counts {
		if d, ok := b.lex.Degree(key); ok {
			degrees[key] = d
			known += times
		}
	}
	return degrees, known > 0 && float64(known) >= tolerances.levelShare*float64(c.filled)
}

// readDegrees reads a column as words of degree, ranked among themselves.
func (b *Body) readDegrees(c *Column) bool {
	degrees, ok := b.degreeShare(c)
	if !ok {
		return false
	}
	for i, key := range c.keys {
		d, ok := degrees[key]
		if !ok {
			c.levels[i] = unread
			continue
		}
		rank := 1
		seen := map[float64]bool{}
		for _, o := range degrees {
			if o < d && !seen[o] {
				seen[o] = true
				rank++
			}
		}
		c.levels[i] = rank
	}
	c.degrees = true
	return true
}

// stepsByOne reports whether numbers count up or down by exactly one, as those
// of a list do and levels do not.
func stepsByOne(values []int) bool {
	var all []int
	for _, v := range values {
		if v != unread {
			all = append(all, v)
		}
	}
	for i := 1; i < len(all); i++ {
		if step := all[i] - all[i-1]; step != all[1]-all[0] || step != 1 && step != -1 {
			return false
		}
	}
	return len(all) > 2
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
		if c := b.At(i); c != nil && !c.running && len(c.Strengths) == 0 && (c.levelish || c.share.values > .5) {
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
	return c.filled > 0 && (c.share.values > .5 || c.formulas > .5)
}
