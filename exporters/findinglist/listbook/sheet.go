package listbook

import (
	"fmt"
	"strconv"
	"strings"

	"riskbok/exporters/workbook"
	"riskbok/rules/model"
)

// The rows above the list.
const (
	titleRow   = 1
	noteRow    = 2
	headingRow = 4
)

// mostLinks is how many links a sheet can have, by Excel's specification.
const mostLinks = 65530

const head = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"

const (
	mainSpace     = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	relationSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageSpace  = "http://schemas.openxmlformats.org/package/2006/relationships"
)

// sheet writes one sheet, its relations and its table.
func (p *pack) sheet(i int) {
	s := &p.book.Sheets[i]
	out := workbook.NewPart(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1))
	last := headingRow + len(s.Rows)
	end := model.ColumnName(len(s.Columns))
	out.Text(fmt.Sprintf(head+`<worksheet xmlns="%s" xmlns:r="%s"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:%s%d"/>`,
		mainSpace, relationSpace, end, max(last, headingRow)))
	out.Text(fmt.Sprintf(`<sheetViews><sheetView showGridLines="0"%s workbookViewId="0"><pane ySplit="%d" topLeftCell="A%d" activePane="bottomLeft" state="frozen"/>`+
		`<selection pane="bottomLeft" activeCell="A%d" sqref="A%d"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>`,
		selected(i), headingRow, headingRow+1, headingRow+1, headingRow+1))
	for n, c := range s.Columns {
		out.Text(fmt.Sprintf(`<col min="%d" max="%d" width="%s" customWidth="1"/>`, n+1, n+1, numberText(c.Width)))
	}
	out.Text(`</cols><sheetData>`)
	s.top(out)
	for n, row := range s.Rows {
		s.row(out, headingRow+1+n, row)
	}
	out.Text(fmt.Sprintf(`</sheetData><mergeCells count="2"><mergeCell ref="A%d:%s%d"/><mergeCell ref="A%d:%s%d"/></mergeCells>`, titleRow, end, titleRow, noteRow, end, noteRow))
	relations := s.links(out)
	out.Text(`<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>`+
		`<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`+
		`<headerFooter><oddFooter>`, escape("&L&A&R"+p.book.Page), `</oddFooter></headerFooter>`)
	out.Text(fmt.Sprintf(`<ignoredErrors><ignoredError sqref="A1:%s%d" numberStoredAsText="1"/></ignoredErrors>`, end, max(last, headingRow)))
	p.tables = append(p.tables, 0)
	if len(s.Rows) > 0 {
		p.last++
		p.tables[i] = p.last
		out.Text(`<tableParts count="1"><tablePart r:id="rIdTable"/></tableParts>`)
		relations += fmt.Sprintf(`<Relationship Id="rIdTable" Type="%s/table" Target="../tables/table%d.xml"/>`, relationSpace, p.last)
		p.add(fmt.Sprintf("xl/tables/table%d.xml", p.last), s.table(p.last, fmt.Sprintf("A%d:%s%d", headingRow, end, last)))
	}
	out.Text(`</worksheet>`)
	p.parts = append(p.parts, out)
	if relations != "" {
		p.add(fmt.Sprintf("xl/worksheets/_rels/sheet%d.xml.rels", i+1), head, `<Relationships xmlns="`+packageSpace+`">`, relations, `</Relationships>`)
	}
}

// links writes the links of a sheet, as many as it can have, and gives the relations that
// name their files.
func (s *Sheet) links(out *workbook.Part) string {
	var relations []byte
	count := 0
	for n, row := range s.Rows {
		for col, c := range row {
			if c.Link.File == "" || count == mostLinks {
				continue
			}
			if count++; count == 1 {
				out.Text("<hyperlinks>")
			}
			id := "rId" + strconv.Itoa(count)
			writeLink(out, id, cellName(col, headingRow+1+n), c)
			for _, text := range []string{`<Relationship Id="`, id, `" Type="` + relationSpace + `/hyperlink" Target="`, escape(target(c.Link.File)), `" TargetMode="External"/>`} {
				relations = append(relations, text...)
			}
		}
	}
	if count > 0 {
		out.Text("</hyperlinks>")
	}
	return string(relations)
}

