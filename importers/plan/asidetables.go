package plan

import (
	"strings"
	"unicode/utf8"

	"riskbok/importers/grid"
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
	t     *grid.Table
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
	if d.w.setsAside(d.t.Name) {
		return d.t.Name
	}
	if len(cells) == 0 {
		return ""
	}
	titled, tells := d.w.title(d.t.Name), false
	for _, c := range cells {
		titled, tells = titled || d.w.title(c.Text), tells || remark(model.Clean(c.Text))
	}
	if first && titled {
		return ""
	}
	nearest, top := cells[len(cells)-1], cells[0]
	if alone := len(cells) == 1 || cells[len(cells)-2].At.Row != nearest.At.Row; alone && d.w.setsAside(nearest.Text) {
		return model.Clean(nearest.Text)
	}
	if !titled && !tells && d.w.setsAside(top.Text) {
		return model.Clean(top.Text)
	}
	return ""
}

// setsAside reports whether a name is one of those that set a table aside, with
// no more words, or begins with one that has several.
func (w *words) setsAside(name string) bool {
	if name == "" || utf8.RuneCountInString(name) > maxTitle {
		return false
	}
	key := model.Key(name)
	for _, word := range w.v.Titles.Aside {
		rest, ok := strings.CutPrefix(key, model.Key(word))
		if !ok {
			continue
		}
		if _, said, _ := strings.Cut(rest, ":"); lettered(said) {
			continue // "Exempel på risker: …" tells, and names nothing
		}
		if !lettered(rest) || strings.Contains(word, " ") && strings.ContainsAny(rest[:1], " ,(") {
			return true
		}
	}
	return false
}

// setAside gives the reader of a table with such a name.
func (d *reader) setAside(title string) *reader {
	return &reader{w: d.w, t: d.t, doc: &d.aside.doc, aside: d.aside, title: title}
}

// keepAside notes the rows of a table that is set aside.
func (d *reader) keepAside(b block, last int) {
	if d.title != "" {
		d.aside.parts = append(d.aside.parts, asidePart{d.t, b.header, last, d.title})
	}
}

// settle keeps the tables that are set aside as unread; but where the document
// has no other register they are what it is about, whatever they are called.
func (a *asideTables) settle(doc *model.Document, w *words) {
	if len(doc.Registers) == 0 {
		doc.Registers = append(doc.Registers, a.doc.Registers...)
		doc.FollowUps = append(doc.FollowUps, a.doc.FollowUps...)
		doc.Unread = append(doc.Unread, a.doc.Unread...)
		return
	}
	for _, p := range a.parts {
		d := reader{w: w, t: p.t, doc: doc}
		s := newScan(w, p.t)
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
