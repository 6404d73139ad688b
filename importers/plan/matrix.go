package plan

import (
	"strconv"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// matrix is a grid of risk values, or of treatments, with the levels of one
// axis on a side and those of the other above or below, as found in a grid.
// Its cells may also tell the treatments by colour, or hold nothing else.
type matrix struct {
	region
	table   *grid.Table
	rows    []matrixKey // down the side, from the top
	columns []matrixKey // from the left
	values  [][]int     // nil where the cells hold treatments or nothing
	words   [][]string  // nil where they hold numbers or nothing
	fills   [][]grid.Colour
	said    [][]treatmentCell // what words say
	legend  [][]treatmentCell // what fills stand for; nil: not known
	names   [2]axisName       // of rows and columns, as the words around say
	titled  bool              // something beside says that these are risk values
	at      model.Source
}

// matrixKey is one level on a side of a matrix.
type matrixKey struct {
	level model.Level
	at    model.Source
}

// axisName says which axis a side of a matrix is.
type axisName int

const (
	unnamed axisName = iota
	likelihoodAxis
	consequenceAxis
)

// findMatrices finds all that has the shape of a matrix, also within another.
// Which of it is one, its levels must tell.
func (w *words) findMatrices(t *grid.Table) []matrix {
	var found []matrix
	runs := rowRuns{}
	for r := range t.Rows {
		for _, run := range keyRuns(t, r) {
			for _, step := range []int{1, -1} {
				if m, ok := w.matrixAt(t, r, run[0], run[1], step, runs); ok {
					found = append(found, m)
				}
				// The corner may have a text.
				if m, ok := w.matrixAt(t, r, run[0]+1, run[1], step, runs); ok {
					found = append(found, m)
				}
			}
		}
	}
	return found
}

// overlaps reports whether two matrices share a cell.
func (m *matrix) overlaps(o *matrix) bool {
	return m.table == o.table && m.crosses(o.region)
}

// keyRuns gives the runs of neighbouring cells in a row that could be levels.
func keyRuns(t *grid.Table, row int) [][2]int {
	var out [][2]int
	from := -1
	for col := 0; col <= len(t.Rows[row]); col++ {
		if col < len(t.Rows[row]) && isKey(&t.Rows[row][col]) {
			if from < 0 {
				from = col
			}
			continue
		}
		if from >= 0 && col-from >= 2 && col-from <= maxLevels+1 {
			out = append(out, [2]int{from, col - 1})
		}
		from = -1
	}
	return out
}

// maxKey is the longest text, in letters, of a level or a treatment in a matrix.
const maxKey = 60

func isKey(c *grid.Cell) bool {
	return !c.Covered && (c.Kind == grid.Text || c.Kind == grid.Number) && !c.Blank() && utf8.RuneCountInString(c.Text) <= maxKey
}

// matrixAt reads the matrix whose columns are headed by the cells left to
// right of a row and whose values stand below (step 1) or above it.
func (w *words) matrixAt(t *grid.Table, row, left, right, step int, runs rowRuns) (matrix, bool) {
	if right-left < 1 || right-left >= maxLevels {
		return matrix{}, false
	}
	side := sideOf(t, row+step, left, right)
	if side < 0 {
		return matrix{}, false
	}
	m := matrix{table: t, at: t.Cell(row, left).At}
	kind := matrixRow(t, row+step, left, right)
	if kind == noRow || runs.long(t, row+step, left, right) {
		return m, false
	}
	last := row
	for r := row + step; r >= 0 && r < len(t.Rows) && len(m.rows) < maxLevels; r += step {
		if matrixRow(t, r, left, right) != kind || !isKey(t.Cell(r, side)) {
			break
		}
		m.rows = append(m.rows, matrixKey{w.keyLevel(t, r, side, left), t.Cell(r, side).At})
		m.read(t, r, left, right, kind)
		last = r
	}
	if step < 0 {
		m.turn()
	}
	top, bottom := min(row, last), max(row, last)
	m.region = region{top: top, bottom: bottom, left: min(side, left), right: max(side, right)}
	for c := left; c <= right; c++ {
		m.columns = append(m.columns, matrixKey{w.headLevel(t, row, c, step), t.Cell(row, c).At})
	}
	numberKeys(m.rows)
	numberKeys(m.columns)
	if len(m.rows) < 2 || !distinctKeys(m.rows) || !distinctKeys(m.columns) || w.otherTable(&m) {
		return m, false
	}
	w.titleMatrix(&m, row, side)
	if !m.telling() {
		return m, false
	}
	w.nameSides(&m, row, side, left, right)
	return m, true
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
		for run[0] > 0 && row-run[0] <= maxLevels && matrixRow(t, run[0]-1, left, right) == kind {
			run[0]--
		}
		for run[1]+1 < len(t.Rows) && matrixRow(t, run[1]+1, left, right) == kind {
			run[1]++
		}
		b[key] = run
	}
	return run[1]-run[0] >= maxLevels+aroundMatrix
}

