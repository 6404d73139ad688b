package evidence

import (
	"slices"
	"unicode/utf8"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// Extent is where a table could stand in a grid, by its shape alone: rows of
// headings from Top (HeadRows of them, which may be none), the columns from Left
// to Right, and the rows below that could each be a risk.
type Extent struct {
	Top, HeadRows int
	Left, Right   int
	Rows          []int
	Last          int // the last row that belongs to it, also one that is no risk
}

// First gives the first row below the headings.
func (e *Extent) First() int { return e.Top + e.HeadRows }

// shape are the limits of what is looked at. Measured on the prototype's
// documents: no table had its headings behind so many rows that look like some.
var shape = struct {
	candidates  int     // rows that are tried as headings in one grid
	headingLen  int     // letters of a heading
	guideLen    int     // of one over numbers, which may say how to fill in its column
	headingText float64 // of a heading row's cells that are texts
	under       int     // rows into a block of filled rows where headings may still stand without numbers below
	headRows    int     // rows that headings take
	shortHead   int     // letters of what stands in a second row of headings
	thin        float64 // of the usual number of cells: a row with fewer is no risk
	columns     int     // of one table
	widenRows   int     // rows in which a column without heading must be filled
}{candidates: 40, headingLen: 90, guideLen: 600, headingText: .85, under: 8, headRows: 3, shortHead: 25, thin: .34, columns: 60, widenRows: 12}

// Extents lists where tables could stand in a grid. Skip tells rows that are
// known to belong to something else; sums reports whether a text begins a row
// that adds up others.
func Extents(t *grid.Table, skip func(row int) bool, sums func(text string) bool) []Extent {
	f := newFilledRows(t)
	out := f.stated(skip, sums)
	seen, block := 0, 0 // block: filled rows since the last blank one
	for r := range t.Rows {
		if f.count(r) == 0 || skip(r) {
			block = 0
			continue
		}
		block++
		like := f.headingLike(r)
		contrast := like && !f.numbers(r) && (f.numbers(r+1) || f.numbers(r+2))
		first := 0
		switch {
		case like && (block <= shape.under || contrast):
			first = 1
		case block == 1 && f.count(r) >= 4 || block == 2 && (f.count(r-1) <= 1 || !f.headingLike(r-1)) && f.count(r) >= 4:
		default:
			continue
		}
		if seen++; seen > shape.candidates {
			break
		}
		for _, rows := range f.headRows(r, first) {
			if e, ok := f.extent(r, rows, skip, sums); ok {
				out = append(out, e)
			}
		}
	}
	return out
}

// stated lists the tables that the document itself says where they stand.
func (f *filledRows) stated(skip func(row int) bool, sums func(text string) bool) []Extent {
	var out []Extent
	for _, a := range f.t.Areas {
		e := Extent{Top: a.Top, HeadRows: a.HeadRows, Left: a.Left, Right: a.Right}
		if a.HeadRows == 0 || a.HeadRows > shape.headRows || a.Right-a.Left < 2 || a.Right-a.Left >= shape.columns || skip(a.Top) {
			continue
		}
		// Rows right below its end are read on: nobody sees that they are outside.
		if e.Rows, e.Last = f.body(&e, skip, sums); len(e.Rows) >= 2 {
			out = append(out, e)
		}
	}
	return out
}

// filledRows knows the filled cells of a grid's rows, each row looked at once.
type filledRows struct {
	t    *grid.Table
	rows []filledRow
}

type filledRow struct {
	known   bool
	columns []int
	numbers bool
}

func newFilledRows(t *grid.Table) *filledRows {
	return &filledRows{t, make([]filledRow, len(t.Rows))}
}

func (f *filledRows) row(r int) *filledRow {
	if r < 0 || r >= len(f.rows) {
		return &filledRow{known: true}
	}
	x := &f.rows[r]
	if x.known {
		return x
	}
	x.known = true
	for col := range f.t.Rows[r] {
		c := &f.t.Rows[r][col]
		if c.Covered || c.Blank() {
			continue
		}
		x.columns = append(x.columns, col)
		_, whole := grid.ParseWhole(c.Text)
		x.numbers = x.numbers || c.Kind == grid.Number || c.Kind == grid.Date || whole
	}
	return x
}

func (f *filledRows) count(r int) int    { return len(f.row(r).columns) }
func (f *filledRows) numbers(r int) bool { return f.row(r).numbers }

func (f *filledRows) headingLike(r int) bool {
	cols := f.row(r).columns
	if len(cols) < 3 || f.t.Figures(r) {
		return false
	}
	texts, keys := 0, map[string]bool{}
	longest := shape.headingLen
	if f.overNumbers(r) {
		longest = shape.guideLen
	}
	for _, col := range cols {
		c := f.t.Cell(r, col)
		if c.Formula != "" || utf8.RuneCountInString(c.Text) > longest {
			return false
		}
		if c.Kind == grid.Text {
			texts++
		}
		keys[model.Key(c.Text)] = true
	}
	return len(keys) >= 3 && float64(texts) >= shape.headingText*float64(len(cols))
}

// overNumbers reports whether a row of texts stands right over rows that have
// numbers in two of its columns: however long its texts are, they head these.
func (f *filledRows) overNumbers(r int) bool {
	if f.numbers(r) || !f.numbers(r+1) || !f.numbers(r+2) {
		return false
	}
	n := 0
	for _, col := range f.row(r).columns {
		_, first := f.t.Cell(r+1, col).Whole()
		_, second := f.t.Cell(r+2, col).Whole()
		if first && second && f.t.Cell(r, col).Kind == grid.Text {
			n++
		}
	}
	return n >= 2
}

// headRows gives how many rows headings may take from row r on, from the most.
func (f *filledRows) headRows(r, first int) []int {
	if first == 0 {
		return []int{0}
	}
	n := 1
	for n < shape.headRows && f.subHeading(r+n) && (f.numbers(r+n+1) || f.count(r+n) < f.count(r)) {
		n++
	}
	out := []int{1}
	for k := 2; k <= n; k++ {
		out = append(out, k)
	}
	slices.Reverse(out)
	return out
}

// subHeading reports whether a row could be a further row of headings: short
// texts and no numbers.
func (f *filledRows) subHeading(r int) bool {
	if f.count(r) == 0 || f.numbers(r) {
		return false
	}
	for _, col := range f.row(r).columns {
		if c := f.t.Cell(r, col); c.Formula != "" || utf8.RuneCountInString(c.Text) > shape.shortHead {
			return false
		}
	}
	return true
}

// extent gives the table under rows of headings; ok is false where it is too
// small to be one.
func (f *filledRows) extent(r, heads int, skip func(int) bool, sums func(string) bool) (Extent, bool) {
	e := Extent{Top: r, HeadRows: heads, Left: 1 << 30, Last: r + heads - 1}
	for k := r; k < r+max(heads, 1); k++ {
		if cols := f.row(k).columns; len(cols) > 0 {
			e.Left, e.Right = min(e.Left, cols[0]), max(e.Right, cols[len(cols)-1])
		}
	}
	f.widen(&e)
	if e.Right-e.Left < 2 || e.Right-e.Left >= shape.columns {
		return e, false
	}
	e.Rows, e.Last = f.body(&e, skip, sums)
	return e, len(e.Rows) >= 2
}

// widen takes in the columns beside the headings that are filled below them
// without a heading of their own, as that of the risks may be.
func (f *filledRows) widen(e *Extent) {
	filled := func(col int) bool {
		n, rows := 0, 0
		for r := e.First(); r < len(f.t.Rows) && rows < shape.widenRows; r++ {
			if f.count(r) == 0 {
				break
			}
			rows++
			if c := f.t.Cell(r, col); !c.Covered && !c.Blank() {
				n++
			}
		}
		return rows > 1 && n*2 > rows
	}
	if e.HeadRows == 0 {
		return
	}
	for e.Left > 0 && filled(e.Left-1) {
		e.Left--
	}
	for filled(e.Right + 1) {
		e.Right++
	}
}

// body gives the rows of a table that could be risks: up to two blank rows, or
// one before other headings; nearly empty rows and those that begin with a word
// of sums are none.
func (f *filledRows) body(e *Extent, skip func(int) bool, sums func(string) bool) (rows []int, last int) {
	var all, counts []int
	gap, again := 0, 0
	last = e.First() - 1
	for r := e.First(); r < len(f.t.Rows) && len(all) <= tolerances.rows+tolerances.rows/4 && again <= tolerances.rows; r++ {
		in := f.within(r, e.Left, e.Right)
		if len(in) == 0 {
			if gap++; gap > 1 {
				break
			}
			continue
		}
		if skip(r) || gap > 0 && (len(in) == 1 || f.headingLike(r) && !f.numbers(r) && (f.numbers(r+1) || len(in) >= 3)) {
			break
		}
		gap, last = 0, r
		if e.HeadRows > 0 && f.repeats(r, e.Top, in) {
			again++
			continue
		}
		all, counts = append(all, r), append(counts, len(in))
	}
	if len(all) == 0 {
		return nil, last
	}
	slices.Sort(counts)
	usual := counts[len(counts)/2]
	for _, r := range all {
		in := f.within(r, e.Left, e.Right)
		if float64(len(in)) <= max(1, shape.thin*float64(usual)) || sums(f.t.Cell(r, in[0]).Text) {
			continue
		}
		if len(in)*10 <= usual*7 && slices.ContainsFunc(in, func(col int) bool { return sums(f.t.Cell(r, col).Text) }) {
			continue
		}
		rows = append(rows, r)
	}
	return rows, last
}

func (f *filledRows) within(r, left, right int) []int {
	cols := f.row(r).columns
	from, _ := slices.BinarySearch(cols, left)
	to, _ := slices.BinarySearch(cols, right+1)
	return cols[from:to]
}

// repeats reports whether a row repeats the headings, as on a new page.
func (f *filledRows) repeats(r, head int, in []int) bool {
	same := 0
	for _, col := range in {
		if model.Key(f.t.Cell(r, col).Text) == model.Key(f.t.Cell(head, col).Text) {
			same++
		}
	}
	return len(in) > 2 && same*10 >= len(in)*7
}

// Bodies are the rows under several headings of one grid; it looks at each row
// once.
type Bodies struct{ f *filledRows }

// NewBodies has looked at no row yet.
func NewBodies(t *grid.Table) *Bodies { return &Bodies{newFilledRows(t)} }

// Of gives the rows under headings that are known, by shape as [Extents] does: heads
// rows from top on, in the columns from left to right; sums knows names of totals.
func (b *Bodies) Of(top, heads, left, right int, sums func(string) bool) []int {
	e := Extent{Top: top, HeadRows: heads, Left: left, Right: right}
	rows, _ := b.f.body(&e, func(int) bool { return false }, sums)
	return rows
}

// Turned gives a grid with its rows and columns exchanged, for risks that stand
// in columns. Every cell keeps where it stood.
func Turned(t *grid.Table) *grid.Table {
	width := 0
	for _, row := range t.Rows {
		width = max(width, len(row))
	}
	out := *t
	out.Rows = make([][]grid.Cell, width)
	for col := range out.Rows {
		out.Rows[col] = make([]grid.Cell, len(t.Rows))
		for r := range t.Rows {
			c := *t.Cell(r, col)
			c.OriginRow, c.OriginCol = c.OriginCol, c.OriginRow
			c.RowSpan, c.ColSpan = c.ColSpan, c.RowSpan
			out.Rows[col][r] = c
		}
	}
	out.Fills = make([]grid.Filled, len(t.Fills))
	for i, x := range t.Fills {
		out.Fills[i] = grid.Filled{Row: x.Col, Col: x.Row, Fill: x.Fill}
	}
	slices.SortFunc(out.Fills, func(a, b grid.Filled) int {
		if a.Row != b.Row {
			return int(a.Row - b.Row)
		}
		return int(a.Col - b.Col)
	})
	return &out
}
