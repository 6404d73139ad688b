package minutes

import (
	"maps"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/importers/ocr"
	"riskbok/rules/model"
)

// papers finds the pages on which the paper of another meeting begins: minutes
// of several boards, or of several days, may stand in one file.
func (r *reader) papers() {
	heads := make([]paperHead, len(r.sheets))
	atOnce(len(heads), func(i int) { heads[i] = r.paperHead(&r.sheets[i]) })
	now := paperHead{numbers: map[int]bool{}}
	n := 0
	for i := range r.sheets {
		s, h := &r.sheets[i], heads[i]
		if h.board != "" && now.board != "" && h.board != now.board {
			h.opens = s.n == 1 || r.front(s)
		}
		if now.parts(&h) {
			s.begins = true
			n, now = n+1, h
		}
		s.paper = n
		now.goOn(&h)
	}
}

// paperHead is what the head of a page says of its meeting, with the numbers of
// the page's items.
type paperHead struct {
	named   bool   // minutes or a summons
	board   string // its key
	date    model.Date
	dated   bool
	opens   bool // the page is counted or laid out as the first of its paper
	first   int  // the number of the page's first paragraph, 0 for none
	numbers map[int]bool
}

// parts reports whether the head of a further page is that of another paper: it
// names another board, and is dated. If it names its form, another day, a first
// page or numbers that do not go on will do; if not, it must be the numbers.
func (now *paperHead) parts(h *paperHead) bool {
	if h.board == "" || now.board == "" || h.board == now.board || !h.dated {
		return false
	}
	if !h.named {
		return h.first > 0 && !now.leadsTo(h.first)
	}
	return h.date != now.date || h.opens || !now.leadsTo(h.first)
}

// leadsTo reports whether a number goes on from those of the paper, or is none.
func (now *paperHead) leadsTo(n int) bool { return n == 0 || now.numbers[n-1] || now.numbers[n] }

// goOn takes what a further page of the same paper says.
func (now *paperHead) goOn(h *paperHead) {
	if h.named && now.board == "" {
		now.board = h.board
	}
	if h.named && !now.dated {
		now.date, now.dated = h.date, h.dated
	}
	maps.Copy(now.numbers, h.numbers)
}

// paperHead reads the head of a page, down to the first heading, item or line of
// text.
func (r *reader) paperHead(s *sheet) paperHead {
	st := r.forms[s.index]
	h := paperHead{named: st.form == model.FormCover || st.form == model.FormMinutes, numbers: map[int]bool{}}
	for i := range s.rows {
		for _, m := range r.marksOf(&s.rows[i]) {
			h.numbers[m.number], h.numbers[m.last] = true, true
		}
		if h.first == 0 {
			h.first = r.paragraphNumber(&s.rows[i])
		}
	}
	if !h.named && h.first == 0 {
		return h
	}
	for i := range min(tolerances.formRows, len(s.rows)) {
		row := &s.rows[i]
		if (i != st.row || st.name == nil) && r.endsHead(row) {
			break
		}
		for _, l := range row.segs {
			r.headLine(&h, st, l)
		}
	}
	return h
}

// headLine takes board and date of a line of the head of a page, the first of
// each.
func (r *reader) headLine(h *paperHead, st start, l *grid.Line) {
	text := model.Clean(l.Text)
	if l == st.name && st.rest != "" {
		text = st.rest
	}
	if h.board == "" {
		h.board = ocr.Key(r.w.headName(text))
	}
	if d, ok := grid.FindDate(text, r.w.Months); ok && !h.dated {
		h.date, h.dated = d, true
	}
}

// endsHead reports whether a row ends the head of a page.
func (r *reader) endsHead(row *row) bool {
	return r.heading(row).outcome == ocr.Found || r.paragraphNumber(row) > 0 || ended(row.text) || utf8.RuneCountInString(row.text) > tolerances.headLine && len(row.segs) == 1
}

// paragraphNumber gives the number of the paragraph that a row may begin, 0 for
// none.
func (r *reader) paragraphNumber(row *row) int {
	for _, m := range r.marksOf(row) {
		if m.kind == model.ItemParagraph && !m.guessed || m.kind == model.ItemMatter && !bareStyle(m.style) {
			return m.number
		}
	}
	return 0
}
