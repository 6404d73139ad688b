package output

import (
	"cmp"
	"slices"
	"strconv"

	"riskbok/rules/lang"
	"riskbok/rules/model"
)

// TableFacts says whose a table is, of which year and when it was decided, in the words
// of a catalogue: its board as it is to be shown, or that none is known, first. What
// two heads of a table say alike stands there once.
func TableFacts(cat *lang.Catalog, board string, t *model.Table) []string {
	facts := []string{cmp.Or(board, cat.T("text.no-board")), cat.T("text.no-year")}
	if t.Year != 0 {
		facts[1] = strconv.Itoa(t.Year)
	}
	add := func(fact string) {
		if !slices.Contains(facts, fact) {
			facts = append(facts, fact)
		}
	}
	for _, h := range t.Heads {
		if h.Established.OK {
			add(cat.T("text.established", "date", h.Established.V))
		}
		if h.Decided.OK {
			add(cat.T("text.decided", "date", h.Decided.V))
		}
	}
	return facts
}
