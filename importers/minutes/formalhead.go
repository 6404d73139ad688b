package minutes

import (
	"slices"
	"strings"
)

// formalHead reports whether the title of a mark is that of a formality, as only
// meetings have: "§ 1 Mötets öppnande". A sentence below it tells it from the entry
// of a list of contents.
func (r *reader) formalHead(m *mark, until position) bool {
	at, title := place(m), m.rest
	if title == "" {
		if at = r.next(at); at.sheet < 0 {
			return false
		}
		title = r.rowAt(at).text
	}
	if !r.w.formality(title) {
		return false
	}
	for range tolerances.formalRows {
		if at = r.next(at); at.sheet < 0 || !before(at, until) {
			return false
		}
		if strings.HasSuffix(r.rowAt(at).text, ".") {
			return true
		}
	}
	return false
}

// opens reports whether a series begins with 1, leaves no number out, and is set
// apart from the text on each row.
func (r *reader) opens(chain []mark) bool {
	for i := range chain {
		row := r.rowAt(place(&chain[i]))
		if chain[i].number != i+1 || row.step <= places.setOff && !r.body.heavy(row.segs[0]) {
			return false
		}
	}
	return len(chain) >= tolerances.fewEntries
}

// withoutRules leaves out the series of formalities behind others of the same paper:
// the rules of a board that was decided on tell how its meetings are opened, too.
func (r *reader) withoutRules(runs []run) []run {
	return slices.DeleteFunc(slices.Clone(runs), func(b run) bool {
		return b.formal && slices.ContainsFunc(runs, func(a run) bool {
			last, first := a.marks[len(a.marks)-1], b.marks[0]
			return !a.formal && before(place(&last), place(&first)) && !r.parted(last.sheet, first.sheet)
		})
	})
}
