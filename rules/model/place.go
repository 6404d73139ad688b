package model

import (
	"slices"
	"strconv"
)

// File is one input or output: its name as the user knows it and its bytes.
// ID numbers the inputs of a run; every [Source] read from a file carries it.
type File struct {
	ID   int32
	Name string
	Data []byte
}

// Place is one sheet of a workbook or one table or page of another document.
type Place struct {
	File  string
	Sheet string // "" outside workbooks
	Page  int    // physical page from 1; 0 in workbooks
	Title string // the printed title above a table, where there is one

	Hidden     bool    // the sheet is hidden, or very hidden
	Idle       bool    // the sheet holds something, but nothing that is known
	Recognized bool    // the text was recognized in a picture of the page (OCR)
	Unseen     *Unseen // what else of the sheet a reader does not see; nil: nothing
}

// Unseen is what of a sheet is hidden or struck through. It is read all the
// same, and what rests on it says so. Rows and columns
// are spans, first and last, that rise.
type Unseen struct {
	Rows, Cols [][2]int32
	Dated      [][2]int32        // columns whose numbers are shown as dates of 1900
	StruckRows [][2]int32        // most of what such a row holds is struck through
	Struck     map[[2]int32]bool // struck cells, by row and column; false: only a part, which is not read
}

// Sight says why a reader does not see what stands in a cell, or not as a text
// that holds.
type Sight string

// The reasons, "" where all is seen.
const (
	Seen         Sight = ""
	HiddenSheet  Sight = "sheet"
	HiddenRow    Sight = "row"
	HiddenColumn Sight = "column"
	StruckRow    Sight = "struck-row"
	StruckOut    Sight = "struck"
	ShownAsDates Sight = "dates"         // numbers in a format of dates
	StruckPartly Sight = "struck-partly" // what is struck is not read
)

// Sight tells whether a reader sees what stands at a source in the place.
func (p *Place) Sight(s Source) Sight {
	u := p.Unseen
	var whole, struck bool
	if u != nil {
		whole, struck = u.Struck[[2]int32{s.Row, s.Col}]
	}
	switch {
	case p.Hidden:
		return HiddenSheet
	case u == nil:
	case within(u.Rows, s.Row):
		return HiddenRow
	case within(u.Cols, s.Col):
		return HiddenColumn
	case within(u.StruckRows, s.Row):
		return StruckRow
	case whole:
		return StruckOut
	case struck:
		return StruckPartly
	case within(u.Dated, s.Col):
		return ShownAsDates
	}
	return Seen
}

func within(spans [][2]int32, n int32) bool {
	_, found := slices.BinarySearchFunc(spans, n, func(s [2]int32, n int32) int {
		switch {
		case s[1] < n:
			return -1
		case s[0] > n:
			return 1
		}
		return 0
	})
	return n > 0 && found
}

// Rect is a box on a page in points, origin at the lower left corner.
type Rect struct{ X0, Y0, X1, Y1 float32 }

// Source says where a value stood. It is small because it stands on every
// value: Doc is the [File] ID, Place an index into the document's Places, Row
// and Col count from 1 (0: none). Box is set where the document has pages.
type Source struct {
	Doc, Place, Row, Col int32
	Box                  Rect
}

// IsZero reports whether the source stands nowhere: what was not found has no
// row, no column and no box.
func (s Source) IsZero() bool { return s.Row == 0 && s.Col == 0 && s.Box == Rect{} }

// Cell gives the reference as a workbook user writes it ("F8"), or "" for a
// source without row and column.
func (s Source) Cell() string {
	if s.Row <= 0 || s.Col <= 0 {
		return ""
	}
	return ColumnName(int(s.Col)) + strconv.Itoa(int(s.Row))
}

// ColumnName gives the letters of a column counted from 1: 1 is "A", 28 "AB".
func ColumnName(col int) string {
	var b [8]byte
	i := len(b)
	for ; col > 0 && i > 0; col = (col - 1) / 26 {
		i--
		b[i] = byte('A' + (col-1)%26)
	}
	return string(b[i:])
}

// Less orders sources as a reader meets them: file, place, row, column.
func (s Source) Less(o Source) bool {
	switch {
	case s.Doc != o.Doc:
		return s.Doc < o.Doc
	case s.Place != o.Place:
		return s.Place < o.Place
	case s.Row != o.Row:
		return s.Row < o.Row
	}
	return s.Col < o.Col
}
