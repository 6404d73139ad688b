package listbook

import (
	"fmt"
	"strings"
	"sync"

	"riskbok/exporters/workbook"
)

// The styles, as the style sheet numbers them. The body's come for each tone
// plain, centred, quoted and as a link.
const (
	styleFree = iota
	styleTitle
	styleNote
	styleHeading
	styleBody
)

const variants = 4 // of the body's styles for a tone

func style(c Cell, center bool) int {
	n := styleBody + int(c.Tone)*variants
	switch {
	case c.Link.File != "":
		return n + 3
	case workbook.LooksLikeFormula(c.Text):
		return n + 2
	case center:
		return n + 1
	}
	return n
}

// tones are the grounds, dark text on all of them stays legible in grey print.
var tones = []string{Plain: "", Red: "F8CBAD", Yellow: "FFF2CC", Blue: "DDEBF7", Green: "E2EFDA", Grey: "EDEDED"}

// styles is the style sheet, the same for all lists.
var styles = sync.OnceValue(func() string {
	const dark = "FF" + workbook.InkDark
	font := func(look, color string) string {
		return `<font>` + look + `<color rgb="` + color + `"/><name val="Calibri"/><family val="2"/></font>`
	}
	var fills, xfs strings.Builder
	count := 3
	fills.WriteString(`<fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>` + solid("FF"+workbook.FillBand))
	xf := func(font, fill, border int, more, align string) {
		fmt.Fprintf(&xfs, `<xf numFmtId="0" fontId="%d" fillId="%d" borderId="%d" xfId="0" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1"%s><alignment %swrapText="1"/></xf>`, font, fill, border, more, align)
	}
	xfs.WriteString(`<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>`)
	xf(1, 0, 0, "", `vertical="center" `)
	xf(0, 0, 0, "", `vertical="top" `)
	xf(2, 2, 1, "", `vertical="center" `)
	for _, t := range tones {
		fill := 0
		if t != "" {
			fills.WriteString(solid("FF" + t))
			fill = count
			count++
		}
		xf(0, fill, 1, "", `vertical="top" `)
		xf(0, fill, 1, "", `horizontal="center" vertical="top" `)
		xf(0, fill, 1, ` quotePrefix="1"`, `vertical="top" `)
		xf(3, fill, 1, "", `vertical="top" `)
	}
	side := func(name string) string {
		return `<` + name + ` style="thin"><color rgb="FFBFBFBF"/></` + name + `>`
	}
	return head + `<styleSheet xmlns="` + mainSpace + `"><fonts count="4">` +
		font(`<sz val="10"/>`, dark) + font(`<b/><sz val="15"/>`, dark) + font(`<b/><sz val="10"/>`, "FFFFFFFF") + font(`<u/><sz val="10"/>`, "FF0563C1") +
		fmt.Sprintf(`</fonts><fills count="%d">%s</fills>`, count, fills.String()) +
		`<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>` +
		side("left") + side("right") + side("top") + side("bottom") + `<diagonal/></border></borders>` +
		`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
		fmt.Sprintf(`<cellXfs count="%d">%s</cellXfs>`, styleBody+variants*len(tones), xfs.String()) +
		`<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`
})

func solid(color string) string {
	return `<fill><patternFill patternType="solid"><fgColor rgb="` + color + `"/><bgColor indexed="64"/></patternFill></fill>`
}

// front gives the parts that do not belong to a sheet.
func (p *pack) front() []*workbook.Part {
	var types, sheets, names, relations strings.Builder
	override := func(name, kind string) {
		fmt.Fprintf(&types, `<Override PartName="/%s" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.%s+xml"/>`, name, kind)
	}
	override("xl/workbook.xml", "sheet.main")
	override("xl/styles.xml", "styles")
	for i := range p.book.Sheets {
		s := &p.book.Sheets[i]
		override(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), "worksheet")
		if n := p.tables[i]; n > 0 {
			override(fmt.Sprintf("xl/tables/table%d.xml", n), "table")
		}
		fmt.Fprintf(&sheets, `<sheet name="%s" sheetId="%d" r:id="rId%d"/>`, escape(s.Name), i+1, i+1)
		fmt.Fprintf(&relations, `<Relationship Id="rId%d" Type="%s/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, relationSpace, i+1)
		quoted := escape(workbook.InApostrophes(s.Name))
		fmt.Fprintf(&names, `<definedName name="_xlnm.Print_Titles" localSheetId="%d">%s!$%d:$%d</definedName>`, i, quoted, headingRow, headingRow)
	}
	for i := range p.book.Sheets {
		fmt.Fprintf(&names, `<definedName name="%s" localSheetId="%d" hidden="1">"riskbok"</definedName>`, workbook.OwnName, i)
	}
	fmt.Fprintf(&relations, `<Relationship Id="rIdStyles" Type="%s/styles" Target="styles.xml"/>`, relationSpace)
	const packageTypes = "application/vnd.openxmlformats-package."
	return []*workbook.Part{
		workbook.SamePart("[Content_Types].xml", head+`<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">`+
			`<Default Extension="rels" ContentType="`+packageTypes+`relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>`+types.String()+
			`<Override PartName="/docProps/core.xml" ContentType="`+packageTypes+`core-properties+xml"/>`+
			`<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>`),
		workbook.SamePart("_rels/.rels", head+`<Relationships xmlns="`+packageSpace+`">`+
			`<Relationship Id="rId1" Type="`+relationSpace+`/officeDocument" Target="xl/workbook.xml"/>`+
			`<Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>`+
			`<Relationship Id="rId3" Type="`+relationSpace+`/extended-properties" Target="docProps/app.xml"/></Relationships>`),
		whole("docProps/core.xml", head+`<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">`+
			`<dc:title>`+escape(p.book.Title)+`</dc:title><dc:subject>`+escape(p.book.Subject)+`</dc:subject><dc:creator>riskbok</dc:creator><dc:language>`+escape(p.book.Language)+`</dc:language></cp:coreProperties>`),
		workbook.SamePart("docProps/app.xml", head+`<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Application>riskbok</Application></Properties>`),
		workbook.SamePart("xl/workbook.xml", head+`<workbook xmlns="`+mainSpace+`" xmlns:r="`+relationSpace+`"><bookViews><workbookView/></bookViews><sheets>`+sheets.String()+`</sheets><definedNames>`+names.String()+`</definedNames></workbook>`),
		workbook.SamePart("xl/_rels/workbook.xml.rels", head+`<Relationships xmlns="`+packageSpace+`">`+relations.String()+`</Relationships>`),
		workbook.SamePart("xl/styles.xml", styles()),
	}
}
