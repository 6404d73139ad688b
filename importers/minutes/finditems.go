package minutes

import (
	"cmp"
	"maps"
	"slices"

	"riskbok/importers/grid"
	"riskbok/importers/ocr"
	"riskbok/rules/model"
)

// run is a series of numbers that rise, each the beginning of an item.
type run struct {
	marks  []mark
	worth  float64
	formal bool // only titles of formalities tell that it is one
}

// findItems finds where the items of minutes and summonses begin: the numbers that
// follow each other over the document, where a decision, a proposal or a case
// number stands behind enough of them. Numbers of another series among them are
// text.
func (r *reader) findItems() {
	r.forms = make([]start, len(r.sheets))
	atOnce(len(r.sheets), func(i int) { r.forms[i] = r.w.form(&r.sheets[i], r.body) })
	r.papers()
	series := map[string][]mark{}
	for _, m := range r.marks() {
		series[m.style] = append(series[m.style], m)
		if m.kind == model.ItemParagraph {
			series[anyBoard] = append(series[anyBoard], m)
		}
	}
	named := r.named()
	var runs []run
	// Series that are worth the same stay in this order, that of any board first: the same
	// file is to be read alike every time.
	for _, style := range slices.Sorted(maps.Keys(series)) {
		chains := sequences(series[style])
		for i, chain := range chains {
			end := position{len(r.sheets), 0}
			if i+1 < len(chains) {
				end = place(&chains[i+1][0])
			}
			if accepted, formal := r.accepts(chain, end, named); accepted {
				runs = append(runs, run{chain, worth(chain), formal})
			}
		}
	}
	runs = r.withoutContents(runs)
	slices.SortStableFunc(runs, func(a, b run) int {
		return cmp.Or(cmp.Compare(one(r.misread(&a)), one(r.misread(&b))), cmp.Compare(b.worth, a.worth), cmp.Compare(a.marks[0].sheet, b.marks[0].sheet), cmp.Compare(a.marks[0].style, b.marks[0].style))
	})
	var kept []run
	for _, candidate := range runs {
		if !slices.ContainsFunc(kept, func(k run) bool { return r.meet(&k, &candidate) }) {
			kept = append(kept, candidate)
		}
	}
	r.note(r.withoutRules(kept))
}

// misread reports whether no sign of a series was recognized, in a document that is
// no scan: there "55" is what was printed, and not "§ 5".
func (r *reader) misread(run *run) bool {
	return r.body.trusted && !slices.ContainsFunc(run.marks, func(m mark) bool { return !m.guessed })
}

// anyBoard is the series of all paragraphs, whatever letters stand before them:
// not all of one paper may have them, and recognition may change them.
const anyBoard = "any"

// worth says how much a series of numbers looks like that of the items.
func worth(chain []mark) float64 {
	w := 0.0
	for i := range chain {
		w += chain[i].weight
		if i > 0 {
			w += follows(&chain[i-1], &chain[i])
		}
		if chain[i].kind == model.ItemParagraph {
			w += points.next
		}
	}
	return w
}

// named reports whether the document says that it is of a meeting.
func (r *reader) named() bool {
	for i := range r.sheets {
		switch r.forms[i].form {
		case model.FormCover, model.FormMinutes:
			return true
		}
		if r.agendaPage(&r.sheets[i]) || i < tolerances.frontPages && r.front(&r.sheets[i]) {
			return true
		}
	}
	return false
}

