package planted

import (
	"bytes"
	"sort"
	"strconv"
	"time"

	"github.com/xuri/excelize/v2"

	"riskbok/rules/model"
)

// canvas is one sheet before it is written.
type canvas struct {
	name   string
	cells  map[spot]Cell
	bold   map[spot]bool
	filled map[spot]string // colour of the cell
	merges [][2]spot
	hidden []int
	widths map[int]float64
}

func newCanvas(name string) *canvas {
	return &canvas{name: name, cells: map[spot]Cell{}, bold: map[spot]bool{}, filled: map[spot]string{}, widths: map[int]float64{}}
}

func (c *canvas) text(row, col int, s string) { c.cells[spot{row, col}] = Cell{Text: s} }

func (c *canvas) head(row, col int, s string) {
	c.text(row, col, s)
	c.bold[spot{row, col}] = true
}

func (c *canvas) setNumber(row, col, n int) {
	c.cells[spot{row, col}] = Cell{Text: strconv.Itoa(n), Number: true}
}

func (c *canvas) merge(from, to spot) {
	if from != to {
		c.merges = append(c.merges, [2]spot{from, to})
	}
}

func (s spot) ref() string {
	if s.row == 0 {
		return ""
	}
	return model.ColumnName(s.col) + strconv.Itoa(s.row)
}

// region is a part of a sheet: from a cell on rightwards, and downwards to a
// row; 0 is its end.
type region struct {
	sheet string
	from  spot
	until int
}

func (g region) holds(sheet string, at spot) bool {
	return g.sheet == sheet && at.row >= g.from.row && at.col >= g.from.col && (g.until == 0 || at.row <= g.until)
}

// last gives the last row that holds anything.
func (c *canvas) last() int {
	row := 0
	for s := range c.cells {
		row = max(row, s.row)
	}
	return row
}

// byRow gives the filled cells of each row, rows and columns in order.
func (c *canvas) byRow() (rows []int, cells map[int][]int) {
	cells = map[int][]int{}
	for s := range c.cells {
		cells[s.row] = append(cells[s.row], s.col)
	}
	for row := range cells {
		sort.Ints(cells[row])
		rows = append(rows, row)
	}
	sort.Ints(rows)
	return rows, cells
}

// calculated reports whether a cell has a formula with a stored result.
func (c *canvas) calculated() bool {
	for _, cell := range c.cells {
		if cell.Formula != "" && !cell.Auto {
			return true
		}
	}
	return false
}

type styles struct {
	bold, date, wrap int
	fills            map[string]int
}

// workbook writes sheets in their order. Sheets with formulas are streamed,
// which stores a formula and its result; the others share their strings.
func workbook(sheets []*canvas) ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	var st styles
	for _, s := range []struct {
		id    *int
		style excelize.Style
	}{
		{&st.bold, excelize.Style{Font: &excelize.Font{Bold: true}, Alignment: &excelize.Alignment{WrapText: true}}},
		{&st.date, excelize.Style{NumFmt: 14}},
		{&st.wrap, excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}}},
	} {
		id, err := f.NewStyle(&s.style)
		if err != nil {
			return nil, err
		}
		*s.id = id
	}
	if err := st.addFills(f, sheets); err != nil {
		return nil, err
	}
	for i, c := range sheets {
		if i == 0 {
			if err := f.SetSheetName("Sheet1", c.name); err != nil {
				return nil, err
			}
		} else if _, err := f.NewSheet(c.name); err != nil {
			return nil, err
		}
		write := c.plain
		if c.calculated() {
			write = c.stream
		}
		if err := write(f, st); err != nil {
			return nil, err
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func (st *styles) addFills(f *excelize.File, sheets []*canvas) error {
	st.fills = map[string]int{}
	for _, c := range sheets {
		for _, colour := range c.filled {
			if st.fills[colour] > 0 {
				continue
			}
			id, err := f.NewStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}})
			if err != nil {
				return err
			}
			st.fills[colour] = id
		}
	}
	return nil
}

func (c *canvas) style(at spot, cell Cell, st styles) int {
	switch {
	case c.filled[at] != "":
		return st.fills[c.filled[at]]
	case !cell.Date.IsZero():
		return st.date
	case c.bold[at]:
		return st.bold
	}
	return st.wrap
}

// value gives what is stored for a cell: a number where it is written as one.
func (cell Cell) value() any {
	switch {
	case !cell.Date.IsZero():
		return int(cell.Date.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)
	case cell.Number && cell.Text != "":
		if f, err := strconv.ParseFloat(cell.Text, 64); err == nil {
			return f
		}
	}
	return cell.Text
}

func (c *canvas) stream(f *excelize.File, st styles) error {
	w, err := f.NewStreamWriter(c.name)
	if err != nil {
		return err
	}
	for col, width := range c.widths {
		if err := w.SetColWidth(col, col, width); err != nil {
			return err
		}
	}
	for _, col := range c.hidden {
		if err := w.SetColVisible(col, col, false); err != nil {
			return err
		}
	}
	rows, cells := c.byRow()
	for _, row := range rows {
		var values []any
		for _, col := range cells[row] {
			at := spot{row, col}
			cell := c.cells[at]
			for len(values) < col-1 {
				values = append(values, nil)
			}
			values = append(values, excelize.Cell{StyleID: c.style(at, cell, st), Formula: cell.Formula, Value: cell.value()})
		}
		if err := w.SetRow("A"+strconv.Itoa(row), values); err != nil {
			return err
		}
	}
	for _, m := range c.merges {
		if err := w.MergeCell(m[0].ref(), m[1].ref()); err != nil {
			return err
		}
	}
	return w.Flush()
}

func (c *canvas) plain(f *excelize.File, st styles) error {
	rows, cells := c.byRow()
	for _, row := range rows {
		for _, col := range cells[row] {
			at := spot{row, col}
			cell := c.cells[at]
			var err error
			if cell.Formula != "" {
				err = f.SetCellFormula(c.name, at.ref(), cell.Formula) // its result is left to the reader
			} else {
				err = f.SetCellValue(c.name, at.ref(), cell.value())
			}
			if err != nil {
				return err
			}
			if err := f.SetCellStyle(c.name, at.ref(), at.ref(), c.style(at, cell, st)); err != nil {
				return err
			}
		}
	}
	for _, m := range c.merges {
		if err := f.MergeCell(c.name, m[0].ref(), m[1].ref()); err != nil {
			return err
		}
	}
	for col, width := range c.widths {
		name := model.ColumnName(col)
		if err := f.SetColWidth(c.name, name, name, width); err != nil {
			return err
		}
	}
	for _, col := range c.hidden {
		if err := f.SetColVisible(c.name, model.ColumnName(col), false); err != nil {
			return err
		}
	}
	return nil
}
