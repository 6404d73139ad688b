package listbook

import (
	"bytes"
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
	var b, links, relations bytes.Buffer
	last := headingRow + len(s.Rows)
	end := model.ColumnName(len(s.Columns))
	fmt.Fprintf(&b, head+`<worksheet xmlns="%s" xmlns:r="%s"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:%s%d"/>`,
		mainSpace, relationSpace, end, max(last, headingRow))
	fmt.Fprintf(&b, `<sheetViews><sheetView showGridLines="0"%s workbookViewId="0"><pane ySplit="%d" topLeftCell="A%d" activePane="bottomLeft" state="frozen"/>`+
		`<selection pane="bottomLeft" activeCell="A%d" sqref="A%d"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>`,
		selected(i), headingRow, headingRow+1, headingRow+1, headingRow+1)
	for n, c := range s.Columns {
		fmt.Fprintf(&b, `<col min="%d" max="%d" width="%s" customWidth="1"/>`, n+1, n+1, numberText(c.Width))
	}
	b.WriteString(`</cols><sheetData>`)
	s.top(&b)
	count := 0
	for n, row := range s.Rows {
		s.row(&b, headingRow+1+n, row)
		for col, c := range row {
			if c.Link.File != "" && count < mostLinks {
				count++
				writeLink(&links, &relations, count, cellName(col, headingRow+1+n), c)
			}
		}
	}
	fmt.Fprintf(&b, `</sheetData><mergeCells count="2"><mergeCell ref="A%d:%s%d"/><mergeCell ref="A%d:%s%d"/></mergeCells>`, titleRow, end, titleRow, noteRow, end, noteRow)
	if count > 0 {
		b.WriteString("<hyperlinks>" + links.String() + "</hyperlinks>")
	}
	b.WriteString(`<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/>` +
		`<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>` +
		`<headerFooter><oddFooter>` + escape("&L&A&R"+p.book.Page) + `</oddFooter></headerFooter>`)
	fmt.Fprintf(&b, `<ignoredErrors><ignoredError sqref="A1:%s%d" numberStoredAsText="1"/></ignoredErrors>`, end, max(last, headingRow))
	p.tables = append(p.tables, 0)
	if len(s.Rows) > 0 {
		p.last++
		p.tables[i] = p.last
		b.WriteString(`<tableParts count="1"><tablePart r:id="rIdTable"/></tableParts>`)
		fmt.Fprintf(&relations, `<Relationship Id="rIdTable" Type="%s/table" Target="../tables/table%d.xml"/>`, relationSpace, p.last)
		p.add(fmt.Sprintf("xl/tables/table%d.xml", p.last), s.table(p.last, fmt.Sprintf("A%d:%s%d", headingRow, end, last)))
	}
	b.WriteString(`</worksheet>`)
	p.add(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), b.String())
	if relations.Len() > 0 {
		p.add(fmt.Sprintf("xl/worksheets/_rels/sheet%d.xml.rels", i+1), head+`<Relationships xmlns="`+packageSpace+`">`+relations.String()+`</Relationships>`)
	}
}

func (p *pack) add(name, data string) { p.parts = append(p.parts, part{name, data}) }

func selected(sheet int) string {
	if sheet == 0 {
		return ` tabSelected="1"`
	}
	return ""
}

// top writes title, note and headings.
func (s *Sheet) top(b *bytes.Buffer) {
	total := 0.0
	for _, c := range s.Columns {
		total += c.Width
	}
	fmt.Fprintf(b, `<row r="%d" ht="26" customHeight="1">`, titleRow)
	writeCell(b, cellName(0, titleRow), fitted(Text(s.Title)), styleTitle)
	fmt.Fprintf(b, `</row><row r="%d" ht="%s" customHeight="1">`, noteRow, numberText(textHeight(workbook.BodyFont, s.Note, total)))
	writeCell(b, cellName(0, noteRow), fitted(Text(s.Note)), styleNote)
	height := 0.0
	for _, c := range s.Columns {
		height = max(height, textHeight(workbook.BoldFont, c.Heading, c.Width-2)) // the filter's button takes room
	}
	fmt.Fprintf(b, `</row><row r="%d" ht="%s" customHeight="1">`, headingRow, numberText(height))
	for n, c := range s.Columns {
		writeCell(b, cellName(n, headingRow), fitted(Text(c.Heading)), styleHeading)
	}
	b.WriteString("</row>")
	if len(s.Rows) == 0 {
		fmt.Fprintf(b, `<row r="%d">`, headingRow+1)
		writeCell(b, cellName(0, headingRow+1), fitted(Text(s.Empty)), styleFree)
		b.WriteString("</row>")
	}
}

func (s *Sheet) row(b *bytes.Buffer, row int, cells []Cell) {
	height := 0.0
	for col, c := range cells {
		height = max(height, textHeight(workbook.BodyFont, c.Text, s.Columns[col].Width))
	}
	fmt.Fprintf(b, `<row r="%d" ht="%s" customHeight="1">`, row, numberText(height))
	for col, c := range cells {
		c = fitted(c)
		writeCell(b, cellName(col, row), c, style(c, s.Columns[col].Center))
	}
	b.WriteString("</row>")
}

// fitted gives a cell with a text that a cell can hold.
func fitted(c Cell) Cell {
	c.Text = workbook.Shortened(c.Text)
	return c
}

// writeCell writes a cell that is [fitted].
func writeCell(b *bytes.Buffer, at string, c Cell, style int) {
	switch {
	case c.IsNumber:
		fmt.Fprintf(b, `<c r="%s" s="%d"><v>%d</v></c>`, at, style, c.Number)
	case c.Text == "":
		fmt.Fprintf(b, `<c r="%s" s="%d"/>`, at, style)
	default:
		fmt.Fprintf(b, `<c r="%s" s="%d" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, at, style, cellText(c.Text))
	}
}

// writeLink writes a link and the relation that names its file.
func writeLink(links, relations *bytes.Buffer, n int, at string, c Cell) {
	id := "rId" + strconv.Itoa(n)
	fmt.Fprintf(links, `<hyperlink ref="%s" r:id="%s"`, at, id)
	if c.Link.Cell != "" {
		location := c.Link.Cell
		if c.Link.Sheet != "" {
			location = workbook.InApostrophes(c.Link.Sheet) + "!" + location
		}
		fmt.Fprintf(links, ` location="%s"`, escape(location))
	}
	fmt.Fprintf(links, ` display="%s"/>`, cellText(workbook.Shortened(c.Text)))
	fmt.Fprintf(relations, `<Relationship Id="%s" Type="%s/hyperlink" Target="%s" TargetMode="External"/>`, id, relationSpace, escape(target(c.Link.File)))
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
