package rules

import (
	"maps"

	"riskbok/rules/model"
)

// listing is the risks that one plan or follow-up lists; it may be divided
// over several tables of one document.
type listing struct {
	table   *model.Table
	tables  map[*model.Table]bool
	numbers map[string]map[string]bool // to the keys of the texts that stand beside them
	events  map[string]bool
	plan    bool
	fill    func()            // notes what it lists; nil: it has been noted
	most    kept[int32, bool] // see hasMost
}

// filled notes what the listing lists when it is first asked: a plan that is the
// only table of its risks never is.
func (l *listing) filled() *listing {
	if fill := l.fill; fill != nil {
		l.fill = nil
		fill()
	}
	return l
}

// holds reports whether the listing has the risk: its number, or its text to
// the letter, under whatever number.
func (l *listing) holds(r *riskRef) bool {
	l.filled()
	if k := r.numberKey(); k != "" && (l.numbers[k] != nil || l.numbers[model.NumberKey(r.number())] != nil) {
		return true
	}
	return r.Event.OK && l.events[model.Key(r.Event.V)]
}

// overlaps reports whether two listings share risks. Texts that a few risks have
// in common do not say so where each part numbers its risks in a way of its own:
// two units may have the same risk.
func (l *listing) overlaps(o *listing) bool {
	l.filled()
	o.filled()
	common := 0
	for k := range l.events {
		if o.events[k] {
			common++
		}
	}
	if common > 0 && (2*common > min(len(l.events), len(o.events)) || !l.numbered() || !o.numbered()) {
		return true
	}
	// Numbers that begin anew in each part mean other risks there.
	shared, other := 0, 0
	for k, events := range l.numbers {
		if o.numbers[k] == nil {
			continue
		}
		shared++
		if unlike(events, o.numbers[k]) {
			other++
		}
	}
	if common > 0 && shared > 0 {
		return true
	}
	return shared > 0 && (shared < 2 || other < shared)
}

// numbered reports whether every risk has a number of its own.
func (l *listing) numbered() bool { return len(l.numbers) >= len(l.events) }

// unlike reports whether texts are given on both sides and none is nearly one
// of the other side's.
func unlike(a, b map[string]bool) bool {
	for x := range a {
		for y := range b {
			if alike(x, y) {
				return false
			}
		}
	}
	return len(a) > 0 && len(b) > 0
}

func (l *listing) add(o *listing) {
	l.filled()
	o.filled()
	for k, events := range o.numbers {
		for e := range events {
			l.noteNumber(k, e)
		}
		if len(events) == 0 {
			l.noteNumber(k, "")
		}
	}
	for k := range o.events {
		l.events[k] = true
	}
	for t := range o.tables {
		l.tables[t] = true
	}
}

func newListing(t *model.Table, plan bool) *listing {
	return &listing{table: t, plan: plan, tables: map[*model.Table]bool{t: true}, numbers: map[string]map[string]bool{}, events: map[string]bool{}}
}

// listings gives the plans and follow-ups of the book that have rows, found once.
func (c *Case) listings() []*listing {
	if c.unitFiles == nil {
		c.lists = c.findListings()
		c.unitFiles = c.newUnitFiles(c.lists)
	}
	return c.lists
}

// findListings finds the plans and follow-ups of the book that have rows. Tables
// of one kind in one document that share no risk are parts of one listing, as
// where each unit has a sheet.
func (c *Case) findListings() []*listing {
	var all []*listing
	for i := range c.Registers {
		e := &c.Registers[i]
		if !e.Plan || len(e.Risks) == 0 || !namesRisks(&e.Table) {
			continue
		}
		l := newListing(&e.Table, true)
		l.fill = func() {
			for _, r := range c.byEntry[e] {
				l.note(r.numberKey(), r.Event)
			}
		}
		all = append(all, l)
	}
	for _, fu := range c.FollowUps {
		if len(fu.Rows) == 0 || fu.Collected || c.isRegister(&fu.Table) {
			continue
		}
		l := newListing(&fu.Table, false)
		actions := map[string]bool{} // that rows name alone, each looked up once
		for i := range fu.Rows {
			row := &fu.Rows[i]
			l.note(c.rowNumber(row), row.Event)
			if row.Number.OK || row.Event.OK || !row.Action.OK {
				continue
			}
			if action := model.Key(row.Action.V); !actions[action] {
				actions[action] = true
				for _, r := range c.withAction(row.Action.V) {
					l.note(r.numberKey(), r.Event)
				}
			}
		}
		all = append(all, l)
	}
	return joinParts(all)
}

// namesRisks reports whether a plan says which risks it is about, as one of the
// older form does not.
func namesRisks(t *model.Table) bool {
	return t.Has(model.FieldEvent) || t.Has(model.FieldNumber) || t.Has(model.FieldPlanNumber)
}

// withAction gives the risks that a row which names only an action is about.
func (c *Case) withAction(action string) []*riskRef {
	if c.byAction == nil {
		c.byAction = map[string][]*riskRef{}
		for _, r := range c.risks {
			for i := range r.Measures {
				if a := r.Measures[i].Action; a.OK {
					c.byAction[model.Key(a.V)] = append(c.byAction[model.Key(a.V)], r)
				}
			}
		}
	}
	return c.byAction[model.Key(action)]
}

func (l *listing) note(number string, event model.Value[string]) {
	if number != "" {
		l.noteNumber(number, model.Key(event.V))
	}
	if event.OK {
		l.events[model.Key(event.V)] = true
	}
}

func (l *listing) noteNumber(number, event string) {
	if l.numbers[number] == nil {
		l.numbers[number] = map[string]bool{}
	}
	if event != "" {
		l.numbers[number][event] = true
	}
}

// isRegister reports whether a follow-up is one table with a register, whose
// rows are then the register's own.
func (c *Case) isRegister(t *model.Table) bool { return c.headings[t.At] }

func joinParts(all []*listing) []*listing {
	var out []*listing
next:
	for _, l := range all {
		for _, o := range out {
			if o.plan == l.plan && o.table.At.Doc == l.table.At.Doc && !o.overlaps(l) {
				o.add(l)
				continue next
			}
		}
		out = append(out, l)
	}
	return out
}

// joinFiles makes one of the plans, or of the follow-ups, that stand in files without an
// analysis and share no risk, as where each unit plans from one analysis of all.
func (c *Case) joinFiles(all []*listing) []*listing {
	if c.board != nil {
		return all
	}
	apart := func(l *listing) bool { return c.unitFiles.valued[l.table.At.Doc] == nil }
	var out []*listing
next:
	for _, l := range all {
		for i, o := range out[:min(len(out), MostHeld)] {
			if o.plan != l.plan || o.table.At.Doc == l.table.At.Doc || !apart(o) || !apart(l) || o.overlaps(l) {
				continue
			}
			one := newListing(o.table, o.plan)
			one.add(o)
			one.add(l)
			homes := map[int32]bool{}
			maps.Copy(homes, c.unitFiles.homes[o])
			maps.Copy(homes, c.unitFiles.homes[l])
			c.unitFiles.homes[one] = homes
			out[i] = one
			continue next
		}
		out = append(out, l)
	}
	return out
}
