package minutes

import (
	"slices"
	"strings"
	"unicode"

	"riskbok/importers/grid"
	"riskbok/importers/ocr"
	"riskbok/rules/model"
)

// pending is an item of minutes or of a numbered summons while its rows are
// gathered: its head may go on over a page break, and ends where the first
// heading or the text begins.
type pending struct {
	mark  *mark
	ahead []row               // the rows of its head that stand above the number
	rows  []row               // from the number on, over all its pages
	cased model.Value[string] // the case number in the header of its first page
}

// gather begins an item at a row.
func (r *reader) gather(s *sheet, i int, cased model.Value[string]) {
	r.closeItem()
	first := s.rows[i]
	p := &pending{mark: first.begins, cased: cased}
	for j := i - 1; j >= 0 && s.rows[j].ahead; j-- {
		p.ahead = append([]row{s.rows[j]}, p.ahead...)
	}
	d := &draft{r: r, sheet: s, heads: map[string]bool{}, pending: p}
	d.item = model.Item{Kind: first.begins.kind, Date: r.meeting(first.at()).Date}
	d.item.At = first.at()
	d.item.Number = model.Value[string]{V: first.begins.name, OK: true, Raw: first.begins.text, At: first.segs[first.begins.seg].At}
	r.item = d
	d.goOn(s, first)
}

// goOn takes a further row of an item.
func (d *draft) goOn(s *sheet, row row) {
	if len(d.pending.rows) > 0 && d.again(&row) {
		return
	}
	row.sheet = s
	d.pending.rows = append(d.pending.rows, row)
}

// again reports whether a row at the head of a page repeats the number of the
// item that goes on there: "§ 4 forts.".
func (d *draft) again(row *row) bool {
	m := d.pending.mark
	rest, ok := strings.CutPrefix(row.text, m.text)
	return ok && row.top && len(strings.Fields(rest)) <= 1 && rest != "" && rest[0] == ' '
}

// headless reports whether nothing but the number of an item has been read: its
// title stands on the page that follows.
func (d *draft) headless() bool {
	return d != nil && d.pending != nil && len(d.pending.rows) == 1 && d.pending.mark.rest == ""
}

// settleHead divides the rows of an item into its head and its text.
func (d *draft) settleHead() {
	p := d.pending
	d.pending = nil
	h := d.r.matterHead(p)
	d.item.Title, d.item.CaseNumber = h.title, h.caseNumber
	if !h.caseNumber.OK {
		d.item.CaseNumber, d.cased = p.cased, p.cased.OK
	}
	d.head = p.rows[:h.to]
	d.add(d.sheet, p.rows[h.to:])
}

// matterHead reads number, title and case number.
func (r *reader) matterHead(p *pending) head {
	rows := p.rows
	to := min(tolerances.headRows, len(rows))
	headed := false
	for i := 1; i < to; i++ {
		if r.heading(&rows[i]).outcome == ocr.Found || r.w.leadsIn(rows[i].text) {
			to, headed = i, true
		}
	}
	first := rows[0]
	name := first.segs[p.mark.seg]
	near := rows[:min(to, tolerances.headReach+1)]
	numbered := row{segs: otherSegs(first.segs, p.mark.seg)}
	lh := r.w.letterhead(append(slices.Clone(p.ahead), near...))
	beside := r.w.letterhead([]row{numbered})
	for l := range beside.claimed {
		lh.claimed[l] = true
	}
	h := head{to: 1, caseNumber: beside.caseNumber}
	if !h.caseNumber.OK {
		h.caseNumber = lh.caseNumber
	}
	lh.claimed[name] = true
	if !h.caseNumber.OK {
		r.bareCase(&h, append(append([]row{first}, p.ahead...), near[1:]...), &lh)
	}
	if !h.caseNumber.OK {
		besideNumber(&h, numbered.segs, &lh)
	}
	behind := p.mark.rest
	if !h.caseNumber.OK && casePatterns.yearly.MatchString(behind) {
		h.caseNumber, behind = model.Text(behind, name.At), ""
	}
	r.bareDate(&head{}, []row{numbered}, &lh)
	r.otherNumbers(near, p.mark, &lh)
	rest := *name
	rest.Text = behind
	t := r.matterTitle(near, &rest, &h, &lh)
	h.title, h.to = t.value, max(1, t.end)
	if headed && !h.title.OK {
		h.to = to
	}
	for h.to < len(near) && r.free(&near[h.to], &lh) == nil {
		h.to++
	}
	return h
}

