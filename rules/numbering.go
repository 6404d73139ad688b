package rules

import "riskbok/rules/model"

// numberings remembers which pairs of registers number their risks each for
// itself.
type numberings map[[2]*model.Entry]bool

// apart reports whether two registers number their risks each for itself, as
// where every unit has a sheet that begins with 1: at least two numbers stand
// in both, none of them means the same risk, and no risk stands in both.
func (c *Case) apart(known numberings, a, b *model.Entry) bool {
	if a == b {
		return false
	}
	pair := [2]*model.Entry{a, b}
	if apart, ok := known[pair]; ok {
		return apart
	}
	known[pair] = c.numberedApart(a, b)
	return known[pair]
}

func (c *Case) numberedApart(a, b *model.Entry) bool {
	numbers, events := map[string]*riskRef{}, map[string]bool{}
	for _, r := range c.byEntry[a] {
		numbers[r.numberKey()] = r
		events[model.Key(r.Event.V)] = true
	}
	delete(numbers, "")
	delete(events, "")
	both := 0
	for _, r := range c.byEntry[b] {
		if events[model.Key(r.Event.V)] {
			return false
		}
		if o := numbers[r.numberKey()]; o != nil && r.Event.OK && o.Event.OK {
			if alike(o.Event.V, r.Event.V) {
				return false
			}
			both++
		}
	}
	return both >= 2
}
