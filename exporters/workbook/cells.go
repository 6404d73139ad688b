package workbook

import (
	"strconv"
	"strings"
)

// Tail is rows below the others that depend on nothing but their numbers and what
// Key says: they are made once for all workbooks of a run that have them. Rows are
// counted from 0; First and Last are both part of it, and First is the row after the
// last of [Sheet.Rows]. No look of theirs may be new in the sheet.
type Tail struct {
	First, Last int
	Key         string
	Row         func(row int) []Cell
}

// writeTail writes a sheet's tail, made now or before.
func (s *Sheet) writeTail(p *Part, st *styleSheet) {
	t := s.Tail
	if t.Last < t.First {
		return
	}
	key := []string{t.Key, strconv.Itoa(t.First), strconv.Itoa(t.Last)}
	for _, c := range t.Row(t.First) {
		if !c.empty() {
			key = append(key, strconv.Itoa(st.id(c.Look)))
		}
	}
	p.add(known.get(strings.Join(key, "\x00"), func() *packed {
		rows := NewPart("")
		for row := t.First; row <= t.Last; row++ {
			cells := t.Row(row)
			height, _ := s.measured(row, cells)
			writeCells(rows, st, row, height, cells)
		}
		return rows.piece()
	}))
}

// writeRow writes a row and gives its height.
func (s *Sheet) writeRow(p *Part, st *styleSheet, row int) float64 {
	if len(s.Rows[row]) == 0 && s.Heights[row] == 0 {
		return 0
	}
	height := s.height(row)
	writeCells(p, st, row, height, s.Rows[row])
	return height
}

func writeCells(p *Part, st *styleSheet, row int, height float64, cells []Cell) {
	number := strconv.Itoa(row + 1)
	p.Text(`<row r="`, number)
	if height > 0 {
		p.Text(`" ht="`, decimal(height), `" customHeight="1">`)
	} else {
		p.Text(`">`)
	}
	for col := range cells {
		if c := &cells[col]; !c.empty() {
			p.Text(`<c r="`, columnName(col), number, `" s="`, strconv.Itoa(st.id(c.Look)))
			c.write(p)
		}
	}
	p.Text("</row>")
}

// empty reports whether nothing is written of a cell.
func (c *Cell) empty() bool { return c.Value == nil && c.Formula == "" && c.Look == (Look{}) }

// write writes a cell's kind, formula and value, from the end of its style's number.
func (c *Cell) write(p *Part) {
	switch v := c.Value.(type) {
	case string:
		c.writeText(p, v)
	case int:
		c.writeNumber(p, strconv.Itoa(v))
	case float64:
		c.writeNumber(p, decimal(v))
	default:
		if c.Formula == "" {
			p.Text(`"/>`)
			return
		}
		p.Text(`"><f>`)
		p.escaped(c.Formula)
		p.Text("</f></c>")
	}
}

func (c *Cell) writeNumber(p *Part, number string) {
	if c.Formula == "" {
		p.Text(`"><v>`, number, "</v></c>")
		return
	}
	p.Text(`"><f>`)
	p.escaped(c.Formula)
	p.Text("</f><v>", number, "</v></c>")
}

func (c *Cell) writeText(p *Part, text string) {
	space := ""
	if text != "" && (text[0] <= ' ' || text[len(text)-1] <= ' ') {
		space = ` xml:space="preserve"`
	}
	if c.Formula == "" {
		p.Text(`" t="inlineStr"><is><t`, space, ">")
		p.escaped(Coded(text))
		p.Text("</t></is></c>")
		return
	}
	p.Text(`" t="str"><f>`)
	p.escaped(c.Formula)
	p.Text("</f><v>")
	p.escaped(Coded(text))
	p.Text("</v></c>")
}
