package controlplan

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"riskbok/rules/model"
)

// cell is one cell to write. A formula has no equals sign, and value is then
// its result, stored for programs that do not calculate.
type cell struct {
	value   any // string, int or float64; nil leaves the cell empty
	formula string
	look    look
}

// span is a merged area: rows and columns counted from 0, both ends included.
type span struct{ row, from, last, to int }

// sheet gathers one sheet before it is written, rows and columns from 0.
type sheet struct {
	name    string
	widths  []float64
	rows    [][]cell
	heights map[int]float64 // the least height of a row, in points
	spans   []span
	notes   []note
	hidden  []int // columns
	tall    []int // rows whose text is higher than a row can be
	cut     []place
}

// place is a cell whose text was cut at what a cell can hold.
type place struct{ row, col int }

// note is the remark of a cell: where it came from.
type note struct {
	row, col int
	text     string
}

func (s *sheet) set(row, col int, c cell) {
	for len(s.rows) <= row {
		s.rows = append(s.rows, nil)
	}
	for len(s.rows[row]) <= col {
		s.rows[row] = append(s.rows[row], cell{})
	}
	if text, ok := c.value.(string); ok {
		var cut bool
		if c.value, cut = cellText(text); cut {
			s.cut = append(s.cut, place{row, col})
		}
		c.look.quoted = c.formula == "" && looksLikeFormula(text)
	}
	s.rows[row][col] = c
}

// merge joins the cells of a row from one column to another. Those that are
// covered get the look of the first, so that its border goes all round.
func (s *sheet) merge(row, from, to int) {
	if to <= from {
		return
	}
	s.spans = append(s.spans, span{row, from, row, to})
	for col := from + 1; col <= to; col++ {
		s.set(row, col, cell{look: s.rows[row][from].look})
	}
}

// ref gives a cell's reference from row and column counted from 0.
func ref(row, col int) string {
	return model.Source{Row: int32(row + 1), Col: int32(col + 1)}.Cell()
}

// absolute gives the reference with both parts fixed, "$A$5".
func absolute(row, col int) string {
	name := ref(row, col)
	i := strings.IndexAny(name, "0123456789")
	return "$" + name[:i] + "$" + name[i:]
}

// quoted gives a sheet's name as a formula refers to it: as it is where it is
// one word of letters that can be no column's name, else in apostrophes.
func quoted(name string) string {
	plain := utf8.RuneCountInString(name) > 3
	for _, r := range name {
		plain = plain && unicode.IsLetter(r)
	}
	if plain {
		return name
	}
	return "'" + strings.ReplaceAll(name, "'", "''") + "'"
}

// height estimates the row height that shows every text of a row whole.
func (s *sheet) height(row int) float64 {
	best, fits := s.heights[row], true
	for col := range s.rows[row] {
		c := &s.rows[row][col]
		text, ok := c.value.(string)
		if !ok || text == "" {
			if c.value != nil {
				h, _ := c.look.font.height(1)
				best = max(best, h)
			}
			continue
		}
		n := 1
		if !c.look.noWrap {
			n = c.look.font.lines(text, s.width(row, col))
		}
		h, f := c.look.font.height(n)
		best, fits = max(best, h), fits && f
	}
	if !fits {
		s.tall = append(s.tall, row)
	}
	return best
}

// width is the room of a cell, with all columns it is merged over.
func (s *sheet) width(row, col int) float64 {
	w := s.widths[min(col, len(s.widths)-1)]
	for _, m := range s.spans {
		if m.row == row && m.from == col {
			for c := col + 1; c <= m.to; c++ {
				w += s.widths[c]
			}
		}
	}
	return w
}

// stream writes the gathered rows; done is called before the sheet is closed,
// while its other parts can still be set.
func (s *sheet) stream(f *excelize.File, st *styles, panes *excelize.Panes, done func(*excelize.StreamWriter) error) error {
	sw, err := f.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	free, err := st.id(lookFree)
	if err != nil {
		return err
	}
	for i, w := range s.widths {
		if err := sw.SetColWidth(i+1, i+1, w); err != nil {
			return err
		}
		if err := sw.SetColStyle(i+1, i+1, free); err != nil {
			return err
		}
	}
	for _, col := range s.hidden {
		if err := sw.SetColVisible(col+1, col+1, false); err != nil {
			return err
		}
	}
	if panes != nil {
		if err := sw.SetPanes(panes); err != nil {
			return err
		}
	}
	for i := range s.rows {
		if err := s.streamRow(sw, st, i); err != nil {
			return err
		}
	}
	for _, m := range s.spans {
		if err := sw.MergeCell(ref(m.row, m.from), ref(m.last, m.to)); err != nil {
			return err
		}
	}
	for _, n := range s.notes {
		if err := s.addNote(f, n); err != nil {
			return err
		}
	}
	if err := done(sw); err != nil {
		return err
	}
	return sw.Flush()
}

func (s *sheet) streamRow(sw *excelize.StreamWriter, st *styles, row int) error {
	values := make([]any, len(s.rows[row]))
	for col := range s.rows[row] {
		c := &s.rows[row][col]
		if c.look == (look{}) && c.value == nil {
			continue
		}
		id, err := st.id(c.look)
		if err != nil {
			return err
		}
		values[col] = excelize.Cell{StyleID: id, Formula: c.formula, Value: c.value}
	}
	if len(values) == 0 {
		return nil
	}
	return sw.SetRow(ref(row, 0), values, excelize.RowOpts{Height: s.height(row)})
}

// addNote writes a note in a box that is as high as its text.
func (s *sheet) addNote(f *excelize.File, n note) error {
	const wide = 320
	text, _ := cellText(n.text)
	lines := font{size: 9}.lines(text, wide/7)
	return f.AddComment(s.name, excelize.Comment{
		Cell: ref(n.row, n.col), Author: "riskbok", Width: wide, Height: uint(24 + 17*lines),
		Paragraph: []excelize.RichTextRun{{Text: text, Font: &excelize.Font{Family: "Calibri", Size: 9}}},
	})
}
