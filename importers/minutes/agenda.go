package minutes

import (
	"regexp"
	"strconv"
	"strings"
	"sync"

	"riskbok/importers/grid"
	"riskbok/importers/ocr"
	"riskbok/rules/model"
)

// cover reads the first page of a meeting book or summons: board, date, place
// and, from its heading on, the agenda.
func (r *reader) cover(s *sheet, st start) {
	if len(r.meetings) > 0 {
		if last := &r.meetings[len(r.meetings)-1]; len(last.Items)+len(last.Agenda) > 0 || last.Date.OK {
			r.meetings = append(r.meetings, model.Meeting{})
		}
	}
	m := r.meeting(s.at(1))
	m.At = s.at(1)
	end := len(s.rows)
	for i := range s.rows {
		if r.agendaHead(&s.rows[i]) {
			end = i
			break
		}
	}
	lh := r.w.letterhead(s.rows[:end])
	h := head{date: lh.date}
	r.bareDate(&h, s.rows[:end], &lh)
	if !lh.meeting.OK && !h.date.OK {
		r.datedHead(&h, s.rows[:end])
	}
	m.Date, m.Place = lh.meeting, lh.place
	if !m.Date.OK {
		m.Date = h.date
	}
	if st.name != nil {
		if name := r.w.boardName(st.rest); name != "" {
			m.Board = model.Value[string]{V: name, OK: true, Raw: st.name.Text, At: st.name.At}
		}
		lh.claimed[st.name] = true
	}
	if !m.Board.OK {
		m.Board = r.board(s, s.rows[:end], &lh, end)
	}
	r.agenda = &agenda{meeting: len(r.meetings) - 1}
	r.agendaRows(s.rows[end:])
}

func (r *reader) agendaHead(row *row) bool {
	h := r.heading(row)
	return h.outcome == ocr.Found && h.role == model.SectionAgenda
}

// agenda is the list of a meeting's matters while its pages are read.
type agenda struct {
	meeting int
	started bool
	entries []agendaLine
}

// agendaLine is an entry with the number at its end, which may be the page.
type agendaLine struct {
	model.AgendaEntry
	page   int
	before string // the title without that number
	apart  bool   // the number stands in a column of its own
}

// agendaRows adds rows to the agenda, from its heading on, and writes it anew.
func (r *reader) agendaRows(rows []row) {
	a := r.agenda
	for i := range rows {
		row := &rows[i]
		switch {
		case r.agendaHead(row):
			a.started = true
		case a.started:
			a.add(r.w, row)
		}
	}
	r.meetings[a.meeting].Agenda = a.build()
}

var agendaPatterns = sync.OnceValue(func() (p struct{ entry, page, number *regexp.Regexp }) {
	p.entry = regexp.MustCompile(`^(\d{1,4}/\d{2,4}|§\s*\d{1,4}|\d{1,3})[.):]?\s+(\S.*)$`)
	p.page = regexp.MustCompile(`^(.*\S)[\s.…_]+(\d{1,4})$`)
	p.number = regexp.MustCompile(`^(.*\S)\s+(\pL{1,8}[ -]?\d{4}[/:-]\d[\d.:/-]*)$`)
	return p
})

// add reads a row: an entry, or the end of a title that did not have room on
// its line. Headings between the entries are neither.
func (a *agenda) add(w *words, r *row) {
	p := agendaPatterns()
	m := p.entry.FindStringSubmatch(r.text)
	if m == nil {
		if n := len(a.entries); n > 0 && a.entries[n-1].page == 0 && r.step < 1.7 && !r.repeated {
			e := &a.entries[n-1]
			e.Title.V, e.Title.Raw = joinLines(e.Title.V, r.text, w), e.Title.Raw+"\n"+r.text
			e.split(r)
		}
		return
	}
	at := r.at()
	e := agendaLine{}
	e.At = at
	e.Number = model.Value[string]{V: m[1], OK: true, Raw: m[1], At: r.segs[0].At}
	e.Title = model.Value[string]{V: m[2], OK: true, Raw: m[2], At: at}
	e.split(r)
	a.entries = append(a.entries, e)
}

// split notes the number at the end of a title.
func (e *agendaLine) split(r *row) {
	last := model.Clean(r.segs[len(r.segs)-1].Text)
	if m := agendaPatterns().page.FindStringSubmatch(e.Title.V); m != nil {
		page, _ := strconv.Atoi(m[2])
		apart := len(r.segs) > 1 && last == m[2]
		// A year at the end of a title is no page.
		if _, year := grid.FindYear(m[2]); year && !apart {
			return
		}
		e.before, e.page, e.apart = strings.TrimRight(m[1], " .…_"), page, apart
	}
}

// build gives the entries. The numbers at their ends are pages where they
// stand in a column, or where most entries have one and none goes back.
func (a *agenda) build() []model.AgendaEntry {
	with, order, before := 0, true, 0
	for i := range a.entries {
		if e := &a.entries[i]; e.page > 0 {
			with++
			order = order && e.page >= before
			before = e.page
		}
	}
	paged := order && with > 1 && 2*with > len(a.entries)
	var out []model.AgendaEntry
	for i := range a.entries {
		e := a.entries[i]
		if e.page > 0 && (paged || e.apart) {
			e.Page = model.Value[int]{V: e.page, OK: true, Raw: strconv.Itoa(e.page), At: e.At}
			e.Title.V = e.before
		}
		if m := agendaPatterns().number.FindStringSubmatch(e.Title.V); m != nil {
			e.Title.V = m[1]
			e.CaseNumber = model.Value[string]{V: m[2], OK: true, Raw: m[2], At: e.At}
		}
		out = append(out, e.AgendaEntry)
	}
	return out
}

// agendaPage reports whether a page without a form is an agenda all the same:
// it has the heading, and entries below it.
func (r *reader) agendaPage(s *sheet) bool {
	for i := range s.rows {
		if !r.agendaHead(&s.rows[i]) {
			continue
		}
		n := 0
		for _, row := range s.rows[i+1:] {
			if agendaPatterns().entry.MatchString(row.text) {
				n++
			}
		}
		return n >= 2
	}
	return false
}

// datedHead takes the first date in short lines for that of the meeting.
func (r *reader) datedHead(h *head, rows []row) {
	for i := range rows {
		for _, l := range rows[i].segs {
			if h.date.OK {
				return
			}
			if d, ok := grid.FindDate(l.Text, r.w.Months); ok && len(strings.Fields(l.Text)) <= 10 {
				h.date = model.Value[model.Date]{V: d, OK: true, Raw: l.Text, At: l.At}
			}
		}
	}
}
