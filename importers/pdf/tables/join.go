package tables

import (
	"math"
	"strings"
	"unicode"

	"riskbok/importers/pdf/geom"
)

// Sheet is one page for [Join]: its tables, whether text stands in the body of
// the page above the first and below the last of them, its width in points and
// where that text stands. Two pages may be printed side by side on one.
type Sheet struct {
	Tables       []*Table
	Above, Below bool
	Width        float64
	Text         []geom.Rect // the lines of its body that stand in no table

	widened bool // all that it held are columns of tables before
}

// Part is one page's share of a joined table: Table holds the rows From to To
// of the whole. Wider are the pages that further columns of it stand on.
type Part struct {
	Page     int
	Table    *Table
	From, To int
	Wider    []int
}

// Joined is a table with all its pages.
type Joined struct {
	Table
	Parts []Part

	filled []int // by column: the cells with text
}

// Join joins tables that go on over a page break: the last of a page with the
// first of the next, where nothing stands between them and the columns are the
// same. A repeated heading is dropped, a row that the break divides is joined.
// Columns that go on over the next pages are put beside those before.
func Join(sheets []Sheet) []*Joined {
	var out []*Joined
	var open *Joined // the table that may go on
	var last *Joined // the table above on the page
	began := 0.0     // the left side of the page that it began on
	widen(sheets)
	for p := range sheets {
		if sheets[p].widened {
			continue
		}
		for _, s := range sheets[p].halves() {
			for i, t := range s.tables {
				switch {
				case i == 0 && open != nil && open.goesOnCards(t):
					open.add(t, p, 0)
				case i > 0 && last != nil && last.goesOnCards(t):
					open = last
					open.add(t, p, 0)
				case i == 0 && open != nil && !s.above && alike(&open.Table, t, s.x-began):
					open.extend(t, p)
				case i > 0 && last != nil && last.countsOn(t) && !sheets[p].between(last.Parts[len(last.Parts)-1].Table, t):
					open = last
					open.extend(t, p)
				default:
					open, began = newJoined(t, p), s.x
					out = append(out, open)
				}
				last = open
				if i < len(s.tables)-1 {
					open = nil
				}
			}
			if last = nil; len(s.tables) == 0 || s.below {
				open = nil
			}
		}
	}
	return out
}

func newJoined(t *Table, page int) *Joined {
	j := &Joined{Table: *t, filled: make([]int, t.NumCols)}
	j.Cells = nil
	j.NumRows = 0
	j.add(t, page, 0)
	return j
}

// alike reports whether a table has the columns of the one before it. Where
// text alone shows the columns, those without text on the new page may be
// missing; they are then put in. The page of the second begins further to the
// right by right.
func alike(a, b *Table, right float64) bool {
	if a.Ruled != b.Ruled {
		return false
	}
	if !a.Ruled {
		return right == 0 && a.cols.align(b)
	}
	if a.NumCols != b.NumCols {
		return false
	}
	for i := range a.X {
		if math.Abs(a.X[i]+right-b.X[i]) > places.pageStep {
			return false
		}
	}
	return true
}

// align matches the columns of a table with these, and gives it the columns
// that it lacks.
func (cs columns) align(t *Table) bool {
	to := make([]int, len(t.cols))
	k := 0
	for i, c := range t.cols {
		for k < len(cs) && !sameColumn(cs[k], c) {
			k++
		}
		if k == len(cs) {
			return false
		}
		to[i] = k
		k++
	}
	if len(t.cols) == len(cs) {
		return true
	}
	if len(t.cols) < 2 || 2*len(t.cols) < len(cs) {
		return false
	}
	t.respread(cs, to)
	return true
}

// sameColumn reports whether two columns begin or end at one place.
func sameColumn(a, b struct{ x0, x1 float64 }) bool {
	return math.Abs(a.x0-b.x0) < places.pageEdge || math.Abs(a.x1-b.x1) < places.pageEdge
}

// respread puts the cells of a table into a wider grid.
func (t *Table) respread(cs columns, to []int) {
	old := t.Cells
	t.NumCols, t.X, t.cols, t.Cells = len(cs), cs.edges(), cs, nil
	at := map[[2]int]Cell{}
	for _, c := range old {
		at[[2]int{c.Row, to[c.Col]}] = c
	}
	for r := range t.NumRows {
		for k := range cs {
			c, ok := at[[2]int{r, k}]
			c.Row, c.Col, c.Rows, c.Cols = r, k, 1, 1
			if !ok {
				c.Box = geom.Rect{X0: t.X[k], Y0: t.Y[r], X1: t.X[k+1], Y1: t.Y[r+1]}
			}
			t.Cells = append(t.Cells, c)
		}
	}
}

