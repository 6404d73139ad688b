package hostile

import (
	"fmt"
	"io"
	"strings"
)

// styled makes a kind with other styles; the sheet's cells use them.
func styled(name, before, one, behind string, n int) Kind {
	return xlsx(name, func(b *book, p int) {
		b.fill("xl/styles.xml", repeated(xmlHead+`<styleSheet`+mainNS+`>`+before, one, part(n, p), behind+`</styleSheet>`))
		b.sheet(strings.ReplaceAll(registerRows(1), "<c ", `<c s="1" `), "")
	})
}

// looks attack what reads styles and what stands around the cells.
var looks = []Kind{
	styled("look-styles", `<cellXfs>`, `<xf numFmtId="14" fontId="999999999" fillId="4294967295"/>`, `</cellXfs>`, 3_000_000),
	styled("look-fills", `<fills>`, `<fill><patternFill patternType="solid"><fgColor theme="99" tint="1e99"/></patternFill></fill>`, `</fills><cellXfs><xf/><xf fillId="70000"/></cellXfs>`, 1_000_000),
	styled("look-formats", `<numFmts>`, `<numFmt numFmtId="200" formatCode="[&gt;1]yyyy;[Red]0.00;&quot;x&quot;@"/>`, `</numFmts><cellXfs><xf/><xf numFmtId="200"/></cellXfs>`, 1_000_000),
	styled("look-fonts", `<fonts>`, `<font><strike/></font>`, `</fonts><cellXfs><xf/><xf fontId="7"/></cellXfs>`, 3_000_000),
	styled("look-long-format", `<numFmts><numFmt numFmtId="200" formatCode="`, `[$-41D]yyyy\-`, `"/></numFmts><cellXfs><xf/><xf numFmtId="200"/></cellXfs>`, 3_000_000),
	xlsx("look-style-index", func(b *book, _ int) {
		b.sheet(strings.ReplaceAll(registerRows(1), "<c ", `<c s="999999999" `), "")
	}),
	xlsx("look-styles-cut", func(b *book, _ int) { b.set("xl/styles.xml", stylesXML[:len(stylesXML)/2]) }),
	xlsx("look-filled", func(b *book, p int) {
		b.set("xl/styles.xml", strings.NewReplacer(`<fill/>`, `<fill/><fill/><fill><patternFill patternType="solid"><fgColor rgb="FFFF0000"/></patternFill></fill>`, `<xf/></cellXfs>`, `<xf/><xf fillId="2" applyFill="1"/></cellXfs>`).Replace(stylesXML))
		b.long(func(w io.Writer) { cells(w, 14, part(200_000, p), strings.Repeat(`<c s="1"/>`, 16)) }, "")
	}),
	within("look-conditions", func(p int) (string, string) {
		return "", strings.Repeat(`<conditionalFormatting sqref="A1:XFD1048576"><cfRule type="cellIs" priority="1" operator="equal"><formula>1</formula></cfRule></conditionalFormatting>`, part(500_000, p))
	}),
	within("look-validations", func(p int) (string, string) {
		return "", `<dataValidations>` + strings.Repeat(`<dataValidation type="list" sqref="C2:C1048576"><formula1>"1,2,3,4"</formula1></dataValidation>`, part(500_000, p)) + `</dataValidations>`
	}),
	within("look-links", func(p int) (string, string) {
		return "", `<hyperlinks>` + strings.Repeat(`<hyperlink ref="A1:XFD1048576" r:id="rId1"/>`, part(500_000, p)) + `</hyperlinks>`
	}),
	xlsx("look-tables", func(b *book, p int) {
		var parts, rels strings.Builder
		for i := range part(3000, p) {
			fmt.Fprintf(&parts, `<tablePart r:id="t%d"/>`, i)
			fmt.Fprint(&rels, relation(fmt.Sprintf("t%d", i), "table", fmt.Sprintf("../tables/table%d.xml", i)))
			b.set(fmt.Sprintf("xl/tables/table%d.xml", i), xmlHead+`<table`+mainNS+` id="1" name="t" ref="A1:XFD1048576" headerRowCount="4000000000"><tableColumns>`+strings.Repeat(`<tableColumn id="1" name="Risk"/>`, 200)+`</tableColumns></table>`)
		}
		b.sheet(registerRows(1), `<tableParts>`+parts.String()+`</tableParts>`)
		b.set("xl/worksheets/_rels/sheet1.xml.rels", strings.Replace(relations(rels.String()), "worksheets/", "", 1))
	}),
	xlsx("look-comments", func(b *book, p int) {
		b.fill("xl/comments1.xml", repeated(xmlHead+`<comments`+mainNS+`><commentList>`, `<comment ref="A1" authorId="9"><text><t>Se över</t></text></comment>`, part(2_000_000, p), `</commentList></comments>`))
		b.set("xl/worksheets/_rels/sheet1.xml.rels", relations(relation("c1", "comments", "../comments1.xml")))
	}),
	xlsx("look-marked", func(b *book, p int) {
		var n strings.Builder
		for range part(100_000, p) {
			n.WriteString(`<definedName name="riskbok.aside" localSheetId="0">Riskanalys!$H$1:$XFD$1048576,Riskanalys!$A$900:$B$1000</definedName>`)
		}
		b.set("xl/workbook.xml", workbookXML(`<sheet name="Riskanalys" sheetId="1" r:id="rId1"/>`, `<definedNames>`+n.String()+`</definedNames>`))
	}),
	xlsx("look-board-name", func(b *book, p int) {
		b.sheet(rowXML(1, []string{"Nämnd", "Hamn\u202e/../../" + strings.Repeat("kaj", part(1_000_000, p)) + "nämnden"})+registerRows(3), "")
	}),
	xlsx("look-board-steers", func(b *book, _ int) {
		b.sheet(rowXML(1, []string{"Nämnd", "CON\u009b31m<script>alert(1)</script>nämnden"})+rowXML(2, []string{"År", "2026"})+registerRows(4), "")
	}),
}
