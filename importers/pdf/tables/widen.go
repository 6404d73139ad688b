package tables

import (
	"math"
	"slices"
	"strings"

	"riskbok/importers/pdf/geom"
)

// widen joins the tables of sheets that are wider than the paper, whose
// columns go on over the next pages: pages on which all rows stand where they
// stand on the first, from the same margin, though the columns are others, and
// the first column of which had no room on the page before. Whether all rows
// or all columns were printed first does not matter. The tables on the right
// are taken out of their sheets.
func widen(sheets []Sheet) {
	var g wide
	for p := range sheets {
		s := &sheets[p]
		if len(s.Tables) == 0 {
			g.close(sheets)
			continue
		}
		if (!s.Above || g.runsOn(sheets, p)) && g.add(sheets, p) {
			continue
		}
		g.close(sheets)
		g.stripes = [][]int{{p}}
	}
	g.close(sheets)
}

// wide is a sheet wider than the paper. Stripes are its stretches of columns,
// from left to right, each with the pages that it takes, downwards.
type wide struct{ stripes [][]int }

// table gives the table of a page that belongs to the sheet: the last of its
// first page, the first of the others.
func (g *wide) table(sheets []Sheet, p int) *Table {
	if p == g.stripes[0][0] {
		return sheets[p].Tables[len(sheets[p].Tables)-1]
	}
	return sheets[p].Tables[0]
}

// runsOn reports whether what stands above the table of a page are the ends of
// lines above the sheet's first table, which were wider than the paper too.
func (g *wide) runsOn(sheets []Sheet, p int) bool {
	if len(g.stripes) == 0 {
		return false
	}
	first := &sheets[g.stripes[0][0]]
	some := false
	for _, b := range sheets[p].Text {
		_, y := b.Mid()
		if y > sheets[p].Tables[0].Box.Y0 {
			continue
		}
		some = true
		if !slices.ContainsFunc(first.Text, func(o geom.Rect) bool {
			_, at := o.Mid()
			return math.Abs(y-at) < tolerances.rowStep
		}) {
			return false
		}
	}
	return some
}

// add takes a page into the sheet, if it goes on there.
func (g *wide) add(sheets []Sheet, p int) bool {
	if len(g.stripes) == 0 {
		return false
	}
	t := sheets[p].Tables[0]
	first := g.table(sheets, g.stripes[0][0])
	for k, pages := range g.stripes {
		if o := g.table(sheets, pages[0]); sameColumns(o, t) && !(k == len(g.stripes)-1 && sameRows(first, t) && newHeading(o, t)) {
			g.stripes[k] = append(pages, p)
			return true
		}
	}
	last := g.table(sheets, g.stripes[len(g.stripes)-1][0])
	if !sameRows(first, t) || math.Abs(first.X[0]-t.X[0]) > tolerances.hair || !full(last, t, sheets[p].Width) && !completes(first, t) || common(first, t) == t.NumCols {
		return false
	}
	g.stripes = append(g.stripes, []int{p})
	return true
}

// full reports whether the first column of a table that its left neighbour
// lacks would not have fitted the paper there.
func full(left, t *Table, width float64) bool {
	k := min(common(left, t), t.NumCols-1)
	room := width - tolerances.rightMargin*left.X[0]
	if !t.Ruled {
		room *= tolerances.textRoom
	}
	return left.X[left.NumCols]+t.X[k+1]-t.X[k] > room
}

// completes reports whether a table without numbers of rows can only be the right
// part of one that has them: it stands row by row where that does.
func completes(left, t *Table) bool {
	return left.NumRows == t.NumRows && left.NumRows > tolerances.leastCompleted && left.numbersRows() && !t.numbersRows()
}

// numbersRows reports whether all rows but the first are numbered in the first
// column, each otherwise.
func (t *Table) numbersRows() bool {
	n, seen := 0, map[string]bool{}
	for i := range t.Cells {
		c := &t.Cells[i]
		if c.Row == 0 || c.Col != 0 {
			continue
		}
		s := strings.TrimSpace(c.Text)
		if _, _, ok := keyNumber(s); !ok || seen[s] {
			return false
		}
		seen[s] = true
		n++
	}
	return n > 0
}

