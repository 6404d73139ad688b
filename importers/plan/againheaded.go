package plan

import (
	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// again gives the parts of tables that their cells made known and that go on
// under the same headings: too few rows may stand there to prove what they are.
// Used are the rows that belong to tables; those found here are added.
func (b *binder) again(tables []block, used []bool) []block {
	var out []block
	for _, k := range tables {
		if k.top != k.bottom {
			continue
		}
		for r := k.bottom + 1; r < len(b.t.Rows); r++ {
			if used[r] || !b.sameTexts(k.header, r) {
				continue
			}
			h := &header{top: r, bottom: r, texts: make([]headingText, len(k.texts))}
			for col := range k.texts {
				if k.texts[col].text != "" {
					h.texts[col] = headingText{k.texts[col].text, b.t.Cell(r, col).At}
				}
			}
			h.as(k.header)
			part := block{header: h, from: r + 1, to: len(b.t.Rows)}
			for part.to = r + 1; part.to < len(b.t.Rows) && !used[part.to] && !b.sameTexts(k.header, part.to); part.to++ {
			}
			part.to = b.endOf(&part)
			for i := r; i < part.to; i++ {
				used[i] = true
			}
			out = append(out, part)
		}
	}
	return out
}

// sameTexts reports whether a row has the headings of a table, text by text.
func (b *binder) sameTexts(h *header, r int) bool {
	n := 0
	for col := h.left; col <= h.right && col < len(h.texts); col++ {
		key := grid.HeadingKey(model.Clean(h.texts[col].text))
		if key != grid.HeadingKey(b.t.Cell(r, col).Clean()) {
			return false
		}
		if key != "" {
			n++
		}
	}
	return n >= tolerances.minRepeated
}
