package words

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/rules/model"
)

// Opening is a kind of word or phrase that a text may begin with.
type Opening int

// The kinds of openings: the titles of tables, the labels in front of a board
// and of dates, and the headings of ranges of risk values.
const (
	AnalysisTitle Opening = iota
	PlanTitle
	FollowUpTitle
	ListsTitle
	BoardLabel
	EstablishedLabel
	DecidedLabel
	RangeHeading
	ExampleLabel
	openings
)

func openingKeys(v *model.Vocabulary) (out [openings][]string) {
	out[AnalysisTitle], out[PlanTitle], out[FollowUpTitle] = keys(v.Titles.Analysis), keys(v.Titles.Plan), keys(v.Titles.FollowUp)
	out[ListsTitle], out[BoardLabel] = keys(v.Titles.Lists), keys(v.Board.Labels)
	out[EstablishedLabel], out[DecidedLabel] = keys(v.Established), keys(v.Decided)
	out[RangeHeading], out[ExampleLabel] = keys(v.Definitions.Range), keys(v.Examples)
	return out
}

// After reports whether a text begins with a word of a kind, the longest that
// does, and gives the key of what follows it.
func (x *Index) After(kind Opening, text string) (rest string, ok bool) {
	o := x.heard.after[kind].Of(text, func(text string) opened { return openedBy(x.openings[kind], text) })
	return o.rest, o.ok
}

// openedBy gives the key of what follows the longest of the openings that a text
// begins with.
func openedBy(openings []string, text string) (o opened) {
	key := model.Key(text)
	longest := -1
	for _, k := range openings {
		if len(k) <= longest || !strings.HasPrefix(key, k) {
			continue
		}
		after := key[len(k):]
		if after != "" && !strings.ContainsAny(after[:1], " :.,;-0123456789(") {
			continue
		}
		longest, o = len(k), opened{after, true}
	}
	return o
}

// Opens reports whether a text begins with a word of a kind.
func (x *Index) Opens(kind Opening, text string) bool {
	_, ok := x.After(kind, text)
	return ok
}

// Title reports whether a text is the title of a table: short, and beginning
// with a word for one.
func (x *Index) Title(text string) bool {
	if utf8.RuneCountInString(text) > MaxTitle {
		return false
	}
	_, ok := x.afterTitle(text)
	return ok
}

// afterTitle gives what follows the word for a table that a text begins with.
func (x *Index) afterTitle(text string) (rest string, ok bool) {
	for _, kind := range []Opening{AnalysisTitle, PlanTitle, FollowUpTitle} {
		if after, found := x.After(kind, text); found && (!ok || len(after) < len(rest)) {
			rest, ok = after, true
		}
	}
	return rest, ok
}

// Choices reports whether a tab's name is that of one with the choices of
// drop-down lists.
func (x *Index) Choices(name string) bool {
	rest, ok := x.After(ListsTitle, name)
	return ok && !lettered(rest)
}

// asideName is a name that sets a table aside.
type asideName struct {
	key     string
	several bool // it has several words
}

func asideNames(list []string) []asideName {
	var out []asideName
	for _, word := range list {
		out = append(out, asideName{model.Key(word), strings.Contains(word, " ")})
	}
	return out
}

// SetsAside reports whether a name is one of those that set a table aside, with
// no more words, or begins with one that has several.
func (x *Index) SetsAside(name string) bool {
	if name == "" || utf8.RuneCountInString(name) > MaxTitle {
		return false
	}
	key := model.Key(name)
	for _, word := range x.aside {
		rest, ok := strings.CutPrefix(key, word.key)
		if !ok {
			continue
		}
		if _, said, _ := strings.Cut(rest, ":"); lettered(said) {
			continue // "Exempel på risker: …" tells, and names nothing
		}
		if !lettered(rest) || word.several && strings.ContainsAny(rest[:1], " ,(") {
			return true
		}
	}
	return false
}

// lettered reports whether a text has a letter.
func lettered(text string) bool { return strings.ContainsFunc(text, unicode.IsLetter) }
