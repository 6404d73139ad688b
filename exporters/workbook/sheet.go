package workbook

// Cell is one cell to write. A formula has no equals sign, and value is then
// its result, stored for programs that do not calculate.
type Cell struct {
	Value   any // string, int or float64; nil leaves the cell empty
	Formula string
	Look    Look
}

// Span is a merged area: rows and columns counted from 0, both ends included.
type Span struct{ Row, From, Last, To int }

// Sheet gathers one sheet before it is written, rows and columns from 0. What
// stands from Frozen on is written by [Book.Add] alone.
type Sheet struct {
	Name    string
	Widths  []float64
	Rows    [][]Cell
	Heights map[int]float64 // the least height of a row, in points
	Spans   []Span
	Notes   []Note
	Links   []Link
	Hidden  []int // columns
	Scale   uint  // per cent at which it is printed, 0 makes it as wide as the paper
	Breaks  []int // rows that begin a new page where Scale is given: Excel leaves breaks out where it fits a sheet to the paper
	Tall    []int // rows whose text is higher than a row can be
	Cut     []Place

	Frozen    Place // the first cell that is not kept in sight; the first of all for none
	Tail      *Tail
	Protected bool // the cells that are marked so are locked, without a password
	Table     *Table
	Tinted    []Tinted
	Choices   []Choice
	Names     []DefinedName // of this sheet alone
	Footer    string
}

// Table is the headings and rows of a sheet, down to the last one, as a named table
// with a filter; with the filter alone where two headings are alike, which a named
// table forbids.
type Table struct {
	Name             string
	Heading, Columns int
}

// Tinted is an area and the rules that colour it, for its first cell; the first that
// holds wins.
type Tinted struct {
	Area  string
	Rules []Rule
}

// Rule is a condition, a formula without its equals sign, and what it does.
type Rule struct {
	Formula string
	Tint    Tint
}

// Choice puts a drop-down on an area. List is a formula that gives what to choose
// from. A strict one refuses other values, else it only asks.
type Choice struct {
	Area, List, Title, Message string
	Strict                     bool
}

// Place is a cell whose text was cut at what a cell can hold.
type Place struct{ Row, Col int }

// Note is the remark of a cell: where it came from.
type Note struct {
	Row, Col int
	Text     string
}

// Link leads from a cell to one of another sheet of the workbook.
type Link struct {
	Row, Col   int
	Sheet, Ref string
}

// NewSheet begins a sheet with columns of so many characters.
func NewSheet(name string, widths ...float64) *Sheet {
	return &Sheet{Name: name, Widths: widths, Heights: map[int]float64{}}
}

// Set puts a cell in its place; a text becomes what a cell can hold.
func (s *Sheet) Set(row, col int, c Cell) {
	for len(s.Rows) <= row {
		s.Rows = append(s.Rows, nil)
	}
	if cells := s.Rows[row]; col >= len(cells) {
		if cells == nil {
			cells = make([]Cell, 0, max(col+1, len(s.Widths)))
		}
		s.Rows[row] = append(cells, make([]Cell, col+1-len(cells))...)
	}
	if text, ok := c.Value.(string); ok {
		var cut bool
		if c.Value, cut = CellText(text); cut {
			s.Cut = append(s.Cut, Place{row, col})
		}
		c.Look.Quoted = c.Formula == "" && LooksLikeFormula(text)
	}
	s.Rows[row][col] = c
}

// Link makes a cell lead to one of another sheet.
func (s *Sheet) Link(row, col int, sheet, ref string) {
	s.Links = append(s.Links, Link{row, col, sheet, ref})
}

// Note puts a remark on a cell.
func (s *Sheet) Note(row, col int, text string) {
	s.Notes = append(s.Notes, Note{row, col, text})
}

// Merge joins the cells of a row from one column to another. Those that are
// covered get the look of the first, so that its border goes all round.
func (s *Sheet) Merge(row, from, to int) {
	if to <= from {
		return
	}
	s.Spans = append(s.Spans, Span{row, from, row, to})
	for col := from + 1; col <= to; col++ {
		s.Set(row, col, Cell{Look: s.Rows[row][from].Look})
	}
}

// height estimates the row height that shows every text of a row whole.
func (s *Sheet) height(row int) float64 {
	best, fits := s.measured(row, s.Rows[row])
	if !fits {
		s.Tall = append(s.Tall, row)
	}
	return best
}

// measured gives the height that cells need in a row, and whether a row can be that
// high.
func (s *Sheet) measured(row int, cells []Cell) (best float64, fits bool) {
	best, fits = s.Heights[row], true
	for col := range cells {
		c := &cells[col]
		text, ok := c.Value.(string)
		if !ok || text == "" {
			if c.Value != nil {
				h, _ := c.Look.Font.Height(1)
				best = max(best, h)
			}
			continue
		}
		n := 1
		if !c.Look.NoWrap {
			n = c.Look.Font.Lines(text, s.Width(row, col))
		}
		h, f := c.Look.Font.Height(n)
		best, fits = max(best, h), fits && f
	}
	return best, fits
}

// Pixels is how wide the first n columns are on a screen of 96 dots an inch;
// columns after the last one given are as wide as that.
func (s *Sheet) Pixels(n int) float64 {
	total := 0.0
	for i := range n {
		total += 7*s.Widths[min(i, len(s.Widths)-1)] + 5
	}
	return total
}

// Width is the room of a cell, with all columns it is merged over.
func (s *Sheet) Width(row, col int) float64 {
	w := s.Widths[min(col, len(s.Widths)-1)]
	for _, m := range s.Spans {
		if m.Row == row && m.From == col {
			for c := col + 1; c <= m.To; c++ {
				w += s.Widths[c]
			}
		}
	}
	return w
}
