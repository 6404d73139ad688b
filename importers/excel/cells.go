package excel

import (
	"strings"
	"time"

	"riskbok/importers/grid"
	"riskbok/rules/model/calc"
	"riskbok/rules/model/formula"
)

// cells is the workbook as formulas see it.
type cells struct {
	*reader
	sheets map[string]int
	width  []int
	names  map[string]string

	tables     []formula.Table
	tablesRead bool
}

func newCells(r *reader) *cells {
	c := &cells{reader: r, sheets: map[string]int{}, names: map[string]string{}}
	for i := range r.wb.Tables {
		t := &r.wb.Tables[i]
		c.sheets[strings.ToLower(t.Name)] = i
		width := 0
		for _, row := range t.Rows {
			width = max(width, len(row))
		}
		c.width = append(c.width, width)
	}
	// A name that some sheet has of its own is left out: which of them a
	// formula means is not followed.
	for _, n := range r.book.names {
		key := strings.ToLower(n.name)
		if _, twice := c.names[key]; twice || n.local >= 0 {
			c.names[key] = ""
			continue
		}
		c.names[key] = n.refersTo
	}
	return c
}

// Sheet gives the table of a sheet.
func (c *cells) Sheet(name string) int {
	if i, ok := c.sheets[strings.ToLower(name)]; ok {
		return i
	}
	return -1
}

// Used gives the size of a table.
func (c *cells) Used(sheet int) (rows, cols int) {
	return len(c.wb.Tables[sheet].Rows), c.width[sheet]
}

// Name gives what a defined name refers to.
func (c *cells) Name(name string) (string, bool) {
	refersTo := c.names[strings.ToLower(name)]
	return refersTo, refersTo != ""
}

// Cell gives the value of a cell.
func (c *cells) Cell(sheet, row, col int) (calc.Value, bool) {
	cell := c.cellAt(position{sheet, row - 1, col - 1})
	switch {
	case cell == nil:
		return calc.Value{}, true
	case cell.Uncalculated:
		return calc.Value{}, false
	}
	switch cell.Kind {
	case grid.Number:
		f, ok := parseFloat([]byte(cell.Stored()))
		return calc.Value{Kind: calc.Number, Num: f}, ok
	case grid.Date:
		return calc.Value{Kind: calc.Number, Num: serialOf(cell.Stored(), c.book.date1904)}, true
	case grid.Bool:
		v := calc.Value{Kind: calc.Bool}
		if cell.Text == "TRUE" {
			v.Num = 1
		}
		return v, true
	case grid.Error:
		return calc.Value{Kind: calc.Error, Text: cell.Text}, true
	case grid.Text:
		return calc.Value{Kind: calc.Text, Text: cell.Stored()}, true
	}
	if cell.Formula != "" { // a formula that results in ""
		return calc.Value{Kind: calc.Text}, true
	}
	return calc.Value{}, true
}

// serialOf gives the date number that dateText was made from, to the second.
func serialOf(text string, date1904 bool) float64 {
	if rest, ok := strings.CutPrefix(text, "1900-02-29"); ok { // the day that never was
		return 1 + serialOf("1900-02-28"+rest, date1904)
	}
	var t time.Time
	for _, layout := range []string{time.DateOnly, "2006-01-02T15:04", "2006-01-02T15:04:05"} {
		var err error
		if t, err = time.Parse(layout, text); err == nil {
			break
		}
	}
	origin := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if date1904 {
		origin = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	seconds := t.Unix() - origin.Unix()
	if !date1904 && seconds < 61*86400 {
		seconds -= 86400
	}
	return float64(seconds) / 86400
}
