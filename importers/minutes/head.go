package minutes

import (
	"strings"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/importers/ocr"
	"riskbok/rules/model"
)

// head is what stands at the head of an item, up to its first heading.
type head struct {
	form       model.ItemKind
	from, to   int // rows; to is the first row of the text
	title      model.Value[string]
	caseNumber model.Value[string]
	date       model.Value[model.Date]
	board      model.Value[string]
	confirmed  bool // a case number or a heading stands there
	proposed   bool // the page has the heading of a proposal or decision
}

// head reads the head of the item that begins at a row of a page.
func (r *reader) head(s *sheet, from int, st start) head {
	h := head{from: from, to: min(from+tolerances.headRows, len(s.rows)), form: model.ItemKind(st.form)}
	headed := false
	for i := from; i < len(s.rows); i++ {
		x := r.heading(&s.rows[i])
		if x.outcome != ocr.Found {
			continue
		}
		if i < h.to && !headed {
			h.to, headed = i, true
		}
		h.proposed = h.proposed || x.role == model.SectionProposal || x.role == model.SectionDecision
	}
	rows := s.rows[from:h.to]
	lh := r.w.letterhead(rows)
	if st.name != nil {
		lh.claimed[st.name] = true
	}
	h.caseNumber, h.date = lh.caseNumber, lh.date
	r.bareCase(&h, rows, &lh)
	h.confirmed = headed || h.caseNumber.OK
	h.board = r.board(s, rows, &lh, h.to)
	r.bareDate(&h, rows, &lh)
	title := titled{end: 1}
	if h.form == model.ItemParagraph && st.rest != "" {
		title.value = r.numbered(&h, model.Text(st.rest, rows[0].at()))
	}
	if !title.value.OK {
		title = r.title(rows, &lh, h.form, st.row-from)
		title.value = r.numbered(&h, title.value)
	}
	h.title = title.value
	if !h.date.OK {
		r.datedLine(&h, rows, &lh)
	}
	if !headed {
		h.to = from + max(title.end, lh.last+1, st.row-from+1)
	}
	if d, ok := grid.FindDate(st.rest, r.w.Months); ok && !h.date.OK {
		h.date = model.Value[model.Date]{V: d, OK: true, Raw: st.name.Text, At: st.name.At}
	}
	return h
}

// numbered takes a case number off the end of a title, "Taxa (HN 2031/7)" or
// "Taxa Dnr HN 2031/7", or off its beginning, "Dnr HN 2031/7 Taxa", and keeps it where the head has none. Of a title that is
// nothing else, nothing is left.
func (r *reader) numbered(h *head, title model.Value[string]) model.Value[string] {
	text, number := r.w.caseAtEnd(title.V)
	if number == "" {
		text, number = r.w.caseAtStart(title.V)
	}
	if number == "" || h.caseNumber.OK && h.caseNumber.V != number {
		return title
	}
	if !h.caseNumber.OK {
		h.caseNumber = model.Value[string]{V: number, OK: true, Raw: title.Raw, At: title.At}
	}
	title.V, title.OK = text, text != ""
	return title
}

// bareCase takes a case number that stands alone and unlabelled for that of the
// text, where there is no other.
func (r *reader) bareCase(h *head, rows []row, lh *letterhead) {
	for i := range rows {
		for _, l := range rows[i].segs {
			if h.caseNumber.OK || lh.claimed[l] {
				continue
			}
			if n := r.w.wholeCase(model.Clean(l.Text), false); n != "" {
				lh.claimed[l] = true
				h.caseNumber = model.Value[string]{V: n, OK: true, Raw: l.Text, At: l.At}
			}
		}
	}
}

// bareDate takes a date that stands alone for that of the text.
func (r *reader) bareDate(h *head, rows []row, lh *letterhead) {
	for i := range rows {
		for _, l := range rows[i].segs {
			text := model.Clean(l.Text)
			text = strings.Trim(text, "() ")
			if lh.claimed[l] || utf8.RuneCountInString(text) > tolerances.dateLetters || text == "" || text[0] < '0' || text[0] > '9' {
				continue
			}
			if d, ok := grid.FindDate(text, r.w.Months); ok {
				lh.claimed[l] = true
				if !h.date.OK {
					h.date = model.Value[model.Date]{V: d, OK: true, Raw: l.Text, At: l.At}
				}
			}
		}
	}
}

// datedLine takes the date of a short line that is no title: "Hamnköping
// 2031-05-12".
func (r *reader) datedLine(h *head, rows []row, lh *letterhead) {
	for i := range rows {
		for _, l := range rows[i].segs {
			text := model.Clean(l.Text)
			if lh.claimed[l] || len(strings.Fields(text)) > tolerances.placeWords || r.body.large(l.Size) {
				continue
			}
			if d, ok := grid.FindDate(text, r.w.Months); ok {
				lh.claimed[l] = true
				h.date = model.Value[model.Date]{V: d, OK: true, Raw: l.Text, At: l.At}
				return
			}
		}
	}
}

// titled is a title and the row after it.
type titled struct {
	value model.Value[string]
	end   int
}

// title finds the title in a head: what is printed largest; where sizes say
// nothing, in a paragraph of minutes the first lines after its number, else
// the last lines before the text. Rows up to name cannot be it.
func (r *reader) title(rows []row, lh *letterhead, form model.ItemKind, name int) titled {
	var blocks [][]int
	large := false
	for i := max(name, -1) + 1; i < len(rows); i++ {
		if r.free(&rows[i], lh) == nil || rows[i].table && form != model.ItemMemo {
			continue
		}
		big := r.body.large(rows[i].size)
		n := len(blocks)
		goesOn := n > 0 && blocks[n-1][len(blocks[n-1])-1] == i-1 && rows[i].step < places.titleStep && r.body.large(rows[i-1].size) == big
		switch {
		case big && !large:
			blocks, large = [][]int{{i}}, true
		case large && !big:
		case goesOn:
			blocks[n-1] = append(blocks[n-1], i)
		default:
			blocks = append(blocks, []int{i})
		}
	}
	if len(blocks) == 0 {
		return titled{}
	}
	block := blocks[len(blocks)-1]
	if form == model.ItemParagraph || large {
		block = blocks[0]
	}
	if form != model.ItemParagraph && !large && block[len(block)-1] < lh.last {
		return titled{}
	}
	var out titled
	for _, i := range block {
		l := r.free(&rows[i], lh)
		text := model.Clean(l.Text)
		if out.value.OK {
			out.value.V = joinLines(out.value.V, text, r.w)
			out.value.Raw += "\n" + l.Text
			out.value.At.Box = union(out.value.At.Box, l.At.Box)
		} else {
			out.value = model.Value[string]{V: text, OK: true, Raw: l.Text, At: l.At}
		}
		out.end = i + 1
	}
	return out
}

// free gives the first line of a row that nothing else has claimed.
func (r *reader) free(row *row, lh *letterhead) *grid.Line {
	for _, l := range row.segs {
		if !lh.claimed[l] {
			return l
		}
	}
	return nil
}