// otherSegs gives the parts of a row but one.
func otherSegs(segs []*grid.Line, but int) []*grid.Line {
	return append(append([]*grid.Line{}, segs[:but]...), segs[but+1:]...)
}

// besideNumber takes what stands beside the number of an item, in a column of its
// own, for the case number where it can be nothing else: "2031/7", which in the
// text would be any number.
func besideNumber(h *head, segs []*grid.Line, lh *letterhead) {
	for _, l := range segs {
		text := model.Clean(l.Text)
		if lh.claimed[l] || caseNumber(text) != text || !casePatterns.yearly.MatchString(text) {
			continue
		}
		lh.claimed[l] = true
		h.caseNumber = model.Value[string]{V: text, OK: true, Raw: l.Text, At: l.At}
		return
	}
}

// otherNumbers claims the numbers that other bodies gave the matter: "Au § 84"
// below "Sn § 50".
func (r *reader) otherNumbers(rows []row, own *mark, lh *letterhead) {
	for i := range rows {
		for k, l := range rows[i].segs {
			if i == 0 && k == own.seg || i > tolerances.otherRows {
				continue
			}
			if r.w.leftOpen(model.Clean(l.Text)) {
				lh.claimed[l] = true
				continue
			}
			for _, m := range r.marksIn(strings.Trim(model.Clean(l.Text), "()")) {
				if m.kind == model.ItemParagraph && m.rest == "" && (!m.guessed || lettered(&m) && lettered(own)) {
					lh.claimed[l] = true
				}
			}
		}
	}
}

// leftOpen reports whether a text is the number that another body is to give the
// matter: "KS § ____".
func (w *vocabulary) leftOpen(text string) bool {
	bare := strings.TrimRight(text, " _.…-–")
	for _, sign := range w.Paragraph {
		if board, ok := strings.CutSuffix(bare, sign); ok && w.ofBoard(strings.TrimSpace(board)) && (len(bare) < len(text) || board == "") {
			return true
		}
	}
	return false
}

// lettered reports whether a paragraph has the letters of its board, and no
// year, which its case number would have.
func lettered(m *mark) bool {
	return m.style != signStyle && strings.HasPrefix(m.style, signStyle) && !strings.HasSuffix(m.style, "/")
}

// matterTitle finds the title of an item: what stands after its number, else
// the first that is nothing else, with the lines that go on with it.
func (r *reader) matterTitle(rows []row, rest *grid.Line, h *head, lh *letterhead) titled {
	line, at := rest, 0
	if rest.Text != "" {
		line = r.withoutCase(rest, h, rest.Bold)
	}
	for at < len(rows) && line.Text == "" {
		if l := r.free(&rows[at], lh); l != nil {
			line = r.withoutCase(l, h, rest.Bold)
			lh.claimed[l] = true
			continue
		}
		at++
	}
	if at == len(rows) || line.Text == "" {
		return titled{}
	}
	out := titled{value: model.Value[string]{V: model.Clean(line.Text), OK: true, Raw: line.Text, At: line.At}, end: at + 1}
	r.w.withoutLabel(&out.value)
	first := line
	for i := at + 1; i < len(rows) && !ofCase(rows[i-1].text, out.value.V); i++ {
		next := r.free(&rows[i], lh)
		if next == nil || next != rows[i].segs[0] && !aligned(next, first) || !r.titleGoesOn(&rows[i-1], line, &rows[i], next) {
			break
		}
		text := r.withoutCase(next, h, rest.Bold)
		out.value.V, out.value.Raw = joinLines(out.value.V, model.Clean(text.Text), r.w), out.value.Raw+"\n"+next.Text
		out.value.At.Box = union(out.value.At.Box, next.At.Box)
		out.end, line = i+1, text
		lh.claimed[next] = true
	}
	out.value = r.numbered(h, out.value)
	r.dividedCase(h, &out.value)
	return out
}

