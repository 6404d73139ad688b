package plan

import (
	"slices"
	"strings"
	"unicode"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// A bare list of labels, without numbers and definitions, often only feeds the
// drop-down lists of a table, in whatever order: it does not say what a level
// is worth.

// bare reports whether an axis is nothing but labels.
func (a *axisTable) bare() bool {
	return !slices.ContainsFunc(a.axis.Levels, func(l model.ScaleLevel) bool { return l.Numbered || l.Definition != "" })
}

// choices reports whether a grid's tab is named as one of choices.
func (w *words) choices(t *grid.Table) bool {
	rest, ok := startsWithWord(t.Name, w.v.Titles.Lists)
	return ok && !lettered(rest)
}

// otherList reports whether the column beside labels holds something else than
// their definitions: its heading is that of another thing, or it stands on a
// tab of choices under no heading of definitions.
func (w *words) otherList(t *grid.Table, r, col int) bool {
	text := t.Resolved(r, col).Text
	if w.is(roleDefinition, text) || w.is(roleMeaning, text) {
		return false
	}
	return w.choices(t) || w.is(roleTreatment, text) && !w.is(roleLabel, text) || w.means(text)
}

// dropLists leaves out the bare lists of an axis that the document defines
// elsewhere, and those on tabs of choices where another list is not.
func (d *definitions) dropLists() {
	for _, consequence := range []bool{false, true} {
		for _, worse := range []func(*axisTable) bool{(*axisTable).bare, func(a *axisTable) bool { return a.bare() && a.choices }} {
			if slices.ContainsFunc(d.axes, func(a axisTable) bool { return a.consequence == consequence && !worse(&a) }) {
				d.axes = slices.DeleteFunc(d.axes, func(a axisTable) bool { return a.consequence == consequence && worse(&a) })
			}
		}
	}
}

// fewRows is the fewest rows that speak against the usual order of labels, of
// which it explains less than half; enoughRows is the fewest against all orders.
const (
	fewRows    = 3
	enoughRows = 5
)

// settleLists gives the labels of bare lists the values that the rows of the
// registers bear out: those of the labels' usual order, else of the printed
// order or of that from the end. A list that no order makes fit the rows, or
// that is one of choices of which nothing tells the order, defines nothing.
func (d *definitions) settleLists(w *words, registers []model.Register) {
	var gone []*axisTable
	for i := range d.axes {
		l := &d.axes[i]
		k := d.across(l)
		if l.consequence || k == nil || !l.bare() && !k.bare() {
			continue
		}
		if !w.order(l, k, registers, len(d.matrices) == 0) {
			gone = append(gone, l, k)
		}
	}
	var kept []axisTable
	for i := range d.axes {
		if a := &d.axes[i]; !a.bare() || !slices.Contains(gone, a) {
			kept = append(kept, *a)
		}
	}
	d.axes = kept
}

// across gives the other axis of the same place, else the document's only one.
func (d *definitions) across(a *axisTable) *axisTable {
	var elsewhere []*axisTable
	for i := range d.axes {
		o := &d.axes[i]
		if o.consequence == a.consequence {
			continue
		}
		if o.axis.At.Place == a.axis.At.Place {
			return o
		}
		elsewhere = append(elsewhere, o)
	}
	if len(elsewhere) == 1 {
		return elsewhere[0]
	}
	return nil
}

// order numbers the levels of two axes, or reports false where a bare one of
// them defines nothing. Values count only where they are products.
func (w *words) order(l, k *axisTable, registers []model.Register, products bool) bool {
	likelihoods, knownL := w.orders(l)
	consequences, knownK := w.orders(k)
	told := tell(&l.axis, &k.axis, registers, products)
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
func (a *axisTable) number(values []int) {
	for i := range a.axis.Levels {
		a.axis.Levels[i].Value = values[i]
	}
}

// orders gives the values that an axis's levels may have, in printed order, the
// likeliest first, and whether that is known: by numbers, definitions or the
// usual order of the labels.
func (w *words) orders(a *axisTable) (values [][]int, known bool) {
	n := len(a.axis.Levels)
	printed, back := make([]int, n), make([]int, n)
	for i, l := range a.axis.Levels {
		printed[i], back[i] = l.Value, n-i
	}
	if !a.bare() {
		return [][]int{printed}, true
	}
	for _, usual := range w.v.Levels {
		if ranks := ranksIn(usual, a.axis.Levels); ranks != nil {
			return [][]int{ranks, printed, back}, true
		}
	}
	return [][]int{printed, back}, false
}

// ranksIn gives the place of each level among its like in a list of labels, or
// nil where one is not on it.
func ranksIn(usual []string, levels []model.ScaleLevel) []int {
	at := make([]int, len(levels))
	for i, l := range levels {
		at[i] = slices.IndexFunc(usual, func(s string) bool { return model.Key(s) == model.Key(l.Label) })
		if at[i] < 0 {
			return nil
		}
	}
	out := make([]int, len(at))
	for i := range at {
		for _, o := range at {
			if o <= at[i] {
				out[i]++
			}
		}
	}
	return out
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

// lettered reports whether a text has a letter.
func lettered(text string) bool { return strings.ContainsFunc(text, unicode.IsLetter) }
