// Package boards knows the names of municipal boards in headings and titles by
// how they begin and end ("Nämnden för …", "…nämnden"), as a vocabulary says.
//
// Start with [New]; [Names.Is] asks of a whole text, [Names.Beside] takes the name
// out of a text that also says what a table is and its year, on either side of it.
// Texts are clean ([model.Clean]). A name is given as it is written; where it is not
// told where one begins or ends none is given, which is better than half of one.
//
// Minutes are read by recognition's mistakes too and have names of their own; see
// package minutes.
package boards

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// tolerances are how long names are and the words that bind them: more than those of
// the boards of Swedish municipalities have, and less than a sentence about one.
var tolerances = struct {
	// maxWords is the most words that a name has, and maxEnded the most of one that
	// is known by its end alone.
	maxWords, maxEnded int
	// maxText is the most words of a text in which a name is looked for.
	maxText int
	// maxBinding is the longest word, in letters, that may only bind a title and a
	// name ("för").
	maxBinding int
}{
	maxWords:   8,
	maxEnded:   4,
	maxText:    24,
	maxBinding: 3,
}

// Title gives what follows the title of a document that a text begins with.
type Title func(text string) (rest string, ok bool)

// Names tells names of boards from other texts. It is immutable.
type Names struct {
	suffixes, prefixes, joins []string // keys
	links                     []string // keys
	genitive                  []string
	title, sure               Title
}

// New makes Names from the words of a vocabulary. title knows the titles of the
// documents at hand, sure those of them that no board is for, so that one right behind
// a name is no part of it: "Nämnden för lek internkontrollplan 2026".
func New(w *model.BoardWords, title, sure Title) *Names {
	return &Names{keys(w.Suffixes), keys(w.Prefixes), keys(w.Joins), keys(w.Links), w.Genitive, title, sure}
}

func keys(list []string) []string {
	out := make([]string, len(list))
	for i, s := range list {
		out[i] = model.Key(s)
	}
	return out
}

// Is reports whether a text is nothing but the name of a board.
func (n *Names) Is(text string) bool {
	fields := strings.Fields(text)
	if len(fields) == 0 || len(fields) > tolerances.maxWords || strings.ContainsAny(text, ":\n") {
		return false
	}
	key := model.Key(text)
	return n.begins(key) || len(fields) <= tolerances.maxEnded && n.Ends(key)
}

func (n *Names) begins(key string) bool {
	return slices.ContainsFunc(n.prefixes, func(p string) bool { return strings.HasPrefix(key, p+" ") })
}

// Ends reports whether a key ([model.Key]) ends as a board's name does. "beslutas av
// nämnd" ends in the bare word and is no name, unless the words say that the one
// before belongs to it.
func (n *Names) Ends(key string) bool {
	last := key[strings.LastIndexByte(key, ' ')+1:]
	return n.severalWords(key, true) || slices.ContainsFunc(n.suffixes, func(s string) bool { return strings.HasSuffix(last, s) && len(last) > len(s) })
}

// severalWords reports whether a key is an ending of several words ("tekniska
// nämnden"), or has one.
func (n *Names) severalWords(key string, within bool) bool {
	return slices.ContainsFunc(n.suffixes, func(s string) bool {
		return strings.Contains(s, " ") && (key == s || within && strings.HasSuffix(key, " "+s))
	})
}

// Beside gives the name of a board in a text that says besides it no more than what a
// table is and its year, before or behind the name ("Riskanalys 2026 – Kultur- och
// fritidsnämnden", "Socialnämnden – riskanalys 2026"), or nothing; "" where there is
// none.
func (n *Names) Beside(text string) string {
	if name := n.BeforeTitle(text); name != "" {
		return name
	}
	return n.BehindTitle(text)
}

// BehindTitle gives the name that a text ends with, but for the year: all before it is
// a title, or nothing. "" where there is none, or something else stands there.
func (n *Names) BehindTitle(text string) string {
	fields := strings.Fields(text)
	if len(fields) > tolerances.maxText {
		return ""
	}
	for len(fields) > 0 && (bare(fields[len(fields)-1]) || slices.Contains(n.links, model.Key(fields[len(fields)-1]))) {
		fields = fields[:len(fields)-1]
	}
	for i := range fields {
		if !n.titles(fields[:i], n.title) {
			continue
		}
		name := strings.TrimRight(strings.Join(fields[i:], " "), ",.;")
		if n.Is(name) && !n.titled(name) && n.beginsAt(fields[i:], name) {
			return name
		}
	}
	return ""
}

