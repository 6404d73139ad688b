package minutes

import (
	"slices"
	"strings"
	"unicode"

	"riskbok/importers/ocr"
	"riskbok/rules/model"
)

// once keeps of items that came twice, as in a signed copy, the first.
func once(items []model.Item) []model.Item {
	var out []model.Item
	for i := range items {
		again := false
		for j := range out {
			again = again || sameItem(&out[j], &items[i])
		}
		if !again {
			out = append(out, items[i])
		}
	}
	return out
}

// sameItem reports whether two items are copies of each other: of one kind,
// with the same figures everywhere and the same words but for what recognition
// does to them.
func sameItem(a, b *model.Item) bool {
	if a.Kind != b.Kind || a.Date.OK && b.Date.OK && a.Date.V != b.Date.V {
		return false
	}
	return sameText(a.Number.V, b.Number.V) && sameText(a.CaseNumber.V, b.CaseNumber.V) && sameText(a.Title.V, b.Title.V) &&
		sameText(whole(a.Proposal), whole(b.Proposal)) && sameText(whole(a.Decision), whole(b.Decision))
}

func whole(r model.Resolution) string {
	text := r.Lead.V
	for _, p := range r.Parts {
		text += " " + p.V
	}
	return text
}

// sameText reports whether two texts were printed alike: the same figures, and
// word for word no further apart than recognition takes them.
func sameText(a, b string) bool {
	if a == b {
		return true
	}
	x, y := strings.Fields(ocr.Key(a)), strings.Fields(ocr.Key(b))
	if len(x) != len(y) {
		return false
	}
	for i := range x {
		if x[i] == y[i] {
			continue
		}
		if strings.ContainsFunc(x[i], unicode.IsDigit) && strings.ContainsFunc(y[i], unicode.IsDigit) {
			return false
		}
		most := naming.twiceApart + float64(len(x[i]))/naming.twiceLetters
		if min(ocr.Distance(x[i], y[i]), ocr.Distance(y[i], x[i])) > most {
			return false
		}
	}
	return true
}

// headed takes the case numbers that stood in the headers of pages from the
// items where they are all the same: that is the number of the minutes.
func headed(items []model.Item, cased []model.Value[string]) {
	if len(cased) < 2 || slices.ContainsFunc(cased, func(v model.Value[string]) bool { return v.V != cased[0].V }) {
		return
	}
	for i := range items {
		if slices.Contains(cased, items[i].CaseNumber) {
			items[i].CaseNumber = model.Value[string]{}
		}
	}
}

// numberMemos gives memos the number that the agenda has for their title.
func numberMemos(m *model.Meeting) {
	if len(m.Agenda) == 0 {
		return
	}
	var phrases []ocr.Phrase
	for i := range m.Agenda {
		phrases = append(phrases, ocr.Phrase{Text: m.Agenda[i].Title.V, ID: i})
	}
	titles := ocr.New(phrases)
	for i := range m.Items {
		it := &m.Items[i]
		if it.Kind != model.ItemMemo || it.Number.OK || !it.Title.OK {
			continue
		}
		if match, outcome := titles.Line(it.Title.V); outcome == ocr.Found {
			it.Number = m.Agenda[match.ID].Number
		}
	}
}

// dropRepeated keeps of rotations and dates that came twice the first.
func dropRepeated(m *model.Meeting) {
	chairs := m.Chairs[:0:0]
	for _, c := range m.Chairs {
		if !slices.ContainsFunc(chairs, func(o model.ChairYear) bool {
			return o.Year.V == c.Year.V && o.Chair.V == c.Chair.V && o.Vice.V == c.Vice.V
		}) {
			chairs = append(chairs, c)
		}
	}
	days := m.Days[:0:0]
	for _, d := range m.Days {
		if !slices.ContainsFunc(days, func(o model.MeetingDay) bool {
			return o.Weekday.V == d.Weekday.V && o.Date.V == d.Date.V && o.Date.OK == d.Date.OK && o.Date.Raw == d.Date.Raw
		}) {
			days = append(days, d)
		}
	}
	m.Chairs, m.Days = chairs, days
}
