package pdf

import (
	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// Pages is what was read from one file. Tables that go on over a page break
// are joined; the Place of each cell's source is an index into Places and
// gives its real page. Damage lists what could not be read.
type Pages struct {
	Pages  []Page
	Tables []grid.Table
	Places []model.Place
	Damage []model.Damage
}

// Page is one page. Number is its physical number from 1, Place its index in
// Places. Words and Lines hold all its text, that in tables included, in
// reading order; Width and Height are in points, as displayed.
type Page struct {
	Number        int
	Place         int32
	Width, Height float64
	Words         []Word
	Lines         []Line
	Tables        []int // indices of the tables with a part on this page
}

// Word is a word and its box in points, origin at the lower left corner of
// the page as displayed. Bold is the weight of its font.
type Word struct {
	Text string
	Box  model.Rect
	Bold bool
}

// Line is a printed line. Size is the height of an em in points. Table says
// that it stands in a table.
type Line struct {
	Text   string
	Box    model.Rect
	Size   float64
	Spaces []float32 // gap before each word but the first, in em
	Table  bool
}
