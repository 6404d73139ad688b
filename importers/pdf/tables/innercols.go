package tables

import (
	"math"
	"slices"

	"riskbok/importers/pdf/geom"
	"riskbok/importers/pdf/text"
)

// The least gutter between columns of text inside one ruled column, in em.
const innerGutter = 0.3

// splitColumns divides ruled columns that hold several columns of text, as
// where one line only sets the names off from the amounts. The first row must
// show them, and every other but one.
func (t *Table) splitColumns() {
	for k := t.NumCols - 1; k >= 0; k-- {
		if edges := t.innerEdges(k); len(edges) > 0 {
			t.insertEdges(k, edges)
			t.Loose = true
		}
	}
}

// adoptColumns divides ruled columns where those of the table before, which
// goes on here, have several, if the text stands in these.
func (t *Table) adoptColumns(previous *Table) {
	if previous == nil || !previous.Ruled || !previous.Loose || t.NumCols >= previous.NumCols {
		return
	}
	at := make([]int, len(t.X))
	for i, x := range t.X {
		at[i] = nearest(previous.X, x)
		if math.Abs(previous.X[at[i]]-x) > hair || i > 0 && at[i] <= at[i-1] {
			return
		}
	}
	if at[0] != 0 || at[t.NumCols] != previous.NumCols {
		return
	}
	for i := range t.Cells {
		c := &t.Cells[i]
		xs := previous.X[at[c.Col] : at[c.Col+c.Cols]+1]
		for _, l := range text.Lines(c.Words) {
			if c.Cols == 1 && columnChunks(l.Words, xs) == nil {
				return
			}
		}
	}
	for k := t.NumCols - 1; k >= 0; k-- {
		if edges := previous.X[at[k]+1 : at[k+1]]; len(edges) > 0 {
			t.insertEdges(k, edges)
		}
	}
	t.Loose = true
}

// innerEdges gives the borders between the columns of text in a ruled column.
func (t *Table) innerEdges(col int) []float64 {
	var rows []row
	cells, several := 0, 0
	for i := range t.Cells {
		c := &t.Cells[i]
		if c.Col != col || c.Cols != 1 || len(c.Words) == 0 {
			continue
		}
		lines := newRows(text.Lines(c.Words))
		most := 0
		for k := range lines {
			most = max(most, len(lines[k].chunks))
		}
		if cells++; most > 1 {
			several++
		}
		if cells == 1 && several == 0 || cells-several > 1 {
			return nil
		}
		rows = append(rows, lines...)
	}
	if several < 2 && len(rows) < 3 {
		return nil
	}
	var cols columns
	for i := range rows {
		for _, c := range rows[i].chunks {
			cols = cols.with(c.x0, c.x1)
		}
	}
	cols = cols.mergeHeads(rows)
	if len(cols) < 2 {
		return nil
	}
	var out []float64
	for k := 1; k < len(cols); k++ {
		if cols[k].x0-cols[k-1].x1 < innerGutter*rows[0].Size {
			return nil
		}
		out = append(out, (cols[k-1].x1+cols[k].x0)/2)
	}
	return out
}

// insertEdges divides a column of the grid at edges, and its cells with it.
func (t *Table) insertEdges(col int, edges []float64) {
	n := len(edges)
	t.X = slices.Insert(slices.Clone(t.X), col+1, edges...)
	t.NumCols += n
	var out []Cell
	for _, c := range t.Cells {
		switch {
		case c.Col > col:
			c.Col += n
		case c.Col+c.Cols > col+1 || c.Col < col && c.Col+c.Cols > col:
			c.Cols += n
		case c.Col == col:
			xs := t.X[col : col+n+2]
			parts := make([]Cell, n+1)
			for k := range parts {
				parts[k] = Cell{Row: c.Row, Col: col + k, Rows: c.Rows, Cols: 1, Box: geom.Rect{X0: xs[k], Y0: c.Box.Y0, X1: xs[k+1], Y1: c.Box.Y1}}
			}
			for _, w := range c.Words {
				p := &parts[columnAt(xs, w)]
				p.Words = append(p.Words, w)
			}
			out = append(out, parts...)
			continue
		}
		out = append(out, c)
	}
	t.Cells = out
	t.sortCells()
}
