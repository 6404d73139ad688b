package plan

import (
	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// toldRows knows the rows of a grid's tables of risks and follow-ups that tell
// of a risk: numbered, or valued. What stands in them is text, be it the name
// of an axis. The tables are looked for when it is first asked.
type toldRows struct {
	w      *words
	t      *grid.Table
	asked  bool
	blocks []block
}

// has reports whether a cell stands in such a row, with no blank row between it
// and the headings.
func (o *toldRows) has(r, col int) bool {
	if !o.asked {
		o.asked, o.blocks = true, o.w.findBlocks(o.t, nil)
	}
	for _, b := range o.blocks {
		if r < b.from || r >= b.to || col < b.left || col > b.right {
			continue
		}
		x := row{o.w, o.t, b.header, r}
		if !x.numbered() && !(x.says(model.FieldEvent) && grid.ScoreValue(x.cell(model.FieldScore)).OK) {
			continue
		}
		for above := b.from; ; above++ {
			if above == r {
				return true
			}
			if rowBlank(o.t, above, b.left, b.right) {
				break
			}
		}
	}
	return false
}
