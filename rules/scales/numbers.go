package scales

import (
	"cmp"
	"slices"

	"riskbok/rules/model"
)

// numbered reports whether nine in ten written levels have a number, or a
// label that stands beside a number elsewhere on the axis.
func (t *evidence) numbered() bool {
	with, all := 0, 0
	for _, cells := range t.cells {
		known := map[string]bool{}
		for _, l := range cells {
			if l.HasNumber && l.Label != "" {
				known[model.Key(l.Label)] = true
			}
		}
		for _, l := range cells {
			all++
			if l.HasNumber || known[model.Key(l.Label)] {
				with++
			}
		}
	}
	return all > 0 && tolerances.numbered.met(with, all)
}

// numberedScale has a level for every number up to the greatest, with the
// label that stands beside it in most rows.
func (t *evidence) numberedScale() *model.Scale {
	tops := [2]int{t.top(0), t.top(1)}
	if t.tops[0] == 0 && t.tops[1] == 0 && len(t.pairs(0))+len(t.pairs(1)) == 0 {
		// Of bare numbers the greatest need not occur on each axis.
		tops[0] = max(tops[0], tops[1])
		tops[1] = tops[0]
	}
	return &model.Scale{Likelihood: t.numberedAxis(0, tops[0]), Consequence: t.numberedAxis(1, tops[1]), Rule: t.rule}
}

// top gives the greatest level of an axis: what the heading says, else the
// greatest number that a row with the right value has, or that stands twice. A
// number that stands alone beside another value may be a slip of the pen; where
// no row has both levels and a value nothing speaks against it.
func (t *evidence) top(axis int) int {
	if t.tops[axis] > 0 {
		return t.tops[axis]
	}
	top := tolerances.leastTop
	count, outOf := map[int]int{}, map[int]int{}
	raise := func(n int) {
		if n <= tolerances.maxNumber {
			top = max(top, n)
		}
	}
	for _, l := range t.cells[axis] {
		if !l.HasNumber {
			continue
		}
		if count[l.Number]++; count[l.Number] > 1 || !t.valued || len(t.rows) == 0 {
			raise(l.Number)
		}
		if outOf[l.Of]++; outOf[l.Of] > 1 {
			raise(l.Of) // "3 av 4"
		}
	}
	for i := range t.rows {
		if row := &t.rows[i]; row.follows(t.rule) {
			raise(row.levels[axis].Number)
		}
	}
	return top
}

// pair is a number and a label that stand together. Rows with the right value
// count before others.
type pair struct {
	number       int
	label        string
	right, count int
}

// numberedAxis gives each number the label that goes with it best; a label
// goes with one number only.
func (t *evidence) numberedAxis(axis, top int) model.Axis {
	var a model.Axis
	first := 1
	if t.nought {
		first = 0
	}
	for v := first; v <= top; v++ {
		a.Levels = append(a.Levels, model.ScaleLevel{Value: v, Numbered: true})
	}
	used := map[string]bool{}
	for _, p := range t.pairs(axis) {
		if l := a.ByValue(p.number); l != nil && l.Label == "" && !used[model.Key(p.label)] {
			l.Label = p.label
			used[model.Key(p.label)] = true
		}
	}
	if t.remarks(axis, &a) {
		for i := range a.Levels {
			a.Levels[i].Label = ""
		}
	}
	return a
}

// remarks reports whether what stands beside the numbers is no label but
// remarks: more than a third of the cells have another text than the label of
// their number, or one has, and most numbers stand alone ("3", "2", "3 (osäker)",
// "2 (osäker)").
func (t *evidence) remarks(axis int, a *model.Axis) bool {
	other, all, numbers := 0, 0, 0
	for _, l := range t.cells[axis] {
		if l.HasNumber {
			numbers++
		}
		if !l.HasNumber || l.Label == "" {
			continue
		}
		all++
		if level := a.ByValue(l.Number); level != nil && model.Key(level.Label) != model.Key(l.Label) {
			other++
		}
	}
	return other > 1 && tolerances.remarks.exceeded(other, all) || other > 0 && 2*all < numbers
}

// pairs lists the numbers and labels that stand together, surest first.
func (t *evidence) pairs(axis int) []pair {
	type key struct {
		number int
		label  string
	}
	index := map[key]int{}
	var out []pair
	at := func(l model.Level) *pair {
		k := key{l.Number, model.Key(l.Label)}
		i, ok := index[k]
		if !ok {
			i = len(out)
			index[k] = i
			out = append(out, pair{number: l.Number, label: l.Label})
		}
		return &out[i]
	}
	for _, l := range t.cells[axis] {
		if l.HasNumber && l.Label != "" {
			at(l).count++
		}
	}
	for i := range t.rows {
		if l := t.rows[i].levels[axis]; l.Label != "" && t.rows[i].follows(t.rule) {
			at(l).right++
		}
	}
	slices.SortStableFunc(out, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.right, a.right), cmp.Compare(b.count, a.count), cmp.Compare(a.number, b.number))
	})
	return out
}

// beyond reports whether a scale of numbers is shown to be another than the
// usual one: an axis is longer or begins at nought, or its labels are others or
// stand for other numbers.
func (t *evidence) beyond(s *model.Scale) bool {
	for axis, a := range []*model.Axis{&s.Likelihood, &s.Consequence} {
		usual, _ := usualAxes(axis)
		if len(a.Levels) > len(usual.Levels) || a.ByValue(0) != nil {
			return true
		}
		foreign, labelled := 0, 0
		for i := range a.Levels {
			l := &a.Levels[i]
			if l.Label == "" {
				continue
			}
			labelled++
			if o := usual.Find(model.Level{Label: l.Label}); o != nil && o.Value != l.Value || o == nil && Nearest(usual, l.Label) == nil {
				foreign++
			}
		}
		if foreign*2 > labelled {
			return true
		}
	}
	return false
}

// plausible reports whether a scale of written numbers holds: it explains most
// values, or there are none to explain.
func (t *evidence) plausible(s *model.Scale) bool {
	return t.values(s)*2 > len(t.rows) || len(t.rows) == 0
}
