// Package gridtest makes grids out of text, for the tests of what reads them:
// [Sheet].
package gridtest

import (
	"strings"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// Sheet makes a grid from text: a line a row, cells divided by "|", `\n` a line
// break within one. "<" merges a cell into the one to its left, "^" into the one
// above; "6 := C2*D2" is a formula that shows 6, "=6" one of which the text does
// not matter. A cell that is a whole number is a number.
func Sheet(name, text string) grid.Table {
	t := grid.Table{Name: name, Confidence: 1}
	for row, line := range strings.Split(strings.Trim(text, "\n"), "\n") {
		t.Rows = append(t.Rows, nil)
		if strings.TrimSpace(line) == "" {
			continue
		}
		for col, text := range strings.Split(line, "|") {
			t.Rows[row] = append(t.Rows[row], cell(&t, row, col, strings.TrimSpace(text)))
		}
	}
	return t
}

func cell(t *grid.Table, row, col int, text string) grid.Cell {
	c := grid.Cell{Text: strings.ReplaceAll(text, `\n`, "\n"), Kind: grid.Text, At: model.Source{Row: int32(row + 1), Col: int32(col + 1)}}
	if text == "<" || text == "^" {
		return merge(t, row, col, text == "^", c)
	}
	if strings.HasPrefix(text, "=") {
		c.Formula, c.Text = "F(1)", text[1:]
		return c
	}
	if shown, formula, ok := strings.Cut(text, ":="); ok {
		c.Formula, c.Text = strings.TrimSpace(formula), strings.TrimSpace(shown)
	}
	if _, whole := grid.ParseWhole(c.Text); whole {
		c.Kind = grid.Number
	}
	if c.Text == "" {
		c.Kind = grid.Empty
	}
	return c
}

func merge(t *grid.Table, row, col int, up bool, c grid.Cell) grid.Cell {
	from := grid.Cell{}
	if up {
		from = t.Rows[row-1][col]
		c.OriginRow, c.OriginCol = int32(row-1), int32(col)
	} else {
		from = t.Rows[row][col-1]
		c.OriginRow, c.OriginCol = int32(row), int32(col-1)
	}
	if from.Covered {
		c.OriginRow, c.OriginCol = from.OriginRow, from.OriginCol
	}
	origin := &t.Rows[c.OriginRow][c.OriginCol]
	origin.RowSpan = max(origin.RowSpan, int32(row)-c.OriginRow+1)
	origin.ColSpan = max(origin.ColSpan, int32(col)-c.OriginCol+1)
	c.Text, c.Kind, c.Covered = "", grid.Empty, true
	return c
}
