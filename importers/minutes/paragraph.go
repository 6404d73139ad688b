package minutes

import (
	"slices"
	"strings"

	"riskbok/rules/model"
)

// minutesPage reads a page of minutes: the page header with board and date,
// and the items below it. Another date begins another meeting, and so does
// another paper.
func (r *reader) minutesPage(s *sheet, st start) {
	if r.item != nil && !s.itemBegins() && r.front(s) {
		r.closeItem()
		r.meetings = append(r.meetings, model.Meeting{At: s.at(1)})
	}
	end := r.pageHead(s, st)
	lh := r.w.letterhead(s.rows[:end])
	h := head{}
	if st.name != nil {
		lh.claimed[st.name] = true
	}
	date := lh.meeting
	if !date.OK {
		h.date = lh.date
		r.bareDate(&h, s.rows[:end], &lh)
		r.datedHead(&h, s.rows[:end])
		date = h.date
	}
	board := r.headBoard(s, st, &lh, end)
	m := r.meeting(s.at(end))
	if date.OK && m.Date.OK && date.V != m.Date.V || s.begins && (len(m.Items) > 0 || r.item != nil) {
		r.closeItem()
		r.meetings = append(r.meetings, model.Meeting{At: s.at(end)})
		m = &r.meetings[len(r.meetings)-1]
	}
	if !m.Date.OK {
		m.Date = date
	}
	if !m.Board.OK {
		m.Board = board
	}
	if !m.Place.OK {
		m.Place = lh.place
	}
	if !r.minutes {
		r.closeItem()
	}
	r.minutes = true
	r.days(s.rows[:end])
	r.cased = lh.caseNumber
	if !r.cased.OK {
		var bare head
		r.bareCase(&bare, s.rows[:end], &lh)
		r.cased = bare.caseNumber
	}
	r.paragraphs(s, end)
}

// headBoard finds the board in the header of a page: behind the name of the
// form, or among its rows.
func (r *reader) headBoard(s *sheet, st start, lh *letterhead, end int) model.Value[string] {
	if st.name != nil {
		if name := r.w.boardBehind(s, st); name != "" {
			return model.Value[string]{V: name, OK: true, Raw: st.name.Text, At: st.name.At}
		}
	}
	return r.titleBoard(s, s.rows[:end], lh, end)
}

// at gives the place of a page's head, or of its first row.
func (s *sheet) at(end int) model.Source {
	if end > 0 && end <= len(s.rows) {
		return s.rows[0].at()
	}
	return model.Source{Doc: s.doc(), Place: s.page.Place}
}

func (s *sheet) doc() int32 {
	if len(s.page.Lines) > 0 {
		return s.page.Lines[0].At.Doc
	}
	return 0
}

// pageHead gives the row after the header of a page of minutes. On a page that
// goes on with an item these are the rows up to the form's name, and those
// that stood in the header of a page before; else all that stands above the
// first item.
func (r *reader) pageHead(s *sheet, st start) int {
	end := 0
	for end < len(s.rows) {
		row := &s.rows[end]
		if row.begins != nil || row.ahead {
			break
		}
		if r.minutes && r.item != nil && !s.begins && end > st.row && !row.repeated && !r.headers[headerText(row)] && !r.casedHeader(row) {
			break
		}
		end++
	}
	for i := range s.rows[:end] {
		r.headers[headerText(&s.rows[i])] = true
	}
	return end
}

// headerText is how a row of the header of a page is known on the next, with or
// without the number of the page.
func headerText(r *row) string { return strings.Trim(spotOf(r).text, " #") }

// casedHeader reports whether a row is a case number in the header of a page:
// the head of the item before is read already.
func (r *reader) casedHeader(line *row) bool {
	if !line.top || !r.w.caseAlone(line) {
		return false
	}
	p := r.item.pending
	return p == nil || len(p.rows) > tolerances.shortHead || slices.ContainsFunc(p.rows, func(x row) bool { return r.w.hasCase(&x) })
}

// paragraphs reads the rows of a page from one on, each number an item.
func (r *reader) paragraphs(s *sheet, from int) {
	for i := from; i < len(s.rows); i++ {
		switch row := &s.rows[i]; {
		case row.begins != nil:
			r.gather(s, i, r.cased)
			r.cased = model.Value[string]{}
		case row.repeated || row.ahead:
		case r.item != nil && r.item.pending != nil:
			r.item.goOn(s, *row)
		case r.item != nil:
			r.item.add(s, s.rows[i:i+1])
		}
	}
}
