package budget

import (
	"strings"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"riskbok/exporters/workbook"
)

// chart is a chart and the cell that its corner stands in.
type chart struct {
	row, col int
	chart    *excelize.Chart
}

// sheet gathers one sheet with its charts.
type sheet struct {
	*workbook.Sheet
	charts []chart
	frozen int             // rows that stay in sight, 0: none
	beside []workbook.Span // what was read where, and what stood there: no matter of the sheet
}

// aside marks a column from one row to another as beside the matter.
func (s *sheet) aside(col, first, last int) {
	s.beside = append(s.beside, workbook.Span{Row: first, From: col, Last: last, To: col})
}

// newSheet begins a sheet with its tab, headed by a title with the year and by
// the board. The title is the tab's name where there is none.
func (b *builder) newSheet(tab, title string, widths ...float64) *sheet {
	s := &sheet{Sheet: workbook.NewSheet(b.tabName(tab), widths...)}
	if title == "" {
		title = s.Name
	}
	if y := yearText(b.book.Year); y != "" && !strings.Contains(title, y) {
		title += " " + y
	}
	s.text(rowTitle, 0, title, workbook.LookTitle)
	if b.book.Board != "" {
		s.text(rowBoard, 0, b.book.Board, workbook.LookLine)
	}
	return s
}

func (s *sheet) text(row, col int, text string, l workbook.Look) {
	s.Set(row, col, workbook.Cell{Value: text, Look: l})
}

func (s *sheet) amount(row, col int, d decimal.Decimal, l workbook.Look) {
	s.Set(row, col, workbook.Cell{Value: d.InexactFloat64(), Look: l})
}

func (s *sheet) formula(row, col int, formula string, d decimal.Decimal, l workbook.Look) {
	s.Set(row, col, workbook.Cell{Value: d.InexactFloat64(), Formula: formula, Look: l})
}

// fill gives the empty cells of a row from one column to another a look.
func (s *sheet) fill(row, from, to int, l workbook.Look) {
	for col := from; col <= to; col++ {
		if row >= len(s.Rows) || col >= len(s.Rows[row]) || s.Rows[row][col] == (workbook.Cell{}) {
			s.Set(row, col, workbook.Cell{Look: l})
		}
	}
}

// area gives a range on a sheet with both corners fixed, as charts have it.
func (s *sheet) area(row, col, lastRow, lastCol int) string {
	out := workbook.Quoted(s.Name) + "!" + workbook.Absolute(row, col)
	if row != lastRow || col != lastCol {
		out += ":" + workbook.Absolute(lastRow, lastCol)
	}
	return out
}

// emptyRow is the height of a row without text, in points. It is set on every
// row, since programs differ in what they take where nothing is said, and
// charts would slide over what stands below.
const emptyRow = 15