// aroundMatrix is how many rows beside those of a matrix may be like them: its
// head, a total, and remarks.
const aroundMatrix = 4

// sideOf gives the column of the row's level beside a matrix: left of it, else
// right of it.
func sideOf(t *grid.Table, row, left, right int) int {
	for _, c := range []int{left - 1, right + 1} {
		if c >= 0 && isKey(t.Cell(row, c)) {
			return c
		}
	}
	return -1
}

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

func (m *matrix) read(t *grid.Table, row, left, right int, kind rowKind) {
	var values []int
	var words []string
	var fills []grid.Colour
	for c := left; c <= right; c++ {
		l := grid.ParseLevel(model.Clean(t.Cell(row, c).Text))
		values, words, fills = append(values, l.Number), append(words, l.Label), append(fills, fillAt(t, row, c))
	}
	m.fills = append(m.fills, fills)
	switch kind {
	case numberRow:
		m.values = append(m.values, values)
	case wordRow:
		m.words = append(m.words, words)
	}
}

// turn puts the rows of a matrix that was read upwards in printed order.
func (m *matrix) turn() {
	reverse(m.rows)
	reverse(m.values)
	reverse(m.words)
	reverse(m.fills)
}

func reverse[T any](s []T) {
	for i, j := 0, len(s)-1; i < j; i, j = i+1, j-1 {
		s[i], s[j] = s[j], s[i]
	}
}

// keyLevel reads a row's level: a bare number takes the label on its other
// side.
func (w *words) keyLevel(t *grid.Table, row, side, left int) model.Level {
	l := grid.ParseLevel(model.Clean(t.Cell(row, side).Text))
	outside := side - 1
	if side > left {
		outside = side + 1
	}
	return w.labelled(l, t.Cell(row, outside))
}

// headLevel reads a column's level in the same way.
func (w *words) headLevel(t *grid.Table, row, col, step int) model.Level {
	return w.labelled(grid.ParseLevel(model.Clean(t.Cell(row, col).Text)), t.Cell(row-step, col))
}

func (w *words) labelled(l model.Level, beside *grid.Cell) model.Level {
	if l.Label == "" && isKey(beside) && beside.Kind == grid.Text && w.axisOf(bare(beside.Text)) == unnamed {
		if o := grid.ParseLevel(model.Clean(beside.Text)); !o.HasNumber {
			l.Label = o.Label
		}
	}
	return l
}

// numberKeys takes numbers off the ends of levels that all have one, "Möjlig
// 3".
func numberKeys(keys []matrixKey) {
	texts := make([]string, len(keys))
	for i, k := range keys {
		if k.level.HasNumber {
			return
		}
		texts[i] = k.level.Label
	}
	if cut, numbers, ok := numbersBehind(texts); ok {
		for i := range keys {
			keys[i].level = model.Level{Label: cut[i], Number: numbers[i], HasNumber: true}
		}
	}
}

func distinctKeys(keys []matrixKey) bool {
	seen := map[string]bool{}
	for _, k := range keys {
		s := model.Key(k.level.Label)
		if s == "" {
			s = strconv.Itoa(k.level.Number)
		}
		if seen[s] {
			return false
		}
		seen[s] = true
	}
	return true
}

// telling reports whether the cells could be those of a matrix: treatments and
// colours are few, and risk values never fall where a level rises unless a heading says
// that they are risk values.
func (m *matrix) telling() bool {
	if m.words == nil && m.values == nil {
		return m.coloured()
	}
	if m.words != nil {
		seen := map[string]bool{}
		for _, row := range m.words {
			for _, word := range row {
				seen[model.Key(word)] = true
			}
		}
		return len(seen) >= 2 && len(seen) <= maxTreatments && len(seen) < len(m.rows)*len(m.columns)
	}
	_, _, ok := m.rising()
	return ok || m.titled
}

// rising gives the direction in which the values grow down the rows and along
// the columns, 1 or −1. ok is false where they do not.
func (m *matrix) rising() (down, along int, ok bool) {
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
	low, high := m.values[0][0], m.values[0][0]
	for i := range n {
		for j := range k {
			v := m.values[i][j]
			low, high = min(low, v), max(high, v)
			if i > 0 && (v-m.values[i-1][j])*down < 0 || j > 0 && (v-m.values[i][j-1])*along < 0 {
				return down, along, false
			}
		}
	}
	return down, along, high > low
}
