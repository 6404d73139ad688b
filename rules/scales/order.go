package scales

import (
	"slices"

	"riskbok/rules/model"
)

// A bare list of labels, without numbers and definitions, often only feeds the
// drop-down lists of a table, in whatever order: it does not say what a level
// is worth.

// settleOrder numbers the levels of axes that are bare lists as the rows of the
// registers bear out: in the order that the list was read in (the labels' usual
// one where they have one), else as it stands, else from the end. nil: no order
// makes it fit the rows, or it is one of choices of which nothing tells the
// order, and so defines nothing. Definitions without numbers are in printed order,
// unless the rows show that they begin with the worst. The scale given is not
// changed.
func settleOrder(s *model.Scale, registers []*model.Register) *model.Scale {
	if numbersPrinted(&s.Likelihood) && numbersPrinted(&s.Consequence) {
		return s
	}
	stated := s.Likelihood.Order == model.OrderStated && s.Consequence.Order == model.OrderStated
	told := tell(s, registers)
	of := 0
	for _, times := range told {
		of += times
	}
	likelihoods, consequences := orders(&s.Likelihood), orders(&s.Consequence)
	best, most, first := told.best(likelihoods, consequences, s.Rule)
	known := s.Likelihood.Order.Known() && s.Consequence.Order.Known()
	choices := s.Likelihood.Order == model.OrderChoices || s.Consequence.Order == model.OrderChoices
	if !stated && (of >= tolerances.ordered && most*2 < of || of == 0 && !known && choices) {
		return nil
	}
	concluded := most*2 > of && !(known && (first*2 >= of || of < tolerances.disordered))
	if stated && !concluded {
		return s
	}
	if !concluded {
		best = [2][]int{likelihoods[0], consequences[0]}
	}
	return numberedAs(s, best, concluded && !known)
}

// numbersPrinted reports whether the numbers of an axis are printed.
func numbersPrinted(a *model.Axis) bool {
	return a.Order == model.OrderStated && slices.ContainsFunc(a.Levels, func(l model.ScaleLevel) bool { return l.Numbered })
}

// numberedOtherwise reports whether most levels of registers that print a number with
// their name ("3 - Hög") have another than the scale gives the name, which prints none
// itself: it is another table's then, as a map of how many risks each box has.
func numberedOtherwise(s *model.Scale, registers []*model.Register) bool {
	for i, a := range []*model.Axis{&s.Likelihood, &s.Consequence} {
		if numbersPrinted(a) {
			continue
		}
		same, other := 0, 0
		for _, r := range registers {
			for k := range r.Risks {
				v := [...]model.Value[model.Level]{r.Risks[k].Likelihood, r.Risks[k].Consequence}[i]
				if !v.OK || !v.V.HasNumber || v.V.Label == "" {
					continue
				}
				switch l := a.Find(model.Level{Label: v.V.Label}); {
				case l == nil:
				case l.Value == v.V.Number:
					same++
				default:
					other++
				}
			}
		}
		if other >= tolerances.minRows && other > same {
			return true
		}
	}
	return false
}

// numberedAs gives a scale with other values of its levels, its own values and
// treatments following them. Concluded says that rows told the order of the
// lists that were not known.
func numberedAs(s *model.Scale, values [2][]int, concluded bool) *model.Scale {
	own := *s
	same := true
	for axis, a := range []*model.Axis{&own.Likelihood, &own.Consequence} {
		a.Levels = slices.Clone(a.Levels)
		changed := false
		for i := range a.Levels {
			changed = changed || a.Levels[i].Value != values[axis][i]
			a.Levels[i].Value = values[axis][i]
		}
		if !numbersPrinted(a) && (changed || concluded && !a.Order.Known()) {
			a.Order = model.OrderRows
			same = false
		}
	}
	if same {
		return s
	}
	own.Overrides, own.Shades = nil, nil
	for i := range s.Likelihood.Levels {
		for j := range s.Consequence.Levels {
			old := [2]int{s.Likelihood.Levels[i].Value, s.Consequence.Levels[j].Value}
			now := [2]int{values[0][i], values[1][j]}
			if shade, ok := s.Shades[old]; ok {
				own.Shades = withCell(own.Shades, now, shade)
			}
			if v, ok := s.Overrides[old]; ok && v != own.Rule.Of(now[0], now[1]) {
				own.Overrides = withCell(own.Overrides, now, v)
			}
		}
	}
	return &own
}

