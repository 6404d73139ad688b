package minutes

import (
	"slices"
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

// headRows is the most rows that a head has.
const headRows = 24

// head reads the head of the item that begins at a row of a page.
func (r *reader) head(s *sheet, from int, st start) head {
	h := head{from: from, to: min(from+headRows, len(s.rows)), form: model.ItemKind(st.form)}
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
	h.confirmed = headed || h.caseNumber.OK
	h.board = r.board(s, rows, &lh, h.to)
	r.bareDate(&h, rows, &lh)
	title := titled{end: 1}
	if h.form == model.ItemParagraph && st.rest != "" {
		title.value = model.Text(st.rest, rows[0].at())
	} else {
		title = r.title(rows, &lh, h.form, st.row-from)
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

// bareDate takes a date that stands alone for that of the text.
func (r *reader) bareDate(h *head, rows []row, lh *letterhead) {
	for i := range rows {
		for _, l := range rows[i].segs {
			text := model.Clean(l.Text)
			text = strings.Trim(text, "() ")
			if lh.claimed[l] || utf8.RuneCountInString(text) > 20 || text == "" || text[0] < '0' || text[0] > '9' {
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
			if lh.claimed[l] || len(strings.Fields(text)) > 6 || r.body.large(l.Size) {
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

// board finds the board that a head names. A name that goes on over the next
// rows does so as far as the text below knows it by that name.
func (r *reader) board(s *sheet, rows []row, lh *letterhead, to int) model.Value[string] {
	if lh.board.OK {
		return lh.board
	}
	for i := range rows {
		for _, l := range rows[i].segs {
			name := r.w.boardName(model.Clean(l.Text))
			if lh.claimed[l] || name == "" || r.body.large(l.Size) && l.Size > 1.2*r.body.size {
				continue
			}
			lh.claimed[l] = true
			v := model.Value[string]{V: name, OK: true, Raw: l.Text, At: l.At}
			return r.longer(s, rows[i+1:], l, v, lh, to)
		}
	}
	return model.Value[string]{}
}

// nameRows is over how many more rows the name of a board may go on.
const nameRows = 3

func (r *reader) longer(s *sheet, below []row, first *grid.Line, v model.Value[string], lh *letterhead, to int) model.Value[string] {
	if _, _, outcome := r.w.boards.Prefix(v.V); outcome != ocr.Found {
		return v
	}
	var text strings.Builder
	for i := to; i < len(s.rows); i++ {
		text.WriteString(s.rows[i].text + " ")
	}
	known := ocr.Key(text.String())
	longest := v
	var lines []*grid.Line
	for i := 0; i < len(below) && i < nameRows && below[i].step < 2; i++ {
		k := slices.IndexFunc(below[i].segs, func(l *grid.Line) bool {
			d := l.At.Box.X0 - first.At.Box.X0
			return d > -3 && d < 3 && !lh.claimed[l]
		})
		if k < 0 {
			break
		}
		l := below[i].segs[k]
		lines = append(lines, l)
		v.V, v.Raw, v.At.Box = joinLines(v.V, model.Clean(l.Text), r.w), v.Raw+"\n"+l.Text, union(v.At.Box, l.At.Box)
		if strings.Contains(known, ocr.Key(v.V)) {
			longest = v
			for _, l := range lines {
				lh.claimed[l] = true
			}
			lines = nil
		}
	}
	return longest
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
		goesOn := n > 0 && blocks[n-1][len(blocks[n-1])-1] == i-1 && rows[i].step < 1.9 && r.body.large(rows[i-1].size) == big
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
