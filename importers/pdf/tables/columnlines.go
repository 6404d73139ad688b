package tables

import (
	"cmp"
	"math"
	"slices"

	"riskbok/importers/pdf/geom"
	"riskbok/importers/pdf/rulings"
	"riskbok/importers/pdf/text"
)

// columnLines gives the tables that are ruled between their columns and nowhere
// else. Text beyond the first and the last line is a column too where it stands on
// most lines.
func columnLines(all []rulings.Component, words []text.Word) (found []*Table) {
	var edges []rulings.Edge
	for _, c := range all {
		if len(c.Horizontal) == 0 {
			edges = append(edges, c.Vertical...)
		}
	}
	slices.SortStableFunc(edges, func(a, b rulings.Edge) int { return cmp.Compare(a.At, b.At) })
	for len(edges) > 0 {
		first := edges[0]
		alike := func(e rulings.Edge) bool {
			return math.Abs(e.From-first.From) < tolerances.hair && math.Abs(e.To-first.To) < tolerances.hair
		}
		var group, rest []rulings.Edge
		for _, e := range edges {
			if alike(e) {
				group = append(group, e)
			} else {
				rest = append(rest, e)
			}
		}
		edges = rest
		if len(group) < tolerances.leastColumnLines {
			continue
		}
		xs := openColumns(positions(group), words, first.From, first.To)
		if xs == nil {
			continue
		}
		t := &Table{Ruled: true, Loose: true, X: xs, Y: []float64{first.From, first.To}, NumRows: 1, NumCols: len(xs) - 1, Confidence: tolerances.partlyRuled}
		t.Box = geom.Rect{X0: xs[0], Y0: first.From, X1: xs[t.NumCols], Y1: first.To}
		for k := range t.NumCols {
			t.Cells = append(t.Cells, Cell{Col: k, Rows: 1, Cols: 1, Box: geom.Rect{X0: xs[k], Y0: first.From, X1: xs[k+1], Y1: first.To}})
		}
		found = append(found, t)
	}
	return found
}

// openColumns gives the edges of columns with those beyond the outermost lines,
// nil where too few lines of text stand between them.
func openColumns(xs []float64, words []text.Word, top, bottom float64) []float64 {
	var inside []text.Word
	for _, w := range words {
		if y := w.Base - descent*w.Size; w.Upright() && y > top && y < bottom {
			inside = append(inside, w)
		}
	}
	lines, left, right := 0, 0, 0
	x0, x1 := xs[0], xs[len(xs)-1]
	low, high := x0, x1
	for _, l := range text.Lines(inside) {
		first, last := &l.Words[0], &l.Words[len(l.Words)-1]
		if last.Box.X1 < x0 || first.Box.X0 > x1 {
			continue // beside
		}
		lines++
		if first.Box.X1 < x0+places.sameEdge {
			left++
			low = min(low, first.Box.X0-places.edgePad)
		}
		if last.Box.X0 > x1-places.sameEdge {
			right++
			high = max(high, last.Box.X1+places.edgePad)
		}
	}
	if lines < tolerances.leastLinesBeside {
		return nil
	}
	if 2*left > lines {
		xs = append([]float64{low}, xs...)
	}
	if 2*right > lines {
		xs = append(xs, high)
	}
	return xs
}
