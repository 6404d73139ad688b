package words

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// boardKeys tell the name of a board by how it ends or begins.
type boardKeys struct{ suffixes, prefixes []string }

// BoardName reports whether a text is nothing but the name of a board.
func (x *Index) BoardName(text string) bool {
	fields := strings.Fields(text)
	if len(fields) == 0 || len(fields) > tolerances.maxBoardWords || strings.ContainsAny(text, ":\n") {
		return false
	}
	key := model.Key(text)
	if slices.ContainsFunc(x.board.prefixes, func(p string) bool { return strings.HasPrefix(key, p+" ") }) {
		return true
	}
	return len(fields) <= tolerances.maxEndedWords && x.boardEnds(key)
}

// boardEnds reports whether a key ends as a board's name does. "beslutas av
// nämnd" ends in the bare word and is no name, unless the words say that the
// one before belongs to it.
func (x *Index) boardEnds(key string) bool {
	last := key[strings.LastIndexByte(key, ' ')+1:]
	for _, s := range x.board.suffixes {
		if strings.HasSuffix(last, s) && len(last) > len(s) {
			return true
		}
		if strings.Contains(s, " ") && (key == s || strings.HasSuffix(key, " "+s)) {
			return true
		}
	}
	return false
}

// BoardOfTitle gives the name of a board in a title that says besides it only
// what the table is and its year ("Riskanalys 2026 – Kultur- och
// fritidsnämnden"); "" where there is none, or something else stands there.
func (x *Index) BoardOfTitle(title string) string {
	fields := strings.Fields(title)
	for len(fields) > 0 && noName(fields[len(fields)-1]) {
		fields = fields[:len(fields)-1]
	}
	for i := range fields {
		if !x.titleWords(fields[:i]) {
			continue
		}
		name := strings.TrimRight(strings.Join(fields[i:], " "), ",.;")
		if x.BoardName(name) && !x.Title(name) && beginsName(fields[i:]) {
			return name
		}
	}
	return ""
}

// BoardBeforeTitle gives the name of a board that stands in front of what the table
// is ("Socialnämnden – riskanalys 2026", "Nämnden för lek, plan 2026"); "" where
// nothing divides the two, or something else stands there.
func (x *Index) BoardBeforeTitle(text string) string {
	fields := strings.Fields(text)
	for i := 1; i < len(fields) && i <= tolerances.maxBoardWords; i++ {
		divided := !lettered(fields[i]) || strings.ContainsAny(fields[i-1][len(fields[i-1])-1:], ",:;")
		if !divided {
			continue
		}
		name := strings.TrimRight(strings.Join(fields[:i], " "), ",:;")
		if !x.BoardName(name) || x.Title(name) {
			continue // what follows may be long
		}
		if slices.ContainsFunc(fields[i:], func(f string) bool { return !noName(f) }) && x.titleWords(fields[i:]) {
			return name
		}
	}
	return ""
}

// beginsName reports whether words of a title can be a name from the first
// one on: in lower case only one word, or words that hyphens bind.
func beginsName(fields []string) bool {
	first, _ := utf8.DecodeRuneInString(fields[0])
	return !noName(fields[0]) && (unicode.IsUpper(first) || len(fields) == 1 || strings.HasSuffix(strings.TrimRight(fields[0], ","), "-"))
}

// noName reports whether a word of a title is no part of a name: a year, a
// dash, or a small word that binds.
func noName(word string) bool {
	if _, ok := grid.FindYear(strings.Trim(word, "(),.:;")); ok {
		return true
	}
	return !lettered(word) || utf8.RuneCountInString(word) <= tolerances.maxBinding && strings.ToLower(word) == word && !strings.Contains(word, "-")
}

// titleWords reports whether words say no more than what a table is: titles,
// and what is no name.
func (x *Index) titleWords(fields []string) bool {
	for len(fields) > 0 {
		if noName(fields[0]) {
			fields = fields[1:]
			continue
		}
		rest, ok := x.afterTitle(strings.Join(fields, " "))
		if !ok {
			return false
		}
		// A mark that stood at the title's end is no word.
		after := len(strings.Fields(strings.TrimLeft(rest, ",.:;")))
		fields = fields[len(fields)-after:]
	}
	return true
}
