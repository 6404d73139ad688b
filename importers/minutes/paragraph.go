package minutes

import (
	"strconv"
	"strings"
	"unicode"

	"riskbok/importers/ocr"
	"riskbok/rules/model"
)

// minutesPage reads a page of minutes: the page header with board and date,
// and the paragraphs below it. Another date begins another meeting.
func (r *reader) minutesPage(s *sheet, st start) {
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
	board := r.board(s, s.rows[:end], &lh, end)
	m := r.meeting(s.at(end))
	if date.OK && m.Date.OK && date.V != m.Date.V {
		r.closeItem()
		r.meetings = append(r.meetings, model.Meeting{At: s.at(end)})
		m = &r.meetings[len(r.meetings)-1]
		r.last = 0
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
	if end < len(s.rows) {
		r.paragraphs(s, s.rows[end:])
	}
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
// goes on with a paragraph these are the rows up to the form's name, and those
// that stood in the header of a page before; else all that stands above the
// first paragraph.
func (r *reader) pageHead(s *sheet, st start) int {
	end := 0
	for end < len(s.rows) {
		row := &s.rows[end]
		if _, ok := r.paragraphAt(s.rows, end); ok {
			break
		}
		if r.minutes && r.item != nil && end > st.row && !row.repeated && !r.headers[spotOf(row).text] {
			break
		}
		end++
	}
	for i := range s.rows[:end] {
		r.headers[spotOf(&s.rows[i]).text] = true
	}
	return end
}

// paragraphMark is the number of a paragraph and what stands after it.
type paragraphMark struct {
	number int
	text   string // as printed: "§ 3", "HN § 3", "§ 3/31"
	name   string // "§ 3", "§ 3/31"
	style  string // what all paragraphs of the minutes have about their numbers
	rest   string
}

// confirmRows is within how many rows a paragraph shows that it is one.
const confirmRows = 8

// paragraphAt reports whether a paragraph of the minutes begins at a row. The
// next number in order is one where nothing but a title follows it; any other
// must have a case number or a heading soon below, since reports cite
// paragraphs too.
func (r *reader) paragraphAt(rows []row, i int) (paragraphMark, bool) {
	m := r.w.paragraph.FindStringSubmatch(rows[i].text)
	if m == nil {
		return paragraphMark{}, false
	}
	rest := m[5]
	p := paragraphMark{text: strings.TrimSpace(strings.TrimSuffix(rows[i].text, rest)), name: m[2] + " " + m[3] + m[4], style: m[1] + m[4], rest: rest}
	p.number, _ = strconv.Atoi(m[3])
	if rest != "" && unicode.IsLower([]rune(rest)[0]) || r.minutes && r.last > 0 && p.style != r.style {
		return p, false
	}
	if r.minutes && r.last > 0 && p.number == r.last+1 {
		return p, true
	}
	if _, number := r.w.caseAtEnd(p.rest); number != "" {
		return p, true
	}
	for j := i + 1; j < len(rows) && j <= i+confirmRows; j++ {
		if r.w.paragraph.MatchString(rows[j].text) {
			return p, false
		}
		if h := r.heading(&rows[j]); h.outcome == ocr.Found {
			// What ends a paragraph does not begin one: then a document is cited.
			return p, h.role != model.SectionRecipients && h.role != model.SectionDocuments && h.role != model.SectionPreparers
		}
		if role, rest, outcome := r.w.labels.Prefix(rows[j].text); outcome == ocr.Found && r.w.labels.roles[role.ID] == model.LabelCaseNumber && caseNumber(rest) != "" {
			return p, true
		}
	}
	return p, false
}

// paragraphs reads rows of minutes, each paragraph an item.
func (r *reader) paragraphs(s *sheet, rows []row) {
	from := 0
	for i := 0; i <= len(rows); i++ {
		if i < len(rows) {
			if _, ok := r.paragraphAt(rows, i); !ok {
				continue
			}
		}
		if r.item != nil && i > from {
			r.item.add(s, rows[from:i])
		}
		if i == len(rows) {
			return
		}
		p, _ := r.paragraphAt(rows, i)
		r.last, r.style = p.number, p.style
		next := i + 1
		for next < len(rows) {
			if _, ok := r.paragraphAt(rows, next); ok {
				break
			}
			next++
		}
		from = r.paragraph(s, rows[i:next], p) + i
	}
}

// paragraph begins the item of a paragraph and gives the row after its head.
func (r *reader) paragraph(s *sheet, rows []row, p paragraphMark) int {
	r.closeItem()
	part := *s
	part.rows = rows
	name := rows[0].segs[0]
	h := r.head(&part, 0, start{form: model.ItemForm(model.ItemParagraph), name: name, rest: p.rest})
	d := r.begin(&part, &h)
	d.sheet = s
	d.item.At = rows[0].at()
	d.item.Number = model.Value[string]{V: p.name, OK: true, Raw: p.text, At: name.At}
	m := r.meeting(d.item.At)
	d.item.Date = m.Date
	return h.to
}
