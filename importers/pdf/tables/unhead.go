package tables

import (
	"strings"
	"unicode"
)

// unhead takes the repeated heading off the first row of a part in which the
// rest of a divided row stands so close below it that the two were read as one
// row.
func (j *Joined) unhead(t *Table) {
	if j.NumRows == 0 || t.NumCols != j.NumCols {
		return
	}
	heading, first := byColumn(j.Cells, 0), byColumn(t.Cells, 0)
	rests := map[int]string{}
	headed, some := 0, false
	for col, h := range heading {
		c := first[col]
		if c == nil || c.Cols != h.Cols {
			return
		}
		rest, ok := cutLetters(c.Text, h.Text)
		if !ok {
			return
		}
		if strings.TrimSpace(h.Text) != "" {
			headed++
		}
		some = some || rest != ""
		rests[col] = rest
	}
	if headed < tolerances.leastHeading || !some || len(rests) < len(first) {
		return
	}
	for col, rest := range rests {
		first[col].Text = rest
	}
}

// cutLetters cuts a text off the beginning of another, white space aside. What
// is left must begin a word of its own.
func cutLetters(text, start string) (rest string, ok bool) {
	want := []rune(strings.Join(strings.Fields(start), ""))
	for i, r := range text {
		if len(want) == 0 {
			rest = text[i:]
			return strings.TrimSpace(rest), unicode.IsSpace(r)
		}
		if unicode.IsSpace(r) {
			continue
		}
		if r != want[0] {
			return "", false
		}
		want = want[1:]
	}
	return "", len(want) == 0
}
