package rules

import (
	"slices"

	"riskbok/rules/model"
)

// unitBooks divides a book where each of its files has an analysis and a plan of its own
// and they are of different units, see [unitFiles.differs]: each is judged by itself, as
// it would be if it had been checked alone, and its registers say of which they are. It gives nil where the book is one. What
// stands in files without such tables goes with each.
func (c *Case) unitBooks() []*model.Book {
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
	if len(docs) < 2 || slices.ContainsFunc(docs, func(doc int32) bool { return !u.whole[doc] }) {
		return nil
	}
	var units [][]int32 // the first of each stands for all
	for _, doc := range docs {
		at := slices.IndexFunc(units[:min(len(units), MostHeld)], func(unit []int32) bool { return !u.differs(unit[0], doc) })
		if at < 0 {
			units = append(units, []int32{doc})
		} else {
			units[at] = append(units[at], doc)
		}
	}
	if len(units) < 2 {
		return nil
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
		unit := of[c.Registers[i].At.Doc]
		c.Registers[i].UnitFile = unit + 1
		part := parts[unit]
		part.Registers = append(part.Registers, c.Registers[i])
	}
	for _, fu := range c.FollowUps {
		part := parts[of[fu.At.Doc]]
		part.FollowUps = append(part.FollowUps, fu)
	}
	return parts
}

// takeFrom takes over what was concluded of the whole book that this is a unit's part of.
func (c *Case) takeFrom(whole *Case) {
	c.beside = whole.unitFiles
	c.listings()
	for _, l := range whole.limited {
		if slices.ContainsFunc(c.lists, func(o *listing) bool { return o.tables[l.table] }) {
			c.limited = append(c.limited, l)
		}
	}
}
