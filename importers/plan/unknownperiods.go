package plan

import (
	"slices"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// leftOut keeps as unread the rows of tables that a title calls a follow-up
// and whose headings speak of risks and measures, but name no period that is
// known: what was done must not be lost without a word.
func (d *reader) leftOut(blocks []block, defined []grid.Region) {
	for r := 0; r < len(d.t.Rows); r++ {
		if b := slices.IndexFunc(blocks, func(b block) bool { return r >= b.top && r < b.to }); b >= 0 {
			r = blocks[b].to - 1
			continue
		}
		if !followsUpUnknown(d.layout, r) || slices.ContainsFunc(defined, func(g grid.Region) bool { return r >= g.Top && r <= g.Bottom }) {
			continue
		}
		for r++; r < len(d.t.Rows) && d.t.Filled(r) > 1; r++ {
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
func followsUpUnknown(l *layout, row int) bool {
	if l.hit(row) < pairHits || !titledAs(l.w, l.t, row, words.FollowUpTitle) {
		return false
	}
	speaks := map[model.Field]bool{}
	for i := range l.t.Rows[row] {
		for _, m := range l.w.Exact(l.t.Rows[row][i].Text) {
			speaks[m.Field] = true
		}
	}
	return speaks[model.FieldAction] && (speaks[model.FieldNumber] || speaks[model.FieldEvent])
}
