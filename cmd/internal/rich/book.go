package rich

import (
	"archive/zip"
	"bytes"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
)

// The namespaces and the start of a part.
const (
	head     = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mainNS   = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	relNS    = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packNS   = "http://schemas.openxmlformats.org/package/2006/relationships"
	kindType = "application/vnd.openxmlformats-officedocument."
	msKinds  = "http://schemas.microsoft.com/office/"
)

// The cell styles.
const (
	stylePlain = iota
	styleHead
)

// book gathers the parts of a workbook.
type book struct {
	extension string
	parts     map[string]string
	types     []string // overrides
	related   map[string][]string
	sheets    []*sheet
	// Elements of the workbook part, in the places that they have there.
	properties, protection, external, names, pivots, extensions string
}

// sheet gathers one sheet. The places are named after the element that they
// have in the part.
type sheet struct {
	name, part string
	cells      map[int]map[int]string // row, column
	// Elements before and after the cells, in the order of the part.
	protection, formats, drawing, legacy, tables, extensions string
}

func newBook() *book {
	return &book{extension: "xlsx", parts: map[string]string{}, related: map[string][]string{}}
}

func (b *book) sheet(name string) *sheet {
	s := &sheet{name: name, part: fmt.Sprintf("xl/worksheets/sheet%d.xml", len(b.sheets)+1), cells: map[int]map[int]string{}}
	b.sheets = append(b.sheets, s)
	return s
}

func (b *book) named(name string) *sheet {
	return b.sheets[slices.IndexFunc(b.sheets, func(s *sheet) bool { return s.name == name })]
}

// ref names a cell: columns from 0, rows from 1.
func ref(col, row int) string { return string(rune('A'+col)) + strconv.Itoa(row) }

func (s *sheet) put(at, format string, args ...any) {
	row, _ := strconv.Atoi(at[1:])
	if s.cells[row] == nil {
		s.cells[row] = map[int]string{}
	}
	s.cells[row][int(at[0]-'A')] = fmt.Sprintf(format, args...)
}

var escaper = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

func (s *sheet) text(at, text string) { s.styled(at, text, stylePlain) }

func (s *sheet) styled(at, text string, style int) {
	s.put(at, `<c r="%s" s="%d" t="inlineStr"><is><t>%s</t></is></c>`, at, style, escaper.Replace(text))
}

func (s *sheet) setNumber(at string, n float64) {
	s.put(at, `<c r="%s"><v>%s</v></c>`, at, numberText(n))
}

func (s *sheet) formula(at, formula, result string, array bool) {
	kind, open := "", "<f>"
	if _, err := strconv.ParseFloat(result, 64); err != nil {
		kind = ` t="str"`
	}
	if array {
		open = `<f t="array" ref="` + at + `">`
	}
	s.put(at, `<c r="%s"%s>%s%s</f><v>%s</v></c>`, at, kind, open, escaper.Replace(formula), escaper.Replace(result))
}

// part adds a part, with its kind where its ending does not tell it.
func (b *book) part(name, kind, data string) {
	b.parts[name] = data
	if kind != "" {
		b.types = append(b.types, fmt.Sprintf(`<Override PartName="/%s" ContentType="%s"/>`, name, kind))
	}
}

// relate gives a part a relation, and its id.
func (b *book) relate(from, kind, target string, external bool) string {
	id, mode := fmt.Sprintf("rId%d", len(b.related[from])+1), ""
	if external {
		mode = ` TargetMode="External"`
	}
	if !strings.HasPrefix(kind, "http") {
		kind = relNS + "/" + kind
	}
	b.related[from] = append(b.related[from], fmt.Sprintf(`<Relationship Id="%s" Type="%s" Target="%s"%s/>`, id, kind, target, mode))
	return id
}

func (s *sheet) xml() string {
	var o strings.Builder
	o.WriteString(head + `<worksheet xmlns="` + mainNS + `" xmlns:r="` + relNS + `" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="x14ac xr" xmlns:x14ac="` +
		msKinds + `spreadsheetml/2009/9/ac" xmlns:xr="` + msKinds + `spreadsheetml/2014/revision" xr:uid="{00000000-0001-0000-0000-000000000000}">` +
		`<sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/><cols><col min="1" max="7" width="19" customWidth="1"/></cols><sheetData>`)
	for _, row := range slices.Sorted(maps.Keys(s.cells)) {
		fmt.Fprintf(&o, `<row r="%d" spans="1:7" x14ac:dyDescent="0.25">`, row)
		for _, col := range slices.Sorted(maps.Keys(s.cells[row])) {
			o.WriteString(s.cells[row][col])
		}
		o.WriteString("</row>")
	}
	o.WriteString("</sheetData>" + s.protection + s.formats + `<pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>` + s.drawing + s.legacy + s.tables + s.extensions + "</worksheet>")
	return o.String()
}

const styles = head + `<styleSheet xmlns="` + mainNS + `"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
	`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
	`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>` +
	`<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles><dxfs count="1"><dxf><font><color rgb="FF9C0006"/></font></dxf></dxfs></styleSheet>`

// zip writes the package.
func (b *book) zip() []byte {
	const workbook = "xl/workbook.xml"
	var list strings.Builder
	for i, s := range b.sheets {
		b.part(s.part, kindType+"spreadsheetml.worksheet+xml", s.xml())
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d" r:id="%s"/>`, s.name, i+1, b.relate(workbook, "worksheet", strings.TrimPrefix(s.part, "xl/"), false))
	}
	b.part("xl/styles.xml", kindType+"spreadsheetml.styles+xml", styles)
	b.relate(workbook, "styles", "styles.xml", false)
	kind := kindType + "spreadsheetml.sheet.main+xml"
	if b.extension == "xlsm" {
		kind = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
	}
	b.part(workbook, kind, head+`<workbook xmlns="`+mainNS+`" xmlns:r="`+relNS+`">`+b.properties+b.protection+`<bookViews><workbookView xWindow="0" yWindow="0" windowWidth="20000" windowHeight="9000"/></bookViews><sheets>`+list.String()+
		"</sheets>"+b.external+b.names+`<calcPr calcId="191029"/>`+b.pivots+b.extensions+"</workbook>")
	b.relate("", "officeDocument", workbook, false)
	for from, list := range b.related {
		dir, file := "", from
		if i := strings.LastIndexByte(from, '/'); i >= 0 {
			dir, file = from[:i+1], from[i+1:]
		}
		b.parts[dir+"_rels/"+file+".rels"] = head + `<Relationships xmlns="` + packNS + `">` + strings.Join(list, "") + "</Relationships>"
	}
	b.parts["[Content_Types].xml"] = head + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
		`<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/><Default Extension="vml" ContentType="` + kindType + `vmlDrawing"/><Default Extension="sigs" ContentType="application/vnd.openxmlformats-package.digital-signature-origin"/>` +
		strings.Join(b.types, "") + "</Types>"
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	names := slices.Sorted(maps.Keys(b.parts))
	for _, name := range names {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(b.parts[name]))
		}
		if err != nil {
			panic(err) // memory never fails
		}
	}
	if err := z.Close(); err != nil {
		panic(err)
	}
	return out.Bytes()
}
