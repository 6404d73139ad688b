package tables

import (
	"math"

	"riskbok/importers/pdf/geom"
)

// openLeft puts the text on the left of a grid to it as its first column,
// where each row has such text on its line: names that are set off without a
// box. Text at other heights stands beside the table.
func (u *uniting) openLeft(t *Table) {
	if t.NumRows < tolerances.leastOpen || t.NumCols < 2 {
		return
	}
	var found []columnLine
	x0 := math.Inf(1)
	beside := make([]bool, t.NumRows)
	for i := range u.lines {
		l := &u.lines[i]
		y := l.Base - descent*l.Size
		if len(l.Words) == 0 || y < t.Y[0] || y > t.Y[t.NumRows] || l.Words[0].Box.X0 > t.X[0] {
			continue
		}
		n := 0
		for n < len(l.Words) && l.Words[n].Box.X1 < t.X[0]+places.sameEdge {
			n++
		}
		if n < len(l.Words) && l.Words[n].Box.X0 < t.X[0]-places.sameEdge {
			return // a word lies across the border
		}
		chunks := chunksOf(l.Words[:n])
		if len(chunks) != 1 {
			return
		}
		c := columnLine{line: i, row: row{Line: l.Line, chunks: chunks}}
		c.row.Words = l.Words[:n]
		found = append(found, c)
		x0 = min(x0, chunks[0].x0)
		if r := t.rowOf(y); t.hasLine(r, l.Words[0].Base, l.Size) {
			beside[r] = true
		}
	}
	rows, all := 0, t.NumRows
	for _, b := range beside {
		if b {
			rows++
		}
	}
	if !beside[0] && all > tolerances.leastOpen {
		all-- // an empty corner, or the rest of a row of the page before
	}
	if float64(rows) < tolerances.openRows*float64(all) {
		return
	}
	t.addLeft(x0-places.edgePad, found)
	u.take(found)
}

// rowOf gives the row at a height.
func (t *Table) rowOf(y float64) int {
	r := 0
	for r+1 < t.NumRows && y > t.Y[r+1] {
		r++
	}
	return r
}

// hasLine reports whether a row has text on a baseline.
func (t *Table) hasLine(row int, base, size float64) bool {
	for i := range t.Cells {
		c := &t.Cells[i]
		if c.Row > row || c.Row+c.Rows <= row {
			continue
		}
		for k := range c.Words {
			if math.Abs(c.Words[k].Base-base) < tolerances.sharedBase*size {
				return true
			}
		}
	}
	return false
}

// addLeft adds a column on the left with the words of lines.
func (t *Table) addLeft(x0 float64, lines []columnLine) {
	first := make([]Cell, t.NumRows)
	for r := range first {
		first[r] = Cell{Row: r, Rows: 1, Cols: 1, Box: geom.Rect{X0: x0, Y0: t.Y[r], X1: t.X[0], Y1: t.Y[r+1]}}
	}
	for _, l := range lines {
		c := &first[t.rowOf(l.row.Base-descent*l.row.Size)]
		c.Words = append(c.Words, l.row.Words...)
	}
	for i := range t.Cells {
		t.Cells[i].Col++
	}
	t.Cells = append(t.Cells, first...)
	t.X = append([]float64{x0}, t.X...)
	t.NumCols++
	t.Box.X0 = x0
	t.Loose = true
	t.sortCells()
}
