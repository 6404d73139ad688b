package minutes

import "riskbok/rules/model"

// stack is the numbers that several bodies have for one item, over each other:
// "Ks § 101" and right below it "Ksau § 61". On its row each has nothing beside it
// but the case number.
type stack []*mark

// withoutStacked leaves of numbers over each other that of the item: the one
// whose series has most numbers, and of equal ones the first. A single such stack
// must stand apart from the text above, as a head does.
func (r *reader) withoutStacked(marks []mark) []mark {
	stacks, have := r.stacks(marks)
	few := len(stacks) < tolerances.fewStacked
	other := map[position]bool{}
	for _, s := range stacks {
		if few && !r.standsApart(s[0]) {
			continue
		}
		own := 0
		for i := range s {
			if have[s[i].style] > have[s[own].style] {
				own = i
			}
		}
		for i, m := range s {
			if i == own {
				continue
			}
			other[place(m)] = true
			if i < own {
				row := r.rowAt(place(m))
				row.ahead, row.other = true, true
			}
		}
	}
	if len(other) == 0 {
		return marks
	}
	kept := make([]mark, 0, len(marks))
	for i := range marks {
		if !other[place(&marks[i])] {
			kept = append(kept, marks[i])
		}
	}
	return kept
}

// stacks gives the numbers that stand over each other, from the top, and how many
// numbers each series has.
func (r *reader) stacks(marks []mark) (out []stack, have map[string]int) {
	have = map[string]int{}
	var s stack
	keep := func() {
		if len(s) > 1 {
			out = append(out, s)
		}
	}
	for i := range marks {
		m := &marks[i]
		if m.kind == model.ItemParagraph && !m.guessed {
			have[m.style]++
		}
		if !r.alone(m) {
			continue
		}
		if n := len(s); n > 0 && r.rightBelow(s[n-1], m) && !s.has(m.style) {
			s = append(s, m)
			continue
		}
		keep()
		s = stack{m}
	}
	keep()
	return out, have
}

func (s stack) has(style string) bool {
	for _, m := range s {
		if m.style == style {
			return true
		}
	}
	return false
}

// alone reports whether a row is nothing but the number of a paragraph, with a
// sign that was recognized, and at most a case number.
func (r *reader) alone(m *mark) bool {
	row := r.rowAt(place(m))
	return m.kind == model.ItemParagraph && !m.guessed && m.rest == "" && m.seg == 0 && (len(row.segs) == 1 || len(row.segs) == 2 && r.w.hasCase(row))
}

// rightBelow reports whether a number stands on the row below another, as near as
// the rows of a head do.
func (r *reader) rightBelow(above, m *mark) bool {
	return m.sheet == above.sheet && m.row == above.row+1 && r.rowAt(place(m)).step <= places.labelStep
}

// standsApart reports whether the row of a number is set off from the text above,
// by a gap or by a case number.
func (r *reader) standsApart(m *mark) bool {
	s := &r.sheets[m.sheet]
	above := s.above(m.row)
	return above < 0 || s.rows[m.row].step > places.setOff || r.w.caseAlone(&s.rows[above])
}
