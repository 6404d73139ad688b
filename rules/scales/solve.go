package scales

import (
	"riskbok/rules/model"
	"riskbok/rules/permute"
)

// tally is two labels, as the index of the first times the count of the second
// plus its index, and the value beside them.
type tally struct{ labels, score int }

// problem is the numbers to be found behind the labels of two axes: different
// numbers on each axis, so that most rows come out as a product.
type problem struct {
	sets  [2]labelSet
	cells map[tally]int // rows of two known labels: how many write what
	rows  int
	top   int
}

func (t *evidence) problem(sets [2]labelSet) *problem {
	p := &problem{sets: sets, cells: map[tally]int{}, top: max(tolerances.usualTop, len(sets[0].names), len(sets[1].names))}
	for i := range t.rows {
		row := &t.rows[i]
		l, known := sets[0].keys[model.Key(row.levels[0].Label)]
		c, also := sets[1].keys[model.Key(row.levels[1].Label)]
		if known && also {
			p.cells[tally{l*len(sets[1].names) + c, row.score}]++
			p.rows++
		}
	}
	return p
}

// solve gives the scale that explains most rows; nil where none does, or where
// two explain equally many but differ on what some row should be.
func (p *problem) solve() *model.Scale {
	var best [2][]int
	most, ambiguous := 0, false
	permute.Each(len(p.sets[0].names), p.top, func(likelihoods []int) {
		consequences, n := p.across(likelihoods)
		switch {
		case n > most:
			best = [2][]int{append([]int(nil), likelihoods...), consequences}
			most, ambiguous = n, false
		case n == most && most > 0 && !p.agree(best, likelihoods, consequences):
			ambiguous = true
		}
	})
	if most == 0 || ambiguous {
		return nil
	}
	s := &model.Scale{}
	for axis, a := range []*model.Axis{&s.Likelihood, &s.Consequence} {
		for i, name := range p.sets[axis].names {
			if best[axis][i] == 0 || !p.borne(best, axis, i) {
				continue
			}
			a.Levels = append(a.Levels, model.ScaleLevel{Value: best[axis][i], Label: name})
		}
	}
	return s
}

// across gives each consequence the number that most rows call for under given
// likelihoods, and how many rows that explains. Of two that call for the same
// number the one with more rows has it, the other none: 0.
func (p *problem) across(likelihoods []int) ([]int, int) {
	m := len(p.sets[1].names)
	votes := make([]int, m*(p.top+1))
	for cell, n := range p.cells {
		l := likelihoods[cell.labels/m]
		if v := cell.score / l; cell.score%l == 0 && v <= p.top {
			votes[cell.labels%m*(p.top+1)+v] += n
		}
	}
	out, holder, explained := make([]int, m), make([]int, p.top+1), 0
	for c := range out {
		mine := votes[c*(p.top+1) : (c+1)*(p.top+1)]
		best := 0
		for v := 1; v <= p.top; v++ {
			if mine[v] > mine[best] {
				best = v
			}
		}
		if best == 0 {
			continue
		}
		if h := holder[best] - 1; h >= 0 {
			held := votes[h*(p.top+1)+best]
			if held >= mine[best] {
				continue
			}
			out[h] = 0
			explained -= held
		}
		holder[best], out[c] = c+1, best
		explained += mine[best]
	}
	return out, explained
}

// borne reports whether two rows or more bear out the number of a label: a
// single one would call for any.
func (p *problem) borne(best [2][]int, axis, label int) bool {
	m := len(p.sets[1].names)
	n := 0
	for cell, count := range p.cells {
		at := [2]int{cell.labels / m, cell.labels % m}
		if at[axis] == label && best[0][at[0]]*best[1][at[1]] == cell.score {
			n += count
		}
	}
	return n > 1
}

// agree reports whether two solutions say the same of every row.
func (p *problem) agree(best [2][]int, likelihoods, consequences []int) bool {
	m := len(consequences)
	for cell := range p.cells {
		l, c := cell.labels/m, cell.labels%m
		if best[0][l]*best[1][c] != likelihoods[l]*consequences[c] {
			return false
		}
	}
	return true
}
