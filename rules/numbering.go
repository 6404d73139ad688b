package rules

import (
	"github.com/agnivade/levenshtein"

	"riskbok/rules/model"
)

// numberings remembers which pairs of registers number their risks each for
// itself.
type numberings map[[2]*model.Entry]bool

// apart is [NumberedApart], remembered.
func (c *Case) apart(known numberings, a, b *model.Entry) bool {
	if a == b {
		return false
	}
	pair := [2]*model.Entry{a, b}
	if apart, ok := known[pair]; ok {
		return apart
	}
	known[pair] = NumberedApart(a.Register, b.Register)
	return known[pair]
}

// NumberedApart reports whether two registers number their risks each for
// itself, as where every unit has a sheet that begins with 1: at least two
// numbers stand in both, none of them means the same risk, and no risk stands
// in both. Two that both value their risks are two units', too, where all texts
// differ in more than a slip of the pen: an analysis is not written twice in
// other words.
func NumberedApart(a, b *model.Register) bool {
	numbers, events := map[string]*model.Risk{}, map[string]bool{}
	for i := range a.Risks {
		r := &a.Risks[i]
		numbers[(&riskRef{Risk: r}).numberKey()] = r
		events[model.Key(r.Event.V)] = true
	}
	delete(numbers, "")
	delete(events, "")
	same := alike
	if a.Has(model.FieldLikelihood) && b.Has(model.FieldLikelihood) {
		same = nearlyEqual
	}
	both := map[string]bool{}
	for i := range b.Risks {
		r := &b.Risks[i]
		if events[model.Key(r.Event.V)] {
			return false
		}
		number := (&riskRef{Risk: r}).numberKey()
		if o := numbers[number]; o != nil && r.Event.OK && o.Event.OK {
			if same(o.Event.V, r.Event.V) {
				return false
			}
			both[number] = true
		}
	}
	return len(both) >= 2
}

// slip is the part of a text's letters that a slip of the pen, a full stop or a
// changed ending makes.
const slip = 5

// nearlyEqual reports whether two texts differ in no more than a slip.
func nearlyEqual(a, b string) bool {
	ka, kb := model.Key(a), model.Key(b)
	longest := max(len([]rune(ka)), len([]rune(kb)))
	return ka == kb || longest <= longText && levenshtein.ComputeDistance(ka, kb)*slip <= longest
}
