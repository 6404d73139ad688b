package scale

import (
	"slices"

	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// SettleLists gives the labels of bare lists the values that the rows of the
// registers bear out: those of the labels' usual order, else of the printed
// order or of that from the end. A list that no order makes fit the rows, or
// that is one of choices of which nothing tells the order, defines nothing.
func (d *Definitions) SettleLists(registers []model.Register) {
	var gone []*AxisTable
	for i := range d.Axes {
		l := &d.Axes[i]
		k := d.across(l)
		if l.Consequence || k == nil || !l.bare() && !k.bare() {
			continue
		}
		if !orderLists(d.w, l, k, registers, len(d.Matrices) == 0) {
			gone = append(gone, l, k)
		}
	}
	var kept []AxisTable
	for i := range d.Axes {
		if a := &d.Axes[i]; !a.bare() || !slices.Contains(gone, a) {
			kept = append(kept, *a)
		}
	}
	d.Axes = kept
}

// across gives the other axis of the same place, else the document's only one.
func (d *Definitions) across(a *AxisTable) *AxisTable {
	var elsewhere []*AxisTable
	for i := range d.Axes {
		o := &d.Axes[i]
		if o.Consequence == a.Consequence {
			continue
		}
		if o.Axis.At.Place == a.Axis.At.Place {
			return o
		}
		elsewhere = append(elsewhere, o)
	}
	if len(elsewhere) == 1 {
		return elsewhere[0]
	}
	return nil
}

// orderLists numbers the levels of two axes, or reports false where a bare one of
// them defines nothing. Values count only where they are products.
func orderLists(w *words.Index, l, k *AxisTable, registers []model.Register, products bool) bool {
	likelihoods, knownL := possibleOrders(w, l)
	consequences, knownK := possibleOrders(w, k)
	told := tell(&l.Axis, &k.Axis, registers, products)
	first, most, of := 0, -1, 0
	for _, times := range told {
		of += times
	}
	var best [2][]int
	for i, x := range likelihoods {
		for j, y := range consequences {
			n := told.bornOut(x, y)
			if i == 0 && j == 0 {
				first = n
			}
			if n > most {
				most, best = n, [2][]int{x, y}
			}
		}
	}
	known := knownL && knownK
	if of >= enoughRows && most*2 < of || of == 0 && !known && (l.choices || k.choices) {
		return false
	}
	if most*2 <= of || known && (first*2 >= of || of < fewRows) {
		best = [2][]int{likelihoods[0], consequences[0]}
	}
	l.number(best[0])
	k.number(best[1])
	return true
}

// number gives the levels values in their printed order.
func (a *AxisTable) number(values []int) {
	for i := range a.Axis.Levels {
		a.Axis.Levels[i].Value = values[i]
	}
}

// possibleOrders gives the values that an axis's levels may have, in printed order, the
// likeliest first, and whether that is known: by numbers, definitions or the
// usual order of the labels.
func possibleOrders(w *words.Index, a *AxisTable) (values [][]int, known bool) {
	n := len(a.Axis.Levels)
	printed, back := make([]int, n), make([]int, n)
	for i, l := range a.Axis.Levels {
		printed[i], back[i] = l.Value, n-i
	}
	if !a.bare() {
		return [][]int{printed}, true
	}
	labels := make([]string, n)
	for i, l := range a.Axis.Levels {
		labels[i] = l.Label
	}
	if ranks := w.Ranks(labels); ranks != nil {
		return [][]int{ranks, printed, back}, true
	}
	return [][]int{printed, back}, false
}

// evidence is what rows tell of two axes, and how often: the places of their
// levels in printed order, or −1, and the value that stands there.
type evidence map[[3]int]int

// tell gathers from registers the numbers that stand beside labels, and the
// values of rows whose levels are both labels, if these are to be products.
func tell(l, k *model.Axis, registers []model.Register, products bool) evidence {
	out := evidence{}
	for i := range registers {
		for j := range registers[i].Risks {
			r := &registers[i].Risks[j]
			x, y := labelled(l, r.Likelihood), labelled(k, r.Consequence)
			if x >= 0 && r.Likelihood.V.HasNumber {
				out[[3]int{x, -1, r.Likelihood.V.Number}]++
			}
			if y >= 0 && r.Consequence.V.HasNumber {
				out[[3]int{-1, y, r.Consequence.V.Number}]++
			}
			if products && x >= 0 && y >= 0 && r.Score.OK && r.Score.V > 0 {
				out[[3]int{x, y, r.Score.V}]++
			}
		}
	}
	return out
}

// bornOut counts what is as it must be where the levels have these values.
func (e evidence) bornOut(likelihoods, consequences []int) int {
	n := 0
	for k, times := range e {
		value := 1
		if k[0] >= 0 {
			value *= likelihoods[k[0]]
		}
		if k[1] >= 0 {
			value *= consequences[k[1]]
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
	key := model.Key(v.V.Label)
	return slices.IndexFunc(a.Levels, func(l model.ScaleLevel) bool { return model.Key(l.Label) == key })
}
