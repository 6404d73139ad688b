package minutes

import "strings"

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
	for range formalRows {
		if at = r.next(at); at.sheet < 0 || !before(at, until) {
			return false
		}
		if strings.HasSuffix(r.rowAt(at).text, ".") {
			return true
		}
	}
	return false
}

// fewFormal is how many formalities make a series of bare numbers that of the items
// of a meeting: it is opened, and the minutes are gone through, say.
const fewFormal = 2

// opens reports whether a series begins with 1, leaves no number out, and is set
// apart from the text on each row.
func (r *reader) opens(chain []mark) bool {
	for i := range chain {
		row := r.rowAt(place(&chain[i]))
		if chain[i].number != i+1 || row.step <= setOff && !r.body.heavy(row.segs[0]) {
			return false
		}
	}
	return len(chain) >= fewEntries
}

// formalRows is within how many rows of its title a formality has a sentence.
const formalRows = 8