// withoutLabel takes the label off a title: "Ärende: Taxa".
func (w *vocabulary) withoutLabel(title *model.Value[string]) {
	label, rest, ok := strings.Cut(title.V, ":")
	if rest = strings.TrimSpace(rest); !ok || rest == "" || !unicode.IsUpper(initial(rest)) {
		return
	}
	if role, outcome := w.columns.line(label); outcome == ocr.Found && role == model.AgendaTitle {
		title.V = rest
	}
}

// dividedCase joins a case number whose line had no room for all of it, so that
// its label and its letters stand at the end of the title: "Taxa Dnr HN" over
// "2031/7".
func (r *reader) dividedCase(h *head, title *model.Value[string]) {
	if !title.OK || !h.caseNumber.OK {
		return
	}
	text, number := r.w.caseAtEnd(title.V + " " + h.caseNumber.V)
	if text != "" && len(text) < len(title.V) && strings.HasSuffix(number, h.caseNumber.V) {
		title.V, h.caseNumber.V = text, number
	}
}

// comesAgain reports whether a line looks like a heading of every item: a few
// words with a capital that stand below several different rows.
func (r *reader) comesAgain(l *grid.Line) bool {
	text := model.Clean(l.Text)
	return r.texts[text] >= tolerances.fewRepeats && len(strings.Fields(text)) <= tolerances.spanWords && !unicode.IsLower(initial(text))
}

// aligned reports whether two lines begin at one distance from the left.
func aligned(a, b *grid.Line) bool {
	d := a.At.Box.X0 - b.At.Box.X0
	return d > -places.sameLeft && d < places.sameLeft
}

// ofCase reports whether a row ends with a case number in parentheses, which is
// where its title ends.
func ofCase(row, title string) bool {
	return strings.HasSuffix(row, ")") && !strings.HasSuffix(title, ")")
}

// withoutCase takes the case number off the end of a line of the title, for
// that of the head. What is left of a line is as bold as the number above it.
func (r *reader) withoutCase(l *grid.Line, h *head, bold bool) *grid.Line {
	v := r.numbered(h, model.Text(model.Clean(l.Text), l.At))
	out := *l
	if out.Text = v.V; v.V != model.Clean(l.Text) {
		out.Bold = out.Bold || bold
	}
	return &out
}

// titleGoesOn reports whether a row goes on with the title above it. Where the
// title is set off from the text, what is set alike belongs to it; where it is
// not, a line that was full does, and one that begins in the middle.
func (r *reader) titleGoesOn(above *row, title *grid.Line, below *row, next *grid.Line) bool {
	if above.sheet == below.sheet && below.step > places.titleStep || below.table != above.table && (r.body.trusted || len(below.segs) > 1) {
		return false
	}
	if title.Bold != next.Bold || r.comesAgain(next) {
		return false
	}
	lower := unicode.IsLower(initial(model.Clean(next.Text)))
	if alike := max(title.Size, next.Size) <= tolerances.alikeSize*min(title.Size, next.Size); !alike && r.body.trusted && !lower {
		return false
	} else if alike && r.body.trusted && r.body.heavy(title) {
		return true
	}
	if title.Text == "" || endsOpen(title.Text) && !strings.HasSuffix(title.Text, ",") || strings.HasSuffix(title.Text, ".") {
		return false
	}
	if lower || r.w.leans(title.Text) {
		return true
	}
	right := r.body.right
	for _, l := range above.segs {
		if l.At.Box.X0 > title.At.Box.X1 {
			right = min(right, l.At.Box.X0-places.columnGap*float32(title.Size))
		}
	}
	t := setter{right: right}
	t.rows = []row{{text: model.Clean(title.Text), x0: title.At.Box.X0, x1: title.At.Box.X1}, {text: model.Clean(next.Text)}}
	return right > 0 && !t.forced(1)
}

// leans reports whether a line of a title ends with a word that none ends with.
func (w *vocabulary) leans(text string) bool {
	fields := strings.Fields(text)
	return len(fields) > 1 && slices.Contains(w.Leaning, fields[len(fields)-1])
}
