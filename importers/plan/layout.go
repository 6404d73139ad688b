package plan

import (
	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// layout is where the tables of a grid may stand, found once: the rows with
// known headings, what the columns under them hold, and the tables that these
// headings make before anything is known of definitions.
type layout struct {
	w      *words.Index
	t      *grid.Table
	mapped map[string]model.Field // the user's own bindings, by heading key

	hits       []int // of each row; see hit
	candidates []int // rows that may head a table
	profiles   map[[2]int]profile
	runs       map[[3]int]*header // by row, first and last column; see Heads
	plain      []block            // see before
	asked      bool               // plain is known
}

func newLayout(w *words.Index, t *grid.Table, mapped map[string]model.Field) *layout {
	l := &layout{w: w, t: t, mapped: mapped, hits: make([]int, len(t.Rows)), profiles: map[[2]int]profile{}, runs: map[[3]int]*header{}}
	for r := range t.Rows {
		l.hits[r] = hitsOf(w, t.Rows[r])
	}
	for r := range t.Rows {
		if l.hits[r] >= 2 || r+1 < len(t.Rows) && l.hits[r]+l.hits[r+1] >= 3 {
			l.candidates = append(l.candidates, r)
		}
	}
	return l
}

// mappedFields gives the user's bindings by heading key.
func mappedFields(mapping map[string]model.Field) map[string]model.Field {
	out := make(map[string]model.Field, len(mapping))
	for heading, field := range mapping {
		out[grid.HeadingKey(heading)] = field
	}
	return out
}

// hitsOf counts the cells of a row that are headings to the letter. A row with
// a long cell is data and has none.
func hitsOf(w *words.Index, row []grid.Cell) int {
	n := 0
	for i := range row {
		c := &row[i]
		if c.Covered || c.Text == "" {
			continue
		}
		if len(c.Text) > words.MaxHeading {
			return 0
		}
		if c.Kind == grid.Text && len(w.Exact(c.Text)) > 0 {
			n++
		}
	}
	return n
}

// hit gives how many cells of a row are headings to the letter.
func (l *layout) hit(row int) int {
	if row >= len(l.hits) {
		return 0
	}
	return l.hits[row]
}

// profile gives what a column holds from a row on.
func (l *layout) profile(from, col int) profile {
	key := [2]int{from, col}
	p, ok := l.profiles[key]
	if !ok {
		p = columnProfile(l.t, from, col)
		l.profiles[key] = p
	}
	return p
}

// before gives the tables as they are before any definition is known.
func (l *layout) before() []block {
	if !l.asked {
		l.asked, l.plain = true, (&binder{layout: l}).blocks()
	}
	return l.plain
}

// blocks gives the tables of the grid, by what is known of the document: the
// labels of its axes, and the parts of the grid that define a scale.
func (l *layout) blocks(labels map[model.Field]map[string]bool, defined []grid.Region) []block {
	if len(labels) == 0 && len(defined) == 0 {
		return l.before()
	}
	return (&binder{layout: l, labels: labels, defined: defined}).blocks()
}

// Tells reports whether a cell stands in a row that tells of a risk, in a table
// of risks or a follow-up: what stands there is text, be it the name of an axis.
func (l *layout) Tells(row, col int) bool {
	blocks := l.before()
	for i := range blocks {
		b := &blocks[i]
		if row >= b.from && row < b.to && col >= b.left && col <= b.right && b.tells(l.w, l.t, row) {
			return true
		}
	}
	return false
}

// Heads reports whether a heading is that of a column in a table of risks, by
// the headings around it without a gap.
func (l *layout) Heads(row, col int) bool {
	left, right := l.t.Run(row, col)
	h, ok := l.runs[[3]int{row, left, right}]
	if !ok {
		texts := make([]headingText, right+1)
		for c := left; c <= right; c++ {
			if cell := l.t.Resolved(row, c); !l.t.Cell(row, c).Covered || int(l.t.Cell(row, c).OriginCol) == c {
				texts[c] = headingText{cell.Text, cell.At}
			}
		}
		h = (&binder{layout: l}).bind(row, row, texts)
		l.runs[[3]int{row, left, right}] = h
	}
	return h.register() && h.binds(l.t, row, col)
}
