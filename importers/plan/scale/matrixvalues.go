package scale

import (
	"strconv"
)

// occurs reports whether the numbers in a matrix say which risks stand where, or
// how many, and are no values. Under a heading of risk values they are such only
// where they are the numbers of risks and fall as often as they rise.
func (m *Matrix) occurs(told *toldRisks) bool {
	if m.values == nil || m.products() {
		return false
	}
	_, _, rises := m.rising()
	seen := map[int]bool{}
	distinct, known, sum := true, true, 0
	for _, row := range m.values {
		for _, v := range row {
			distinct = distinct && !seen[v]
			seen[v] = true
			known = known && told.numbers[strconv.Itoa(v)]
			sum += v
		}
	}
	if m.titled {
		return distinct && known && !m.mostlyRises()
	}
	if distinct && known && (!rises || len(seen) == len(told.numbers)) {
		return true
	}
	return told.rows > 0 && sum == told.rows
}

// products reports whether the values are those of levels from 1, or from 0, in
// the direction in which they rise, multiplied.
func (m *Matrix) products() bool {
	down, along, ok := m.rising()
	if !ok {
		return false
	}
	for _, first := range []int{1, 0} {
		all := true
		for i := range m.values {
			for j, v := range m.values[i] {
				all = all && v == levelAlong(i, len(m.values), down, first)*levelAlong(j, len(m.columns), along, first)
			}
		}
		if all {
			return true
		}
	}
	return false
}

// levelAlong gives the level of the i-th of n, from first on, counted from the
// other end where step is −1.
func levelAlong(i, n, step, first int) int {
	if step < 0 {
		i = n - 1 - i
	}
	return i + first
}

// mostlyRises reports whether few values fall where a level rises: single ones
// may be the document's own.
func (m *Matrix) mostlyRises() bool {
	if len(m.values) == 0 {
		return false
	}
	down, along, _ := m.rising()
	pairs, falls := 0, 0
	count := func(step int) {
		pairs++
		if step < 0 {
			falls++
		}
	}
	for i := range m.values {
		for j, v := range m.values[i] {
			if i > 0 {
				count((v - m.values[i-1][j]) * down)
			}
			if j > 0 {
				count((v - m.values[i][j-1]) * along)
			}
		}
	}
	return falls*tolerances.fallsOf <= pairs
}
