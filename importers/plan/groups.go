package plan

import (
	"slices"
	"strconv"
	"strings"

	"riskbok/rules/model"
)

// One table may list the risks of several units or areas one after the other and
// number them from the beginning for each. A number means something within its
// group only, so that every group is a register of its own.

// groupRows are the risks of a table before which a row stands that heads a
// group.
type groupRows struct {
	headed []int
	noted  bool // such a row stands before the next risk
}

// noteRead keeps what was read: a row of a group's name, or a risk. Risks is how many
// the table has so far.
func (g *groupRows) noteRead(c class, risks int) {
	switch {
	case c == noteRow:
		g.noted = true
	case c == riskRow && g.noted:
		g.headed, g.noted = append(g.headed, risks-1), false
	}
}

// starts gives the first risk of each group; nil where the numbers do not begin
// anew. A group begins with the table's first number, after a higher one, and
// half of its numbers are those of the group before with other texts: a number
// that stands twice within a group is a slip, and stays one.
func (g *groupRows) starts(risks []model.Risk) []int {
	if len(risks) == 0 || !risks[0].Number.OK {
		return nil
	}
	key := func(i int) string { return model.NumberKey(risks[i].Number.V) }
	starts := []int{0}
	for i := 1; i < len(risks); i++ {
		if key(i) == key(0) && key(i-1) != key(0) {
			starts = append(starts, i)
		}
	}
	if len(starts) < 2 {
		return nil
	}
	for n, from := range starts {
		to := len(risks)
		if n+1 < len(starts) {
			to = starts[n+1]
		}
		said := n == 0 || slices.Contains(g.headed, from) || model.Key(risks[from].Area.V) != model.Key(risks[from-1].Area.V)
		if to-from < tolerances.leastGroup || !said && to-from < tolerances.leastUnsaid || !countUp(risks[from:to]) {
			return nil
		}
		if n > 0 {
			before := from - starts[n-1]
			if again(risks[starts[n-1]:from], risks[from:to]) < max(tolerances.leastGroup, min(before, to-from)/2) {
				return nil
			}
		}
	}
	return starts
}

// countUp reports whether the numbers of most risks are the next after the one
// before: numbers that follow no order begin nothing anew.
func countUp(risks []model.Risk) bool {
	next := 0
	for i := 1; i < len(risks); i++ {
		before, a := lastNumber(risks[i-1].Number.V)
		number, b := lastNumber(risks[i].Number.V)
		if a == b && number == before+1 {
			next++
		}
	}
	return 2*next >= len(risks)-1
}

// lastNumber parts the number of a risk into the digits at its end and what
// stands before them; −1 where it ends in no digit.
func lastNumber(text string) (number int, before string) {
	key := model.NumberKey(text)
	before = strings.TrimRight(key, "0123456789")
	number, err := strconv.Atoi(key[len(before):])
	if err != nil {
		return -1, key
	}
	return number, before
}

// again counts the risks that have numbers of others, with other texts.
func again(before, risks []model.Risk) int {
	known, n := textsOf(before), 0
	for i := range risks {
		if known.otherwise(risks[i].Number, risks[i].Event) {
			n++
		}
	}
	return n
}

// textsByNumber are the texts of risks, by the keys of their numbers.
type textsByNumber map[string]string

func textsOf(risks []model.Risk) textsByNumber {
	out := textsByNumber{}
	out.add(risks)
	return out
}

func (t textsByNumber) add(risks []model.Risk) {
	for i := range risks {
		t[model.NumberKey(risks[i].Number.V)] = model.Key(risks[i].Event.V)
	}
}

// otherwise reports whether the number of a risk is that of another one.
func (t textsByNumber) otherwise(number, event model.Value[string]) bool {
	text, ok := t[model.NumberKey(number.V)]
	return ok && text != model.Key(event.V)
}

// divide gives a register for each group of a table that numbers them anew. What
// is said of the table itself is said once, with the first.
func (g *groupRows) divide(whole model.Register) []model.Register {
	starts := g.starts(whole.Risks)
	if starts == nil {
		return []model.Register{whole}
	}
	var out []model.Register
	for n, from := range starts {
		part, to := whole, len(whole.Risks)
		if n+1 < len(starts) {
			to = starts[n+1]
		}
		part.Risks = whole.Risks[from:to:to]
		if n > 0 {
			part.Unclear, part.Leftover = nil, nil
		}
		out = append(out, part)
	}
	return out
}
