package minutes

import (
	"slices"

	"riskbok/rules/model"
)

// divide finds the decision in the text of an item that has no heading for it:
// from the paragraph on that begins with a body that decides. Where something
// is proposed, the paper may be a summons, and nothing is decided.
func (d *draft) divide() {
	if slices.ContainsFunc(d.parts, func(p part) bool { return p.resolved() }) {
		return
	}
	for i := range d.parts {
		p := &d.parts[i]
		if p.role != "" && p.role != model.SectionBackground {
			continue
		}
		for j := range p.rows {
			if !d.r.decidesAt(p.rows, j) {
				continue
			}
			decision := part{role: model.SectionDecision, rows: p.rows[j:], framed: p.framed}
			p.rows = p.rows[:j:j]
			d.parts = slices.Insert(d.parts, i+1, decision)
			return
		}
	}
}

// decidesAt reports whether a paragraph that begins at a row says what a body
// decides.
func (r *reader) decidesAt(rows []row, i int) bool {
	if !r.w.decidesText(rows[i].text) {
		return false
	}
	if i == 0 || rows[i].step > places.setOff {
		return true
	}
	return ended(rows[i-1].text)
}
