package tables

import (
	"math"

	"riskbok/importers/pdf/geom"
	"riskbok/importers/pdf/text"
)

// compose makes one table of strips, from top to bottom, in the columns of a
// ruled one, and takes their words out of the lines of the page.
func (u *uniting) compose(t *Table, strips []strip) *Table {
	out := &Table{Ruled: true, Loose: true, X: t.X, NumCols: t.NumCols, Confidence: tolerances.partlyRuled}
	for _, s := range strips {
		base := max(len(out.Y)-1, 0)
		ys := []float64(nil)
		switch {
		case s.ruled != nil:
			ys = s.ruled.Y
			for _, c := range s.ruled.Cells {
				c.Row += base
				out.Cells = append(out.Cells, c)
			}
		case len(s.lines) > 0:
			var cells []Cell
			ys, cells = u.textRows(t, s.lines, base)
			out.Cells = append(out.Cells, cells...)
			u.take(s.lines)
		default:
			continue
		}
		if len(out.Y) == 0 {
			out.Y = append(out.Y, ys[0])
		} else if s.ruled != nil {
			out.Y[len(out.Y)-1] = ys[0]
		}
		out.Y = append(out.Y, ys[1:]...)
	}
	out.NumRows = len(out.Y) - 1
	out.Box = geom.Rect{X0: t.X[0], Y0: out.Y[0], X1: t.X[t.NumCols], Y1: out.Y[out.NumRows]}
	for i := range out.Cells {
		c := &out.Cells[i]
		c.Box = geom.Rect{X0: out.X[c.Col], Y0: out.Y[c.Row], X1: out.X[c.Col+c.Cols], Y1: out.Y[c.Row+c.Rows]}
	}
	out.sortCells()
	return out
}

// textRows divides lines that stand in the columns of a table into rows.
func (u *uniting) textRows(t *Table, lines []columnLine, base int) (ys []float64, cells []Cell) {
	r := region{leastKeys: 2}
	block := make([]Cell, t.NumCols)
	for k := range block {
		block[k] = Cell{Col: k, Rows: 1, Cols: 1, Box: geom.Rect{X0: t.X[k], X1: t.X[k+1]}}
		r.cols = append(r.cols, struct{ x0, x1 float64 }{t.X[k], t.X[k+1]})
	}
	box := geom.Rect{X0: t.X[0], Y0: math.Inf(1), X1: t.X[t.NumCols], Y1: math.Inf(-1)}
	for _, l := range lines {
		r.rows = append(r.rows, l.row)
		for _, c := range l.row.chunks {
			b := &block[columnAt(t.X, c.words[0])]
			b.Words = append(b.Words, c.words...)
		}
		box.Y0, box.Y1 = min(box.Y0, l.row.Base-l.row.Size), max(box.Y1, l.row.Base+tolerances.lineFoot*l.row.Size)
	}
	ys = append([]float64{box.Y0}, r.rowBreaks(drawnSeparators(box, u.horizontal, u.in.Page.Fills))...)
	ys = r.occupied(append(ys, box.Y1))
	return ys, spread(block, ys, base)
}

// take takes words out of the lines of the page.
func (u *uniting) take(lines []columnLine) {
	u.taken = true
	for _, c := range lines {
		l := &u.lines[c.line]
		first, last := c.row.Words[0].Box.X0, c.row.Words[len(c.row.Words)-1].Box.X0
		var rest []text.Word
		for _, w := range l.Words {
			if w.Box.X0 < first || w.Box.X0 > last {
				rest = append(rest, w)
			}
		}
		if len(rest) == 0 {
			*l = row{}
			continue
		}
		*l = newRows(text.Lines(rest))[0]
	}
}