// accepts reports whether a series of numbers is that of items: something is
// decided or proposed behind enough of them, or they have case numbers. Bare
// numbers, which anything may have, need more, and so does all in a document
// that names no meeting. Formal says that only titles of formalities tell. Until is
// where the next series begins.
func (r *reader) accepts(chain []mark, until position, named bool) (accepted, formal bool) {
	backed, resolved, formalities, known := 0, 0, 0, 0
	for i := range chain {
		end := following(chain, i, until)
		res := r.resolves(place(&chain[i]), end, named)
		backs, form := res || r.casedHead(&chain[i]), r.formalHead(&chain[i], end)
		resolved, backed, formalities, known = resolved+one(res), backed+one(backs), formalities+one(form), known+one(backs || form)
	}
	n := len(chain)
	if n < tolerances.fewGuessed && !slices.ContainsFunc(chain, func(m mark) bool { return !m.guessed }) {
		return false, false
	}
	bare := bareStyle(chain[0].style)
	switch {
	case bare && !named:
		return n >= tolerances.fewBare && tolerances.bareResolved.Reached(resolved, n) && backed == n, false
	case !named:
		return tolerances.resolved.Reached(resolved, n), false
	case bare && n >= 2 && tolerances.bareBacked.Reached(backed, n) && tolerances.resolved.Reached(resolved, n), !bare && backed > 0 && tolerances.backed.Reached(backed, n):
		return true, false
	case bare:
		return formalities >= tolerances.fewFormal && r.opens(chain), true
	}
	return formalities > 0 && tolerances.backed.Reached(known, n), true
}

func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// resolves reports whether a decision or a proposal is headed between two rows.
// Where the document names a meeting, a sentence on what a body decides will do;
// rules of boards have such sentences too.
func (r *reader) resolves(from, to position, named bool) bool {
	for n := 0; n < tolerances.spanRows; n++ {
		page := from.sheet
		if from = r.next(from); from.sheet < 0 || !before(from, to) || from.sheet != page && r.memo(from.sheet) {
			return false
		}
		row := r.rowAt(from)
		if h := r.heading(row); h.outcome == ocr.Found && (h.role == model.SectionDecision || h.role == model.SectionProposal) || r.w.leadsIn(row.text) || named && (r.w.decidesText(row.text) || r.w.proposes(row.text)) {
			return true
		}
	}
	return false
}

// memo reports whether a memo or a delegated decision begins on a page.
func (r *reader) memo(page int) bool {
	f := r.forms[page].form
	return f == model.FormMemo || f == model.FormDelegated
}

// casedHead reports whether a case number stands in the head of a mark.
func (r *reader) casedHead(m *mark) bool {
	s := &r.sheets[m.sheet]
	if r.w.hasCase(&s.rows[m.row]) {
		return true
	}
	if a := s.above(m.row); a == m.row-1 && a >= 0 && r.w.caseAlone(&s.rows[a]) {
		return true
	}
	at := place(m)
	for range tolerances.caseRows {
		if at = r.next(at); at.sheet < 0 {
			return false
		}
		if r.w.hasCase(r.rowAt(at)) {
			return true
		}
	}
	return false
}

func before(a, b position) bool { return a.sheet < b.sheet || a.sheet == b.sheet && a.row < b.row }

// meet reports whether two series stand among each other. Bare numbers below a
// series of paragraphs are the clauses of its last item, unless another paper
// begins between them.
func (r *reader) meet(a, b *run) bool {
	first, last := place(&a.marks[0]), place(&a.marks[len(a.marks)-1])
	from, to := place(&b.marks[0]), place(&b.marks[len(b.marks)-1])
	alike := a.marks[0].kind == b.marks[0].kind
	switch {
	case before(last, from):
		return !alike && !r.parted(last.sheet, from.sheet)
	case before(to, first):
		return !alike && !r.parted(to.sheet, first.sheet)
	}
	return true
}

// parted reports whether another paper begins between two pages: the numbers of
// its pages begin anew, or its form is named.
func (r *reader) parted(from, to int) bool {
	for i := from + 1; i <= to; i++ {
		s := &r.sheets[i]
		st := r.forms[i]
		if s.n == 1 || st.form == model.FormCover && !s.rows[st.row].repeated {
			return true
		}
	}
	return false
}

// note notes on the rows where items begin, and which rows above belong to
// their heads.
func (r *reader) note(runs []run) {
	for i := range runs {
		marks := runs[i].marks
		for k := range marks {
			m := &marks[k]
			r.sheets[m.sheet].rows[m.row].begins = m
		}
		r.spans = append(r.spans, span{marks[0].sheet, marks[len(marks)-1].sheet})
		for k := range marks {
			r.labelsAbove(&marks[k])
		}
		if !r.casesBelow(marks) {
			for k := range marks {
				r.headAbove(&marks[k])
			}
		}
	}
}

