package evidence

import (
	"slices"

	"riskbok/importers/grid"
)

// readLettered reads a column of values that are all written with the same letter
// before them ("R12").
func (b *Body) readLettered(c *Column) {
	values, letters := slices.Clone(c.values), map[string]bool{}
	for i, cell := range c.cells {
		if c.keys[i] == "" {
			continue
		}
		letter, v, ok := grid.LetteredValue(cell.Text)
		if !ok {
			return
		}
		letters[letter], values[i] = true, v
	}
	if len(letters) == 1 {
		c.values, c.share.values = values, 1
	}
}