// BeforeTitle gives the name that stands in front of what a table is ("Nämnden för
// lek, plan 2026"); "" where there is none, nothing tells where it ends, or something
// else stands there.
func (n *Names) BeforeTitle(text string) string {
	fields := strings.Fields(text)
	for i := 1; i < len(fields) && len(fields) <= tolerances.maxText; i++ {
		name := strings.TrimRight(strings.Join(fields[:i], " "), ",:;")
		if owner, ok := n.Owner(name); ok && n.Is(owner) && !n.titled(owner) && !n.noName(fields[i]) && n.titles(fields[i:], n.title) {
			return owner
		}
		if !n.Is(name) || n.titled(name) || !slices.ContainsFunc(fields[i:], func(f string) bool { return !n.noName(f) }) {
			continue
		}
		divided := !lettered(fields[i]) || strings.ContainsAny(fields[i-1][len(fields[i-1])-1:], ",:;")
		if divided && n.titles(fields[i:], n.title) || !divided && n.endsBefore(model.Key(name), fields[i:]) {
			return name
		}
	}
	return ""
}

// Owner gives the name of a board that a text in the genitive ends with
// ("Hamnnämndens").
func (n *Names) Owner(text string) (name string, ok bool) {
	for _, ending := range n.genitive {
		if name, ok = strings.CutSuffix(text, ending); ok && n.Ends(model.Key(name)) {
			return name, true
		}
	}
	return "", false
}

// endsBefore reports whether a name is over before words that nothing divides from it:
// a sure title, with a year where the name is not told by its end.
func (n *Names) endsBefore(key string, rest []string) bool {
	if n.noName(rest[0]) || !n.titles(rest, n.sure) {
		return false
	}
	return !n.begins(key) && n.Ends(key) ||
		n.begins(key) && !slices.Contains(n.joins, key[strings.LastIndexByte(key, ' ')+1:]) && slices.ContainsFunc(rest, isYear)
}

func (n *Names) titled(text string) bool {
	_, ok := n.title(text)
	return ok
}

// beginsAt reports whether words of a title can be a name from the first one on: in
// lower case only one that is told by how it begins, one word, or words that hyphens
// bind.
func (n *Names) beginsAt(fields []string, name string) bool {
	first, _ := utf8.DecodeRuneInString(fields[0])
	key := model.Key(name)
	return n.begins(key) || n.severalWords(key, false) ||
		!n.noName(fields[0]) && (unicode.IsUpper(first) || len(fields) == 1 || strings.HasSuffix(strings.TrimRight(fields[0], ","), "-"))
}

// titles reports whether words say no more than what a table is: titles, and what is
// no name.
func (n *Names) titles(fields []string, title Title) bool {
	for len(fields) > 0 {
		if n.noName(fields[0]) {
			fields = fields[1:]
			continue
		}
		rest, ok := title(strings.Join(fields, " "))
		if !ok {
			return false
		}
		// A mark that stood at the title's end is no word.
		after := len(strings.Fields(strings.TrimLeft(rest, ",.:;")))
		fields = fields[len(fields)-after:]
	}
	return true
}

// noName reports whether a word of a title is no part of a name: a year, a dash, or a
// small word that binds.
func (n *Names) noName(word string) bool { return bare(word) || n.Binds(word) }

// Binds reports whether a word only binds what stands before and behind it ("för",
// "inför").
func (n *Names) Binds(word string) bool {
	return slices.Contains(n.links, model.Key(word)) ||
		utf8.RuneCountInString(word) <= tolerances.maxBinding && strings.ToLower(word) == word && !strings.Contains(word, "-") && lettered(word)
}

func bare(word string) bool { return !lettered(word) || isYear(word) }

func isYear(word string) bool {
	_, ok := grid.FindYear(strings.Trim(word, "(),.:;"))
	return ok
}

func lettered(text string) bool { return strings.ContainsFunc(text, unicode.IsLetter) }
