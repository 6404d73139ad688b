package plan

import (
	"strings"

	"riskbok/config"
	"riskbok/importers/grid"
	"riskbok/importers/source"
	"riskbok/rules/model"
)

// sheet makes a grid from text: a line a row, cells divided by "|". "<" merges
// a cell into the one to its left, "^" into the one above; "=x" is a formula
// that shows x.
func sheet(name, text string) grid.Table {
	t := grid.Table{Name: name, Confidence: 1}
	for row, line := range strings.Split(strings.Trim(text, "\n"), "\n") {
		t.Rows = append(t.Rows, nil)
		if strings.TrimSpace(line) == "" {
			continue
		}
		for col, text := range strings.Split(line, "|") {
			text = strings.ReplaceAll(strings.TrimSpace(text), `\n`, "\n")
			c := grid.Cell{Text: text, Kind: grid.Text, At: model.Source{Row: int32(row + 1), Col: int32(col + 1)}}
			switch _, whole := grid.ParseWhole(text); {
			case text == "":
				c.Kind = grid.Empty
			case text == "<" || text == "^":
				c = merge(&t, row, col, text == "^", c)
			case strings.HasPrefix(text, "="):
				c.Text, c.Formula = text[1:], "F(1)"
			case whole:
				c.Kind = grid.Number
			}
			t.Rows[row] = append(t.Rows[row], c)
		}
	}
	return t
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

// read reads sheets as the sheets of one workbook.
func read(file string, sheets ...grid.Table) *model.Document {
	doc := &model.Document{File: file, Kind: model.KindWorkbook}
	for i := range sheets {
		doc.Places = append(doc.Places, model.Place{File: file, Sheet: sheets[i].Name})
		sheets[i].Place = int32(i)
		for r := range sheets[i].Rows {
			for c := range sheets[i].Rows[r] {
				sheets[i].Rows[r][c].At.Place = int32(i)
			}
		}
	}
	Read(doc, sheets, source.Options{Vocabulary: config.Vocabulary()})
	return doc
}
