package grid

import (
	"riskbok/rules/model"
)

// normal holds the forms of a cell's text that are not the text itself.
type normal struct {
	clean, key     string
	cleaned, keyed bool
	stored         string // "": the text is what is stored
	scale          int32  // the power of ten between stored and shown
}

// What is known of a cell's text without a place of its own for it.
const (
	isClean uint8 = 1 << iota // the text is its own clean form
	isKey                     // and its own key
)

// longestKeptKey is the longest text whose key is kept: labels, headings,
// names and numbers, which are looked up again and again. The keys of long
// texts would cost a table as much memory as its texts.
const longestKeptKey = 64

// Clean gives [model.Clean] of the text, worked out once.
func (c *Cell) Clean() string {
	switch {
	case c.known&isClean != 0 || c.Text == "":
		return c.Text
	case c.normal != nil && c.normal.cleaned:
		return c.normal.clean
	}
	text := model.Clean(c.Text)
	if text == c.Text {
		c.known |= isClean
		return c.Text
	}
	n := c.form()
	n.clean, n.cleaned = text, true
	return text
}

// Key gives [model.Key] of the text, worked out once.
func (c *Cell) Key() string {
	switch {
	case c.known&isKey != 0 || c.Text == "":
		return c.Text
	case c.normal != nil && c.normal.keyed:
		return c.normal.key
	}
	key := model.KeyOfClean(c.Clean())
	switch {
	case key == c.Text:
		c.known |= isKey
	case len(key) <= longestKeptKey:
		n := c.form()
		n.key, n.keyed = key, true
	}
	return key
}

// form gives the cell's own place for forms of its text.
func (c *Cell) form() *normal {
	if c.normal == nil {
		c.normal = &normal{}
	}
	return c.normal
}

// Blank reports whether a reader sees nothing in the cell.
func (c *Cell) Blank() bool {
	for i := range len(c.Text) {
		switch b := c.Text[i]; {
		case b == ' ' || b == '\t' || b == '\r' || b == '\n':
		case b > ' ' && b < 0x7f:
			return false // a printed character of ASCII is never cleaned away
		default:
			return c.Clean() == ""
		}
	}
	return true
}

// Whole gives the whole number that the cell holds, as [ParseWhole] reads it:
// the stored one, whatever its format makes of it.
func (c *Cell) Whole() (int, bool) {
	if c.Kind == Number && c.normal != nil && c.normal.stored != "" {
		return parseWhole(c.normal.stored)
	}
	return parseWhole(c.Clean())
}

// Stored gives the number or day that the file holds, in the form of Text
// without a number format, and a text with what is struck through in it; elsewhere
// the text.
func (c *Cell) Stored() string {
	if c.normal != nil && c.normal.stored != "" {
		return c.normal.stored
	}
	return c.Text
}

// Zero reports whether the cell holds a bare 0, as a formula that refers to an
// empty cell gives, whatever its format makes of it.
func (c *Cell) Zero() bool {
	return c.Kind == Number && c.Stored() == "0" || c.Clean() == "0"
}

// Scale gives the power of ten by which the cell's number format multiplies
// what it shows: −3 where 1250000 stands as "1 250".
func (c *Cell) Scale() int32 {
	if c.normal == nil {
		return 0
	}
	return c.normal.scale
}

// Show makes the text what a reader sees, as the cell's number format or a
// struck run makes it, multiplied by a power of ten; what was the text is Stored from then on.
func (c *Cell) Show(text string, scale int32) {
	c.normal = &normal{stored: c.Stored(), scale: scale}
	c.known, c.Text = 0, text
}
