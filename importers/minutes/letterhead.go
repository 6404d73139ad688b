package minutes

import (
	"strings"

	"riskbok/importers/grid"
	"riskbok/importers/ocr"
	"riskbok/rules/model"
)

// letterhead is the labelled values of some rows and the lines that were
// understood, labels of no use among them.
type letterhead struct {
	caseNumber model.Value[string]
	date       model.Value[model.Date]
	meeting    model.Value[model.Date]
	place      model.Value[string]
	board      model.Value[string]
	claimed    map[*grid.Line]bool
	last       int // the last row with a label or its value, −1 for none
}

// letterhead reads the labels of some rows with what stands after them, beside
// them or below them.
func (w *vocabulary) letterhead(rows []row) letterhead {
	out := letterhead{claimed: map[*grid.Line]bool{}, last: -1}
	for i := range rows {
		if _, ok := w.columnsOf(&rows[i]); ok {
			continue // the heads of an agenda
		}
		for j, l := range rows[i].segs {
			text := model.Clean(l.Text)
			role, rest, outcome := w.labels.begins(text)
			if outcome != ocr.Found || out.claimed[l] {
				out.takeMatter(w, rows, i, j)
				continue
			}
			colon := strings.Contains(strings.TrimSuffix(text, rest), ":")
			switch {
			case rest != "" && out.take(w, role, rest, colon, l):
				out.claimed[l], out.last = true, max(out.last, i)
			case rest == "":
				out.claimed[l], out.last = true, max(out.last, i)
				if v, at := w.valueOf(rows, i, j, role); v != nil && out.take(w, role, model.Clean(v.Text), true, v) {
					out.claimed[v], out.last = true, max(out.last, at)
				}
			}
		}
	}
	return out
}

// takeMatter keeps a case number that needs no label where it stands beside or below
// nothing but a word for a matter: "Ärende:" and "PN 2032/11".
func (h *letterhead) takeMatter(w *vocabulary, rows []row, i, j int) {
	l := rows[i].segs[j]
	if h.claimed[l] || !w.matters.Begins(l.Text) {
		return
	}
	if _, outcome := w.matters.Line(l.Text); outcome != ocr.Found {
		return
	}
	v, at := w.valueOf(rows, i, j, model.LabelCaseNumber)
	if v == nil || w.wholeCase(model.Clean(v.Text), false) == "" || !h.take(w, model.LabelCaseNumber, model.Clean(v.Text), true, v) {
		return
	}
	h.claimed[l], h.claimed[v], h.last = true, true, max(h.last, at)
}

// labelEnd is what stands between a label and its value, and what recognition makes
// of a colon.
const labelEnd = " :;=.-–—_|"

// take keeps the value of a label, the first of each. It refuses what cannot
// be one.
func (h *letterhead) take(w *vocabulary, role model.LabelRole, text string, colon bool, l *grid.Line) bool {
	switch role {
	case model.LabelCaseNumber:
		number := caseNumber(strings.TrimLeft(text, labelEnd))
		if number == "" {
			return false
		}
		if !h.caseNumber.OK {
			h.caseNumber = model.Value[string]{V: number, OK: true, Raw: l.Text, At: l.At}
		}
	case model.LabelDate, model.LabelMeetingDate:
		d, ok := grid.FindDate(text, w.Months)
		if !ok {
			return false
		}
		v := &h.date
		if role == model.LabelMeetingDate {
			v = &h.meeting
		}
		if !v.OK {
			*v = model.Value[model.Date]{V: d, OK: true, Raw: l.Text, At: l.At}
		}
	case model.LabelPlace, model.LabelBoard:
		if !colon && (role == model.LabelPlace || w.boardName(text) == "") {
			return false
		}
		v := &h.place
		if role == model.LabelBoard {
			v = &h.board
		}
		if !v.OK {
			*v = model.Value[string]{V: text, OK: true, Raw: l.Text, At: l.At}
		}
	default:
		return colon
	}
	return true
}

// valueOf finds the value of a label that stands alone: to its right, unless
// that is another label or no such value, else below it in the same column.
func (w *vocabulary) valueOf(rows []row, i, j int, role model.LabelRole) (*grid.Line, int) {
	label := rows[i].segs[j]
	if j+1 < len(rows[i].segs) {
		if l := rows[i].segs[j+1]; w.couldBe(role, model.Clean(l.Text)) {
			return l, i
		}
	}
	em := float32(max(label.Size, places.leastSize))
	for k := i + 1; k < len(rows) && k <= i+places.belowRows; k++ {
		if rows[i].mid-rows[k].mid > places.belowEm*em {
			break
		}
		for _, l := range rows[k].segs {
			if aside := l.At.Box.X0 - label.At.Box.X0; aside < -places.asideEm*em || aside > places.asideEm*em {
				continue
			}
			if !w.couldBe(role, model.Clean(l.Text)) {
				return nil, 0
			}
			return l, k
		}
	}
	return nil, 0
}

// couldBe reports whether a text may be the value of a label.
func (w *vocabulary) couldBe(role model.LabelRole, text string) bool {
	if _, rest, outcome := w.labels.begins(text); outcome == ocr.Found && (rest == "" || strings.Contains(text, ":")) {
		return false
	}
	switch role {
	case model.LabelCaseNumber:
		return caseNumber(text) != ""
	case model.LabelDate, model.LabelMeetingDate:
		_, ok := grid.FindDate(text, w.Months)
		return ok
	}
	return true
}
