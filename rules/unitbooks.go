package rules

import (
	"slices"

	"riskbok/rules/model"
)

// unitBooks divides a book where its files are of different units, see
// [unitFiles.differs]: each is judged by itself, as it would be if it had been checked
// alone, and its registers say of which they are. It gives nil where the book is one. What
// stands in files without such tables goes with each.
//
// A plan or a follow-up in a file of its own goes with the unit that has its risks. One
// of the whole board is in none of the books: the second result names its documents, and
// [Case.boardBook] has them.
func (c *Case) unitBooks() ([]*model.Book, map[int32]bool) {
	c.listings()
	u := c.unitFiles
	var docs []int32
	note := func(doc int32) {
		if !slices.Contains(docs, doc) {
			docs = append(docs, doc)
		}
	}
	for i := range c.Registers {
		note(c.Registers[i].At.Doc)
	}
	for _, fu := range c.FollowUps {
		note(fu.At.Doc)
	}
	if len(docs) < 2 {
		return nil, nil
	}
	var units [][]int32 // the first of each stands for all
	gathers := u.gathering(docs)
	for _, doc := range docs {
		if u.valued[doc] == nil || gathers[doc] {
			continue
		}
		at := slices.IndexFunc(units[:min(len(units), MostHeld)], func(unit []int32) bool { return !u.differs(unit[0], doc) })
		if at < 0 {
			units = append(units, []int32{doc})
		} else {
			units[at] = append(units[at], doc)
		}
	}
	if len(units) < 2 {
		return nil, nil
	}
	var board map[int32]bool
	if len(gathers) > 0 || slices.ContainsFunc(docs, func(doc int32) bool { return !u.whole[doc] }) {
		var ok bool
		if board, ok = c.placeFiles(units, docs, gathers); !ok {
			return nil, nil
		}
	}
	of := map[int32]int{}
	parts := make([]*model.Book, len(units))
	for i, unit := range units {
		part := *c.Book
		part.Registers, part.FollowUps = nil, nil
		parts[i] = &part
		for _, doc := range unit {
			of[doc] = i
		}
	}
	for i := range c.Registers {
		if board[c.Registers[i].At.Doc] {
			continue
		}
		unit := of[c.Registers[i].At.Doc]
		c.Registers[i].UnitFile = unit + 1
		part := parts[unit]
		part.Registers = append(part.Registers, c.Registers[i])
	}
	for _, fu := range c.FollowUps {
		if !board[fu.At.Doc] {
			part := parts[of[fu.At.Doc]]
			part.FollowUps = append(part.FollowUps, fu)
		}
	}
	return parts, board
}

// gathering gives the documents that have the valued risks of at least two others, which
// are of different units: the whole board's analysis, or its plan with the levels.
func (u *unitFiles) gathering(docs []int32) map[int32]bool {
	out := map[int32]bool{}
	valued := slices.DeleteFunc(slices.Clone(docs), func(doc int32) bool { return u.valued[doc] == nil })
	valued = valued[:min(len(valued), MostHeld)]
	for _, doc := range valued {
		first := int32(-1)
		for _, o := range valued {
			if o == doc || len(u.valued[o].byText) >= len(u.valued[doc].byText) || u.differs(o, doc) {
				continue
			}
			if first < 0 {
				first = o
			} else if u.differs(first, o) {
				out[doc] = true
				break
			}
		}
	}
	return out
}

// fewestPlanned is how many units must have a plan of their own for an analysis without
// one to be of a unit that has none here, where the whole board has no plan: beside a
// single plan it is one that the plan should have been drawn from too.
const fewestPlanned = 2

// placeFiles adds each document that values no risks to the unit of which it is, and
// gives those that are of the whole board. It is not ok where that is not clear.
func (c *Case) placeFiles(units [][]int32, docs []int32, gathers map[int32]bool) (board map[int32]bool, ok bool) {
	u := c.unitFiles
	where := map[string][]int{} // by text the units that have it
	note := func(text string, unit int) {
		if at := where[text]; len(at) < MostHeld && (len(at) == 0 || at[len(at)-1] != unit) {
			where[text] = append(at, unit)
		}
	}
	actions := c.actionsByDoc()
	for i, unit := range units {
		for _, doc := range unit {
			for text := range u.events[doc] {
				note(text, i)
			}
			for text := range actions[doc] {
				note(text, i)
			}
		}
	}
	texts, planned := map[int32]map[string]bool{}, map[int32]bool{}
	for _, l := range c.lists {
		for t := range l.tables {
			planned[t.At.Doc] = planned[t.At.Doc] || l.plan
		}
		doc := l.table.At.Doc
		if texts[doc] == nil {
			texts[doc] = map[string]bool{}
		}
		for text := range l.events {
			texts[doc][text] = true
		}
	}
	board = map[int32]bool{}
	for _, doc := range docs {
		if gathers[doc] {
			board[doc] = true
		}
		if u.valued[doc] != nil {
			continue
		}
		if len(texts[doc]) == 0 {
			texts[doc] = actions[doc] // its rows are known by these and their numbers
		}
		switch at, several := unitOf(texts[doc], where); {
		case several:
			board[doc] = true
		case at >= 0:
			units[at] = append(units[at], doc)
		default:
			return nil, false
		}
	}
	with := make([]bool, len(units))
	n := 0
	for i, unit := range units {
		if with[i] = slices.ContainsFunc(unit, func(doc int32) bool { return planned[doc] }); with[i] {
			n++
		}
	}
	if n == len(units) {
		return board, true
	}
	if n < fewestPlanned && !slices.ContainsFunc(docs, func(doc int32) bool { return board[doc] && planned[doc] }) {
		return nil, false
	}
	// A plan that has risks of an analysis without one is drawn from that too.
	for i, unit := range units {
		for _, doc := range unit {
			for text := range texts[doc] {
				if at := where[text]; !slices.Contains(at, i) && slices.ContainsFunc(at, func(o int) bool { return !with[o] }) {
					return nil, false
				}
			}
		}
	}
	return board, true
}

