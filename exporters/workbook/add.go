package workbook

import (
	"strconv"
	"strings"

	"riskbok/rules/model"
)

// Add writes a sheet that is whole. It fills in which rows are too high, see
// [Sheet.Tall].
func (b *Book) Add(s *Sheet) {
	tab := 0
	for b.tabs[tab] != s.Name {
		tab++
	}
	p := NewPart(numbered("xl/worksheets/sheet", tab+1))
	var r relations
	s.head(p, tab == 0, b.styles.id(LookFree))
	heights := make([]float64, len(s.Rows))
	for i := range s.Rows {
		heights[i] = s.writeRow(p, b.styles, i)
	}
	if s.Tail != nil {
		s.writeTail(p, b.styles)
	}
	p.Text("</sheetData>")
	if s.Protected {
		p.Text(protection)
	}
	table := s.filtered(p, b, tab)
	s.merged(p)
	s.tinted(p, b.styles)
	s.choices(p)
	s.links(p)
	s.printing(p)
	if len(s.Notes) > 0 {
		p.Text(`<legacyDrawing r:id="`, b.addNotes(s, tab+1, heights, &r), `"/>`)
	}
	if table {
		p.Text(`<tableParts count="1"><tablePart r:id="`, b.addTable(s, &r), `"/></tableParts>`)
	}
	p.Text("</worksheet>")
	if r.count > 0 {
		b.parts = append(b.parts, SamePart(numbered("xl/worksheets/_rels/sheet", tab+1)+".rels", r.xml()))
	}
	b.local[tab] = append(b.local[tab], s.Names...)
	b.sheets[tab] = p
}

// protection locks the cells that are marked so, without a password: who wants to
// change the formulas can. All else stays allowed.
const protection = `<sheetProtection sheet="1" formatCells="0" formatColumns="0" formatRows="0" insertRows="0" insertHyperlinks="0" deleteRows="0" sort="0" autoFilter="0"/>`

func (s *Sheet) head(p *Part, first bool, free int) {
	p.Text(xmlHead, `<worksheet xmlns="`, mainSpace, `" xmlns:r="`, relationType, `"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="`, s.area(), `"/><sheetViews><sheetView`)
	if first {
		p.Text(` tabSelected="1"`)
	}
	p.Text(` workbookViewId="0">`)
	if s.Frozen != (Place{}) {
		s.freeze(p)
	}
	p.Text(`</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>`)
	for i, w := range s.Widths {
		n := strconv.Itoa(i + 1)
		p.Text(`<col min="`, n, `" max="`, n, `" width="`, decimal(w), `" customWidth="1" style="`, strconv.Itoa(free), `"`)
		for _, hidden := range s.Hidden {
			if hidden == i {
				p.Text(` hidden="1"`)
			}
		}
		p.Text("/>")
	}
	p.Text("</cols><sheetData>")
}

// freeze keeps in sight what lies above and left of a cell.
func (s *Sheet) freeze(p *Part) {
	pane, at := "bottomLeft", Ref(s.Frozen.Row, s.Frozen.Col)
	p.Text("<pane")
	if s.Frozen.Col > 0 {
		pane = "bottomRight"
		p.Text(` xSplit="`, strconv.Itoa(s.Frozen.Col), `"`)
	}
	p.Text(` ySplit="`, strconv.Itoa(s.Frozen.Row), `" topLeftCell="`, at, `" activePane="`, pane, `" state="frozen"/><selection pane="`, pane, `" activeCell="`, at, `" sqref="`, at, `"/>`)
}

// area is all that a sheet holds.
func (s *Sheet) area() string {
	columns, rows := 1, max(1, len(s.Rows))
	for _, row := range s.Rows {
		columns = max(columns, len(row))
	}
	if s.Tail != nil {
		columns, rows = max(columns, len(s.Tail.Row(s.Tail.First))), max(rows, s.Tail.Last+1)
	}
	return "A1:" + Ref(rows-1, columns-1)
}

// filtered writes the filter of a table that cannot be a named one, because two of
// its headings are alike; else it reports whether there is a table.
func (s *Sheet) filtered(p *Part, b *Book, tab int) (table bool) {
	if s.Table == nil || Distinct(s.Rows[s.Table.Heading][:s.Table.Columns]) {
		return s.Table != nil
	}
	p.Text(`<autoFilter ref="`, s.tableArea(), `"/>`)
	area := Absolute(s.Table.Heading, 0) + ":" + Absolute(len(s.Rows)-1, s.Table.Columns-1)
	b.local[tab] = append(b.local[tab], DefinedName{Name: "_xlnm._FilterDatabase", RefersTo: Quoted(s.Name) + "!" + area, Hidden: true})
	return false
}

