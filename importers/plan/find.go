package plan

import (
	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// block is one table found in a grid: its headings and the rows under them,
// up to the next table's headings.
type block struct {
	*header
	from, to int // to excluded
	solid    int // the rows from from to here are known to have no blank one among them
}

// findBlocks finds the tables of risks and follow-ups in a grid by their
// heading rows, wherever these stand. A table that defines a scale ends the one
// above it.
func (w *words) findBlocks(t *grid.Table, defined []region) []block {
	var blocks []block
	for r := 0; r < len(t.Rows); r++ {
		if w.hits(t, r) < 2 && (r+1 >= len(t.Rows) || w.hits(t, r)+w.hits(t, r+1) < 3) {
			continue
		}
		if n := len(blocks); n > 0 && blocks[n-1].tells(w, t, r) {
			continue
		}
		h := w.headerAt(t, r, defined)
		if h == nil {
			continue
		}
		if n := len(blocks); n > 0 {
			blocks[n-1].to = h.top
		}
		blocks = append(blocks, block{header: h, from: h.bottom + 1, to: len(t.Rows)})
		r = h.bottom
	}
	for i := range blocks {
		b := &blocks[i]
		for _, d := range defined {
			if d.top > b.bottom && d.top < b.to && d.left <= b.right && d.right >= b.left {
				b.to = d.top
			}
		}
	}
	return blocks
}

// tells reports whether a row, with no blank one between it and the headings,
// tells of a risk or a measure: it is numbered, or names a risk and its value.
// What stands in it is text then, be it the name of a column.
func (b *block) tells(w *words, t *grid.Table, r int) bool {
	x := row{w, t, b.header, r}
	if !x.numbered() && !(x.says(model.FieldEvent) && grid.ScoreValue(x.cell(model.FieldScore)).OK) {
		return false
	}
	for _, f := range []model.Field{model.FieldNumber, model.FieldPlanNumber} {
		if c := x.own(f); c != nil && w.means(c.Text) {
			return false
		}
	}
	for b.solid = max(b.solid, b.from); b.solid < r && !rowBlank(t, b.solid, b.left, b.right); b.solid++ {
	}
	return b.solid >= r
}

// headerAt binds row r, alone and with the row under it, and keeps the reading
// that says more; nil where neither heads a table we know.
func (w *words) headerAt(t *grid.Table, r int, defined []region) *header {
	best := w.bind(t, r, r, singleHeading(t, r, defined))
	if !best.register() && !best.followUp() {
		best = nil
	}
	if down := mergedDown(t, r); down > 0 && headingLike(t, r+1) {
		if merged := w.mergedHeader(t, r, down, defined); merged != nil {
			return merged
		}
		return best
	}
	if r+1 >= len(t.Rows) || w.hits(t, r+1) == 0 || !headingLike(t, r+1) {
		return best
	}
	both := w.bind(t, r, r+1, w.doubleHeading(t, r, r+1, defined))
	if !both.register() && !both.followUp() || best != nil && both.useful() <= best.useful() {
		return best
	}
	// A heading row under a line of text is a heading row alone.
	if lower := w.bind(t, r+1, r+1, singleHeading(t, r+1, defined)); lower.useful() >= both.useful() {
		return best
	}
	return both
}

// mergedHeader binds a row whose headings reach down over the rows below it,
// with that of them which says most; nil where it heads no table we know.
func (w *words) mergedHeader(t *grid.Table, r, down int, defined []region) *header {
	var best *header
	for under := r + 1; under <= r+down; under++ {
		h := w.bind(t, r, r+down, w.doubleHeading(t, r, under, defined))
		if (h.register() || h.followUp()) && (best == nil || h.useful() > best.useful()) {
			best = h
		}
	}
	return best
}

// hits counts the cells of a row that are headings to the letter. A row with a
// long or numeric cell is data and has none.
func (w *words) hits(t *grid.Table, row int) int {
	if row >= len(t.Rows) {
		return 0
	}
	n := 0
	for i := range t.Rows[row] {
		c := &t.Rows[row][i]
		if c.Covered || c.Text == "" {
			continue
		}
		if len(c.Text) > maxHeading {
			return 0
		}
		if c.Kind == grid.Text && len(w.exact(c.Text)) > 0 {
			n++
		}
	}
	return n
}

// titleRows is how far above a heading row its title is looked for.
const titleRows = 8

// titledAs reports whether the tab's name or a text above row begins with one
// of the titles.
func (w *words) titledAs(t *grid.Table, row int, titles []string) bool {
	if _, ok := startsWithWord(t.Name, titles); ok {
		return true
	}
	for r := max(0, row-titleRows); r < row; r++ {
		for i := range t.Rows[r] {
			c := &t.Rows[r][i]
			if len(c.Text) > maxHeading {
				continue
			}
			if _, ok := startsWithWord(c.Text, titles); ok {
				return true
			}
		}
	}
	return false
}

// headingLike reports whether a row could be the lower half of a heading: no
// numbers, no long texts.
func headingLike(t *grid.Table, row int) bool {
	for i := range t.Rows[row] {
		if c := &t.Rows[row][i]; c.Kind == grid.Number || c.Kind == grid.Date || len(c.Text) > maxHeading {
			return false
		}
	}
	return true
}

func rowFilled(t *grid.Table, row int) int {
	n := 0
	if row < len(t.Rows) {
		for i := range t.Rows[row] {
			if !t.Rows[row][i].Blank() {
				n++
			}
		}
	}
	return n
}
