package tables

// turnedColumns divides the last column of a boxed heading that holds several turned
// lines, whose rulings are slanted and make no cells, where the lines below it stand in
// as many columns.
func (u *uniting) turnedColumns(t *Table) {
	col := t.NumCols - 1
	c := t.At(0, col)
	if t.NumRows > 1 || c == nil || c.Cols > 1 || c.Rows > 1 {
		return
	}
	upright, turned := uprightOf(c.Words)
	if turned < 2 {
		return
	}
	if len(upright) > 0 {
		turned++
	}
	cols, full := u.columnsBelow(t, t.X[col])
	if len(cols) != turned || full < tolerances.leastRows {
		return
	}
	var edges []float64
	for k := 1; k < len(cols); k++ {
		edges = append(edges, (cols[k-1].x1+cols[k].x0)/2)
	}
	right := max(t.X[t.NumCols], cols[len(cols)-1].x1+places.sameEdge)
	t.X[t.NumCols], t.Box.X1, c.Box.X1 = right, right, right
	t.insertEdges(col, edges)
	t.Loose = true
}

// columnsBelow gives the columns in which the lines below a table stand, from a place
// to the right, and how many lines fill them all.
func (u *uniting) columnsBelow(t *Table, from float64) (cols columns, full int) {
	var rows []row
	last := t.Box.Y1
	for i := range u.lines {
		l := &u.lines[i]
		if l.Base-midLetter*l.Size < t.Box.Y1 || len(l.Words) == 0 {
			continue
		}
		if l.Base-last > tolerances.maxRowGap*l.Size {
			break
		}
		last = l.Base
		n := 0
		for n < len(l.chunks) && l.chunks[n].x1 < from+places.sameEdge {
			n++
		}
		if n < len(l.chunks) && l.chunks[n].x0 < from-places.sameEdge {
			break // a piece lies across the border
		}
		for _, c := range l.chunks[n:] {
			cols = cols.with(c.x0, c.x1)
		}
		rows = append(rows, row{Line: l.Line, chunks: l.chunks[n:]})
	}
	for i := range rows {
		if len(rows[i].chunks) == len(cols) {
			full++
		}
	}
	return cols, full
}