func (p *pack) add(name string, texts ...string) { p.parts = append(p.parts, whole(name, texts...)) }

func selected(sheet int) string {
	if sheet == 0 {
		return ` tabSelected="1"`
	}
	return ""
}

// top writes title, note and headings.
func (s *Sheet) top(out *workbook.Part) {
	total := 0.0
	for _, c := range s.Columns {
		total += c.Width
	}
	beginRow(out, titleRow, "26")
	writeCell(out, 0, titleRow, fitted(Text(s.Title)), styleTitle)
	out.Text(`</row>`)
	beginRow(out, noteRow, numberText(textHeight(workbook.BodyFont, s.Note, total)))
	writeCell(out, 0, noteRow, fitted(Text(s.Note)), styleNote)
	out.Text(`</row>`)
	height := 0.0
	for _, c := range s.Columns {
		height = max(height, textHeight(workbook.BoldFont, c.Heading, c.Width-2)) // the filter's button takes room
	}
	beginRow(out, headingRow, numberText(height))
	for n, c := range s.Columns {
		writeCell(out, n, headingRow, fitted(Text(c.Heading)), styleHeading)
	}
	out.Text("</row>")
	if len(s.Rows) == 0 {
		out.Text(`<row r="`, strconv.Itoa(headingRow+1), `">`)
		writeCell(out, 0, headingRow+1, fitted(Text(s.Empty)), styleFree)
		out.Text("</row>")
	}
}

func (s *Sheet) row(out *workbook.Part, row int, cells []Cell) {
	height := 0.0
	for col, c := range cells {
		height = max(height, textHeight(workbook.BodyFont, c.Text, s.Columns[col].Width))
	}
	beginRow(out, row, numberText(height))
	for col, c := range cells {
		c = fitted(c)
		writeCell(out, col, row, c, style(c, s.Columns[col].Center))
	}
	out.Text("</row>")
}

func beginRow(out *workbook.Part, row int, height string) {
	out.Text(`<row r="`, strconv.Itoa(row), `" ht="`, height, `" customHeight="1">`)
}

// fitted gives a cell with a text that a cell can hold.
func fitted(c Cell) Cell {
	c.Text = workbook.Shortened(c.Text)
	return c
}

// writeCell writes a cell that is [fitted].
func writeCell(out *workbook.Part, col, row int, c Cell, style int) {
	out.Text(`<c r="`, model.ColumnName(col+1), strconv.Itoa(row), `" s="`, strconv.Itoa(style))
	switch {
	case c.IsNumber:
		out.Text(`"><v>`, strconv.Itoa(c.Number), `</v></c>`)
	case c.Text == "":
		out.Text(`"/>`)
	default:
		out.Text(`" t="inlineStr"><is><t xml:space="preserve">`, cellText(c.Text), `</t></is></c>`)
	}
}

// writeLink writes a link by the id of the relation that names its file.
func writeLink(out *workbook.Part, id, at string, c Cell) {
	out.Text(`<hyperlink ref="`, at, `" r:id="`, id, `"`)
	if c.Link.Cell != "" {
		location := c.Link.Cell
		if c.Link.Sheet != "" {
			location = workbook.InApostrophes(c.Link.Sheet) + "!" + location
		}
		out.Text(` location="`, escape(location), `"`)
	}
	out.Text(` display="`, cellText(workbook.Shortened(c.Text)), `"/>`)
}

func (s *Sheet) table(id int, area string) string {
	var b strings.Builder
	fmt.Fprintf(&b, head+`<table xmlns="%s" id="%d" name="%s" displayName="%s" ref="%s" totalsRowShown="0"><autoFilter ref="%s"/><tableColumns count="%d">`,
		mainSpace, id, escape(s.Table), escape(s.Table), area, area, len(s.Columns))
	for n, c := range s.Columns {
		fmt.Fprintf(&b, `<tableColumn id="%d" name="%s"/>`, n+1, escape(c.Heading))
	}
	b.WriteString(`</tableColumns><tableStyleInfo showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>`)
	return b.String()
}

func cellName(col, row int) string { return model.ColumnName(col+1) + strconv.Itoa(row) }

func numberText(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }
