package grid

import "sort"

// Colour is a fill as it is shown, 0xRRGGBB.
type Colour uint32

// White is the fill of a cell that shows as one without fill.
const White Colour = 0xFFFFFF

// RGB gives the parts of a colour, 0 to 255.
func (c Colour) RGB() (r, g, b int) { return int(c >> 16 & 255), int(c >> 8 & 255), int(c & 255) }

// Palette lists the fills of a document; a cell's Fill is an index into it,
// and 0 is no fill. White is none either.
type Palette []Colour

// MaxPalette is how many fills of one document are told apart, no fill being
// one of them.
const MaxPalette = 256

// Filled is the fill of a cell that holds nothing else, at its indices in the
// table.
type Filled struct {
	Row, Col int32
	Fill     uint8
}

// Fill gives the fill that a reader sees at a position, that of the merged
// area where one covers it. Where the format tells no fills there are none.
func (t *Table) Fill(row, col int) (Colour, bool) {
	c := t.Cell(row, col)
	if c.Covered {
		row, col = int(c.OriginRow), int(c.OriginCol)
		c = t.Cell(row, col)
	}
	fill := c.Fill
	if fill == 0 {
		i := sort.Search(len(t.Fills), func(i int) bool {
			f := &t.Fills[i]
			return int(f.Row) > row || int(f.Row) == row && int(f.Col) >= col
		})
		if i < len(t.Fills) && int(t.Fills[i].Row) == row && int(t.Fills[i].Col) == col {
			fill = t.Fills[i].Fill
		}
	}
	if fill == 0 || int(fill) >= len(t.Palette) {
		return 0, false
	}
	return t.Palette[fill], true
}
