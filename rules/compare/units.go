package compare

import (
	"slices"
	"strconv"
	"strings"

	"riskbok/rules/model"
)

// unitOf gives what tells the units of a book apart that value their risks each for
// itself, and the key of what the unit is called; "" of what is of none. Each file of a
// unit is one: it may say its name in one table and not in the next.
func unitOf(e *model.Entry, k *model.Risk, book int) (unit, name string) {
	name = model.Key(k.Unit.V)
	if name == "" {
		name = model.Key(e.Unit)
	}
	switch {
	case e.UnitFile > 0:
		return "file " + strconv.Itoa(book) + " " + strconv.Itoa(e.UnitFile), name
	case name != "":
		return "unit " + name, name
	}
	return "", ""
}

// inUnit gives, of an edition's risks with one text, the one that a row means: of several
// units' files the row's own, of a table of the whole board's the one with its action.
func inUnit(same []*Risk, unit string, k *model.Risk) []*Risk {
	if unit != "" {
		return slices.DeleteFunc(slices.Clone(same), func(r *Risk) bool { return r.unit != "" && r.unit != unit })
	}
	units := map[string]bool{}
	for _, r := range same {
		units[r.unit] = strings.HasPrefix(r.unit, "file ")
	}
	delete(units, "")
	if len(units) < 2 {
		return same
	}
	return slices.DeleteFunc(slices.Clone(same), func(r *Risk) bool { return units[r.unit] && !r.takes(k) })
}

// takes reports whether a risk has the actions that a row has, one at least.
func (r *Risk) takes(k *model.Risk) bool {
	one := Risk{Measures: k.Measures}
	action := one.actions()
	return strings.TrimSpace(action) != "" && strings.Contains(r.actions(), action)
}

// inFront reports whether one number is the other with something in front, as riskbok puts
// the names of units there.
func inFront(a, b string) bool {
	a, b = strings.TrimSpace(a), strings.TrimSpace(b)
	if len(a) > len(b) {
		a, b = b, a
	}
	rest, ok := strings.CutSuffix(b, a)
	return ok && a != "" && (strings.HasSuffix(rest, " ") || strings.HasSuffix(rest, "."))
}

// renumbered reports whether a risk's number is another than before. Where an edition
// numbers none of its risks, or none of a unit, none of them has another.
func (m *matching) renumbered(o, n *Risk) bool {
	return o.number != n.number && !m.unnumbered[0][o.unit] && !m.unnumbered[1][n.unit] && !(o.unit != "" && n.unit != "" && inFront(o.Number.V, n.Number.V))
}

// unnumbered gives the units of which no risk has a number.
func unnumbered(risks []*Risk) map[string]bool {
	out := map[string]bool{}
	for _, r := range risks {
		if without, ok := out[r.unit]; r.number != "" || !ok || without {
			out[r.unit] = r.number == ""
		}
	}
	return out
}

// Renumbered reports whether the number of an item is another than before, and there was
// one.
func (it *Item) Renumbered() bool {
	if it.Old == nil || it.New == nil || it.Old.number == it.New.number {
		return false
	}
	return slices.ContainsFunc(it.Changes, func(c Change) bool { return c.Kind == Renumbered }) ||
		it.Old.number != "" && it.New.number != "" && !inFront(it.Old.Number.V, it.New.Number.V)
}

// units joins the units of two editions: by how many of their risks are the same for
// sure.
func (m *matching) units() map[string]string {
	votes := map[[2]string]int{}
	for n, l := range m.links {
		if l.old.unit != "" && n.unit != "" {
			votes[[2]string{l.old.unit, n.unit}]++
		}
	}
	out := map[string]string{}
	most, taken := map[string]int{}, map[string]int{}
	for pair, k := range votes {
		most[pair[0]], taken[pair[1]] = max(most[pair[0]], k), max(taken[pair[1]], k)
	}
	tied := map[string]bool{}
	for pair, k := range votes {
		if k == most[pair[0]] && k == taken[pair[1]] {
			tied[pair[0]] = out[pair[0]] != "" || tied[pair[0]]
			out[pair[0]] = pair[1]
		}
	}
	for unit := range tied {
		if tied[unit] {
			delete(out, unit)
		}
	}
	return out
}

// inUnits reports whether risks of both editions are of units.
func inUnits(old, new []*Risk) bool {
	of := func(r *Risk) bool { return r.unit != "" }
	return slices.ContainsFunc(old, of) && slices.ContainsFunc(new, of)
}
