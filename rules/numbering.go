package rules

import "riskbok/rules/model"

// numberings remembers which pairs of registers number their risks each for
// itself.
type numberings struct {
	most  int // how many others a table is held against
	pairs map[[2]*model.Entry]bool
	looks map[*model.Entry]int // against how many others a table was held
	left  []*model.Entry       // those that were not held against all, in order
}

// newNumberings remembers nothing yet, of a book with so many tables.
func newNumberings(tables int) numberings {
	return numberings{most: Held(tables), pairs: map[[2]*model.Entry]bool{}, looks: map[*model.Entry]int{}}
}

// MostHeld is how many tables of a book one is held against, the first ones; from all
// others it numbers apart, and [NotChecked] says so. No municipality has so many units on
// the sheets of a workbook, and 1,500 tables of which each is held against each took half
// a minute.
const MostHeld = 60

// mostHeld is how often two tables of a book are held against each other in all, where
// there are more than the 1,500 of which each may be held against MostHeld: of 20,000
// tables that took six seconds, and as long again where their risks are counted.
const mostHeld = 1500 * MostHeld

// Held gives how many tables of a book one is held against, of so many.
func Held(tables int) int { return min(MostHeld, mostHeld/max(tables, 1)) }

// apart is [NumberedApart], remembered.
func (c *Case) apart(known *numberings, a, b *model.Entry) bool {
	if a == b {
		return false
	}
	pair := [2]*model.Entry{a, b}
	if apart, ok := known.pairs[pair]; ok {
		return apart
	}
	if known.looks[b] >= known.most {
		if known.looks[b] == known.most {
			known.looks[b]++
			known.left = append(known.left, b)
		}
		return true
	}
	known.looks[b]++
	apart := c.crowds.apart.of(pair, func() bool { // by another rule, or now
		c.listings()
		return NumberedApart(a.Register, b.Register) || c.unitFiles.apartFiles(a, b)
	})
	known.pairs[pair] = apart
	return apart
}

// full reports whether a table has been held against as many as it is.
func (n *numberings) full(e *model.Entry) bool { return n.looks[e] > n.most }

// Apart reports whether the risks of two registers of a book count apart: they stand in
// files of different units, or [NumberedApart] says so.
func Apart(a, b *model.Entry) bool {
	return a.UnitFile != b.UnitFile && a.UnitFile != 0 && b.UnitFile != 0 || NumberedApart(a.Register, b.Register)
}

// NumberedApart reports whether two registers number their risks each for
// itself, as where every unit has a sheet that begins with 1: at least two
// numbers stand in both, none of them means the same risk, and no risk stands
// in both. Tables that name the unit of each risk say it themselves. Of two that both
// value their risks this holds where all texts differ in more than a slip of the pen:
// an analysis is not written twice in other words. Two such units may have risks in
// common, if most of the numbers that they share mean wholly other risks and neither is
// an extract of the other.
func NumberedApart(a, b *model.Register) bool {
	if a.Unit != "" && b.Unit != "" {
		return model.Key(a.Unit) != model.Key(b.Unit)
	}
	c := common(a, b)
	if !a.Has(model.FieldLikelihood) || !b.Has(model.FieldLikelihood) {
		return c.numbers >= 2 && c.other == c.numbers && c.events == 0
	}
	if c.numbers >= 2 && c.same == 0 && c.events == 0 {
		return true
	}
	return c.other >= 2 && float64(c.other) > most*float64(c.numbers) && float64(c.events) < extracted*float64(c.shorter)
}

// extracted is the share of the shorter register's risks that stand in the other
// word for word, from which it is an extract or a copy of that in an order of its
// own, such as the greatest risks numbered anew. Units with a list of risks to
// choose from were met with five of eight in common.
const extracted = 0.75

// shared counts what two registers have in common: numbers, of these those that
// mean the same risk but for a slip of the pen and those that mean wholly other
// ones, and the texts of risks, whatever their numbers. Shorter is how many
// risks the one with fewer has.
type shared struct{ numbers, same, other, events, shorter int }

func common(a, b *model.Register) shared {
	numbers, events := map[string]*model.Risk{}, map[string]bool{}
	for i := range a.Risks {
		r := &a.Risks[i]
		numbers[(&riskRef{Risk: r}).makeNumberKey()] = r
		events[model.Key(r.Event.V)] = true
	}
	delete(numbers, "")
	delete(events, "")
	out := shared{shorter: len(events)}
	met, own := map[string]bool{}, map[string]bool{}
	for i := range b.Risks {
		r := &b.Risks[i]
		if key := model.Key(r.Event.V); key != "" && !own[key] {
			own[key] = true
			if events[key] {
				out.events++
			}
		}
		number := (&riskRef{Risk: r}).makeNumberKey()
		o := numbers[number]
		if o == nil || met[number] || !r.Event.OK || !o.Event.OK {
			continue
		}
		met[number] = true
		out.numbers++
		switch slips, like := likeness(o.Event.V, r.Event.V); {
		case slips:
			out.same++
		case !like:
			out.other++
		}
	}
	out.shorter = min(out.shorter, len(own))
	return out
}
