package minutes

import (
	"regexp"
	"slices"
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
	end := r.agendaBegins(s, st)
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
		if name := r.w.boardBehind(s, st); name != "" {
			m.Board = model.Value[string]{V: name, OK: true, Raw: st.name.Text, At: st.name.At}
		}
		lh.claimed[st.name] = true
	}
	if !m.Board.OK {
		m.Board = r.titleBoard(s, s.rows[:end], &lh, end)
	}
	r.agenda = &agenda{meeting: len(r.meetings) - 1, started: end < len(s.rows)}
	r.agendaRows(s.rows[end:])
}

// agendaBegins gives the row at which the agenda of a cover begins: its heading,
// the heads of its columns, or the first of its numbers; the number of rows for
// none. The form of the page may be the heading.
func (r *reader) agendaBegins(s *sheet, st start) int {
	for i := range s.rows {
		if i > st.row && r.w.entryNumber(&s.rows[i]) == 1 {
			break // the heading is that of a group
		}
		if (i != st.row || st.name == nil) && r.agendaHead(&s.rows[i]) {
			return i
		}
	}
	want := 1
	first := len(s.rows)
	for i := max(st.row, 0); i < len(s.rows); i++ {
		if i == st.row || r.w.entryNumber(&s.rows[i]) != want {
			continue
		}
		if want == 1 {
			first = i
		}
		if want++; want > tolerances.fewEntries {
			return first
		}
	}
	for i := range s.rows {
		if (i != st.row || st.name == nil) && r.agendaHead(&s.rows[i]) {
			return i
		}
	}
	return len(s.rows)
}

// entryNumber gives the number of the entry of an agenda that a row may be, 0 for
// none.
func (w *vocabulary) entryNumber(r *row) int {
	if m := w.numbers.entry.FindStringSubmatch(afterClock(r).text); m != nil {
		return digits(m[1])
	}
	return 0
}

// digits gives the first number in a text, 0 for none.
func digits(text string) int {
	from := strings.IndexAny(text, "0123456789")
	if from < 0 {
		return 0
	}
	n, _ := strconv.Atoi(text[from : from+len(text[from:])-len(strings.TrimLeft(text[from:], "0123456789"))])
	return n
}

// agendaHead reports whether a row begins an agenda: its heading, or the heads
// of its columns.
func (r *reader) agendaHead(row *row) bool {
	if _, ok := r.w.columnsOf(row); ok {
		return true
	}
	h := r.heading(row)
	return h.outcome == ocr.Found && h.role == model.SectionAgenda
}

// agenda is the list of a meeting's matters while its pages are read.
type agenda struct {
	meeting int
	started bool
	entries []agendaLine
	columns columns
	tabled  bool // the columns have heads
	open    bool // the row before was of the last entry
}

// agendaLine is an entry with the number at its end, which may be the page.
type agendaLine struct {
	model.AgendaEntry
	page   int
	before string // the title without that number
	apart  bool   // the number stands in a column of its own

	bold     bool
	columned bool    // the row has columns besides
	x        float32 // where the title begins
	beside   []*grid.Line
}

// agendaRows adds rows to the agenda, from its heading on, and writes it anew.
func (r *reader) agendaRows(rows []row) {
	a := r.agenda
	for i := range rows {
		row := afterClock(&rows[i])
		switch {
		case r.agendaHead(row):
			a.started = true
			if c, ok := r.w.columnsOf(row); ok {
				a.columns, a.tabled = c, true
			}
		case a.started && a.tabled && !a.columns.numbered && r.w.numbers.entry.FindStringSubmatch(row.text) == nil && len(a.entries) == a.bare():
			a.unnumbered(r.w, row)
		case a.started:
			a.add(r.w, row)
		}
	}
	r.meetings[a.meeting].Agenda = a.build(r.w)
}

// bare gives how many of the entries have no number.
func (a *agenda) bare() int {
	n := 0
	for i := range a.entries {
		if !a.entries[i].Number.OK {
			n++
		}
	}
	return n
}

var agendaPatterns = sync.OnceValue(func() (p struct{ page, number *regexp.Regexp }) {
	p.page = regexp.MustCompile(`^(.*\S)[\s.…_]+(\d{1,4})$`)
	p.number = grid.Expression(`^(.*\S)\s+(\p{Lu}\pL{0,7}[ -]?\d{4}[/:-]\d[\d.:/-]*)$`)
	return p
})

// add reads a row: an entry, or the end of a title that did not have room on
// its line. Headings between the entries are neither, nor are the columns
// beside the title that have neither case number nor page.
func (a *agenda) add(w *vocabulary, r *row) {
	m := w.numbers.entry.FindStringSubmatch(r.text)
	if m == nil || a.below(r) {
		a.goOn(w, r)
		return
	}
	at := r.at()
	e := agendaLine{bold: r.bold}
	e.At = at
	e.Number = model.Value[string]{V: m[1], OK: true, Raw: m[1], At: r.segs[0].At}
	e.Title = model.Value[string]{V: m[2], OK: true, Raw: m[2], At: at}
	e.x, a.open = r.segs[0].At.Box.X0, true
	if columned(w, r) {
		e.fromColumns(w, r)
	} else {
		e.split(r)
	}
	a.entries = append(a.entries, e)
}

