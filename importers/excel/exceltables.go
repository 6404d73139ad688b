package excel

import (
	"strings"

	"riskbok/importers/excel/xmlscan"
	"riskbok/importers/grid"
	"riskbok/rules/model/calc"
	"riskbok/rules/model/formula"
)

// compile prepares the formula of a cell. Structured references are computed as
// the cells that they mean to it.
func (c *cells) compile(text string, at position) (*calc.Program, bool) {
	if strings.Contains(text, "[") {
		plain, ok := formula.Plain(text, c.excelTables(), c.wb.Tables[at.table].Name, at.row+1, at.col+1)
		if !ok {
			return nil, false
		}
		text = plain
	}
	return calc.Compile(text, at.table, c)
}

// maxExcelTables bounds the Excel tables that are read of a workbook.
const maxExcelTables = 1000

// excelTables gives the workbook's Excel tables, read when they are first asked
// for.
func (c *cells) excelTables() []formula.Table {
	if c.tablesRead {
		return c.tables
	}
	c.tablesRead = true
	for i, part := range c.sheetParts {
		rels, err := c.pack.relations(part)
		if err != nil {
			continue // a sheet without relationships, mostly
		}
		for _, rel := range rels {
			if rel.kind != "table" || len(c.tables) >= maxExcelTables {
				continue
			}
			var s xmlscan.Scanner
			c.pack.scan(&s, rel.target)
			if t, ok := readExcelTable(&s); ok {
				t.Sheet = c.wb.Tables[i].Name
				c.tables = append(c.tables, t)
			}
		}
	}
	return c.tables
}

// stateAreas tells the sheets where the workbook's Excel tables stand.
func (c *cells) stateAreas() {
	for _, e := range c.excelTables() {
		i := c.Sheet(e.Sheet)
		if i < 0 || e.Headings < 1 || e.Bottom-e.Totals <= e.Top {
			continue
		}
		t := &c.wb.Tables[i]
		t.Areas = append(t.Areas, grid.Area{
			Region:   grid.Region{Top: e.Top - 1, Bottom: e.Bottom - e.Totals - 1, Left: e.Left - 1, Right: e.Right - 1},
			HeadRows: e.Headings,
		})
	}
}

// readExcelTable reads a table part (ECMA-376 part 1, 18.5.1.2).
func readExcelTable(s *xmlscan.Scanner) (t formula.Table, ok bool) {
	for k := s.Next(); k != xmlscan.Done; k = s.Next() {
		switch {
		case k != xmlscan.Start:
		case s.Depth() == 1 && s.Is("table"):
			t.Name = string(s.Attr("displayName"))
			first, last, whole := formula.Area(string(s.Attr("ref")))
			t.Top, t.Left, t.Bottom, t.Right, ok = first.Row, first.Col, last.Row, last.Col, whole
			t.Headings, t.Totals = 1, 0
			if n := smallInt(s.Attr("headerRowCount")); n >= 0 {
				t.Headings = n
			}
			if n := smallInt(s.Attr("totalsRowCount")); n >= 0 {
				t.Totals = n
			}
		case s.Depth() == 3 && s.Is("tableColumn"):
			t.Columns = append(t.Columns, string(unescapeString(s.Attr("name"))))
		}
	}
	return t, ok && s.Err() == nil
}
