package scale

import (
	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// Matrix is a grid of risk values, or of treatments, with the levels of one
// axis on a side and those of the other above or below, as found in a grid.
// Its cells may also tell the treatments by colour, or hold nothing else.
type Matrix struct {
	grid.Region
	table   *grid.Table
	rows    []matrixKey // down the side, from the top
	columns []matrixKey // from the left
	values  [][]int     // nil where the cells hold treatments or nothing
	texts   [][]string  // nil where they hold numbers or nothing
	fills   [][]grid.Colour
	said    [][]treatmentCell // what words say
	legend  [][]treatmentCell // what fills stand for; nil: not known
	mute    bool              // nothing around says what any fill stands for
	names   [2]words.Axis     // of rows and columns, as the words around say
	titled  bool              // something beside says that these are risk values
	at      model.Source
}

// findMatrices finds all that has the shape of a matrix, also within another.
// Which of it is one, its levels must tell: against is how many axes and matrices have
// been found so far, which each is held against.
func findMatrices(w *words.Index, t *grid.Table, risks Risks, against int) []Matrix {
	var found []Matrix
	runs, paid := rowRuns{}, 0
	for r := range t.Rows {
		if risks.Deep(r) {
			continue
		}
		for _, run := range keyRuns(t, r) {
			if !risks.Look(shapeLook(against+len(found)) * (len(found) - paid)) {
				return found
			}
			paid = len(found)
			for _, step := range []int{1, -1} {
				if m, ok := matrixAt(w, t, r, run[0], run[1], step, runs); ok {
					found = append(found, m)
				}
				// The corner may have a text.
				if m, ok := matrixAt(w, t, r, run[0]+1, run[1], step, runs); ok {
					found = append(found, m)
				}
			}
		}
	}
	return found
}

// shapeLook is what a part costs that has the shape of a matrix, where so many axes and
// matrices are there to hold it against.
func shapeLook(against int) int { return tolerances.shapeLook + against/tolerances.shapesOfStep }

// overlaps reports whether two matrices share a cell.
func (m *Matrix) overlaps(o *Matrix) bool {
	return m.table == o.table && m.Crosses(o.Region)
}

// matrixAt reads the matrix whose columns are headed by the cells left to
// right of a row and whose values stand below (step 1) or above it.
func matrixAt(w *words.Index, t *grid.Table, row, left, right, step int, runs rowRuns) (Matrix, bool) {
	if right-left < 1 || right-left >= tolerances.maxLevels {
		return Matrix{}, false
	}
	side := sideOf(t, row+step, left, right)
	if side < 0 {
		return Matrix{}, false
	}
	m := Matrix{table: t, at: t.Cell(row, left).At}
	kind := matrixRow(t, row+step, left, right)
	if kind == noRow || runs.long(t, row+step, left, right) {
		return m, false
	}
	last := row
	for r := row + step; r >= 0 && r < len(t.Rows) && len(m.rows) < tolerances.maxLevels; r += step {
		if matrixRow(t, r, left, right) != kind || !isKey(t.Cell(r, side)) {
			break
		}
		m.rows = append(m.rows, matrixKey{keyLevel(w, t, r, side, left), t.Cell(r, side).At})
		m.read(t, r, left, right, kind)
		last = r
	}
	if step < 0 {
		m.turn()
	}
	top, bottom := min(row, last), max(row, last)
	m.Region = grid.Region{Top: top, Bottom: bottom, Left: min(side, left), Right: max(side, right)}
	for c := left; c <= right; c++ {
		m.columns = append(m.columns, matrixKey{headLevel(w, t, row, c, step), t.Cell(row, c).At})
	}
	numberKeys(m.rows)
	numberKeys(m.columns)
	if len(m.rows) < 2 || !distinctKeys(m.rows) || !distinctKeys(m.columns) || otherTable(w, &m) {
		return m, false
	}
	titleMatrix(w, &m, row, side)
	if !m.telling() {
		return m, false
	}
	nameSides(w, &m, row, side, left, right)
	return m, true
}
