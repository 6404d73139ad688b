// Package compare tells what changed between two editions of a board's plan:
// two years, or two versions of one year. Start with [Compare].
//
// It is a pure function of books that have been given their scales. Risks are
// matched by text and number, since numbers move and wording drifts from year
// to year; every match says how it was found and how alike the texts are, and
// which other risk it might have been.
package compare

import "riskbok/rules/model"

// Comparison is what two sets of books have to tell of each other. Alone are
// the editions that were compared with nothing, old ones first.
type Comparison struct {
	Pairs []Pair
	Alone []Alone
}

// Edition is one board's year as one side has it.
type Edition struct {
	Board string // as the first of its tables writes it, "" where none does
	Year  int    // 0: not stated
	Books []*model.Book
}

// Alone is an edition without a counterpart. Old says on which side it is.
type Alone struct {
	Edition
	Old bool
}

// PairedBy says why two editions were taken for the same board.
type PairedBy string

// The reasons for a pair, the safest first.
const (
	ByName    PairedBy = "name"    // equal names or aliases
	ByContent PairedBy = "content" // half of the risks have the same text
	ByOnly    PairedBy = "only"    // the only ones that were left
)

// Pair is two editions of one board. Items has every risk: those of the new
// edition in its order, then the dropped ones in the order of the old. Rows
// are the same for the follow-ups; they are empty unless both editions have
// one, which NoFollowUp then tells of.
type Pair struct {
	Old, New     Edition
	By           PairedBy
	ScaleChanged bool
	NoFollowUp   Side
	Items        []Item
	Rows         []Item
}

// Side names one or both of two editions.
type Side string

// The sides of a pair.
const (
	Neither Side = ""
	OldSide Side = "old"
	NewSide Side = "new"
	Both    Side = "both"
)

// Item is one risk, or one measure of a follow-up, and what became of it. Old
// is nil for an added one and New for a dropped one; Match is nil for both.
type Item struct {
	Old, New *Risk
	Match    *Match
	Changes  []Change
}

// MatchedBy says what made two risks one.
type MatchedBy string

// The ways in which risks are matched, the safest first.
const (
	ByText         MatchedBy = "text"          // the same text
	ByNumberText   MatchedBy = "number-text"   // the same number, texts alike
	ByAlike        MatchedBy = "alike"         // texts alike
	ByNumberAction MatchedBy = "number-action" // the same number and action
	ByNumber       MatchedBy = "number"        // the same number, one has no text
)

// Match is why two risks are taken for one. Score is how alike their texts
// are, from 0 to 1. OtherOld and OtherNew are risks that would have fitted
// nearly as well: where there are any, the match is ambiguous.
type Match struct {
	By                 MatchedBy
	Score              float64
	OtherOld, OtherNew []*Risk
}

// Ambiguous reports whether another risk would have fitted nearly as well.
func (m *Match) Ambiguous() bool { return m != nil && len(m.OtherOld)+len(m.OtherNew) > 0 }

// Kind is the sort of a change.
type Kind string

// The kinds of changes, in the order in which they are told.
const (
	Added          Kind = "added"
	Dropped        Kind = "dropped"
	Renumbered     Kind = "renumbered"
	Raised         Kind = "raised"     // the levels give a higher value
	Lowered        Kind = "lowered"    // the levels give a lower value
	Revalued       Kind = "revalued"   // other levels, the same value
	YearDrift      Kind = "year-drift" // another value written, the same levels
	Rescaled       Kind = "rescaled"   // another value, the same levels, another scale
	Reworded       Kind = "reworded"   // the risk's text
	Changed        Kind = "changed"    // another field, which Field names
	MeasureAdded   Kind = "measure-added"
	MeasureDropped Kind = "measure-dropped"
)

// Kinds lists the kinds in the order in which they are told.
var Kinds = []Kind{
	Added, Dropped, Renumbered, Raised, Lowered, Revalued, YearDrift, Rescaled, Reworded, Changed, MeasureAdded, MeasureDropped,
}

// Change is one difference. Old and New are as written, on one line, "" for an
// empty cell. Of a valuation Field is the value, and LevelsOld and LevelsNew
// are the levels as written; ValueOld and ValueNew are what the levels give, 0
// where they give none. Measure tells measures of one risk apart and is the
// new action; Period is the key of a follow-up's period; Valuation is the name of a
// further valuation that changed, "" for the first.
type Change struct {
	Kind                 Kind
	Field                model.Field
	Old, New             string
	OldAt, NewAt         model.Source
	LevelsOld, LevelsNew string
	ValueOld, ValueNew   int
	Measure, Period      string
	Valuation            string
}

// Compare tells what changed from the old books to the new ones. Books must
// have been given their scales, as a check of the rules does. Boards are one by
// equal names or aliases (a name → its other names), else by their risks, else
// because no others are left. Of a board with several years the newest of each
// side are compared; where those are the same year, every year that both sides
// have is. The books are not changed.
func Compare(old, new []*model.Book, aliases map[string][]string) *Comparison {
	c := &Comparison{}
	pairs, alone := pairEditions(old, new, aliases)
	for _, p := range pairs {
		p.compare()
		c.Pairs = append(c.Pairs, *p)
	}
	c.Alone = alone
	return c
}

func (p *Pair) compare() {
	old, new := risksOf(p.Old), risksOf(p.New)
	p.ScaleChanged = scalesDiffer(p.Old, p.New)
	m := match(old, new)
	p.Items = items(old, new, m.links, m.riskChanges)
	p.followUps(old, new, m)
}

// items lists every risk, with the changes of the matched ones.
func items(old, new []*Risk, matched map[*Risk]link, changes func(old, new *Risk) []Change) []Item {
	out := make([]Item, 0, len(new))
	taken := make(map[*Risk]bool, len(old))
	for _, n := range new {
		l, ok := matched[n]
		if !ok {
			out = append(out, Item{New: n, Changes: []Change{{Kind: Added, New: n.About(), NewAt: n.At}}})
			continue
		}
		taken[l.old] = true
		m := l.Match
		out = append(out, Item{Old: l.old, New: n, Match: &m, Changes: changes(l.old, n)})
	}
	for _, o := range old {
		if !taken[o] {
			out = append(out, Item{Old: o, Changes: []Change{{Kind: Dropped, Old: o.About(), OldAt: o.At}}})
		}
	}
	return out
}

// Counts gives the number of items that have a change of each kind.
func Counts(items []Item) map[Kind]int {
	n := map[Kind]int{}
	for i := range items {
		seen := map[Kind]bool{}
		for _, c := range items[i].Changes {
			if !seen[c.Kind] {
				seen[c.Kind] = true
				n[c.Kind]++
			}
		}
	}
	return n
}
