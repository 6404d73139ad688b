package minutes

import (
	"slices"
	"strings"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/importers/ocr"
	"riskbok/rules/model"
)

// draft is an item while its pages are read.
type draft struct {
	r     *reader
	item  model.Item
	sheet *sheet          // its first page
	heads map[string]bool // the lines of its head, to know them on further pages
	head  []row           // the rows of its head
	parts []part
	aside []row // rows of tables, which are no text

	pending *pending // until its rows are divided
	cased   bool     // the case number stood in the header of its page
	unread  []model.Value[string]
	closing *later // nil while its pages are read
}

// part is the rows under one heading.
type part struct {
	role    model.SectionRole // "" before the first heading
	heading model.Value[string]
	rows    []row
	framed  bool // the heading itself stands in a table
	heavy   bool // it is bold or large
	own     bool // the board of the meeting proposes to another
}

// open begins the item whose head was found.
func (r *reader) open(s *sheet, st start) {
	h := &st.head
	d := r.begin(s, h)
	if !h.title.OK && h.form == model.ItemDelegated {
		d.item.Title = model.Text(model.Clean(st.name.Text), st.name.At)
	}
	d.item.At, d.head = st.name.At, s.rows[:h.to]
	m := r.meeting(st.name.At)
	if !m.Board.OK {
		m.Board = h.board
	}
	d.add(s, s.rows[h.to:])
}

// begin starts a draft with the values of a head.
func (r *reader) begin(s *sheet, h *head) *draft {
	d := &draft{r: r, sheet: s, heads: map[string]bool{}}
	d.item = model.Item{Kind: h.form, Title: h.title, CaseNumber: h.caseNumber, Date: h.date}
	for i := range s.rows[:h.to] {
		for _, l := range s.rows[i].segs {
			d.heads[ocr.Key(l.Text)] = true
		}
	}
	r.item = d
	return d
}

// role gives the part that is being read.
func (d *draft) role() model.SectionRole {
	if len(d.parts) == 0 {
		return ""
	}
	return d.parts[len(d.parts)-1].role
}

// withoutHead leaves out the rows of a letterhead that comes again.
func (d *draft) withoutHead(rows []row) []row {
	return slices.DeleteFunc(slices.Clone(rows), func(r row) bool {
		return float64(r.mid) > d.sheet.page.Height*places.headHeight && !slices.ContainsFunc(r.segs, func(l *grid.Line) bool { return !d.heads[ocr.Key(l.Text)] })
	})
}

// add puts rows of a page under their headings. Tables are read elsewhere;
// only where a clause or an entry of a list stands in one is it text here.
func (d *draft) add(s *sheet, rows []row) {
	if s != d.sheet && !d.gathered() {
		rows = d.withoutHead(rows)
	}
	apart := tables(rows)
	for i := range rows {
		row := rows[i]
		if row.ends {
			d.part(model.SectionOther, model.Value[string]{}, false)
		}
		if d.heading(rows, i) {
			continue
		}
		if h := d.r.heading(&rows[i]); h.outcome == ocr.Found && !d.leadOf(h.role, &row) && !d.lists(h.role, &row) {
			row.segs = h.rest
			row.join()
		}
		if len(d.parts) == 0 {
			d.part("", model.Value[string]{}, false)
		}
		p := &d.parts[len(d.parts)-1]
		if row.table && !p.framed && (!p.tabled() || apart[i] && p.resolved()) && (apart[i] || !d.gathered()) {
			d.aside = append(d.aside, row)
			continue
		}
		if row.sheet == nil {
			row.sheet = s
		}
		p.rows = append(p.rows, row)
	}
}

// heading begins a part where a row is a heading. It reports whether there is
// nothing more on the row.
func (d *draft) heading(rows []row, i int) bool {
	row := &rows[i]
	h := d.r.heading(row)
	if h.outcome == ocr.Found && d.lists(h.role, row) {
		h.outcome = ocr.None
	}
	switch {
	case h.outcome == ocr.Found && d.leadOf(h.role, row):
		return false
	case h.outcome == ocr.Found:
		d.part(h.role, model.Text(h.text, row.segs[0].At), row.table)
		p := &d.parts[len(d.parts)-1]
		p.heavy = d.r.body.heavy(row.segs[0])
		p.own = h.role == model.SectionProposal && d.ofBoard(h.text)
		return len(h.rest) == 0
	case h.outcome == ocr.Ambiguous:
		v := model.Text(h.text, row.segs[0].At)
		d.unread = append(d.unread, v)
		d.part(model.SectionOther, v, row.table)
		return true
	case d.gathered() && d.r.w.leadsIn(row.text) && d.decides(rows, i):
		d.part(model.SectionDecision, model.Text(row.text, row.at()), row.table)
		return false
	case d.gathered() && d.r.w.proposes(row.text) && d.proposed(rows, i):
		d.part(d.proposalRole(), model.Text(row.text, row.at()), row.table)
		d.parts[len(d.parts)-1].own = d.byBoard(row.text)
		return false
	case !d.r.w.leadsIn(row.text) && d.r.unknownHeading(rows, i, d.gathered()):
		d.part(model.SectionOther, model.Text(row.text, row.at()), false)
		return true
	}
	return false
}

