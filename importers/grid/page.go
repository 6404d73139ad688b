package grid

import "riskbok/rules/model"

// Page is one page of a document with running text. Lines stand in reading
// order.
type Page struct {
	Number        int // physical page from 1
	Place         int32
	Width, Height float64 // points
	Lines         []Line
}

// Line is one printed line. Size is the height of an em in points. Bold says
// that all of it is printed in a bold font. InTable says that it stands in a
// table, which is read as one.
type Line struct {
	Text    string
	Size    float64
	Bold    bool
	InTable bool
	At      model.Source // Box is set; Row counts the page's lines from 1
}
