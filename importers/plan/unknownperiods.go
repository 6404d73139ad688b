package plan

import (
	"slices"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// leftOut keeps as unread the rows of tables that a title calls a follow-up
// and whose headings speak of risks and measures, but name no period that is
// known: what was done must not be lost without a word.
func (d *reader) leftOut(blocks []block, defined []region) {
	for r := 0; r < len(d.t.Rows); r++ {
		if b := slices.IndexFunc(blocks, func(b block) bool { return r >= b.top && r < b.to }); b >= 0 {
			r = blocks[b].to - 1
			continue
		}
		if !d.w.followsUpUnknown(d.t, r) || slices.ContainsFunc(defined, func(g region) bool { return r >= g.top && r <= g.bottom }) {
			continue
		}
		for r++; r < len(d.t.Rows) && rowFilled(d.t, r) > 1; r++ {
			for col := range d.t.Rows[r] {
				if c := &d.t.Rows[r][col]; !c.Covered {
					d.unread(c)
				}
			}
		}
	}
}

// followsUpUnknown reports whether a row heads a follow-up by what its
// headings say to the letter and what stands above it.
func (w *words) followsUpUnknown(t *grid.Table, row int) bool {
	if w.hits(t, row) < 3 || !w.titledAs(t, row, w.v.Titles.FollowUp) {
		return false
	}
	speaks := map[model.Field]bool{}
	for i := range t.Rows[row] {
		for _, m := range w.exact(t.Rows[row][i].Text) {
			speaks[m.field] = true
		}
	}
	return speaks[model.FieldAction] && (speaks[model.FieldNumber] || speaks[model.FieldEvent])
}