// leadOf reports whether what could be the heading of a proposal is the lead of the
// decision whose heading stands right above, lighter than the headings are: "Enligt
// förvaltningens förslag:".
func (d *draft) leadOf(role model.SectionRole, row *row) bool {
	if role != model.SectionProposal || len(d.parts) == 0 {
		return false
	}
	p := &d.parts[len(d.parts)-1]
	return p.role == model.SectionDecision && p.heavy && len(p.rows) == 0 && !d.r.body.heavy(row.segs[0])
}

// lists reports whether what could be a heading of no part of ours is an entry of a list
// whose heading is heavier: "Ekonomi" among those who are told.
func (d *draft) lists(role model.SectionRole, row *row) bool {
	if role != model.SectionOther || len(d.parts) == 0 {
		return false
	}
	p := &d.parts[len(d.parts)-1]
	switch p.role {
	case model.SectionRecipients, model.SectionDocuments, model.SectionPreparers:
		return p.heavy && !d.r.body.heavy(row.segs[0])
	}
	return false
}

// decides reports whether a row that leads on to a decision begins it: what is
// proposed or decided is not being read already, or stands above in full.
func (d *draft) decides(rows []row, i int) bool {
	if len(d.parts) == 0 {
		return true
	}
	p := &d.parts[len(d.parts)-1]
	if !p.resolved() {
		return true
	}
	if p.role != model.SectionProposal || len(p.rows) == 0 {
		return false
	}
	return d.r.body.heavy(rows[i].segs[0]) || rows[i].step > places.setOff || strings.HasSuffix(p.rows[len(p.rows)-1].text, ".")
}

// proposed reports whether a row that says what a body proposes begins it: it is
// set off, and no decision is being read.
func (d *draft) proposed(rows []row, i int) bool {
	if len(d.parts) > 0 {
		if p := &d.parts[len(d.parts)-1]; p.role == model.SectionDecision || p.role == model.SectionProposal && len(p.rows) == 0 {
			return false
		}
	}
	return d.r.body.heavy(rows[i].segs[0]) || rows[i].step > places.setOff
}

// tabled reports whether rows of tables are text of the part.
func (p *part) tabled() bool {
	switch p.role {
	case model.SectionProposal, model.SectionDecision, model.SectionRecipients, model.SectionDocuments, model.SectionPreparers:
		return true
	}
	return false
}

// resolved reports whether the part is what is proposed or decided.
func (p *part) resolved() bool {
	return p.role == model.SectionProposal || p.role == model.SectionDecision
}

// tables tells of each row whether it stands in a table of several columns
// rather than in a frame around clauses: two rows or more have cells side by
// side, other than the number of a clause and the clause.
func tables(rows []row) []bool {
	out := make([]bool, len(rows))
	for from := 0; from < len(rows); {
		to, wide := from, 0
		for ; to < len(rows) && rows[to].table; to++ {
			if n := len(rows[to].segs); n > 2 || n == 2 && !listMark().MatchString(model.Clean(rows[to].segs[0].Text)+" ") {
				wide++
			}
		}
		for i := from; i < to; i++ {
			out[i] = wide > 1
		}
		from = max(to, from+1)
	}
	return out
}

// gathered reports whether the item's rows came with their pages, without the
// headers of these.
func (d *draft) gathered() bool {
	return d.item.Kind == model.ItemParagraph || d.item.Kind == model.ItemMatter
}

func (d *draft) part(role model.SectionRole, heading model.Value[string], framed bool) {
	d.parts = append(d.parts, part{role: role, heading: heading, framed: framed})
}

// merge joins what two headings of one meaning head.
func merge(a, b model.Resolution) model.Resolution {
	if len(a.Parts) == 0 && !a.Lead.OK {
		return b
	}
	if b.Lead.OK {
		a.Parts = append(a.Parts, b.Lead)
	}
	a.Parts = append(a.Parts, b.Parts...)
	return a
}

// right gives where the lines of the item end on the right: the end of its
// longest lines.
func (d *draft) right() float32 {
	right := float32(0)
	left := float32(d.sheet.page.Width)
	for _, p := range d.parts {
		for _, r := range p.rows {
			left = min(left, r.x0)
			if utf8.RuneCountInString(r.text) >= tolerances.longLine && !r.table {
				right = max(right, r.x1)
			}
		}
	}
	if right == 0 {
		right = float32(d.sheet.page.Width) - left
	}
	return right
}

// pitch gives the distance from line to line in the item's paragraphs, else in
// the document's: the least one below a line that is full, since a paragraph
// may also end with a full line.
func (d *draft) pitch(right float32) float32 {
	least := float32(0)
	for _, p := range d.parts {
		t := setter{rows: p.rows, right: right}
		for i := 1; i < len(p.rows); i++ {
			drop := p.rows[i-1].mid - p.rows[i].mid
			if p.rows[i].sheet == p.rows[i-1].sheet && drop > float32(p.rows[i].size) && !t.forced(i) && (least == 0 || drop < least) {
				least = drop
			}
		}
	}
	if least == 0 {
		return d.r.body.pitch
	}
	return least
}
