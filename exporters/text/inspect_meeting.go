package text

import (
	"cmp"
	"strings"

	"riskbok/exporters/output"
	"riskbok/rules/model"
)

// meeting writes the agenda and the items of a meeting, of each what is proposed and
// decided. What stands under other headings is named by them.
func (p *page) meeting(m *model.Meeting) {
	facts := []string{cmp.Or(oneLine(output.AsRead(m.Board), p.width), p.cat.T("text.no-board")), p.cat.N("text.items", len(m.Items))}
	if m.Date.OK {
		facts = append(facts, m.Date.V.String())
	}
	if m.Place.OK {
		facts = append(facts, oneLine(m.Place.V, p.width))
	}
	p.titled(m.At, "text.meeting", facts)
	if len(m.Agenda) > 0 {
		p.line("    ", p.cat.T("text.agenda"))
	}
	for i := range m.Agenda {
		a := &m.Agenda[i]
		p.block(6, numbered(output.AsRead(a.Number), output.AsRead(a.Title), output.AsRead(a.CaseNumber)), p.paint.none)
	}
	var chairs []string
	for i := range m.Chairs {
		c := &m.Chairs[i]
		key := "text.chair"
		if c.Vice.Raw != "" {
			key = "text.chair.vice"
		}
		chairs = append(chairs, p.cat.T(key, "year", c.Year.V, "chair", oneLine(output.AsRead(c.Chair), 60), "vice", oneLine(output.AsRead(c.Vice), 60)))
	}
	if len(chairs) > 0 {
		p.block(4, p.cat.T("text.chairs", "chairs", strings.Join(chairs, "; ")), p.paint.none)
	}
	for i := range m.Items {
		p.matter(&m.Items[i])
	}
}

func (p *page) matter(it *model.Item) {
	p.block(4, cmp.Or(numbered(output.AsRead(it.Number), output.AsRead(it.Title), output.AsRead(it.CaseNumber)), p.cat.T("text.empty")), p.paint.none)
	p.texts("text.proposal", it.Proposal.Texts())
	p.texts("text.decision", it.Decision.Texts())
	p.texts("text.documents", it.Documents)
	p.texts("text.recipients", it.Recipients)
	var headings []model.Value[string]
	for i := range it.More {
		if it.More[i].Heading.Raw != "" {
			headings = append(headings, it.More[i].Heading)
		}
	}
	p.texts("text.parts", headings)
}

// numbered is the line that an item or a line of an agenda is known by.
func numbered(number, title, caseNumber string) string {
	out := strings.TrimSpace(number + "  " + title)
	if caseNumber != "" {
		out += " (" + caseNumber + ")"
	}
	return out
}

// texts writes a list of texts behind what they are, in one paragraph.
func (p *page) texts(key string, list []model.Value[string]) {
	var all []string
	for i := range list {
		all = append(all, oneLine(output.AsRead(list[i]), 2*p.width))
	}
	if len(all) > 0 {
		p.block(10, p.cat.T(key, "text", strings.Join(all, " · ")), p.paint.none)
	}
}
