package minutes

import (
	"slices"
	"strings"

	"riskbok/importers/ocr"
	"riskbok/rules/model"
)

// headingSpan is a heading of which beginning and end are known, in the form of
// [ocr.Key], with a few words between: "Beslutet … till".
type headingSpan struct {
	role       model.SectionRole
	begin, end string
}

// headingSpans divides headings into those that are whole and those with words
// left out in the middle.
func headingSpans(sections map[model.SectionRole][]string) (whole map[model.SectionRole][]string, spans []headingSpan) {
	whole = map[model.SectionRole][]string{}
	for role, list := range sections {
		for _, text := range list {
			begin, end, open := strings.Cut(text, "…")
			if !open || begin == "" {
				whole[role] = append(whole[role], text)
				continue
			}
			spans = append(spans, headingSpan{role, ocr.Key(begin), ocr.Key(end)})
		}
	}
	slices.SortFunc(spans, func(a, b headingSpan) int { return strings.Compare(a.begin+" "+a.end, b.begin+" "+b.end) })
	return whole, spans
}

// spanning gives the role of a heading of which beginning and end are known, ""
// for none.
func (w *vocabulary) spanning(text string) model.SectionRole {
	if last := strings.ToLower(text[strings.LastIndexByte(text, ' ')+1:]); len(last) == len(text) || !slices.ContainsFunc(w.spans, func(s headingSpan) bool { return last != "" && s.end[0] == last[0] && len(s.end) == len(last) }) {
		return "" // most texts
	}
	fields := strings.Fields(ocr.Key(text))
	if n := len(fields); n < 2 || n > tolerances.spanWords {
		return ""
	}
	for _, s := range w.spans {
		n := 1 + strings.Count(s.begin, " ")
		if n < len(fields) && ocr.Distance(s.end, fields[len(fields)-1]) < ocr.Margin && ocr.Distance(s.begin, strings.Join(fields[:n], " ")) < ocr.Margin {
			return s.role
		}
	}
	return ""
}
