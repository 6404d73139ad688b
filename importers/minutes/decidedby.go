package minutes

import (
	"slices"
	"strings"

	"riskbok/rules/model"
)

// byBoard reports whether it is the board of the meeting that acts in a text.
func (d *draft) byBoard(text string) bool {
	subject, _, _ := d.r.w.acts(text)
	board := d.board()
	return subject != "" && board.OK && strings.EqualFold(subject, board.V)
}

// ofBoard reports whether a heading is of the board of the meeting: "Kommunstyrelsens
// förslag till kommunfullmäktige".
func (d *draft) ofBoard(heading string) bool {
	whose := d.r.w.whose(heading)
	board := d.board()
	return whose != "" && board.OK && sameBody(board.V, whose)
}

// withoutOthers leaves what another body decided before out of the decision of the
// board: it is told under a heading of its own, "Arbetsutskottets beslut".
func (d *draft) withoutOthers() {
	board := d.board()
	other := func(p *part) bool {
		whose := d.r.w.whose(p.heading.V)
		return whose != "" && !d.r.w.sortOfBoard(whose) && !sameBody(board.V, whose)
	}
	own := false
	for i := range d.parts {
		p := &d.parts[i]
		own = own || p.role == model.SectionDecision && len(p.rows) > 0 && !other(p)
	}
	for i := range d.parts {
		if p := &d.parts[i]; own && board.OK && p.role == model.SectionDecision && other(p) {
			p.role = model.SectionOther
		}
	}
}

// decideByProposing takes what the board of the meeting proposes to another for its
// decision, where the item has no other.
func (d *draft) decideByProposing() {
	if slices.ContainsFunc(d.parts, func(p part) bool { return p.role == model.SectionDecision }) {
		return
	}
	for i := range d.parts {
		if p := &d.parts[i]; p.own && p.role == model.SectionProposal {
			p.role = model.SectionDecision
		}
	}
}

// proposalRole says what it is that a body proposes: below the proposal of
// another, which it had to decide on, its decision.
func (d *draft) proposalRole() model.SectionRole {
	for i := range d.parts {
		if p := &d.parts[i]; p.role == model.SectionProposal && len(p.rows) > 0 {
			return model.SectionDecision
		}
	}
	return model.SectionProposal
}
