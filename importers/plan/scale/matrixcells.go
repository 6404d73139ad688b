package scale

import (
	"slices"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// rowKind is what the cells of a row of a matrix hold.
type rowKind int

const (
	noRow     rowKind = iota
	numberRow         // whole numbers
	wordRow           // short texts
	bareRow           // nothing but a fill
)

func matrixRow(t *grid.Table, row, left, right int) rowKind {
	kind := noRow
	for c := left; c <= right; c++ {
		cell, k := t.Cell(row, c), wordRow
		switch {
		case cell.Blank() && fillAt(t, row, c) != noFill:
			k = bareRow
		case !isKey(cell):
			return noRow
		case grid.ParseLevel(model.Clean(cell.Text)).HasNumber:
			k = numberRow
		}
		if c > left && k != kind {
			return noRow
		}
		kind = k
	}
	return kind
}

// rowRuns are, for each pair of columns, the rows from the first to the last
// that were last seen to hold the same kind of cells between them.
type rowRuns map[[2]int][2]int

// long reports whether a row stands among more alike ones than a matrix with
// its head and remarks has, as the rows of a table do.
func (b rowRuns) long(t *grid.Table, row, left, right int) bool {
	key := [2]int{left, right}
	run, ok := b[key]
	if !ok || row < run[0] || row > run[1] {
		kind := matrixRow(t, row, left, right)
		run = [2]int{row, row}
		for run[0] > 0 && row-run[0] <= tolerances.maxLevels && matrixRow(t, run[0]-1, left, right) == kind {
			run[0]--
		}
		for run[1]+1 < len(t.Rows) && matrixRow(t, run[1]+1, left, right) == kind {
			run[1]++
		}
		b[key] = run
	}
	return run[1]-run[0] >= tolerances.maxLevels+tolerances.aroundMatrix
}

func (m *Matrix) read(t *grid.Table, row, left, right int, kind rowKind) {
	var values []int
	var texts []string
	var fills []grid.Colour
	for c := left; c <= right; c++ {
		l := grid.ParseLevel(model.Clean(t.Cell(row, c).Text))
		values, texts, fills = append(values, l.Number), append(texts, l.Label), append(fills, fillAt(t, row, c))
	}
	m.fills = append(m.fills, fills)
	switch kind {
	case numberRow:
		m.values = append(m.values, values)
	case wordRow:
		m.texts = append(m.texts, texts)
	}
}

// turn puts the rows of a matrix that was read upwards in printed order.
func (m *Matrix) turn() {
	slices.Reverse(m.rows)
	slices.Reverse(m.values)
	slices.Reverse(m.texts)
	slices.Reverse(m.fills)
}

// tallied reports whether all words are one letter, once or over and over: a
// mark for each risk that stands there.
func tallied(words map[string]bool) bool {
	letters := map[rune]bool{}
	for word := range words {
		if !tally(word) {
			return false
		}
		letters[[]rune(word)[0]] = true
	}
	return len(letters) == 1
}

// telling reports whether the cells could be those of a matrix: treatments and
// colours are few and no marks, and risk values never fall where a level rises unless a
// heading says that they are risk values.
func (m *Matrix) telling() bool {
	if m.texts == nil && m.values == nil {
		return m.coloured()
	}
	if m.texts != nil {
		seen := map[string]bool{}
		for _, row := range m.texts {
			for _, word := range row {
				seen[model.Key(word)] = true
			}
		}
		return len(seen) >= 2 && len(seen) <= tolerances.maxTreatments && len(seen) < len(m.rows)*len(m.columns) && !tallied(seen)
	}
	_, _, ok := m.rising()
	return ok || m.titled
}

// rising gives the direction in which the values grow down the rows and along
// the columns, 1 or −1. ok is false where they do not.
func (m *Matrix) rising() (down, along int, ok bool) {
	n, k := len(m.values), len(m.columns)
	if n == 0 {
		return 1, 1, false
	}
	down, along = 1, 1
	if m.values[0][0]+m.values[0][k-1] > m.values[n-1][0]+m.values[n-1][k-1] {
		down = -1
	}
	if m.values[0][0]+m.values[n-1][0] > m.values[0][k-1]+m.values[n-1][k-1] {
		along = -1
	}
	low, high, ok := m.values[0][0], m.values[0][0], true
	for i := range n {
		for j := range k {
			v := m.values[i][j]
			low, high = min(low, v), max(high, v)
			if i > 0 && (v-m.values[i-1][j])*down < 0 || j > 0 && (v-m.values[i][j-1])*along < 0 {
				ok = false
			}
		}
	}
	return down, along, ok && high > low
}