// actionsByDoc gives the actions that the plans and follow-ups of each document have, as
// no text of a risk is written.
func (c *Case) actionsByDoc() map[int32]map[string]bool {
	out := map[int32]map[string]bool{}
	note := func(doc int32, action model.Value[string]) {
		if !action.OK {
			return
		}
		if out[doc] == nil {
			out[doc] = map[string]bool{}
		}
		out[doc]["action\x00"+model.Key(action.V)] = true
	}
	for _, r := range c.risks {
		for i := range r.Measures {
			note(r.At.Doc, r.Measures[i].Action)
		}
	}
	for _, fu := range c.FollowUps {
		for i := range fu.Rows {
			note(fu.At.Doc, fu.Rows[i].Action)
		}
	}
	return out
}

// unitOf gives the one unit that has every text which any unit has, and at least half
// of all: -1 where none has, or more than one. Several is set where the texts are of
// several units, which may have a list of risks in common.
func unitOf(texts map[string]bool, where map[string][]int) (at int, several bool) {
	met, known := map[int]int{}, 0
	for text := range texts {
		if len(where[text]) > 0 {
			known++
		}
		for _, i := range where[text] {
			met[i]++
		}
	}
	if known == 0 || 2*known < len(texts) {
		return -1, false
	}
	at = -1
	for i, n := range met {
		switch {
		case n < known:
		case at >= 0:
			return -1, true
		default:
			at = i
		}
	}
	return at, at < 0
}

// boardBook gives a book of units with what is of the whole board after all that is of
// a unit: only findings in the former are wanted of it.
func (c *Case) boardBook(board map[int32]bool) *model.Book {
	b := *c.Book
	b.Registers = nil
	for _, whole := range []bool{false, true} {
		for i := range c.Registers {
			if board[c.Registers[i].At.Doc] == whole {
				b.Registers = append(b.Registers, c.Registers[i])
			}
		}
	}
	return &b
}

// saidByUnit reports whether a risk of the whole board's plan is one of a unit's
// analysis, which is asked for itself.
func (c *Case) saidByUnit(r *riskRef) bool {
	return c.board[r.At.Doc] && slices.ContainsFunc(c.byEvent[model.Key(r.Event.V)], func(o *riskRef) bool {
		return o.entry.Has(model.FieldLikelihood) && !c.board[o.At.Doc]
	})
}

// sameInUnits gives those of a number's risks that say the same as a risk of the whole
// board, which numbers in a way of its own, else all that have its text; where no unit
// has it, those of the whole board.
func (c *Case) sameInUnits(numbered []*riskRef, event string) []*riskRef {
	var units, board []*riskRef
	for _, o := range numbered[:min(len(numbered), maxTwins)] {
		switch {
		case !o.Event.OK || !alike(o.Event.V, event):
		case c.board[o.At.Doc]:
			board = append(board, o)
		default:
			units = append(units, o)
		}
	}
	named := c.byEvent[model.Key(event)]
	switch {
	case event != "" && slices.ContainsFunc(named, func(o *riskRef) bool {
		return !c.board[o.At.Doc] && o.entry.UnitFile != named[0].entry.UnitFile
	}):
		return board // each unit plans for it in a way of its own
	case len(units) > 0:
		return units
	case event != "" && len(named) > 0 && (len(board) == 0 || !c.board[named[0].At.Doc]):
		return named
	}
	return board
}

// takeFrom takes over what was concluded of the whole book that this is a unit's part of,
// beside documents of the whole board.
func (c *Case) takeFrom(whole *Case, board map[int32]bool) {
	c.beside = whole.unitFiles
	for _, l := range whole.lists {
		if l.plan && board[l.table.At.Doc] {
			c.boardPlans = append(c.boardPlans, l)
		}
	}
	c.listings()
	for _, l := range whole.limited {
		if slices.ContainsFunc(c.lists, func(o *listing) bool { return o.tables[l.table] }) {
			c.limited = append(c.limited, l)
		}
	}
}
