package minutes

import (
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/importers/ocr"
	"riskbok/rules/model"
)

// papers finds the pages on which the paper of another meeting begins: minutes
// of several boards, or of several days, may stand in one file. Its head names
// another board than that of the pages before and is dated, and its day, the
// number of its first item or the number of its page does not go on from
// theirs.
func (r *reader) papers() {
	var now paperHead
	numbers := map[int]bool{}
	n := 0
	for i := range r.sheets {
		s := &r.sheets[i]
		h := r.paperHead(s)
		if other := h.board != "" && now.board != "" && h.board != now.board && h.dated; other && (h.date != now.date || s.n == 1 || r.front(s) || !follow(numbers, h.first)) {
			n, now, numbers = n+1, h, map[int]bool{}
			s.begins = true
		}
		if now.board == "" {
			now.board = h.board
		}
		if !now.dated {
			now.date, now.dated = h.date, h.dated
		}
		s.paper = n
		r.paragraphNumbers(s, numbers)
	}
}

// follow reports whether a number is the one after another, or no number.
func follow(numbers map[int]bool, n int) bool { return n == 0 || numbers[n-1] || numbers[n] }

// paperHead is what the head of a page says of its meeting.
type paperHead struct {
	board string // its key
	date  model.Date
	dated bool
	first int // the number of the page's first paragraph, 0 for none
}

// headLine is the longest line of the head of a paper, in letters.
const headLine = 70

// paperHead reads the head of a page that names minutes or a summons, down to
// the first heading, item or line of text.
func (r *reader) paperHead(s *sheet) paperHead {
	var h paperHead
	st := r.forms[s.index]
	if st.form != model.FormCover && st.form != model.FormMinutes {
		return h
	}
	for i := range min(formRows, len(s.rows)) {
		row := &s.rows[i]
		if i != st.row && r.endsHead(row) {
			break
		}
		for _, l := range row.segs {
			r.headLine(&h, st, l)
		}
	}
	for i := range s.rows {
		if n := r.paragraphNumber(&s.rows[i]); n > 0 {
			h.first = n
			break
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
		h.board = ocr.Key(r.w.boardName(text))
	}
	if d, ok := grid.FindDate(text, r.w.Months); ok && !h.dated {
		h.date, h.dated = d, true
	}
}

// endsHead reports whether a row ends the head of a page.
func (r *reader) endsHead(row *row) bool {
	return r.heading(row).outcome == ocr.Found || r.paragraphNumber(row) > 0 || ended(row.text) || utf8.RuneCountInString(row.text) > headLine && len(row.segs) == 1
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

func (r *reader) paragraphNumbers(s *sheet, numbers map[int]bool) {
	for i := range s.rows {
		for _, m := range r.marksOf(&s.rows[i]) {
			numbers[m.number], numbers[m.last] = true, true
		}
	}
}