// add appends the rows of a part, from its row skip on.
func (j *Joined) add(t *Table, page, skip int) {
	base := j.NumRows
	for _, c := range t.Cells {
		if c.Row < skip {
			continue
		}
		c.Row += base - skip
		c.Page = page + c.later
		j.Cells = append(j.Cells, c)
		if c.Text != "" {
			j.filled[c.Col]++
		}
	}
	j.NumRows = base + t.NumRows - skip
	part := Part{Page: page, Table: t, From: base, To: j.NumRows}
	for _, later := range t.wider {
		part.Wider = append(part.Wider, page+later)
	}
	j.Parts = append(j.Parts, part)
	j.Confidence = min(j.Confidence, t.Confidence)
}

func (j *Joined) extend(t *Table, page int) {
	skip := j.repeated(t)
	if skip == 0 {
		j.unhead(t)
	}
	row, key, from := j.NumRows, j.keyColumn(), len(j.Cells)
	j.add(t, page, skip)
	if j.NumRows == row {
		return
	}
	above := from
	for above > 0 && j.Cells[above-1].Row >= row-1 {
		above--
	}
	up, rest := byColumn(j.Cells[above:from], row-1), byColumn(j.Cells[from:], row)
	if divided(key, up, rest) {
		j.mend(from, row, up)
	}
}

// repeated tells how many rows at the top of a part repeat the heading of the
// whole. A heading has few rows and differs from every row below it.
func (j *Joined) repeated(t *Table) int {
	n := 0
	for n < tolerances.mostRepeated && n < t.NumRows && n < j.NumRows {
		a, b := j.rowText(n), t.rowText(n)
		if a != b || strings.Trim(a, "\x00") == "" {
			break
		}
		n++
	}
	if n == t.NumRows {
		return 0
	}
	if n == 0 && j.repeatsInner(t) {
		return 1
	}
	return n
}

// repeatsInner reports whether a part begins with the heading that a later part of
// the whole has: of words alone, and above numbers there and here.
func (j *Joined) repeatsInner(t *Table) bool {
	first := t.rowText(0)
	if t.NumRows < 2 || strings.Count(strings.Trim(first, "\x00"), "\x00") == 0 || hasDigit(first) || !hasDigit(t.rowText(1)) {
		return false
	}
	for r := 1; r+1 < j.NumRows; r++ {
		if j.rowText(r) == first && hasDigit(j.rowText(r+1)) {
			return true
		}
	}
	return false
}

func hasDigit(s string) bool { return strings.ContainsFunc(s, unicode.IsDigit) }

// rowText joins the texts of the cells that begin in a row, without white
// space: where lines break may differ from page to page.
func (t *Table) rowText(row int) string {
	var b strings.Builder
	for i := range t.Cells {
		c := &t.Cells[i]
		if c.Row > row {
			break
		}
		if c.Row == row {
			b.WriteString(strings.Join(strings.Fields(c.Text), ""))
			b.WriteByte(0)
		}
	}
	return b.String()
}

// byColumn gives the cells that begin in a row, by their column.
func byColumn(cells []Cell, row int) map[int]*Cell {
	out := map[int]*Cell{}
	for i := range cells {
		if c := &cells[i]; c.Row == row {
			out[c.Col] = c
		}
	}
	return out
}

// divided reports whether a row is the rest of the row above it: it has no
// key where all other rows have one, and only text that can go on what stands
// above it.
func divided(key int, above, rest map[int]*Cell) bool {
	if key < 0 || rest[key] == nil || rest[key].Text != "" {
		return false
	}
	some := false
	for col, c := range rest {
		if c.Text == "" {
			continue
		}
		up := above[col]
		if up == nil || up.Text == "" || up.Cols != c.Cols || !strings.ContainsFunc(c.Text, unicode.IsLetter) {
			return false
		}
		some = true
	}
	return some
}

// keyColumn gives the first column that is filled in every row but one or
// two, -1 where there is none.
func (j *Joined) keyColumn() int {
	for col, n := range j.filled {
		if n >= 2 && n >= j.NumRows-2 {
			return col
		}
	}
	return -1
}

// mend joins a row, whose cells begin at an index, with the one above it and
// takes it out.
func (j *Joined) mend(from, row int, above map[int]*Cell) {
	kept := j.Cells[:from]
	for _, c := range j.Cells[from:] {
		if c.Row == row {
			if up := above[c.Col]; up != nil && c.Text != "" {
				up.Text += "\n" + c.Text
				j.filled[c.Col]--
			}
			continue
		}
		c.Row--
		kept = append(kept, c)
	}
	j.Cells = kept
	j.NumRows--
	j.Parts[len(j.Parts)-1].To--
}
