package tables

import (
	"math"
	"slices"
)

// rowSpacing gives the size above which a gap divides rows where cells have
// several lines and the spacing tells which lines belong together, -1 where it
// does not. How many rows there are does not matter.
func rowSpacing(ps []piece, gaps []gap, key int) float64 {
	if len(gaps) < 2 {
		return -1
	}
	lines := linesBetween(ps, gaps)
	if key >= 0 {
		return keyedSpacing(lines, gaps, key)
	}
	return bareSpacing(lines, gaps)
}

// keyedSpacing takes each line without a key to belong to the nearer of its
// neighbours. It holds if all these gaps are smaller than all others.
func keyedSpacing(lines [][]piece, gaps []gap, key int) float64 {
	has := func(line []piece, number bool) bool {
		return slices.ContainsFunc(line, func(p piece) bool {
			return p.col == key && (!number || printsKey(p.chunk.text()))
		})
	}
	first := slices.IndexFunc(lines, func(l []piece) bool { return has(l, true) })
	if first < 0 {
		return -1
	}
	for first > 0 && !has(lines[first-1], false) {
		first--
	}
	inner := map[int]bool{}
	for i := first; i < len(lines); i++ {
		if has(lines[i], false) {
			continue
		}
		near, size := -1, math.Inf(1)
		for _, g := range []int{i - 1, i} {
			if g >= first && g < len(gaps) && gaps[g].size() < size {
				near, size = g, gaps[g].size()
			}
		}
		if near >= 0 {
			inner[near] = true
		}
	}
	within, between := 0.0, math.Inf(1)
	for g := first; g < len(gaps); g++ {
		if inner[g] {
			within = max(within, gaps[g].size())
		} else {
			between = min(between, gaps[g].size())
		}
	}
	if len(inner) == 0 || math.IsInf(between, 1) || between-within < tolerances.keyedStep*lines[first][0].size {
		return -1
	}
	return (within + between) / 2
}

// bareSpacing parts the gaps where their sizes differ most. It holds if the
// lines that it puts together look like one row: one line has text in all the
// columns of the others and in more, and no number stands below a number.
func bareSpacing(lines [][]piece, gaps []gap) float64 {
	sizes := make([]float64, len(gaps))
	for i, g := range gaps {
		sizes[i] = g.size()
	}
	slices.Sort(sizes)
	step, limit := 0.0, -1.0
	for i := 1; i < len(sizes); i++ {
		if d := sizes[i] - sizes[i-1]; d > step {
			step, limit = d, (sizes[i]+sizes[i-1])/2
		}
	}
	if step < tolerances.bareStep*lines[0][0].size {
		return -1
	}
	for from := 0; from < len(lines); {
		to := from + 1
		for to < len(lines) && gaps[to-1].size() < limit {
			to++
		}
		if !oneRow(lines[from:to]) {
			return -1
		}
		from = to
	}
	return limit
}

// oneRow reports whether lines look like one row whose cells have several
// lines.
func oneRow(lines [][]piece) bool {
	full := 0
	for i := range lines {
		if i > 0 && overNumber(lines[i-1], lines[i]) {
			return false
		}
		if len(lines[i]) > len(lines[full]) {
			full = i
		}
	}
	for i, line := range lines {
		if i == full {
			continue
		}
		if len(line) >= len(lines[full]) {
			return false
		}
		for _, p := range line {
			if !slices.ContainsFunc(lines[full], func(o piece) bool { return o.col == p.col }) {
				return false
			}
		}
	}
	return true
}
