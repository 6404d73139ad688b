package scale

import (
	"slices"

	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

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
		switch {
		case len(s.Treatments) > 0:
		case m.mute && likelihoods != nil:
			s.Shades = m.shades(likelihoods, consequences, turned)
		case m.texts == nil && m.coloured() || m.texts != nil && likelihoods != nil:
			d.Unclear = append(d.Unclear, m.title())
		}
	}
}

// shades gives each pair of levels the number of its colour.
func (m *Matrix) shades(likelihoods, consequences []int, turned bool) map[[2]int]int {
	colours := m.colours()
	out := map[[2]int]int{}
	for l, lv := range likelihoods {
		for c, cv := range consequences {
			i, j := l, c
			if turned {
				i, j = c, l
			}
			out[[2]int{lv, cv}] = slices.Index(colours, m.fills[i][j])
		}
	}
	return out
}

// override gives a scale the values of a matrix that are no products.
func (m *Matrix) override(s *model.Scale, likelihoods, consequences []int, turned bool) {
	for l, lv := range likelihoods {
		for c, cv := range consequences {
			i, j := l, c
			if turned {
				i, j = c, l
			}
			if v := m.values[i][j]; v != s.Rule.Of(lv, cv) {
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