// common gives how many columns at the left of a table repeat those of
// another, as headings of rows are repeated in print.
func common(a, b *Table) int {
	for k := range min(a.NumCols, b.NumCols) {
		for r := range a.NumRows {
			x, y := a.At(r, k), b.At(r, k)
			if x == nil || y == nil || x.Text != y.Text {
				return k
			}
		}
	}
	return min(a.NumCols, b.NumCols)
}

// sameColumns reports whether two tables have the same columns at the same
// places.
func sameColumns(a, b *Table) bool {
	if a.Ruled || b.Ruled {
		return a.Ruled == b.Ruled && sameEdges(a, b)
	}
	if len(a.cols) != len(b.cols) {
		return false
	}
	for k := range a.cols {
		if !sameColumn(a.cols[k], b.cols[k]) {
			return false
		}
	}
	return true
}

// sameRows reports whether the rows of two tables stand at the same heights. Of
// rows without rulings the first baselines show it, or where cells are set at
// the foot of their row or in the middle the last ones or what lies between.
func sameRows(a, b *Table) bool {
	if a.NumRows != b.NumRows || a.Ruled != b.Ruled {
		return false
	}
	same := func(x, y float64) bool { return math.Abs(x-y) <= tolerances.rowStep }
	if a.Ruled {
		return slices.EqualFunc(a.Y, b.Y, same)
	}
	return len(a.bases) > 0 && slices.EqualFunc(a.bases, b.bases, func(x, y [2]float64) bool {
		return same(x[0], y[0]) || same(x[1], y[1]) || same((x[0]+x[1])/2, (y[0]+y[1])/2)
	})
}

// newHeading reports whether a table with the columns of another begins with
// another heading: texts in all columns and none of them a number.
func newHeading(a, b *Table) bool {
	if repeatsText(a, b) || amount(a.At(0, 0).Text) {
		return false
	}
	for k := range b.NumCols {
		if c := b.At(0, k); c == nil || strings.TrimSpace(c.Text) == "" || amount(c.Text) {
			return false
		}
	}
	return a.NumRows > 2 && amount(a.At(1, 0).Text)
}

func repeatsText(a, b *Table) bool { return a.rowText(0) == b.rowText(0) }

// close joins the stripes of the sheet, if there are several and all pages of
// theirs have the rows of the first stripe's.
func (g *wide) close(sheets []Sheet) {
	stripes := g.stripes
	for _, pages := range stripes[min(1, len(stripes)):] {
		if len(pages) != len(stripes[0]) {
			continue
		}
		fits := true
		for n, p := range pages {
			fits = fits && sameRows(g.table(sheets, stripes[0][n]), g.table(sheets, p))
		}
		if !fits {
			continue
		}
		skip := common(g.table(sheets, stripes[0][0]), g.table(sheets, pages[0]))
		for n, p := range pages {
			g.table(sheets, stripes[0][n]).addColumns(g.table(sheets, p), skip, p-stripes[0][n])
		}
		for _, p := range pages {
			sheets[p].Tables = sheets[p].Tables[1:]
			sheets[p].widened = len(sheets[p].Tables) == 0
		}
	}
	g.stripes = nil
}

// addColumns puts the columns of a table, from one on, to the right of this
// one's; later is how many pages later they were printed.
func (t *Table) addColumns(o *Table, from, later int) {
	base := t.NumCols - from
	for _, c := range o.Cells {
		if c.Col < from {
			continue
		}
		c.Col += base
		c.later = later
		t.Cells = append(t.Cells, c)
	}
	width := t.X[t.NumCols] - o.X[from]
	for k := from; k < o.NumCols; k++ {
		t.X = append(t.X, o.X[k+1]+width)
		if !t.Ruled {
			c := o.cols[k]
			t.cols = append(t.cols, struct{ x0, x1 float64 }{c.x0 + width, c.x1 + width})
		}
	}
	t.NumCols += o.NumCols - from
	t.wider = append(t.wider, later)
	t.sortCells()
}