// below reports whether a row begins below the title of the last entry rather than
// below its number: a figure there is of the title.
func (a *agenda) below(r *row) bool {
	if len(a.entries) == 0 || !a.open {
		return false
	}
	e := &a.entries[len(a.entries)-1]
	x := r.segs[0].At.Box.X0
	return e.columned && x-e.Number.At.Box.X0 > tolerances.columnAside && x-e.x > -tolerances.columnAside && x-e.x < tolerances.columnAside
}

// goOn takes a row that begins no entry for the end of the title above it: what
// of it stands below the title.
func (a *agenda) goOn(w *vocabulary, r *row) {
	n := len(a.entries)
	if a.open = a.open && n > 0 && a.entries[n-1].page == 0 && r.step < places.setOff && !r.repeated && r.bold == a.entries[n-1].bold; !a.open {
		return
	}
	e := &a.entries[n-1]
	if e.caseGoesOn(w, r) {
		return
	}
	text := r.text
	if e.columned {
		k := slices.IndexFunc(r.segs, func(l *grid.Line) bool {
			d := l.At.Box.X0 - e.x
			return d > -tolerances.columnAside && d < tolerances.columnAside
		})
		if k < 0 {
			return
		}
		text = model.Clean(r.segs[k].Text)
	}
	e.Title.V, e.Title.Raw = joinLines(e.Title.V, text, w), e.Title.Raw+"\n"+text
	e.split(r)
}

// columned reports whether the number of an entry has a column of its own and
// more than the title stands beside it.
func columned(w *vocabulary, r *row) bool {
	if r.table && len(r.segs) > 1 {
		return true
	}
	return len(r.segs) > 2 && w.numbers.entry.FindStringSubmatch(model.Clean(r.segs[0].Text)) == nil
}

// fromColumns takes title and case number from the columns of a row.
func (e *agendaLine) fromColumns(w *vocabulary, r *row) {
	e.columned, e.beside = true, r.segs[1:]
	title := r.segs[0]
	text := model.Clean(title.Text)
	if m := w.numbers.entry.FindStringSubmatch(text); m != nil {
		text = m[2]
	} else {
		title = r.segs[1]
		text = model.Clean(title.Text)
	}
	e.x = title.At.Box.X0
	if m := agendaPatterns().number.FindStringSubmatch(text); m != nil && !w.ofSeries(m[2]) {
		text = m[1] // with its comma: the title may go on below
		e.CaseNumber = model.Value[string]{V: m[2], OK: true, Raw: m[2], At: title.At}
	}
	e.Title = model.Value[string]{V: text, OK: true, Raw: text, At: title.At}
	if last := model.Clean(r.segs[len(r.segs)-1].Text); onlyDigits(last) && r.segs[len(r.segs)-1] != title {
		e.page, _ = strconv.Atoi(last)
		e.before, e.apart = text, true
	}
	for _, l := range r.segs[1:] {
		if clock().MatchString(l.Text) {
			continue // when the matter comes on
		}
		if number := model.Clean(l.Text); l != title && !e.CaseNumber.OK && (w.wholeCase(number, false) != "" || caseNumber(number) == number && strings.ContainsAny(number, "/-:")) {
			e.CaseNumber = model.Value[string]{V: caseOf(w, number), OK: true, Raw: number, At: l.At}
		}
	}
}

func onlyDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// caseOf gives a case number without its label.
func caseOf(w *vocabulary, text string) string {
	if n := w.wholeCase(text, false); n != "" {
		return n
	}
	return text
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
func (a *agenda) build(w *vocabulary) []model.AgendaEntry {
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
		e.Title.V = strings.TrimRight(withoutLeader(e.Title.V), " ")
		if title, number := w.caseAtEnd(e.Title.V); number != "" && title != "" && (!e.CaseNumber.OK || e.CaseNumber.V == number) {
			e.Title.V = title
			e.CaseNumber = model.Value[string]{V: number, OK: true, Raw: number, At: e.At}
		}
		if m := agendaPatterns().number.FindStringSubmatch(e.Title.V); m != nil && !e.CaseNumber.OK && !w.ofSeries(m[2]) {
			e.Title.V = m[1]
			e.CaseNumber = model.Value[string]{V: m[2], OK: true, Raw: m[2], At: e.At}
		}
		if title, number := w.caseAtStart(e.Title.V); number != "" && !e.CaseNumber.OK {
			e.Title.V = title
			e.CaseNumber = model.Value[string]{V: number, OK: true, Raw: number, At: e.At}
		}
		if e.CaseNumber.OK {
			e.Title.V = strings.TrimRight(e.Title.V, " ,")
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
			if r.w.entryNumber(&row) > 0 {
				n++
			}
		}
		return n >= 2
	}
	return false
}

// datedHead takes the first date in short lines, or in one that says who meets,
// for that of the meeting.
func (r *reader) datedHead(h *head, rows []row) {
	for i := range rows {
		for _, l := range rows[i].segs {
			if h.date.OK {
				return
			}
			if d, ok := grid.FindDate(l.Text, r.w.Months); ok && (len(strings.Fields(l.Text)) <= tolerances.datedWords || r.w.whoMeets(l.Text) != l.Text) {
				h.date = model.Value[model.Date]{V: d, OK: true, Raw: l.Text, At: l.At}
			}
		}
	}
}
