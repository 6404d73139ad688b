package plan

import "riskbok/importers/grid"

// toldRows knows the rows of a grid's tables of risks and follow-ups that tell
// of a risk: what stands in them is text, be it the name of an axis. The tables
// are looked for when it is first asked.
type toldRows struct {
	w      *words
	t      *grid.Table
	asked  bool
	blocks []block
}

// has reports whether a cell stands in such a row.
func (o *toldRows) has(r, col int) bool {
	if !o.asked {
		o.asked, o.blocks = true, o.w.findBlocks(o.t, nil)
	}
	for i := range o.blocks {
		b := &o.blocks[i]
		if r >= b.from && r < b.to && col >= b.left && col <= b.right && b.tells(o.w, o.t, r) {
			return true
		}
	}
	return false
}
