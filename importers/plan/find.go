package plan

import (
	"slices"

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

// known gives the tables that heading rows tell: those found before anything was
// known of definitions, where the document has none that say otherwise.
func (b *binder) known() []block {
	if len(b.labels) == 0 && len(b.defined) == 0 {
		return b.before()
	}
	return b.blocks()
}

// blocks finds the tables of risks and follow-ups in a grid by their heading
// rows, wherever these stand. A table that defines a scale ends the one above
// it.
func (b *binder) blocks() []block {
	var blocks []block
	next := 0 // the first row that is not yet in a heading
	for _, r := range b.candidates {
		if !b.cost.OnTime() {
			break
		}
		if r < next || slices.ContainsFunc(blocks, func(k block) bool { return k.to > r && k.tells(b.w, b.t, r) }) {
			continue
		}
		headers := b.headersAt(r)
		for i := range blocks {
			if len(headers) > 0 {
				blocks[i].to = min(blocks[i].to, headers[0].top)
			}
		}
		for _, h := range headers {
			blocks = append(blocks, block{header: h, from: h.bottom + 1, to: len(b.t.Rows)})
			next = max(next, h.bottom+1)
		}
	}
	for i := range blocks {
		blocks[i].endAt(b)
	}
	return blocks
}

// headersAt gives the headers that begin in a row: one, or one for each of
// several tables of risks side by side.
func (b *binder) headersAt(r int) []*header {
	var beside []*header
	for _, side := range b.sides(r) {
		b.side = &side
		if h := b.headerAt(r); h != nil && h.register() && h.has(model.FieldEvent) && !h.routines() { // a part that names no risks goes with the one that does
			beside = append(beside, h)
		}
		b.side = nil
	}
	if len(beside) > 1 {
		return beside
	}
	if h := b.headerAt(r); h != nil {
		return []*header{h}
	}
	return nil
}

// sides gives the first and last column of each part of a row of headings that
// columns divide in which nothing stands below it either; none where it is one.
func (b *binder) sides(r int) [][2]int {
	var out [][2]int
	from := -1
	for col := 0; col <= b.t.Width(r, r); col++ {
		blank := true
		for k := r; k <= r+tolerances.sideRows && k < len(b.t.Rows) && blank; k++ {
			blank = b.t.Resolved(k, col).Blank()
		}
		switch {
		case !blank && from < 0:
			from = col
		case blank && from >= 0:
			out = append(out, [2]int{from, col - 1})
			from = -1
		}
	}
	if len(out) < 2 {
		return nil
	}
	return out
}

// endAt ends a block at the first of the definitions that stand below its
// headings. What was taken for one on a row that is the table's ends nothing.
func (b *block) endAt(by *binder) {
	for _, d := range by.defined {
		if d.Top > b.bottom && d.Top < b.to && d.Left <= b.right && d.Right >= b.left && !b.goesOn(by, d.Top) {
			b.to = d.Top
		}
	}
}

// goesOn reports whether a row is one of the table's risks: it has all of one, or, with no
// blank row between it and the headings, goes on with the numbers and has a part of one
// that no definition has there.
func (b *block) goesOn(by *binder, r int) bool {
	x := row{by.w, by.t, b.header, r}
	event, levels := x.says(model.FieldEvent), 0
	for _, f := range []model.Field{model.FieldLikelihood, model.FieldConsequence} {
		if x.says(f) {
			levels++
		}
	}
	if x.numbered() && event && levels == 2 {
		return true
	}
	if r <= b.from || !b.solidTo(by.t, r) {
		return false
	}
	measured := x.says(model.FieldAction) || x.says(model.FieldOwner)
	if !b.has(model.FieldNumber) && !b.has(model.FieldPlanNumber) {
		return event && levels == 2 && measured
	}
	before := row{by.w, by.t, b.header, r - 1}.number()
	return x.numbered() && goesOnFrom(before, x.number()) && (measured || levels == 2 || event && levels == 1)
}

// solidTo reports whether no row from the headings to another is blank.
func (b *block) solidTo(t *grid.Table, r int) bool {
	for b.solid = max(b.solid, b.from); b.solid < r && !t.RowBlank(b.solid, b.left, b.right); b.solid++ {
	}
	return b.solid >= r
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
	return b.solidTo(t, r)
}

// headerAt binds row r, alone and with the row under it, and keeps the reading
// that says more; nil where neither heads a table we know.
func (b *binder) headerAt(r int) *header {
	best := b.bind(r, r, b.singleHeading(r))
	if !best.register() && !best.followUp() || b.onlyBands(best) {
		best = nil
	}
	if down := mergedDown(b.t, r); down > 0 && headingLike(b.t, r+1) {
		if merged := b.mergedHeader(r, down); merged != nil {
			return merged
		}
		return best
	}
	if b.hit(r+1) == 0 || !headingLike(b.t, r+1) || b.numbersBelow(r) {
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

// numbersBelow reports whether the number of a risk stands right below the
// heading of such numbers: then the row is the first of the risks, whatever other
// words in it head columns elsewhere.
func (b *binder) numbersBelow(r int) bool {
	for col := range b.t.Rows[r] {
		c, below := b.t.Cell(r, col), b.t.Cell(r+1, col)
		if c.Covered || below.Covered || !b.w.Heads(c.Text, model.FieldNumber) {
			continue
		}
		if numberLike(below.Text) && len(b.w.Exact(below.Text)) == 0 {
			return true
		}
	}
	return false
}

// onlyBands reports whether the values and levels of a heading row are texts over
// several columns, with the headings of these below: "Bruttorisk" over a
// likelihood, a consequence and a value is none of them.
func (b *binder) onlyBands(h *header) bool {
	bands := 0
	for _, c := range h.bound {
		if !valued[c.Field] || c.Reason == model.ReasonMapped {
			continue
		}
		col := h.columns[c.Field]
		if b.t.Cell(h.bottom, col).ColSpan < 2 || !b.headsBelow(h.bottom+1, col, int(b.t.Cell(h.bottom, col).ColSpan)) {
			return false
		}
		bands++
	}
	return bands > 0
}

// headsBelow reports whether columns under a text that is merged over them all
// have a text of their own in a row, no number.
func (b *binder) headsBelow(r, col, n int) bool {
	for k := col; k < col+n; k++ {
		if c := b.t.Cell(r, k); c.Blank() || c.Kind != grid.Text || len(c.Text) > words.MaxHeading {
			return false
		}
	}
	return r < len(b.t.Rows)
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
	for r := max(0, row-tolerances.titleRows); r < row; r++ {
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
	if t.Figures(row) {
		return false
	}
	for i := range t.Rows[row] {
		if c := &t.Rows[row][i]; c.Kind == grid.Number || c.Kind == grid.Date || len(c.Text) > words.MaxHeading {
			return false
		}
	}
	return true
}
