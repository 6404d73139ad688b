package pdf

import (
	"strconv"
	"strings"
	"unicode"

	"riskbok/importers/pdf/fonts"
	"riskbok/importers/pdf/tables"
	"riskbok/importers/pdf/text"
)

// Where one glyph in this many means nobody knows what, the page is not read.
const mostlyUnknown = 5

// exampleLength bounds the word that a message shows, runes.
const exampleLength = 40

// unknownLetters says which letters of a page nothing in the file tells: those
// in tables, and those behind a letter or a digit. Others are bullets.
func (s *scan) unknownLetters(page int, words []text.Word, found []*tables.Table) {
	count, example := 0, ""
	for i := range words {
		w := &words[i]
		n := strings.Count(w.Text, fonts.Unknown)
		if n == 0 || !inTable(w.Box, found) && !insideWord(w.Text) {
			continue
		}
		count += n
		if example == "" {
			example = string([]rune(w.Text)[:min(exampleLength, len([]rune(w.Text)))])
		}
	}
	if count == 0 {
		return
	}
	s.damage(page, CodeLetters, "")
	args := s.out.Damage[len(s.out.Damage)-1].Args
	args["count"], args["example"] = strconv.Itoa(count), example
}

// insideWord reports whether an unknown letter stands behind a known one.
func insideWord(s string) bool {
	known := false
	for _, r := range s {
		if string(r) == fonts.Unknown && known {
			return true
		}
		known = known || unicode.IsLetter(r) || unicode.IsDigit(r)
	}
	return false
}
