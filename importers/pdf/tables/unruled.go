package tables

import (
	"slices"

	"riskbok/importers/pdf/geom"
	"riskbok/importers/pdf/rulings"
	"riskbok/importers/pdf/text"
)

// fromText finds the tables in words that stand in no ruled table, unites the
// ruled ones with the text that belongs to them, and gives back the words that
// stand in none. It takes the words over.
func fromText(in Input, words []text.Word, horizontal []rulings.Edge, ruled []*Table) (found []*Table, rest []text.Word) {
	var hanging []text.Word
	rest = slices.Grow(in.Room[:0], len(words)+len(words)/16)
	upright := words[:0]
	for _, w := range words {
		switch {
		case !w.Upright():
			rest = append(rest, w)
		case w.Clip > 0 && w.Base-descent*w.Size > in.Page.Clips[w.Clip].Y1:
			hanging = append(hanging, w)
		default:
			upright = append(upright, w)
		}
	}
	rows, aside := beside(parted(upright), in.Headings, boxedHeadings(ruled))
	rest = append(rest, aside...)
	in.mark(rows)
	found, rows = unite(ruled, rows, in, horizontal)
	rows, right := twins(rows, in.Page.Width)
	rows, defined := in.asideDefinitions(rows)
	in.mark(rows)
	in.mark(right)
	in.mark(defined)
	for _, part := range []struct {
		rows    []row
		regions []region
	}{{rows, goOn(rows, in.Previous, in.Page)}, {right, regions(right)}, {defined, regions(defined)}} {
		at := 0
		for _, r := range part.regions {
			begin := &r.rows[0]
			if len(r.bands) > 0 {
				begin = &r.bands[0]
			}
			for ; &part.rows[at] != begin; at++ {
				rest = append(rest, part.rows[at].Words...)
			}
			at += len(r.bands) + len(r.rows)
			found = append(found, r.table(in, horizontal))
		}
		for ; at < len(part.rows); at++ {
			rest = append(rest, part.rows[at].Words...)
		}
	}
	return found, append(rest, hang(found, hanging)...)
}

// hang gives words that their clip hides, at least for the greater part, to
// the cell whose words have the same clip: the lines of a cell that is too
// low. It gives back the words that find no cell.
func hang(found []*Table, words []text.Word) (rest []text.Word) {
	if len(words) == 0 {
		return nil
	}
	home := map[int32]*Cell{}
	for _, t := range found {
		for i := range t.Cells {
			for _, w := range t.Cells[i].Words {
				home[w.Clip] = &t.Cells[i]
			}
		}
	}
	for _, w := range words {
		if c := home[w.Clip]; c != nil {
			c.Words = append(c.Words, w)
		} else {
			rest = append(rest, w)
		}
	}
	return rest
}

// table builds the cells of a region.
func (r *region) table(in Input, horizontal []rulings.Edge) *Table {
	box := geom.Nothing
	for i := range r.rows {
		box = box.Union(r.rows[i].Box)
	}
	xs := r.cols.edges()
	box.X0, box.X1 = xs[0], xs[len(xs)-1]
	breaks := r.labelled(in.Headings)
	if breaks == nil {
		breaks = r.counted()
	}
	if breaks == nil {
		breaks = r.rowBreaks(drawnSeparators(box, horizontal, in.Page.Fills))
	}
	ys := append([]float64{box.Y0}, breaks...)
	ys = append(ys, box.Y1)
	ys = r.occupied(ys)
	t := &Table{Box: box, X: xs, Y: ys, NumCols: len(xs) - 1, NumRows: len(ys) - 1, cols: r.cols}
	grid := make([][]Cell, t.NumRows)
	for i := range grid {
		grid[i] = make([]Cell, t.NumCols)
		for k := range grid[i] {
			grid[i][k] = Cell{Row: i, Col: k, Rows: 1, Cols: 1, Box: geom.Rect{X0: xs[k], Y0: ys[i], X1: xs[k+1], Y1: ys[i+1]}}
		}
	}
	all, astray := 0, 0
	for _, p := range r.pieces() {
		c := &grid[t.rowAt(p.base-descent*p.size)][p.col]
		c.Words = append(c.Words, p.chunk.words...)
		all++
		if r.cols.crosses(p.chunk) {
			astray++
		}
	}
	for i := range grid {
		t.Cells = append(t.Cells, grid[i]...)
	}
	t.Confidence = r.confidence(in, t, float64(astray)/float64(max(all, 1)))
	t.putBands(r)
	return t
}

// putBands sets the bands above the rows. Columns that no band covers get an
// empty cell.
func (t *Table) putBands(r *region) {
	bands := r.bandRows()
	n := len(bands)
	if n == 0 {
		return
	}
	for i := range t.Cells {
		t.Cells[i].Row += n
	}
	var cells []Cell
	tops := make([]float64, n)
	for i, band := range bands {
		next := 0
		box := geom.Nothing
		for _, c := range band {
			for ; next < c.Col; next++ {
				cells = append(cells, Cell{Row: i, Col: next, Rows: 1, Cols: 1})
			}
			c.Row = i
			cells = append(cells, c)
			next = c.Col + c.Cols
			for _, w := range c.Words {
				box = box.Union(w.Box)
			}
		}
		tops[i] = box.Y0
	}
	t.Y = append(tops, t.Y...)
	t.NumRows += n
	t.Box.Y0 = tops[0]
	for i := range cells {
		c := &cells[i]
		c.Box = geom.Rect{X0: t.X[c.Col], Y0: t.Y[c.Row], X1: t.X[c.Col+c.Cols], Y1: t.Y[c.Row+1]}
	}
	t.Cells = append(cells, t.Cells...)
}

func (t *Table) rowAt(y float64) int {
	for i := 1; i < len(t.Y)-1; i++ {
		if y < t.Y[i] {
			return i - 1
		}
	}
	return t.NumRows - 1
}

// occupied drops borders between which there is no text.
func (r *region) occupied(ys []float64) []float64 {
	out := ys[:1:1]
	for i := 1; i < len(ys); i++ {
		some := false
		for k := range r.rows {
			for _, c := range r.rows[k].chunks {
				y := c.words[0].Base - descent*c.words[0].Size
				some = some || y > out[len(out)-1] && y < ys[i]
			}
		}
		if some {
			out = append(out, ys[i])
		}
	}
	if len(out) < 2 {
		return []float64{ys[0], ys[len(ys)-1]}
	}
	out[len(out)-1] = ys[len(ys)-1]
	return out
}

// confidence tells how sure a table is that no rulings vouch for: less where
// text runs over the columns, where no column numbers the rows, where no
// heading is known.
func (r *region) confidence(in Input, t *Table, astray float64) float64 {
	c := sureness.unruled - astray
	if keyColumn(r.pieces(), len(r.cols), tolerances.leastKeys) < 0 {
		c -= sureness.unkeyed
	}
	known := 0
	for i := range t.Cells {
		if t.Cells[i].Row < sureness.headRows && in.Headings != nil && in.Headings(joinPrinted(t.Cells[i].lines(), widths{}, NewKnown())) {
			known++
		}
	}
	switch {
	case known >= sureness.leastKnown:
		c += sureness.known
	case len(r.cols) <= 2:
		c -= sureness.twoColumns
	}
	return min(max(c, sureness.least), sureness.most)
}