// withCell sets a cell of a matrix, which may not be made yet.
func withCell(cells map[[2]int]int, at [2]int, v int) map[[2]int]int {
	if cells == nil {
		cells = map[[2]int]int{}
	}
	cells[at] = v
	return cells
}

// orders gives the values that an axis's levels may have, in printed order, the
// likeliest first.
func orders(a *model.Axis) [][]int {
	n := len(a.Levels)
	read, printed, back := make([]int, n), make([]int, n), make([]int, n)
	for i, l := range a.Levels {
		read[i], printed[i], back[i] = l.Value, i+1, n-i
	}
	switch a.Order {
	case model.OrderStated:
		if numbersPrinted(a) {
			return [][]int{read}
		}
		return [][]int{read, back}
	case model.OrderUsual:
		return [][]int{read, printed, back}
	}
	return [][]int{read, back}
}

// tale is what rows tell of two axes, and how often: the places of their levels
// in printed order, or −1, and the value that stands there.
type tale map[[3]int]int

// tell gathers from registers the numbers that stand beside labels, and the
// values of rows whose levels are both labels, unless a matrix gives these.
func tell(s *model.Scale, registers []*model.Register) tale {
	out := tale{}
	for _, r := range registers {
		for i := range r.Risks {
			k := &r.Risks[i]
			x, y := labelled(&s.Likelihood, k.Likelihood), labelled(&s.Consequence, k.Consequence)
			if x >= 0 && k.Likelihood.V.HasNumber {
				out[[3]int{x, -1, k.Likelihood.V.Number}]++
			}
			if y >= 0 && k.Consequence.V.HasNumber {
				out[[3]int{-1, y, k.Consequence.V.Number}]++
			}
			if len(s.Overrides) == 0 && len(k.Consequences) == 0 && x >= 0 && y >= 0 && k.Score.OK && k.Score.V > 0 {
				out[[3]int{x, y, k.Score.V}]++
			}
		}
	}
	return out
}

// best gives the orders of the levels that the most bears out, how much that is,
// and how much bears out the first of them.
func (t tale) best(likelihoods, consequences [][]int, rule model.ValueRule) (best [2][]int, most, first int) {
	most = -1
	for i, x := range likelihoods {
		for j, y := range consequences {
			n := t.bornOut(x, y, rule)
			if i == 0 && j == 0 {
				first = n
			}
			if n > most {
				most, best = n, [2][]int{x, y}
			}
		}
	}
	return best, most, first
}

// bornOut counts what is as it must be where the levels have these values.
func (t tale) bornOut(likelihoods, consequences []int, rule model.ValueRule) int {
	n := 0
	for k, times := range t {
		value := 0
		switch {
		case k[1] < 0:
			value = likelihoods[k[0]]
		case k[0] < 0:
			value = consequences[k[1]]
		default:
			value = rule.Of(likelihoods[k[0]], consequences[k[1]])
		}
		if value == k[2] {
			n += times
		}
	}
	return n
}

// labelled gives the place of the level that a cell names by its label, or −1.
func labelled(a *model.Axis, v model.Value[model.Level]) int {
	if !v.OK || v.V.Label == "" {
		return -1
	}
	l := a.Find(v.V)
	return slices.IndexFunc(a.Levels, func(o model.ScaleLevel) bool { return l != nil && o.At == l.At && o.Label == l.Label })
}
