package causes

import (
	"slices"
	"strconv"
	"strings"

	"riskbok/rules"
	"riskbok/rules/model"
)

// places lists the places of findings as seen from the head's, a sheet or a
// file once for all of its cells, with the risk where it is another.
func (t *Teller) places(found []*rules.Finding, head *rules.Finding) string {
	var files []string
	for _, byDoc := range chunks(found, func(a, b model.Source) bool { return a.Doc == b.Doc }) {
		doc := byDoc[0].At
		var sheets []string
		for _, byPlace := range chunks(byDoc, func(a, b model.Source) bool {
			return t.r.Place(a).Page == t.r.Place(b).Page && t.r.Place(a).Sheet == t.r.Place(b).Sheet
		}) {
			sheets = append(sheets, t.onPlace(byPlace, head))
		}
		text := strings.Join(sheets, "; ")
		if t.r.Place(doc).Page > 0 {
			text = t.pages(byDoc, head, sheets)
		}
		if doc.Doc != head.At.Doc {
			text = t.cat.T("cause.in-file", "places", text, "file", t.r.FileOf(doc))
		}
		files = append(files, text)
	}
	return strings.Join(files, "; ")
}

// onPlace lists the cells of one sheet, or the risks of one page. Where one of
// them is about another risk than the head, all are named.
func (t *Teller) onPlace(found []*rules.Finding, head *rules.Finding) string {
	at := found[0].At
	place := t.r.Place(at)
	name := place.Sheet
	if place.Page > 0 {
		name = t.cat.T("findings.at.page", "n", place.Page)
	}
	text := strings.Join(t.cells(found, slices.ContainsFunc(found, func(f *rules.Finding) bool { return t.other(f, head) })), ", ")
	switch same := at.Doc == head.At.Doc && place.Page == 0 && place.Sheet == t.r.Place(head.At).Sheet; {
	case same || name == "":
		return text
	case text == "":
		return name
	case place.Page > 0:
		return t.cat.T("cause.risk", "cell", name, "risk", text)
	}
	return name + " " + text
}

// cells names the cells of findings on one sheet, each with its risk where risks
// are to be told apart; on a page, which has no cells, the risks alone.
func (t *Teller) cells(found []*rules.Finding, risks bool) []string {
	var cells []string
	for _, f := range found {
		cell, risk := f.At.Cell(), ""
		if risks {
			risk = riskName(f)
		}
		if t.r.Place(f.At).Page > 0 {
			cell = ""
		}
		switch {
		case risk == "":
		case cell == "":
			cell = risk
		default:
			cell = t.cat.T("cause.risk", "cell", cell, "risk", risk)
		}
		if cell != "" && !slices.Contains(cells, cell) {
			cells = append(cells, cell)
		}
	}
	return cells
}

// maxPages is how many pages, or spans of them, are listed: as many as the columns
// that a message lists.
const maxPages = 12

// pages lists pages that have nothing to tell but their numbers in one: "sidorna
// 19 och 20", "sidorna 2–7, 9 och 12".
func (t *Teller) pages(found []*rules.Finding, head *rules.Finding, texts []string) string {
	var numbers []int
	for _, f := range found {
		if t.other(f, head) {
			return strings.Join(texts, "; ")
		}
		numbers = append(numbers, t.r.Place(f.At).Page)
	}
	slices.Sort(numbers)
	if numbers = slices.Compact(numbers); len(numbers) == 1 {
		return texts[0]
	}
	var names []string
	for len(numbers) > 0 {
		if len(names) == maxPages {
			names = append(names, t.cat.T("message.columns.more", "n", len(numbers)))
			break
		}
		var name string
		name, numbers = firstSpan(numbers)
		names = append(names, name)
	}
	if last := len(names) - 1; last > 0 {
		names = []string{t.cat.T("message.and", "list", strings.Join(names[:last], ", "), "last", names[last])}
	}
	return t.cat.T("cause.pages", "pages", names[0])
}

// firstSpan gives the span that ascending numbers begin with, and what is behind it.
// Two that follow each other are named one by one.
func firstSpan(numbers []int) (name string, rest []int) {
	n := 1
	for n < len(numbers) && numbers[n] == numbers[0]+n {
		n++
	}
	if n < 3 {
		return strconv.Itoa(numbers[0]), numbers[1:]
	}
	return strconv.Itoa(numbers[0]) + "–" + strconv.Itoa(numbers[n-1]), numbers[n:]
}

// other reports whether a finding is about another risk than the head.
func (t *Teller) other(f, head *rules.Finding) bool {
	return model.NumberKey(f.Risk) != model.NumberKey(head.Risk) || f.Risk == "" && model.Key(f.Event) != model.Key(head.Event)
}

// riskName names a finding's risk: by its number, else by its text.
func riskName(f *rules.Finding) string {
	if f.Risk != "" {
		return model.Clean(f.Risk)
	}
	return rules.Shorten(model.Clean(f.Event), 40)
}

// chunks splits findings into runs of alike places, in the order in which the
// places are met.
func chunks(found []*rules.Finding, alike func(a, b model.Source) bool) [][]*rules.Finding {
	var out [][]*rules.Finding
next:
	for _, f := range found {
		for i := range out {
			if alike(out[i][0].At, f.At) {
				out[i] = append(out[i], f)
				continue next
			}
		}
		out = append(out, []*rules.Finding{f})
	}
	return out
}