func (s *Sheet) tableArea() string {
	return Ref(s.Table.Heading, 0) + ":" + Ref(len(s.Rows)-1, s.Table.Columns-1)
}

// addTable writes the sheet's named table and gives its id.
func (b *Book) addTable(s *Sheet, r *relations) (id string) {
	b.tables++
	p := NewPart(numbered("xl/tables/table", b.tables))
	name, area := attribute(s.Table.Name), s.tableArea()
	p.Text(xmlHead, `<table xmlns="`, mainSpace, `" id="`, strconv.Itoa(b.tables), `" name="`, name, `" displayName="`, name, `" ref="`, area,
		`" totalsRowShown="0"><autoFilter ref="`, area, `"/><tableColumns count="`, strconv.Itoa(s.Table.Columns), `">`)
	for i, c := range s.Rows[s.Table.Heading][:s.Table.Columns] {
		text, _ := c.Value.(string)
		p.Text(`<tableColumn id="`, strconv.Itoa(i+1), `" name="`, attribute(Coded(text)), `"/>`)
	}
	p.Text(`</tableColumns><tableStyleInfo showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>`)
	b.parts = append(b.parts, p)
	return r.add("table", "../"+strings.TrimPrefix(p.name, "xl/"))
}

func (s *Sheet) merged(p *Part) {
	if len(s.Spans) == 0 {
		return
	}
	p.Text(`<mergeCells count="`, strconv.Itoa(len(s.Spans)), `">`)
	for _, m := range s.Spans {
		p.Text(`<mergeCell ref="`, Ref(m.Row, m.From), ":", Ref(m.Last, m.To), `"/>`)
	}
	p.Text("</mergeCells>")
}

// tinted writes the rules that colour cells; those that stand first win.
func (s *Sheet) tinted(p *Part, st *styleSheet) {
	n := 0
	for _, area := range s.Tinted {
		p.Text(`<conditionalFormatting sqref="`, area.Area, `">`)
		for _, rule := range area.Rules {
			n++
			p.Text(`<cfRule type="expression" dxfId="`, strconv.Itoa(st.tint(rule.Tint)), `" priority="`, strconv.Itoa(n), `" stopIfTrue="1"><formula>`, escaped(rule.Formula), `</formula></cfRule>`)
		}
		p.Text("</conditionalFormatting>")
	}
}

// choices writes the drop-downs.
func (s *Sheet) choices(p *Part) {
	if len(s.Choices) == 0 {
		return
	}
	p.Text(`<dataValidations count="`, strconv.Itoa(len(s.Choices)), `">`)
	for _, c := range s.Choices {
		style := "warning"
		if c.Strict {
			style = "stop"
		}
		p.Text(`<dataValidation type="list" errorStyle="`, style, `" allowBlank="1" showErrorMessage="1" errorTitle="`, attribute(c.Title), `" error="`, attribute(c.Message),
			`" sqref="`, c.Area, `"><formula1>`, escaped(c.List), `</formula1></dataValidation>`)
	}
	p.Text("</dataValidations>")
}

func (s *Sheet) links(p *Part) {
	if len(s.Links) == 0 {
		return
	}
	p.Text("<hyperlinks>")
	for _, l := range s.Links {
		p.Text(`<hyperlink ref="`, Ref(l.Row, l.Col), `" location="`, attribute(Quoted(l.Sheet)+"!"+l.Ref), `"/>`)
	}
	p.Text("</hyperlinks>")
}

// printing writes margins, paper and footer.
func (s *Sheet) printing(p *Part) {
	paper := paperA4
	if s.wide() {
		paper = paperA3
	}
	side := decimal(sideMargin)
	p.Text(`<pageMargins left="`, side, `" right="`, side, `" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>`,
		`<pageSetup paperSize="`, strconv.Itoa(paper), `" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`)
	if s.Footer != "" {
		p.Text(`<headerFooter><oddFooter>`, escaped(s.Footer), `</oddFooter></headerFooter>`)
	}
}

// columnNames are those of the first columns, which nearly all cells stand in.
var columnNames = func() (names [64]string) {
	for i := range names {
		names[i] = model.ColumnName(i + 1)
	}
	return names
}()

func columnName(col int) string {
	if col < len(columnNames) {
		return columnNames[col]
	}
	return model.ColumnName(col + 1)
}
