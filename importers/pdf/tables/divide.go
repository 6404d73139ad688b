package tables

import (
	"cmp"
	"slices"

	"riskbok/importers/pdf/content"
	"riskbok/importers/pdf/geom"
	"riskbok/importers/pdf/text"
)

// divide divides the cells of a ruled table whose rulings show not every
// column or row: a column that holds several columns of text, a cell over
// several columns whose text stands in them, and a row in which two or more
// columns hold several lines of rows.
func (t *Table) divide(fills []content.Fill) {
	t.divideColumns()
	t.splitColumns()
	t.divideColumns()
	t.divideRows(fills)
}

func (t *Table) divideColumns() {
	var out []Cell // from the first cell that is divided on
	for i := range t.Cells {
		parts := t.columnsOf(&t.Cells[i])
		if parts != nil && out == nil {
			out = append(make([]Cell, 0, len(t.Cells)+len(parts)), t.Cells[:i]...)
		}
		switch {
		case parts != nil:
			out = append(out, parts...)
		case out != nil:
			out = append(out, t.Cells[i])
		}
	}
	if out != nil {
		t.Cells, t.Loose = out, true
		t.sortCells()
	}
}

// columnsOf gives the cells that a cell over several columns is divided into,
// nil where it is one.
func (t *Table) columnsOf(c *Cell) []Cell {
	if c.Cols < 2 || len(c.Words) < 2 {
		return nil
	}
	parts := make([]Cell, c.Cols)
	for k := range parts {
		col := c.Col + k
		parts[k] = Cell{Row: c.Row, Col: col, Rows: c.Rows, Cols: 1, Box: geom.Rect{X0: t.X[col], Y0: c.Box.Y0, X1: t.X[col+1], Y1: c.Box.Y1}}
	}
	xs := t.X[c.Col : c.Col+c.Cols+1]
	most, several := 0, 0
	for _, l := range text.Lines(slices.Clone(c.Words)) {
		chunks := columnChunks(l.Words, xs)
		if chunks == nil {
			return nil
		}
		most = max(most, len(chunks))
		if len(chunks) > 1 {
			several++
		}
		for _, ch := range chunks {
			p := &parts[columnAt(xs, ch.words[0])]
			p.Words = append(p.Words, ch.words...)
		}
	}
	// One line with text at two places may be one text.
	if most < 2 || most == 2 && several < 2 && c.Cols > 2 {
		return nil
	}
	return parts
}

// columnAt gives the stretch between edges that the middle of a word lies in.
func columnAt(xs []float64, w text.Word) int {
	x, _ := w.Box.Mid()
	i, _ := slices.BinarySearch(xs, x)
	return min(max(i-1, 0), len(xs)-2)
}

// columnChunks divides the words of a printed line at the edges of columns.
// It gives nil where the text is none of these columns: where a word lies
// across an edge, or words on both sides of one stand as in one sentence.
func columnChunks(words []text.Word, xs []float64) []chunk {
	var out []chunk
	from := 0
	for i := range words {
		w := &words[i]
		k := columnAt(xs, *w)
		if k > 0 && w.Box.X0 < xs[k]-places.sameEdge || k < len(xs)-2 && w.Box.X1 > xs[k+1]+places.sameEdge && !((k > 0 || len(words) > i+1) && unbreakable(words[:i+1], k, xs)) {
			return nil
		}
		if i == 0 {
			continue
		}
		prev := &words[i-1]
		if columnAt(xs, *prev) == k {
			continue
		}
		gap := (w.Box.X0 - prev.Box.X1) / max(w.Size, tolerances.leastSize)
		anew := w.Glyphs[0].Run != prev.Glyphs[len(prev.Glyphs)-1].Run
		if gap < tolerances.wideGap && !(anew && w.Box.X0-xs[k] < tolerances.wideGap*w.Size) {
			return nil
		}
		out = append(out, chunkOf(words[from:i]))
		from = i
	}
	return append(out, chunkOf(words[from:]))
}

// unbreakable reports whether the last of words begins at the left edge of a column and
// is alone there so far: it may be wider than its cell, for no space in it could break
// it. In the first column a title may begin so, which stands alone on its line.
func unbreakable(words []text.Word, k int, xs []float64) bool {
	n := len(words) - 1
	w := &words[n]
	return w.Box.X0 > xs[k] && w.Box.X0 < xs[k]+tolerances.cellInset*w.Size && (n == 0 || words[n-1].Box.X1 < xs[k])
}

func chunkOf(words []text.Word) chunk {
	c := chunk{words[0].Box.X0, words[0].Box.X1, words, true}
	for _, w := range words {
		c.x1 = max(c.x1, w.Box.X1)
	}
	return c
}

func (t *Table) sortCells() {
	slices.SortStableFunc(t.Cells, func(a, b Cell) int { return cmp.Or(cmp.Compare(a.Row, b.Row), cmp.Compare(a.Col, b.Col)) })
}
