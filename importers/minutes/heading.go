package minutes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/importers/ocr"
	"riskbok/rules/model"
)

// heading is what a row is known as, and what stands after it on the row.
type heading struct {
	role    model.SectionRole
	outcome ocr.Outcome
	text    string       // the heading as printed
	rest    []*grid.Line // the text beside it
}

// heading finds out whether a row is a heading: alone, beside its text, or
// before it with a colon between. An ambiguous one is only taken for a heading
// where it looks like one.
func (r *reader) heading(row *row) heading {
	l := row.segs[0]
	text := row.parts[0]
	if text == "" || unicode.IsLower(initial(text)) || utf8.RuneCountInString(text) > tolerances.runInLine {
		return heading{}
	}
	before, after, colon := strings.Cut(text, ":")
	if r.runIn && !colon {
		before, after = r.w.runIn(text)
	}
	if utf8.RuneCountInString(before) > tolerances.maxHeading || colon && after != "" && after[0] != ' ' || r.w.labelledCase(text) != "" {
		return heading{}
	}
	role, outcome := r.w.section(before)
	if outcome == ocr.None && (colon || row.step > places.setOff || r.body.heavy(l) || capitals(before)) {
		if role = r.w.spanning(before); role != "" {
			outcome = ocr.Found
		}
	}
	if outcome == ocr.None && r.body.heavy(l) {
		if role = r.w.sectionOfBoard(before); role != "" {
			outcome = ocr.Found
		}
	}
	h := heading{role: role, outcome: outcome, text: before, rest: row.segs[1:]}
	switch {
	case outcome == ocr.Found && strings.TrimSpace(after) != "":
		rest := *l
		rest.Text = strings.TrimSpace(after)
		h.rest = append([]*grid.Line{&rest}, h.rest...)
	case outcome == ocr.Ambiguous && !r.looksLike(row, before):
		h.outcome = ocr.None
	}
	return h
}

// capitals reports whether a text has no letter that a capital could stand for.
func capitals(text string) bool {
	return strings.IndexFunc(text, func(c rune) bool { return unicode.ToUpper(c) != c }) < 0
}

// looksLike reports whether a row looks like a heading: printed larger, or
// short and set off from the row above.
func (r *reader) looksLike(row *row, text string) bool {
	if r.body.trusted {
		return r.body.large(row.size)
	}
	return row.step > places.setOff && len(strings.Fields(text)) <= tolerances.headingWords && !strings.HasSuffix(text, ".")
}

// unknownHeading reports whether a row is a heading that the vocabulary does
// not have: short, set off from the text and not a sentence. It is larger than
// the text, or bold as the known headings are, and then what follows is not. In
// minutes, of which many are scans, the known headings must be large too.
func (r *reader) unknownHeading(rows []row, i int, minutes bool) bool {
	row := &rows[i]
	if row.table || utf8.RuneCountInString(row.text) > tolerances.maxHeading || strings.HasSuffix(row.text, ".") || unicode.IsLower(initial(row.text)) {
		return false
	}
	if r.body.large(row.size) {
		return row.step > places.setOff && (r.largeHeads || !minutes)
	}
	if !r.boldHeads || !row.bold || r.body.bold || len(row.segs) > 1 || listMark().MatchString(row.text) {
		return false
	}
	if i+1 == len(rows) && i > 0 { // the heading of those that follow
		return !rows[i-1].bold && row.step > places.setOff
	}
	return i+1 < len(rows) && !rows[i+1].bold && (i == 0 || !rows[i-1].bold || row.step > places.setOff)
}

// runIn divides a text at the end of the heading that it begins with, where a
// sentence follows: "Beslut Taxan antas."
func (w *vocabulary) runIn(text string) (heading, rest string) {
	heading = text
	end := 0
	for n, word := range strings.Fields(text) {
		if n > 0 && unicode.IsUpper(initial(word)) {
			if _, outcome := w.section(text[:end]); outcome == ocr.Found {
				heading, rest = text[:end], text[end:]
			}
		}
		if n == tolerances.spanWords {
			break
		}
		end += strings.Index(text[end:], word) + len(word)
	}
	return heading, rest
}

// weighRunIn finds out whether the headings of the document stand on the line of
// their text, without a colon, since so few stand alone.
func (r *reader) weighRunIn(alone int) {
	if alone > len(r.sheets) {
		return
	}
	within := 0
	for i := range r.sheets {
		rows := r.sheets[i].rows
		for j := range rows {
			if _, rest := r.w.runIn(rows[j].parts[0]); rest != "" && (rows[j].step > places.setOff || j > 0 && ended(rows[j-1].text)) {
				within++
			}
		}
	}
	r.runIn = within >= tolerances.fewRunIn && within >= tolerances.runInShare*alone
}

// weighHeadings finds out whether the headings of the document are bold or large,
// and whether they stand on the line of their text.
func (r *reader) weighHeadings() {
	counts := make([][4]int, len(r.sheets))
	atOnce(len(r.sheets), func(i int) {
		bold, large, all, known := 0, 0, 0, 0
		for j := range r.sheets[i].rows {
			row := &r.sheets[i].rows[j]
			h := r.heading(row)
			if h.outcome == ocr.Found {
				known++
			}
			if row.table || h.outcome != ocr.Found || len(h.rest) > 0 {
				continue
			}
			if all++; row.bold {
				bold++
			}
			if r.body.large(row.size) {
				large++
			}
		}
		counts[i] = [4]int{bold, large, all, known}
	})
	bold, large, all, known := 0, 0, 0, 0
	for _, c := range counts {
		bold, large, all, known = bold+c[0], large+c[1], all+c[2], known+c[3]
	}
	r.weighRunIn(known)
	r.boldHeads = !r.body.bold && float64(bold) > tolerances.headShare*float64(all)
	r.largeHeads = float64(large) > tolerances.headShare*float64(all)
}
