package workbook

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"

	"github.com/xuri/excelize/v2"
)

// Book is a workbook without charts that is written part by part: the sheets as
// they are added, the rest when all are there. What many workbooks have alike, such
// as style sheets and the rows of a [Tail], is made once in a run. Start with
// [NewBook].
type Book struct {
	about  About
	tabs   []string
	styles *styleSheet
	names  []DefinedName
	local  [][]DefinedName // of each tab
	sheets []*Part         // of each tab
	parts  []*Part         // what belongs to sheets
	tables int
	notes  int // sheets with notes
}

// DefinedName is a name that formulas, drop-downs and printing use. RefersTo is a
// formula without its equals sign.
type DefinedName struct {
	Name, RefersTo string
	Hidden         bool
}

// NewBook begins a workbook with sheets of these names, in their order, which must
// be sheets' names by Excel's rules, no two alike. It opens on the first. Each must
// be added.
func NewBook(about About, tabs ...string) *Book {
	return &Book{about: about, tabs: tabs, styles: newStyleSheet(), local: make([][]DefinedName, len(tabs)), sheets: make([]*Part, len(tabs))}
}

// Define gives the whole workbook a name.
func (b *Book) Define(n DefinedName) { b.names = append(b.names, n) }

// Bytes gives the workbook. Equal workbooks have equal bytes. An error means that a
// sheet is lacking, or that the workbook is larger than a zip can be.
func (b *Book) Bytes() ([]byte, error) {
	if i := slices.Index(b.sheets, nil); i >= 0 {
		return nil, fmt.Errorf("workbook: expected the sheet %q, found none", b.tabs[i])
	}
	parts := []*Part{
		SamePart(contentTypes, b.types()),
		SamePart("_rels/.rels", rootRelations),
		SamePart("docProps/app.xml", xmlHead+`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>riskbok</Application></Properties>`),
		b.about.part(),
		SamePart("xl/_rels/workbook.xml.rels", b.relations()),
	}
	whole := NewPart("xl/workbook.xml")
	whole.Text(b.xml())
	parts = append(parts, b.parts...)
	parts = append(parts, SamePart("xl/styles.xml", b.styles.xml()), SamePart("xl/theme/theme1.xml", theme()), whole)
	return Pack(append(parts, b.sheets...))
}

const rootRelations = xmlHead + `<Relationships xmlns="` + packageSpace + `">` +
	`<Relationship Id="rId1" Type="` + relationType + `/officeDocument" Target="xl/workbook.xml"/>` +
	`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>` +
	`<Relationship Id="rId3" Type="` + relationType + `/extended-properties" Target="docProps/app.xml"/></Relationships>`

// theme is the colours and fonts that people are offered, those of a workbook that
// excelize begins.
var theme = sync.OnceValue(func() string {
	f := excelize.NewFile()
	defer f.Close()
	data, _ := f.Pkg.Load("xl/theme/theme1.xml")
	text, _ := data.([]byte)
	return string(text)
})

// types lists the kinds of all parts.
func (b *Book) types() string {
	const sheets = "application/vnd.openxmlformats-officedocument.spreadsheetml."
	var out strings.Builder
	out.WriteString(xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`)
	if b.notes > 0 {
		out.WriteString(`<Default Extension="vml" ContentType="application/vnd.openxmlformats-officedocument.vmlDrawing"/>`)
	}
	out.WriteString(`<Default Extension="xml" ContentType="application/xml"/>`)
	part := func(name, kind string) {
		out.WriteString(`<Override PartName="/` + name + `" ContentType="` + kind + `+xml"/>`)
	}
	part("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties")
	part("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties")
	part("xl/workbook.xml", sheets+"sheet.main")
	part("xl/styles.xml", sheets+"styles")
	part("xl/theme/theme1.xml", "application/vnd.openxmlformats-officedocument.theme")
	for i := range b.tabs {
		part(numbered("xl/worksheets/sheet", i+1), sheets+"worksheet")
	}
	for i := range b.notes {
		part(numbered("xl/comments", i+1), sheets+"comments")
	}
	for i := range b.tables {
		part(numbered("xl/tables/table", i+1), sheets+"table")
	}
	return out.String() + "</Types>"
}

func numbered(stem string, n int) string { return stem + strconv.Itoa(n) + ".xml" }

func (b *Book) relations() string {
	var r relations
	for i := range b.tabs {
		r.add("worksheet", numbered("worksheets/sheet", i+1))
	}
	r.add("styles", "styles.xml")
	r.add("theme", "theme/theme1.xml")
	return r.xml()
}

// relations are those of one part, numbered from 1.
type relations struct {
	list  strings.Builder
	count int
}

// add gives the new relation's id.
func (r *relations) add(kind, target string) string {
	r.count++
	id := "rId" + strconv.Itoa(r.count)
	r.list.WriteString(`<Relationship Id="` + id + `" Type="` + relationType + "/" + kind + `" Target="` + attribute(target) + `"/>`)
	return id
}

func (r *relations) xml() string {
	return xmlHead + `<Relationships xmlns="` + packageSpace + `">` + r.list.String() + `</Relationships>`
}

// xml gives the part that lists sheets and names. Programs calculate a workbook anew
// that was written by another version of Excel, which the number says.
func (b *Book) xml() string {
	var out strings.Builder
	out.WriteString(xmlHead + `<workbook xmlns="` + mainSpace + `" xmlns:r="` + relationType + `"><fileVersion appName="xl" lastEdited="6" lowestEdited="6" rupBuild="14420"/>` +
		`<workbookPr filterPrivacy="1" defaultThemeVersion="164011"/><bookViews><workbookView xWindow="0" yWindow="0" windowWidth="14805" windowHeight="8010"/></bookViews><sheets>`)
	for i, name := range b.tabs {
		n := strconv.Itoa(i + 1)
		out.WriteString(`<sheet name="` + attribute(name) + `" sheetId="` + n + `" r:id="rId` + n + `"/>`)
	}
	out.WriteString("</sheets>")
	var names strings.Builder
	for _, n := range b.names {
		names.WriteString(n.xml(""))
	}
	for i, list := range b.local {
		for _, n := range list {
			names.WriteString(n.xml(` localSheetId="` + strconv.Itoa(i) + `"`))
		}
	}
	if names.Len() > 0 {
		out.WriteString("<definedNames>" + names.String() + "</definedNames>")
	}
	return out.String() + `<calcPr calcId="122211"/></workbook>`
}

func (n *DefinedName) xml(local string) string {
	if n.Hidden {
		local += ` hidden="1"`
	}
	return `<definedName name="` + attribute(n.Name) + `"` + local + ">" + escaped(n.RefersTo) + "</definedName>"
}
