package tables

import (
	"cmp"
	"math"
	"slices"

	"riskbok/importers/pdf/geom"
	"riskbok/importers/pdf/text"
)

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
		if math.Abs(previous.X[at[i]]-x) > tolerances.hair || i > 0 && at[i] <= at[i-1] {
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
		upright, turned := uprightOf(c.Words)
		lines := newRows(text.Lines(upright))
		most := turned
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
	if several < 2 && len(rows) < tolerances.leastInner {
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
		least := tolerances.innerGutter
		if both(rows, cols, k) >= len(rows)-2 {
			least = tolerances.paddedGutter
		}
		if cols[k].x0-cols[k-1].x1 < least*rows[0].Size {
			return nil
		}
		out = append(out, (cols[k-1].x1+cols[k].x0)/2)
	}
	return out
}

// both counts the lines with text in a column and in the one before it.
func both(rows []row, cols columns, k int) int {
	n := 0
	for i := range rows {
		var has [2]bool
		for _, c := range rows[i].chunks {
			if at := k - cols.of(c); at == 0 || at == 1 {
				has[at] = true
			}
		}
		if has[0] && has[1] {
			n++
		}
	}
	return n
}

// uprightOf gives the words that read from left to right, and how many turned lines
// there are.
func uprightOf(words []text.Word) (upright []text.Word, turned int) {
	feet := map[[2]float64]bool{}
	for i := range words {
		if words[i].Upright() {
			upright = append(upright, words[i])
		} else if !feet[words[i].Foot] {
			feet[words[i].Foot] = true
			turned++
		}
	}
	return upright, turned
}

// parcel gives the words of a cell to its parts, the turned lines of a heading in
// order to those that have nothing else, if there is one for each.
func parcel(words []text.Word, xs []float64, parts []Cell) {
	var free []*Cell
	upright, turned := uprightOf(words)
	for _, w := range upright {
		p := &parts[columnAt(xs, w)]
		p.Words = append(p.Words, w)
	}
	if turned == 0 {
		return
	}
	for k := range parts {
		if len(parts[k].Words) == 0 {
			free = append(free, &parts[k])
		}
	}
	lines := map[[2]float64]*Cell{}
	rest := slices.DeleteFunc(slices.Clone(words), func(w text.Word) bool { return w.Upright() })
	slices.SortStableFunc(rest, func(a, b text.Word) int { return cmp.Compare(a.Foot[0], b.Foot[0]) })
	for _, w := range rest {
		home := lines[w.Foot]
		if home == nil {
			x, _ := lowerEnd(&w)
			i, _ := slices.BinarySearch(xs, x)
			home = &parts[min(max(i-1, 0), len(parts)-1)]
			if len(free) == turned {
				home = free[len(lines)]
			}
			lines[w.Foot] = home
		}
		home.Words = append(home.Words, w)
	}
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
			parcel(c.Words, xs, parts)
			out = append(out, parts...)
			continue
		}
		out = append(out, c)
	}
	t.Cells = out
	t.sortCells()
}
