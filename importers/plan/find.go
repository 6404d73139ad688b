package plan

import "riskbok/importers/grid"

// block is one table found in a grid: its headings and the rows under them,
// up to the next table's headings.
type block struct {
	*header
	from, to int // to excluded
}

// findBlocks finds the tables of risks and follow-ups in a grid by their
// heading rows, wherever these stand.
// A table that defines a scale ends the one above it.
func (w *words) findBlocks(t *grid.Table, defined []region) []block {
	var blocks []block
	for r := 0; r < len(t.Rows); r++ {
		if w.hits(t, r) < 2 && (r+1 >= len(t.Rows) || w.hits(t, r)+w.hits(t, r+1) < 3) {
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

// headerAt binds row r, alone and with the row under it, and keeps the reading
// that says more; nil where neither heads a table we know.
func (w *words) headerAt(t *grid.Table, r int, defined []region) *header {
	best := w.bind(t, r, r, singleHeading(t, r, defined))
	if !best.register() && !best.followUp() {
		best = nil
	}
	down := r+1 < len(t.Rows) && mergedDown(t, r)
	if r+1 >= len(t.Rows) || w.hits(t, r+1) == 0 && !down || !headingLike(t, r+1) {
		return best
	}
	both := w.bind(t, r, r+1, w.doubleHeading(t, r, defined))
	if !both.register() && !both.followUp() {
		return best
	}
	if down {
		return both
	}
	if best != nil && both.useful() <= best.useful() {
		return best
	}
	// A heading row under a line of text is a heading row alone.
	if lower := w.bind(t, r+1, r+1, singleHeading(t, r+1, defined)); lower.useful() >= both.useful() {
		return best
	}
	return both
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

// followUpTitled reports whether the tab's name or a text above row says that
// the table is a follow-up.
func (w *words) followUpTitled(t *grid.Table, row int) bool {
	if _, ok := startsWithWord(t.Name, w.v.Titles.FollowUp); ok {
		return true
	}
	for r := max(0, row-titleRows); r < row; r++ {
		for i := range t.Rows[r] {
			c := &t.Rows[r][i]
			if len(c.Text) > maxHeading {
				continue
			}
			if _, ok := startsWithWord(c.Text, w.v.Titles.FollowUp); ok {
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
