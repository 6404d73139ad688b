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
		if !slices.ContainsFunc(found, func(m Matrix) bool { return m.holds(&a) }) {
			apart = append(apart, a)
		}
	}
	slices.SortStableFunc(found, func(a, b Matrix) int {
		return cmp.Compare(len(b.rows)*len(b.columns), len(a.rows)*len(a.columns))
	})
	for i := range found {
		m := &found[i]
		axes, ok := m.sides(apart)
		if !ok && m.names[0] != words.NoAxis && m.names[1] != words.NoAxis {
			d.names = append(d.names, m.title())
		}
		if !ok || slices.ContainsFunc(d.Matrices, m.overlaps) {
			continue
		}
		d.Axes = slices.DeleteFunc(d.Axes, func(a AxisTable) bool { return m.holds(&a) })
		for side, a := range axes {
			if a == nil {
				d.Axes = append(d.Axes, m.axisTable(side))
			}
		}
		d.Matrices = append(d.Matrices, m)
	}
}

// holds reports whether an axis was read from the cells of a matrix.
func (m *Matrix) holds(a *AxisTable) bool {
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

// apply gives a scale what the first matrix that fits it says, one of its own
// place before others: values that are no products, or where the scale has no
// treatments those.
func (d *Definitions) apply(s *model.Scale) {
	turn := slices.Clone(d.Matrices)
	slices.SortStableFunc(turn, func(a, b *Matrix) int {
		switch here := a.at.Place == s.At.Place; {
		case here == (b.at.Place == s.At.Place):
			return 0
		case here:
			return -1
		}
		return 1
	})
	for _, m := range turn {
		if m.values == nil {
			continue
		}
		if likelihoods, consequences, turned := m.fit(s, m.valuesAlike); likelihoods != nil {
			m.override(s, likelihoods, consequences, turned)
			break
		}
	}
	for _, m := range turn {
		if len(s.Treatments) > 0 {
			return
		}
		cells, alike := m.said, m.wordsAlike
		if m.texts == nil {
			cells, alike = m.legend, m.fillsAlike
		}
		likelihoods, consequences, turned := m.fit(s, alike)
		if cells != nil && likelihoods != nil {
			s.Treatments = m.treatments(d.w, s, cells, likelihoods, consequences, turned)
		}
		if m.texts == nil && m.coloured() && len(s.Treatments) == 0 {
			d.Unread = append(d.Unread, m.title())
		}
	}
}

// override gives a scale the values of a matrix that are no products.
func (m *Matrix) override(s *model.Scale, likelihoods, consequences []int, turned bool) {
	for l, lv := range likelihoods {
		for c, cv := range consequences {
			i, j := l, c
			if turned {
				i, j = c, l
			}
			if v := m.values[i][j]; v != lv*cv {
				if s.Overrides == nil {
					s.Overrides = map[[2]int]int{}
				}
				s.Overrides[[2]int{lv, cv}] = v
			}
		}
	}
}

// fit gives the values of a matrix's sides on a scale; turned where the rows
// are the consequences. nil: it is no matrix of this scale, or which side is
// which cannot be told and matters: alike tells whether two cells say the same.
func (m *Matrix) fit(s *model.Scale, alike func(i, j, k, l int) bool) (likelihoods, consequences []int, turned bool) {
	straight := [2][]int{levelValues(m.rows, &s.Likelihood), levelValues(m.columns, &s.Consequence)}
	across := [2][]int{levelValues(m.columns, &s.Likelihood), levelValues(m.rows, &s.Consequence)}
	may := straight[0] != nil && straight[1] != nil && m.may(0, words.LikelihoodAxis) && m.may(1, words.ConsequenceAxis)
	mayTurn := across[0] != nil && across[1] != nil && m.may(1, words.LikelihoodAxis) && m.may(0, words.ConsequenceAxis)
	switch {
	case may && mayTurn && !symmetrical(straight, across, alike):
		return nil, nil, false
	case may:
		return straight[0], straight[1], false
	case mayTurn:
		return across[0], across[1], true
	}
	return nil, nil, false
}

// symmetrical reports whether a matrix says the same of every two levels when
// its sides change places. Straight are the values of rows and columns as
// likelihoods and consequences, across those of columns and rows.
func symmetrical(straight, across [2][]int, alike func(i, j, k, l int) bool) bool {
	for i, likelihood := range straight[0] {
		for j, consequence := range straight[1] {
			if !alike(i, j, slices.Index(across[1], consequence), slices.Index(across[0], likelihood)) {
				return false
			}
		}
	}
	return true
}

func (m *Matrix) valuesAlike(i, j, k, l int) bool { return m.values[i][j] == m.values[k][l] }
func (m *Matrix) fillsAlike(i, j, k, l int) bool  { return m.fills[i][j] == m.fills[k][l] }
func (m *Matrix) wordsAlike(i, j, k, l int) bool {
	return model.Key(m.texts[i][j]) == model.Key(m.texts[k][l])
}
