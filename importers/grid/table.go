// Package grid is the narrow waist that every tabular format passes through:
// a workbook sheet or a table on a page becomes a [Table] of [Cell]s, and all
// that knows headings and meanings (importers/plan) reads nothing else.
package grid

import "riskbok/rules/model"

// Kind says what a cell holds.
type Kind uint8

// The kinds of cells.
const (
	Empty Kind = iota
	Text
	Number
	Bool
	Date  // Text is the ISO 8601 day
	Error // Text is the error value, "#N/A"
)

// Cell is one cell as it stood. Text is exact: a number in its shortest form
// with a decimal point, a date in ISO 8601, a text to the letter. Where the
// cell's number format shows a number otherwise, Text is what is shown ("R1",
// "1.10", "25 %", and "2025" for a day of which only the year is) and
// [Cell.Stored] the number. A cell that
// a merged area covers has Covered set, no text of its own, and the row and
// column of the area's first cell (indices into the table) in OriginRow and
// OriginCol; the first cell has the area's size in RowSpan and ColSpan (0 and
// 1 both mean one). Fill is the cell's colour in its table's Palette; see
// [Table.Fill].
//
// A cell keeps the forms of its text that were asked for ([Cell.Clean],
// [Cell.Key]), so Text must not change after the first question, and one
// goroutine at a time reads a table.
type Cell struct {
	Text, Formula        string
	Kind                 Kind
	Uncalculated         bool // a formula whose result is not stored and could not be computed
	Covered              bool
	Fill                 uint8
	known                uint8 // of the text: isClean, isKey
	OriginRow, OriginCol int32
	RowSpan, ColSpan     int32
	At                   model.Source
	normal               *normal // other forms of the text; nil where there are none
}

// Table is a rectangle of cells: a whole sheet, or one table of a page. Rows
// may be shorter than the table is wide; [Table.Cell] fills in. Above are the
// lines of text over a table that has its own place on a page, nearest last.
// Prose is the running text of its pages and those before, which no table took.
// Fills are those of cells that hold nothing else, by row and column. Collected
// says that riskbok gave the sheet to one owner to fill in.
//
// Boxes are the texts that a sheet shows over its cells, as its readers meet them
// from the top; Edges the lines of its page headers and footers, which stand in no
// row. What its cells state goes before both.
//
// Areas are the parts that the document itself calls tables or filters by.
type Table struct {
	Name       string
	Doc, Place int32
	Rows       [][]Cell
	Above      []Cell
	Prose      []Cell
	Boxes      []Box
	Edges      []Cell
	Palette    Palette
	Fills      []Filled
	Areas      []Area
	Collected  bool
	Dated      []int32 // columns from 1 whose numbers are shown as dates of 1900
	Confidence float64 // 1 where the format itself says what is a cell
}

// Area is a part of a table that its document calls one, or filters by the
// headings in its first row: HeadRows rows of headings.
type Area struct {
	Region
	HeadRows int
}

// Heads reports whether a row is one of headings of an area that the document
// itself states.
func (t *Table) Heads(row int) bool {
	for i := range t.Areas {
		if a := &t.Areas[i]; row >= a.Top && row < a.Top+a.HeadRows {
			return true
		}
	}
	return false
}

// Cell gives the cell at a row and column counted from 0. Outside the stored
// rows it is an empty cell at its right source.
func (t *Table) Cell(row, col int) *Cell {
	if row >= 0 && row < len(t.Rows) && col >= 0 && col < len(t.Rows[row]) {
		return &t.Rows[row][col]
	}
	return &Cell{At: model.Source{Doc: t.Doc, Place: t.Place, Row: int32(row + 1), Col: int32(col + 1)}}
}

// Resolved gives the cell that speaks for a position: the first cell of the
// merged area that covers it, or the cell itself.
func (t *Table) Resolved(row, col int) *Cell {
	c := t.Cell(row, col)
	if c.Covered {
		return t.Cell(int(c.OriginRow), int(c.OriginCol))
	}
	return c
}
