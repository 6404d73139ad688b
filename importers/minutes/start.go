package minutes

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"riskbok/importers/grid"
	"riskbok/importers/ocr"
	"riskbok/rules/model"
)

// start is what begins on a page: a form, and the row that says so.
type start struct {
	form model.ItemForm // "" for nothing
	row  int
	name *grid.Line // the form as printed
	rest string     // what stands after it on its line
	head head
}

// start finds out what begins on a page. A memo or delegated decision needs
// more than its name, which may also stand in a list of documents: a case
// number or a heading. A letterhead that comes again on the next page of the
// same item begins nothing.
func (r *reader) start(s *sheet) start {
	st := r.forms[s.index]
	header := st.form == model.FormCover && s.n != 1 && s.rows[st.row].repeated && !s.begins
	if st.form == model.FormCover && r.within(s.index) || header && (r.agenda != nil || r.minutes && r.item != nil) {
		st = start{row: -1}
	}
	if r.minutes && r.item != nil && (st.form == model.FormMinutes && r.headsRecipients(s, st.row) || r.listed(s, st)) {
		st = start{row: -1}
	}
	if st.form != model.FormMemo && st.form != model.FormDelegated && s.itemBegins() {
		if st.form == "" {
			st.row = -1
		}
		st.form = model.FormMinutes
		return st
	}
	switch st.form {
	case model.FormMemo, model.FormDelegated:
		st.head = r.head(s, 0, st)
		if s.n > 1 && r.item != nil || !st.head.confirmed || r.item.headed(&st.head, s) {
			return start{}
		}
	case model.FormMinutes:
		if r.item != nil && !r.minutes && s.n > 1 {
			return start{}
		}
	case "":
		if r.minutes || r.item != nil || r.agenda != nil {
			return start{}
		}
		if len(r.meetings) == 0 && r.agendaPage(s) {
			return start{form: model.FormCover, row: -1}
		}
	}
	return st
}

// listed reports whether the name of a memo on a page of minutes is that of a
// document: it says of which day, and the items of the minutes go on.
func (r *reader) listed(s *sheet, st start) bool {
	return (st.form == model.FormMemo || st.form == model.FormDelegated) && st.rest != "" && (r.within(s.index) || s.itemBegins())
}

// headsRecipients reports whether a row that names a form is the heading of those
// who are told, as "Protokollsutdrag" may be.
func (r *reader) headsRecipients(s *sheet, row int) bool {
	h := r.heading(&s.rows[row])
	return h.outcome == ocr.Found && h.role == model.SectionRecipients
}

// itemBegins reports whether an item begins on the page.
func (s *sheet) itemBegins() bool {
	return slices.ContainsFunc(s.rows, func(r row) bool { return r.begins != nil })
}

// front reports whether a page is the first of minutes: place, those present,
// paragraphs.
func (r *reader) front(s *sheet) bool {
	n := 0
	for i := range s.rows {
		role, _, _ := r.w.labels.begins(model.Clean(s.rows[i].segs[0].Text))
		if role == model.LabelFront || role == model.LabelPlace {
			n++
		}
	}
	return n >= tolerances.frontLabels
}

// form finds the form that a page is headed by.
func (w *vocabulary) form(s *sheet, b body) start {
	for i := range min(tolerances.formRows, len(s.rows)) {
		row := &s.rows[i]
		if float64(row.mid) < s.page.Height/2 {
			break
		}
		if first := row.segs[0]; len(row.segs) > 1 && i > 0 {
			if _, outcome := w.sections.line(model.Clean(first.Text)); outcome == ocr.Found {
				break // what stands beside is of a part
			}
		}
		for k, l := range row.segs {
			text := row.parts[k]
			form, rest, ok := w.formOf(text, i < tolerances.formTitle || b.large(l.Size))
			if !ok && b.heavy(l) {
				form, rest, ok = w.formPhrase(text)
			}
			if ok {
				return start{form: form, row: i, name: l, rest: rest}
			}
		}
		if _, outcome := w.sections.line(row.text); outcome != ocr.None {
			break
		}
	}
	return start{}
}

