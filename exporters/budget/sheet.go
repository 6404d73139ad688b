package budget

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/shopspring/decimal"
	"github.com/xuri/excelize/v2"

	"riskbok/rules/model"
)

// cell is one cell to write. A formula has no equals sign, and value is then
// its result, stored for programs that do not calculate.
type cell struct {
	value   any // string or float64; nil leaves the cell empty
	formula string
	look    look
}

// span is a merged area of one row: columns from 0, both ends included.
type span struct{ row, from, to int }

// chart is a chart and the cell that its corner stands in.
type chart struct {
	row, col int
	chart    *excelize.Chart
}

// sheet gathers one sheet before it is written, rows and columns from 0.
type sheet struct {
	name   string
	widths []float64
	rows   [][]cell
	spans  []span
	charts []chart
	frozen int   // rows that stay in sight, 0: none
	breaks []int // rows that begin a new page
}

func (s *sheet) set(row, col int, c cell) {
	for len(s.rows) <= row {
		s.rows = append(s.rows, nil)
	}
	for len(s.rows[row]) <= col {
		s.rows[row] = append(s.rows[row], cell{})
	}
	s.rows[row][col] = c
}

func (s *sheet) text(row, col int, text string, l look) {
	s.set(row, col, cell{value: cellText(text), look: l})
}

func (s *sheet) amount(row, col int, d decimal.Decimal, l look) {
	s.set(row, col, cell{value: d.InexactFloat64(), look: l})
}

func (s *sheet) formula(row, col int, formula string, d decimal.Decimal, l look) {
	s.set(row, col, cell{value: d.InexactFloat64(), formula: formula, look: l})
}

// fill gives the empty cells of a row from one column to another a look.
func (s *sheet) fill(row, from, to int, l look) {
	for col := from; col <= to; col++ {
		if row >= len(s.rows) || col >= len(s.rows[row]) || s.rows[row][col] == (cell{}) {
			s.set(row, col, cell{look: l})
		}
	}
}

// merge joins the cells of a row; those that are covered get the first one's
// look, so that its border goes all round.
func (s *sheet) merge(row, from, to int) {
	if to <= from {
		return
	}
	s.spans = append(s.spans, span{row, from, to})
	for col := from + 1; col <= to; col++ {
		s.set(row, col, cell{look: s.rows[row][from].look})
	}
}

// ref gives a cell's reference from row and column counted from 0.
func ref(row, col int) string {
	return model.Source{Row: int32(row + 1), Col: int32(col + 1)}.Cell()
}

// fixed gives the reference with the row fixed, "B$9".
func fixed(row, col int) string {
	name := ref(row, col)
	i := strings.IndexAny(name, "0123456789")
	return name[:i] + "$" + name[i:]
}

// area gives a range on a sheet with both corners fixed, as charts have it.
func (s *sheet) area(row, col, lastRow, lastCol int) string {
	absolute := func(row, col int) string { return "$" + fixed(row, col) }
	out := quoted(s.name) + "!" + absolute(row, col)
	if row != lastRow || col != lastCol {
		out += ":" + absolute(lastRow, lastCol)
	}
	return out
}

// quoted gives a sheet's name as a formula refers to it.
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

// emptyRow is the height of a row without text, in points. It is set on every
// row, since programs differ in what they take where nothing is said, and
// charts would slide over what stands below.
const emptyRow = 15

// height estimates the row height in points that shows every text of a row
// whole: a character of the standard font is as wide as a column's unit.
func (s *sheet) height(row int) float64 {
	best := float64(emptyRow)
	for col := range s.rows[row] {
		c := &s.rows[row][col]
		text, ok := c.value.(string)
		if !ok || text == "" {
			continue
		}
		lines := 1
		if !c.look.noWrap {
			// Letters are narrower than the digits that columns are measured in.
			factor := 0.93 * c.look.size / 11
			if c.look.bold {
				factor *= 1.06
			}
			lines = wrapped(text, s.width(row, col)/factor)
		}
		best = math.Max(best, float64(lines)*c.look.size*1.32+3)
	}
	return math.Min(math.Ceil(best), 409)
}

// wrapped estimates over how many lines a text is broken.
func wrapped(text string, room float64) int {
	n := 0
	for line := range strings.SplitSeq(text, "\n") {
		n++
		used := 0.0
		for _, word := range strings.Fields(line) {
			w := float64(utf8.RuneCountInString(word))
			if used > 0 && used+1+w > room {
				n++
				used = 0
			}
			if used > 0 {
				used++
			}
			used += w
			for used > room {
				n++
				used -= room
			}
		}
	}
	return n
}

func (s *sheet) width(row, col int) float64 {
	w := s.widths[min(col, len(s.widths)-1)]
	for _, m := range s.spans {
		if m.row == row && m.from == col {
			for c := col + 1; c <= m.to; c++ {
				w += s.widths[min(c, len(s.widths)-1)]
			}
		}
	}
	return w
}
