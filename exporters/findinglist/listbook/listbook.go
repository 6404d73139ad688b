// Package listbook writes workbooks that are lists: sheets with a title, a
// note and one table that can be filtered, printed on A4, whose cells may lead
// to cells of other files. [Write] gives the bytes, the same for the same list.
//
// The parts are written as text and not through a spreadsheet library: excelize
// looks for an existing link cell by cell, which is quadratic, and cannot
// write a link that has both a file and a cell.
package listbook

import (
	"fmt"

	"riskbok/exporters/workbook"
)

// Book is a workbook to write. Title and Subject are its document properties,
// Language the tag of its texts, Version the program's own. Page is the right
// half of the footer, with "&P" for the page and "&N" for how many there are.
type Book struct {
	Title, Subject, Language, Page string
	Sheets                         []Sheet
}

// Sheet is one list. Name must be a sheet's name by Excel's rules; Table is the
// name of the table, Empty what stands in place of a list without rows.
type Sheet struct {
	Name, Title, Note, Table, Empty string
	Columns                         []Column
	Rows                            [][]Cell
}

// Column is a heading, which must be unlike the others, and a width in
// characters.
type Column struct {
	Heading string
	Width   float64
	Center  bool
}

// Cell is one text of a list. A Number is written as a number where it has
// one. Text is never taken for a formula; what is longer than a cell can hold is
// cut and ends with an ellipsis.
type Cell struct {
	Text     string
	Number   int
	IsNumber bool
	Tone     Tone
	Link     Link
}

// Tone is the ground of a cell. It repeats what the text says, and says
// nothing alone.
type Tone int

// The tones.
const (
	Plain Tone = iota
	Red
	Yellow
	Blue
	Green
	Grey
)

// Link leads to a cell of a file, or to the file where Cell is "". The file's
// name is relative to where the list is kept, or absolute.
type Link struct{ File, Sheet, Cell string }

// Text makes a plain cell.
func Text(s string) Cell { return Cell{Text: s} }

// Write gives the workbook.
func Write(b Book) ([]byte, error) {
	if len(b.Sheets) == 0 {
		return nil, fmt.Errorf("list: expected a sheet, found none")
	}
	p := &pack{book: b}
	for i := range b.Sheets {
		p.sheet(i)
	}
	return workbook.Pack(append(p.front(), p.parts...))
}

// whole gives a part whose text is known.
func whole(name string, texts ...string) *workbook.Part {
	w := workbook.NewPart(name)
	w.Text(texts...)
	return w
}

// pack gathers the parts of the package. Tables are numbered through the book.
type pack struct {
	book   Book
	parts  []*workbook.Part
	tables []int // sheet → its table's number, 0 without
	last   int
}
