package correction

import (
	"strconv"

	"riskbok/exporters/correction/opc"
	"riskbok/rules/model"
	"riskbok/rules/model/formula"
)

// position is a cell's column and row, from 1.
type position struct{ col, row int }

func (p position) String() string { return model.ColumnName(p.col) + strconv.Itoa(p.row) }

// parsePosition reads "F8" or "$F$8"; ok is false for anything else.
func parsePosition(s string) (position, bool) {
	row, col, ok := formula.CellRef(s)
	return position{col, row}, ok
}

// The size of a sheet.
const (
	maxRow = formula.MaxRows
	maxCol = formula.MaxCols
)

// area is a rectangle of cells of one sheet, both corners included.
type area struct {
	sheet          int
	c1, r1, c2, r2 int
}

func (a area) has(sheet int, p position) bool {
	return a.sheet == sheet && a.c1 <= p.col && p.col <= a.c2 && a.r1 <= p.row && p.row <= a.r2
}

func (a area) size() int { return (a.c2 - a.c1 + 1) * (a.r2 - a.r1 + 1) }

// parseArea reads "A1:B2" or "A1".
func parseArea(s string, sheet int) (area, bool) {
	first, last, ok := formula.Area(s)
	return area{sheet, first.Col, first.Row, last.Col, last.Row}, ok
}

// cell is one cell element of a sheet part and the spans of what it consists
// of: the opening tag, and the formula, value and inline text elements whole.
type cell struct {
	at                     position
	whole, open            opc.Span
	formula, value, inline opc.Span
	kind                   string // the t attribute: "" number, "s", "str", "inlineStr", "b", "e", "d"
	style                  int    // −1 where the cell names none
	meta                   bool   // it has metadata, as the formulas have whose results spill
}

// row is one row element; cells are filled in for wanted rows only.
type row struct {
	number int
	tag    opc.Tag
	end    int // where the content ends: the closing tag, or the tag's own end
	style  int // −1 where the row has none of its own
	cells  []cell
}

// layout is what of a sheet part an edit needs to know.
type layout struct {
	data      []byte
	prefix    string // of the sheet's elements: "" or "x:"
	sheetData opc.Tag
	dataEnd   int         // where the rows end
	rows      map[int]row // wanted rows that exist
	after     map[int]int // wanted row that does not → where it belongs
	columns   []columnStyle
	widths    []columnWidth
	merged    []area
	used      area // the rectangle that cells stand in
	hidden    map[int]bool
	hiding    bool // rows that the part does not name are hidden
}

type columnStyle struct{ from, to, style int }

// find gives a cell of a wanted row, or nil.
func (l *layout) find(p position) *cell {
	r, ok := l.rows[p.row]
	if !ok {
		return nil
	}
	for i := range r.cells {
		if r.cells[i].at == p {
			return &r.cells[i]
		}
	}
	return nil
}

// styleAt gives the style that a cell shows: its own, else its row's, else its
// column's, else 0.
func (l *layout) styleAt(p position, c *cell) int {
	if c != nil {
		return max(c.style, 0)
	}
	if r, ok := l.rows[p.row]; ok && r.style >= 0 {
		return r.style
	}
	for _, col := range l.columns {
		if col.from <= p.col && p.col <= col.to {
			return col.style
		}
	}
	return 0
}

// covered reports whether a merged area hides the cell.
func (l *layout) covered(p position) bool {
	for _, m := range l.merged {
		if m.has(0, p) && (p.col != m.c1 || p.row != m.r1) {
			return true
		}
	}
	return false
}
