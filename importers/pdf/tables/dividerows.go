package tables

import (
	"cmp"
	"math"
	"slices"

	"riskbok/importers/pdf/content"
	"riskbok/importers/pdf/geom"
	"riskbok/importers/pdf/text"
)

// divideRows divides rows of the grid that no ruling divides though they hold
// several rows of text.
func (t *Table) divideRows(fills []content.Fill) {
	grid := t.index()
	cells := make([]Cell, 0, len(t.Cells))
	ys := []float64{t.Y[0]}
	for row := 0; row < t.NumRows; {
		block, rows := t.block(grid, row)
		base := len(ys) - 1
		inner, ok := t.rowsWithin(block, fills)
		if !ok {
			for _, c := range block {
				c.Row += base - row
				cells = append(cells, c)
			}
			ys = append(ys, t.Y[row+1:row+rows+1]...)
			row += rows
			continue
		}
		t.Loose = true
		cells = append(cells, spread(block, inner, base)...)
		ys = append(ys, inner[1:]...)
		row += rows
	}
	if len(ys) == len(t.Y) {
		return
	}
	t.Cells, t.Y, t.NumRows = cells, ys, len(ys)-1
	t.sortCells()
}

// block gives the cells of the fewest rows from a row on that no cell runs out
// of, and how many rows these are.
func (t *Table) block(grid []int32, row int) (cells []Cell, rows int) {
	rows = 1
	cells = make([]Cell, 0, t.NumCols)
	for r := row; r < row+rows; r++ {
		for k := range t.NumCols {
			c := &t.Cells[grid[r*t.NumCols+k]]
			rows = max(rows, c.Row+c.Rows-row)
			if c.Row == r && c.Col == k {
				cells = append(cells, *c)
			}
		}
	}
	return cells, rows
}

// rowsWithin gives the edges of the rows that a block of cells holds. It
// reports false where the block is one row, or has rows already.
func (t *Table) rowsWithin(block []Cell, fills []content.Fill) ([]float64, bool) {
	stacked := 0
	var lead *Cell
	box := geom.Nothing
	for i := range block {
		c := &block[i]
		if c.Row != block[0].Row || c.Rows != block[0].Rows {
			return nil, false
		}
		box = box.Union(c.Box)
		if c.several() {
			stacked++
		}
		if len(c.Words) > 0 && lead == nil {
			lead = c
		}
	}
	if stacked < 2 || t.NumRows > tolerances.fewRows && !lead.several() {
		return nil, false
	}
	r := boxRegion(block)
	drawn := drawnSeparators(box, nil, fills)
	open := len(drawn) > 0 || t.NumRows <= tolerances.fewRows
	breaks := r.rowBreaks(drawn)
	if len(breaks) == 0 && open {
		breaks = r.lineByLine()
	}
	ys := r.occupied(append(append([]float64{box.Y0}, breaks...), box.Y1))
	return ys, len(ys) > 2 && r.vouched(ys, open)
}

// several reports whether a cell has more than one printed line.
func (c *Cell) several() bool {
	for i := range c.Words {
		if math.Abs(c.Words[i].Base-c.Words[0].Base) > tolerances.otherLine*c.Words[0].Size {
			return true
		}
	}
	return false
}

// boxRegion makes a region of the words of cells that stand side by side; the
// columns are the cells.
func boxRegion(block []Cell) region {
	r := region{leastKeys: 2}
	var parts []row
	for i := range block {
		box := block[i].Box
		r.cols = append(r.cols, struct{ x0, x1 float64 }{box.X0, box.X1})
		for _, l := range text.Lines(block[i].Words) {
			c := chunkOf(l.Words)
			// Text that runs out of its cell belongs to it.
			c.x0 = min(max(c.x0, box.X0+places.sameEdge), box.X1-2*places.sameEdge)
			c.x1 = max(min(c.x1, box.X1-places.sameEdge), c.x0+places.sameEdge)
			parts = append(parts, row{Line: l, chunks: []chunk{c}})
		}
	}
	slices.SortStableFunc(parts, func(a, b row) int { return cmp.Compare(a.Base, b.Base) })
	for _, p := range parts {
		if n := len(r.rows) - 1; n >= 0 && p.Base-r.rows[n].Base < tolerances.sameLine*p.Size {
			last := &r.rows[n]
			last.chunks = append(last.chunks, p.chunks...)
			last.Box = last.Box.Union(p.Box)
			continue
		}
		r.rows = append(r.rows, p)
	}
	return r
}

// lineByLine gives the edges between all lines where each has text in all
// columns, as no wrapped text has: at least three columns and three lines.
func (r *region) lineByLine() []float64 {
	if ys := r.counted(); ys != nil {
		return ys
	}
	if len(r.rows) < tolerances.leastFull {
		return nil
	}
	var out []float64
	for i := range r.rows {
		if n := len(r.rows[i].chunks); n < tolerances.leastFull || n < len(r.rows[0].chunks) {
			return nil
		}
		if i > 0 {
			out = append(out, (r.rows[i-1].Box.Y1+r.rows[i].Box.Y0)/2)
		}
	}
	return out
}

// vouched reports whether the text that edges part looks like rows: each has
// text in the first column that has any, but for a first one that goes on
// from the page before, and in another. Where rulings or stripes seem to show
// the rows already, keys or numbers must tell as well.
func (r *region) vouched(ys []float64, open bool) bool {
	rows := make([][]piece, len(ys)-1)
	lead := len(r.cols)
	for _, p := range r.pieces() {
		i, _ := slices.BinarySearch(ys, p.base-descent*p.size)
		i = min(max(i-1, 0), len(rows)-1)
		rows[i] = append(rows[i], p)
		lead = min(lead, p.col)
	}
	keys, numbers := true, make([]bool, len(r.cols))
	for k := range numbers {
		numbers[k] = k != lead
	}
	for i, row := range rows {
		count, first := make([]int, len(r.cols)), ""
		for _, p := range row {
			if count[p.col]++; p.col == lead && first == "" {
				first = p.chunk.text()
			}
			if s := p.chunk.text(); !numberText.MatchString(s) || yearText.MatchString(s) {
				numbers[p.col] = false
			}
		}
		filled := 0
		for k, n := range count {
			numbers[k] = numbers[k] && n == 1
			filled += min(n, 1)
		}
		switch {
		case first == "" && i == 0:
		case first == "" || filled < 2:
			return false
		default:
			keys = keys && printsKey(first)
		}
	}
	return open || keys || slices.Contains(numbers, true)
}

// spread puts the words of cells into as many rows as edges show.
func spread(block []Cell, ys []float64, base int) []Cell {
	var out []Cell
	for _, c := range block {
		parts := make([]Cell, len(ys)-1)
		for i := range parts {
			parts[i] = Cell{Row: base + i, Col: c.Col, Rows: 1, Cols: c.Cols, Box: geom.Rect{X0: c.Box.X0, Y0: ys[i], X1: c.Box.X1, Y1: ys[i+1]}}
		}
		for _, w := range c.Words {
			i, _ := slices.BinarySearch(ys, w.Base-descent*w.Size)
			p := &parts[min(max(i-1, 0), len(parts)-1)]
			p.Words = append(p.Words, w)
		}
		out = append(out, parts...)
	}
	return out
}
