package proceedings

// Paper is what is printed: lines at the head and foot of every page, and
// blocks in between.
type Paper struct {
	Head, Foot []Strip
	Blocks     []Block
}

// Strip is one line at the head or foot of every page. "{page}" and "{pages}"
// stand for the numbers.
type Strip struct{ Left, Middle, Right string }

// Block is a paragraph, a line of columns or a row of a table. Sizes and
// distances are in points.
type Block struct {
	Cells     []Cell // one: a paragraph that wraps; several: columns
	Size      float64
	Bold      bool
	Italic    bool
	Indent    float64
	Before    float64 // space above
	NewPage   bool    // begins a page
	Table     bool    // a row of a table with rulings
	Rise      float64 // so much higher, into the header of the page, where the printer can
	Room      float64 // the width in which a paragraph wraps; 0 for all
	Beside    string  // stands on its first line, at the right margin
	Label     string  // stands on its first line, at the left margin
	LabelBold bool
}

// Cell is the text of a column and where it begins, from the left margin; or,
// with Right, at the right margin.
type Cell struct {
	Text  string
	At    float64
	Right bool
}

// The page, A4, in points.
const (
	pageWidth  = 595
	pageHeight = 842
	marginSide = 71
	marginTop  = 110
	marginFoot = 95
	textSize   = 11
	textWidth  = pageWidth - 2*marginSide
)

func text(s string) Block { return Block{Cells: []Cell{{Text: s}}, Size: textSize} }

func (b Block) gap(points float64) Block { b.Before = points; return b }
