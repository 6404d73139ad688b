package tables

import (
	"riskbok/importers/pdf/geom"
	"riskbok/importers/pdf/text"
)

// Cell is one cell of a table. Row and Col are those of its first grid
// position, Rows and Cols how many it covers. Words is for the stage that
// fills the table; [Find] lets go of them, and with them of the page's glyphs.
type Cell struct {
	Row, Col, Rows, Cols int
	Box                  geom.Rect
	Text                 string
	Words                []text.Word
	Struck               bool // all of its words are struck through
	Page                 int  // index into the pages that Join was given

	printed []printed // its lines, from top to bottom
	later   int       // how many pages after the table's it was printed
}

// Table is one table of a page. Cells cover its grid of NumRows × NumCols
// without gaps, sorted by row and column.
type Table struct {
	Box              geom.Rect
	NumRows, NumCols int
	Cells            []Cell
	X                []float64 // the edges of the columns, NumCols+1
	Y                []float64 // the edges of the rows, NumRows+1
	Confidence       float64
	Ruled            bool
	Loose            bool // its rulings do not show all its rows and columns

	card  bool         // it holds one risk: headings beside what they say
	cols  columns      // of a table without rulings
	bases [][2]float64 // the first and the last baseline of each row, of a table without rulings
	wider []int        // how many pages later its further columns were printed
}

// At gives the cell that covers a grid position, or nil.
func (t *Table) At(row, col int) *Cell {
	for i := range t.Cells {
		c := &t.Cells[i]
		if row >= c.Row && row < c.Row+c.Rows && col >= c.Col && col < c.Col+c.Cols {
			return c
		}
	}
	return nil
}
