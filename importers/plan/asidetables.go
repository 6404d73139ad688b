package plan

import (
	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// asideTables are the tables that their names set aside: what a document holds
// of removed risks, archives, examples and instructions. They are read by
// themselves until it is known whether the document has others.
type asideTables struct {
	doc   model.Document
	parts []asidePart
}

// asidePart is the rows under one heading of such a table.
type asidePart struct {
	*layout
	h     *header
	last  int
	title string
}

// asideTitle gives the name that sets a table aside: the tab's, or the text
// alone on the nearest row above the headings, or the first text on a sheet
// without another title or sentences, which such a text would be about; ""
// where none does. Over the first table of a sheet that is named as a plan or an
// analysis, or where such a title stands above it, the text is only a heading
// over what to do.
func (d *reader) asideTitle(cells []*grid.Cell, first bool) string {
	if d.w.SetsAside(d.t.Name) {
		return d.t.Name
	}
	if len(cells) == 0 {
		return ""
	}
	titled, tells := d.w.Title(d.t.Name), false
	for _, c := range cells {
		titled, tells = titled || d.w.Title(c.Text), tells || words.Sentence(model.Clean(c.Text))
	}
	if first && titled {
		return ""
	}
	nearest, top := cells[len(cells)-1], cells[0]
	if alone := len(cells) == 1 || cells[len(cells)-2].At.Row != nearest.At.Row; alone && d.w.SetsAside(nearest.Text) {
		return model.Clean(nearest.Text)
	}
	if !titled && !tells && d.w.SetsAside(top.Text) {
		return model.Clean(top.Text)
	}
	return ""
}

// setAside gives the reader of a table with such a name.
func (d *reader) setAside(title string) *reader {
	return &reader{layout: d.layout, doc: &d.aside.doc, aside: d.aside, title: title}
}

// keepAside notes the rows of a table that is set aside.
func (d *reader) keepAside(b block, last int) {
	if d.title != "" {
		d.aside.parts = append(d.aside.parts, asidePart{d.layout, b.header, last, d.title})
	}
}

// addTo keeps the tables that are set aside as unread; but where the document
// has no other register they are what it is about, whatever they are called.
func (a *asideTables) addTo(doc *model.Document) {
	if len(doc.Registers) == 0 {
		doc.Registers = append(doc.Registers, a.doc.Registers...)
		doc.FollowUps = append(doc.FollowUps, a.doc.FollowUps...)
		doc.Unread = append(doc.Unread, a.doc.Unread...)
		return
	}
	for _, p := range a.parts {
		d := reader{layout: p.layout, doc: doc}
		s := newScan(p.w, p.t)
		s.under(p.h, len(p.t.Rows))
		part := model.Aside{Title: p.title, At: p.h.bound[0].At, Last: p.t.Cell(p.last, p.h.left).At.Row}
		for r := p.h.bottom + 1; r <= p.last; r++ {
			if n, _ := s.row(r).filled(); n > 1 {
				part.Rows++
			}
			d.unreadRow(s.row(r))
		}
		doc.Aside = append(doc.Aside, part)
	}
}
