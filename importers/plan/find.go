package plan

import (
	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// block is one table found in a grid: its headings and the rows under them,
// up to the next table's headings.
type block struct {
	*header
	from, to int // to excluded
	solid    int // the rows from from to here are known to have no blank one among them
}

// blocks finds the tables of risks and follow-ups in a grid by their heading
// rows, wherever these stand. A table that defines a scale ends the one above
// it.
func (b *binder) blocks() []block {
	var blocks []block
	next := 0 // the first row that is not yet in a heading
	for _, r := range b.candidates {
		n := len(blocks)
		if r < next || n > 0 && blocks[n-1].tells(b.w, b.t, r) {
			continue
		}
		h := b.headerAt(r)
		if h == nil {
			continue
		}
		if n > 0 {
			blocks[n-1].to = h.top
		}
		blocks = append(blocks, block{header: h, from: h.bottom + 1, to: len(b.t.Rows)})
		next = h.bottom + 1
	}
	for i := range blocks {
		blocks[i].endAt(b.defined)
	}
	return blocks
}

// endAt ends a block at the first of the definitions that stand below its
// headings.
func (b *block) endAt(defined []grid.Region) {
	for _, d := range defined {
		if d.Top > b.bottom && d.Top < b.to && d.Left <= b.right && d.Right >= b.left {
			b.to = d.Top
		}
	}
}

// tells reports whether a row, with no blank one between it and the headings,
// tells of a risk or a measure: it is numbered, or names a risk and its value.
// What stands in it is text then, be it the name of a column.
func (b *block) tells(w *words.Index, t *grid.Table, r int) bool {
	x := row{w, t, b.header, r}
	if !x.numbered() && !(x.says(model.FieldEvent) && x.w.LevelWords().Score(x.cell(model.FieldScore)).OK) {
		return false
	}
	for _, f := range []model.Field{model.FieldNumber, model.FieldPlanNumber} {
		if c := x.own(f); c != nil && w.Means(c.Text) {
			return false
		}
	}
	for b.solid = max(b.solid, b.from); b.solid < r && !t.RowBlank(b.solid, b.left, b.right); b.solid++ {
	}
	return b.solid >= r
}

// headerAt binds row r, alone and with the row under it, and keeps the reading
// that says more; nil where neither heads a table we know.
func (b *binder) headerAt(r int) *header {
	best := b.bind(r, r, b.singleHeading(r))
	if !best.register() && !best.followUp() {
		best = nil
	}
	if down := mergedDown(b.t, r); down > 0 && headingLike(b.t, r+1) {
		if merged := b.mergedHeader(r, down); merged != nil {
			return merged
		}
		return best
	}
	if b.hit(r+1) == 0 || !headingLike(b.t, r+1) {
		return best
	}
	both := b.bind(r, r+1, b.doubleHeading(r, r+1))
	if !both.register() && !both.followUp() || best != nil && both.useful() <= best.useful() {
		return best
	}
	// A heading row under a line of text is a heading row alone.
	if lower := b.bind(r+1, r+1, b.singleHeading(r+1)); lower.useful() >= both.useful() {
		return best
	}
	return both
}

// mergedHeader binds a row whose headings reach down over the rows below it,
// with that of them which says most; nil where it heads no table we know.
func (b *binder) mergedHeader(r, down int) *header {
	var best *header
	for under := r + 1; under <= r+down; under++ {
		h := b.bind(r, r+down, b.doubleHeading(r, under))
		if (h.register() || h.followUp()) && (best == nil || h.useful() > best.useful()) {
			best = h
		}
	}
	return best
}

// titledAs reports whether the tab's name or a text above row begins with a
// title of the kind.
func titledAs(w *words.Index, t *grid.Table, row int, title words.Opening) bool {
	if w.Opens(title, t.Name) {
		return true
	}
	for r := max(0, row-titleRows); r < row; r++ {
		for i := range t.Rows[r] {
			if c := &t.Rows[r][i]; len(c.Text) <= words.MaxHeading && w.Opens(title, c.Text) {
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
		if c := &t.Rows[row][i]; c.Kind == grid.Number || c.Kind == grid.Date || len(c.Text) > words.MaxHeading {
			return false
		}
	}
	return true
}