// formOf reports whether a text names a form: alone, before a date or a colon,
// after the name of the municipality, or, as a title, before any short text.
func (w *vocabulary) formOf(text string, title bool) (form model.ItemForm, rest string, ok bool) {
	if text == "" || len(text) > tolerances.formLine || unicode.IsLower(initial(text)) {
		return "", "", false
	}
	if role, outcome := w.forms.line(text); outcome == ocr.Found {
		return role, "", true
	}
	if m, rest, outcome := w.forms.Prefix(text); outcome == ocr.Found {
		role := w.forms.roles[m.ID]
		_, dated := grid.FindDate(rest, w.Months)
		dated = dated || title && role == model.FormMinutes && serial().MatchString(rest)
		colon := strings.HasSuffix(strings.TrimSpace(strings.TrimSuffix(text, rest)), ":")
		if dated && len(rest) < tolerances.formDate || colon || title && (role == model.FormCover || role == model.FormMinutes && !ended(rest) && w.boardWithin(rest) != "") {
			return role, rest, true
		}
	}
	bare := w.beforeDate(text)
	fields := strings.Fields(bare)
	if n := len(fields); n >= 2 && n <= tolerances.formWords {
		role, outcome := w.forms.line(fields[n-1])
		if name := w.boardName(strings.Join(fields[:n-1], " ")); outcome == ocr.Found && (name != "" || bare == text) && (name != "" && bare == text || !unicode.IsLower(initial(fields[n-1]))) {
			return role, name, true
		}
	}
	return "", "", false
}

// beforeDate takes the date off the end of a text: "Hamnnämnden Protokoll
// 2031-05-12".
func (w *vocabulary) beforeDate(text string) string {
	i := figures(text)
	if i <= 0 || len(strings.Fields(text[i:])) > tolerances.dateWords {
		return text
	}
	if _, ok := grid.FindDate(text[i:], w.Months); !ok {
		return text
	}
	return w.withoutWeekday(strings.TrimSpace(text[:i]))
}

// serial is how minutes are numbered: "9/2031", "nr 4", "(nr 6)".
var serial = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^\(?(?:\pL{1,3}\.? ?)?\d{1,3}(?:[/:–-](?:20)?\d\d)?\)?$`)
})

// formPhrase knows a heavy title that begins with the name of minutes and says
// of what meeting they are: "Protokoll från vårens möte".
func (w *vocabulary) formPhrase(text string) (form model.ItemForm, rest string, ok bool) {
	m, rest, outcome := w.forms.Prefix(text)
	if outcome != ocr.Found || rest == "" || w.forms.roles[m.ID] != model.FormMinutes || ended(rest) || len(strings.Fields(rest)) > naming.longestName {
		return "", "", false
	}
	return model.FormMinutes, rest, joins(strings.Fields(rest)[0])
}

// headed reports whether a head is that of the same item on a further page.
func (d *draft) headed(h *head, s *sheet) bool {
	if d == nil || s.n == 1 || h.proposed {
		return false
	}
	same := d.item.CaseNumber.V == h.caseNumber.V && d.item.Date.V == h.date.V && h.form == d.item.Kind
	return same && (!h.title.OK || d.heads[ocr.Key(h.title.V)])
}

// goesOn reports whether a page that begins nothing belongs to what came
// before it. An attachment has another format or a title of its own, and does
// not begin where nothing but a list was left to write.
func (r *reader) goesOn(s *sheet) bool {
	if s.n > 1 || r.minutes && r.within(s.index) && !s.landscape() {
		return true
	}
	if s.n == 1 {
		return false
	}
	if r.minutes && r.item.headless() && !s.landscape() {
		return true
	}
	if r.before.empty() {
		return false
	}
	rows := s.text()
	if r.item != nil {
		if s.landscape() != r.item.sheet.landscape() {
			return false
		}
		rows = r.item.withoutHead(rows)
	}
	for len(rows) > 0 && rows[0].table {
		rows = rows[1:]
	}
	if len(rows) == 0 {
		return false
	}
	if h := r.heading(&rows[0]); h.outcome == ocr.Found {
		return true
	}
	if r.body.large(rows[0].size) {
		return false
	}
	if r.item == nil || r.minutes {
		return true
	}
	switch r.item.role() {
	case model.SectionRecipients, model.SectionDocuments, model.SectionPreparers:
		return false
	}
	return true
}

// empty reports whether the foot of the page is empty.
func (s *sheet) empty() bool {
	if s == nil || len(s.rows) == 0 {
		return true
	}
	return float64(s.rows[len(s.rows)-1].mid) > tolerances.emptyShare*s.page.Height
}
