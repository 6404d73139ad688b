package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/rules/model"
)

// titleEnds are the marks behind which a title may go on with when it was decided.
const titleEnds = ",;.(–—-"

// TitleParts divides a title that also says when it was decided or drawn up: what it
// is the title of, and from the label of the date on the rest ("Riskanalys 2026
// Hamnnämnden, beslutad 2025-11-20"). What only numbers the document is cut off in
// front ("Bilaga 2: Riskanalys 2026"). A text without a title or a board's name in
// front of such a date, or beginning with its label, is one part.
func (x *Index) TitleParts(text string) (title, dated string) {
	title = x.unnumbered(model.Clean(text))
	if !strings.ContainsAny(title, digits) || utf8.RuneCountInString(title) > 2*MaxTitle {
		return title, ""
	}
	for at := strings.IndexByte(title, ' '); at >= 0; {
		behind := strings.TrimLeft(title[at:], " (")
		if x.dates(behind) && x.ended(title[:at]) {
			front := strings.TrimRight(title[:at], " "+titleEnds)
			if x.Title(front) || x.boards.Is(front) || x.boards.Beside(front) != "" {
				return front, behind
			}
			return title, ""
		}
		next := strings.IndexByte(title[at+1:], ' ')
		if next < 0 {
			break
		}
		at += 1 + next
	}
	return title, ""
}

// dates reports whether a text begins with the label of a date and has one.
func (x *Index) dates(text string) bool {
	if !x.Opens(DecidedLabel, text) && !x.Opens(EstablishedLabel, text) {
		return false
	}
	_, ok := x.Date(text)
	return ok || x.NoDay(text)
}

// ended reports whether a title is over before a label: a mark divides them, or at
// least no word binds them ("underlag för beslut").
func (x *Index) ended(title string) bool {
	last, _ := utf8.DecodeLastRuneInString(title)
	return strings.ContainsRune(titleEnds, last) || !x.boards.Binds(title[strings.LastIndexByte(title, ' ')+1:])
}

// unnumbered cuts a word and its number off in front of a title.
func (x *Index) unnumbered(text string) string {
	fields := strings.SplitN(text, " ", 3)
	if len(fields) < 3 || strings.ContainsFunc(fields[0], func(r rune) bool { return !unicode.IsLetter(r) && r != '.' }) ||
		strings.Trim(fields[1], digits+":.") != "" || !strings.ContainsAny(fields[1], digits) || len(fields[1]) > len("100:") {
		return text
	}
	if rest := strings.TrimLeft(fields[2], " :–-"); x.Title(rest) {
		return rest
	}
	return text
}
