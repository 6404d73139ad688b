package scale

import (
	"cmp"
	"slices"

	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// settleMatrices keeps the matrices whose sides are axes, the largest where
// they overlap, and gives the document the axes that stand nowhere but on a
// matrix. Axes that were read inside a matrix are none.
func (d *Definitions) settleMatrices(found []Matrix) {
	var apart []AxisTable
	for _, a := range d.Axes {
		if !slices.ContainsFunc(found, func(m Matrix) bool { return m.gaveAxis(&a) }) {
			apart = append(apart, a)
		}
	}
	slices.SortStableFunc(found, func(a, b Matrix) int {
		return cmp.Compare(len(b.rows)*len(b.columns), len(a.rows)*len(a.columns))
	})
	for i := range found {
		m := &found[i]
		axes, ok := m.sides(apart)
		if !ok && len(apart) == 0 && m.nameless() && d.rates(m) {
			if !m.mirrored() {
				d.broken = append(d.broken, m.lowest())
				continue
			}
			m.names = [2]words.Axis{words.LikelihoodAxis, words.ConsequenceAxis}
			axes, ok = m.sides(apart)
		}
		if !ok && m.names[0] != words.NoAxis && m.names[1] != words.NoAxis {
			d.names = append(d.names, m.title())
		}
		if !ok || slices.ContainsFunc(d.Matrices, m.overlaps) {
			continue
		}
		d.takeAxes(m, axes)
		d.Matrices = append(d.Matrices, m)
	}
}

// takeAxes gives the document the axes that stand nowhere but on a matrix, and
// those that do the values that it tells.
func (d *Definitions) takeAxes(m *Matrix, axes [2]*AxisTable) {
	d.Axes = slices.DeleteFunc(d.Axes, func(a AxisTable) bool { return m.gaveAxis(&a) })
	for side, a := range axes {
		if a == nil {
			d.Axes = append(d.Axes, m.axisTable(side))
			continue
		}
		for i := range d.Axes {
			if o := &d.Axes[i]; o.Axis.At == a.Axis.At && o.Consequence == a.Consequence {
				m.ordered(side, o)
			}
		}
	}
}

// gaveAxis reports whether an axis was read from the cells of a matrix.
func (m *Matrix) gaveAxis(a *AxisTable) bool {
	return m.at.Place == a.Axis.At.Place && slices.ContainsFunc(a.Axis.Levels, func(l model.ScaleLevel) bool {
		return m.Has(int(l.At.Row)-1, int(l.At.Col)-1)
	})
}

// sides gives the document's axes that rows and columns are, nil for one that
// stands nowhere else and is named.
func (m *Matrix) sides(axes []AxisTable) (out [2]*AxisTable, ok bool) {
	for i := range axes {
		for side := range out {
			if m.better(side, &axes[i], out) {
				out[side] = &axes[i]
			}
		}
	}
	if out[0] != nil && out[1] != nil {
		return out, true
	}
	for side, a := range out {
		if a == nil {
			continue
		}
		if m.names[1-side] == words.NoAxis {
			m.names[1-side] = opposite(a.name())
		}
		m.names[side] = a.name()
	}
	for side := range out {
		// An axis that stands elsewhere with other levels is not this one.
		stands := slices.ContainsFunc(axes, func(a AxisTable) bool { return a.name() == m.names[side] })
		if out[side] == nil && (m.names[side] == words.NoAxis || stands || !m.countable(side)) {
			return out, false
		}
	}
	return out, m.names[0] != m.names[1]
}

// better reports whether an axis is that of a side, rather than the one found so
// far: its levels are the side's, and it is not the axis of the other side. One
// of the matrix's own place is better than all later.
func (m *Matrix) better(side int, a *AxisTable, found [2]*AxisTable) bool {
	mine, other := found[side], found[1-side]
	if mine != nil && mine.Axis.At.Place == m.at.Place || other != nil && other.Consequence == a.Consequence {
		return false
	}
	return m.may(side, a.name()) && levelValues(m.keys(side), &a.Axis) != nil
}

func (a *AxisTable) name() words.Axis {
	if a.Consequence {
		return words.ConsequenceAxis
	}
	return words.LikelihoodAxis
}

func opposite(n words.Axis) words.Axis {
	if n == words.LikelihoodAxis {
		return words.ConsequenceAxis
	}
	return words.LikelihoodAxis
}

// may reports whether a side can be an axis by the words around the matrix.
func (m *Matrix) may(side int, n words.Axis) bool {
	return (m.names[side] == words.NoAxis || m.names[side] == n) && m.names[1-side] != n
}

func (m *Matrix) keys(side int) []matrixKey {
	if side == 0 {
		return m.rows
	}
	return m.columns
}

func (m *Matrix) numbered(side int) bool {
	return !slices.ContainsFunc(m.keys(side), func(k matrixKey) bool { return !k.level.HasNumber })
}

// countable reports whether the levels of a side have numbers that follow each
// other from 0 or 1, or none but values that tell which way they rise.
func (m *Matrix) countable(side int) bool {
	keys := m.keys(side)
	if !m.numbered(side) {
		_, _, ok := m.grows()
		return ok
	}
	seen := map[int]bool{}
	low := keys[0].level.Number
	for _, k := range keys {
		seen[k.level.Number] = true
		low = min(low, k.level.Number)
	}
	for n := low; n < low+len(keys); n++ {
		if !seen[n] {
			return false
		}
	}
	return low == 0 || low == 1
}

// AxisTable makes the axis that stands on a side of the matrix. Levels without
// a number are numbered in the direction in which the values rise.
func (m *Matrix) axisTable(side int) AxisTable {
	keys := m.keys(side)
	a := AxisTable{Region: m.Region, Consequence: m.names[side] == words.ConsequenceAxis}
	a.Axis.At = keys[0].at
	down, along, _ := m.grows()
	falling := side == 0 && down < 0 || side == 1 && along < 0
	numbered := m.numbered(side)
	for i, k := range keys {
		l := model.ScaleLevel{Value: k.level.Number, Label: k.level.Label, Numbered: numbered, At: k.at}
		if !numbered {
			l.Value = i + 1
			if falling {
				l.Value = len(keys) - i
			}
		}
		a.Axis.Levels = append(a.Axis.Levels, l)
	}
	a.valued = !numbered
	return a
}

// levelValues gives the values of levels on an axis; nil where they are not
// all of its levels, each once.
func levelValues(keys []matrixKey, a *model.Axis) []int {
	if len(keys) != len(a.Levels) {
		return nil
	}
	out := make([]int, len(keys))
	for i, k := range keys {
		l := a.Find(k.level)
		if l == nil && k.level.HasNumber {
			l = a.ByValue(k.level.Number)
		}
		if l == nil || slices.Contains(out[:i], l.Value) {
			return nil
		}
		out[i] = l.Value
	}
	return out
}