// span is the pages on which the items of a series begin.
type span struct{ from, to int }

// within reports whether the items of a series begin before and after a page.
func (r *reader) within(page int) bool {
	return slices.ContainsFunc(r.spans, func(s span) bool { return s.from < page && page <= s.to })
}

// casesBelow reports whether most case numbers of a series stand on the row of
// the number or below it.
func (r *reader) casesBelow(marks []mark) bool {
	below, above := 0, 0
	for i := range marks {
		m := &marks[i]
		s := &r.sheets[m.sheet]
		if r.w.hasCase(&s.rows[m.row]) {
			below++
			continue
		}
		if len(r.rowsAbove(m)) > 0 {
			above++
		}
		at := place(m)
		for range tolerances.stackedRows {
			if at = r.next(at); at.sheet < 0 || r.rowAt(at).begins != nil {
				break
			}
			if r.w.caseAlone(r.rowAt(at)) && len(r.rowsAbove(&mark{sheet: at.sheet, row: at.row + 1})) > 0 && r.nextBegins(at) {
				break
			}
			if r.w.hasCase(r.rowAt(at)) {
				below++
				break
			}
		}
	}
	return below >= above
}

// nextBegins reports whether an item begins on the row after one.
func (r *reader) nextBegins(at position) bool {
	at = r.next(at)
	return at.sheet >= 0 && r.rowAt(at).begins != nil
}

// ofHead reports whether a row has a case number or a date, or the label of one.
func (r *reader) ofHead(row *row) bool {
	if r.w.hasCase(row) {
		return true
	}
	for _, l := range row.segs {
		text := model.Clean(l.Text)
		switch role, _, _ := r.w.labels.begins(text); role {
		case model.LabelCaseNumber, model.LabelDate, model.LabelMeetingDate:
			return true
		}
		if _, ok := grid.FindDate(text, r.w.Months); ok || caseNumber(text) == text {
			return true
		}
	}
	return false
}

// rowsAbove gives the rows directly above a number that are nothing but labels
// and values, a case number among them; nil where there are none.
func (r *reader) rowsAbove(m *mark) []row {
	s := &r.sheets[m.sheet]
	for n := min(tolerances.aboveRows, m.row); n > 0; n-- {
		rows := s.rows[m.row-n : m.row]
		if slices.ContainsFunc(rows, func(x row) bool { return x.repeated || x.begins != nil || !x.other && !r.ofHead(&x) }) || slices.ContainsFunc(rows[1:], func(x row) bool { return x.step > places.labelStep }) {
			continue
		}
		lh := r.w.letterhead(rows)
		var h head
		r.bareCase(&h, rows, &lh)
		if !lh.caseNumber.OK && !h.caseNumber.OK {
			continue
		}
		var left head
		r.bareDate(&left, rows, &lh)
		if !slices.ContainsFunc(rows, func(x row) bool { return !x.other && r.free(&x, &lh) != nil }) {
			return rows
		}
	}
	return nil
}

// labelsAbove takes the labels of the columns in which a number stands to the head
// of its item: "Paragraf" above "§ 3" and "Diarienr" above what stands beside it.
func (r *reader) labelsAbove(m *mark) {
	if m.row == 0 {
		return
	}
	s := &r.sheets[m.sheet]
	row, above := &s.rows[m.row], &s.rows[m.row-1]
	if row.step > places.labelStep || above.begins != nil || len(above.segs) < 2 || len(row.segs) < 2 {
		return
	}
	for _, l := range above.segs {
		if _, rest, outcome := r.w.labels.begins(model.Clean(l.Text)); outcome != ocr.Found || rest != "" {
			return
		}
	}
	above.ahead = true
}

func (r *reader) headAbove(m *mark) {
	rows := r.rowsAbove(m)
	for i := range rows {
		rows[i].ahead = true
	}
}
