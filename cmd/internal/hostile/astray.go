package hostile

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
)

// astray are files whose register stands where no reader looks for it: parts and pages
// that are sound but for an element, an operator or an entry that does not belong.
var astray = []Kind{
	sheetKind("astray-rows-renamed", func(s string) string { return strings.ReplaceAll(s, "sheetData>", "sheetDate>") }),
	sheetKind("astray-row-in-another-vocabulary", func(s string) string {
		at := strings.Index(s, `<row r="5">`)
		end := at + strings.Index(s[at:], "</row>") + len("</row>")
		return s[:at] + `<w:row xmlns:w="urn:w">` + s[at:end] + `</w:row>` + s[end:]
	}),
	sheetKind("astray-row-as-text", func(s string) string {
		at := strings.Index(s, `<row r="5">`)
		end := at + strings.Index(s[at:], "</row>") + len("</row>")
		return s[:at] + "<![CDATA[" + s[at:end] + "]]>" + s[end:]
	}),
	sheetKind("astray-rows-beside-the-rows", func(s string) string {
		return strings.Replace(strings.Replace(s, `</sheetData>`, "", 1), `<row r="5">`, `</sheetData><row r="5">`, 1)
	}),
	sheetKind("astray-rows-in-an-extension", func(s string) string {
		s = strings.Replace(s, `<row r="5">`, `</sheetData><extLst><ext><sheetData><row r="5">`, 1)
		return strings.Replace(s, `</sheetData></worksheet>`, `</sheetData></ext></extLst></worksheet>`, 1)
	}),
	xlsx("astray-rows-on-a-dialog", func(b *book, _ int) {
		b.sheet(rowXML(1, heads)+rowXML(2, rows()[0]), "")
		b.set("xl/workbook.xml", workbookXML(`<sheet name="Riskanalys" sheetId="1" r:id="rId1"/><sheet name="Mer" sheetId="7" r:id="rId7"/>`, ""))
		b.set("xl/_rels/workbook.xml.rels", relations(relation("rId7", "dialogsheet", "dialogsheets/sheet1.xml")))
		b.set("xl/dialogsheets/sheet1.xml", xmlHead+`<dialogsheet`+mainNS+`><sheetData>`+registerRows(1)+`</sheetData></dialogsheet>`)
	}),
	xlsx("astray-sheet-twice", func(b *book, _ int) {
		b.names = append([]string{"XL/Worksheets/Sheet1.xml"}, b.names...)
		b.parts["XL/Worksheets/Sheet1.xml"] = text(sheetXML(rowXML(1, heads)+rowXML(2, rows()[0]), ""))
	}),
	pdf("astray-image-without-end", func(p *paper, _ int) {
		s := registerContent()
		at := strings.LastIndex(s[:len(s)/2], "BT ")
		p.objects[contentObject] = stream("", []byte(s[:at]+"BI /W 1 /H 1 /BPC 8 /CS /G ID x "+s[at:]))
	}),
	rowElsewhere("astray-row-in-a-deep-form", func(p *paper, row string) (string, string) {
		form := p.add(stream("/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>", []byte(row)))
		for range 40 {
			form = p.add(stream("/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X "+form+">>>>", []byte("/X Do")))
		}
		return "/XObject<</X " + form + ">>", "/X Do"
	}),
	rowElsewhere("astray-row-in-an-object-of-no-kind", func(p *paper, row string) (string, string) {
		return "/XObject<</X " + p.add(stream("/BBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>", []byte(row))) + ">>", "/X Do"
	}),
	rowElsewhere("astray-row-in-tiles", func(p *paper, row string) (string, string) {
		return "/Pattern<</X " + p.add(stream("/PatternType 1/PaintType 1/TilingType 1/BBox[0 0 595 842]/XStep 595/YStep 842/Resources<</Font<</F1 3 0 R>>>>", []byte(row))) + ">>",
			"/Pattern cs /X scn 0 0 595 842 re f"
	}),
	rowElsewhere("astray-row-said-to-be-nothing", func(_ *paper, row string) (string, string) {
		return "", "/Span <</ActualText()>> BDC " + row + " EMC"
	}),
	pdf("astray-content-that-nothing-names", func(p *paper, _ int) {
		lines := strings.SplitAfter(registerContent(), "\n")
		p.tail = func(b *bytes.Buffer, at []int) {
			fmt.Fprintf(b, "%d 0 obj\n%s\nendobj\n", contentObject+1, stream("", []byte(strings.Join(lines[:len(lines)-3*len(heads)], ""))))
			table(b, at, "")
		}
	}),
	pdf("astray-content-elsewhere", func(p *paper, _ int) {
		p.objects[contentObject] = stream("/F(/etc/hostname)", nil)
	}),
}

// rowElsewhere is a PDF of which a row is printed otherwise than by the content of the
// page: move gives the resources and the operators that print it.
func rowElsewhere(name string, move func(p *paper, row string) (resources, content string)) Kind {
	return pdf(name, func(p *paper, _ int) {
		lines := strings.SplitAfter(registerContent(), "\n")
		first := slices.IndexFunc(lines, func(s string) bool { return strings.HasPrefix(s, "BT ") }) + 5*len(heads)
		resources, content := move(p, strings.Join(lines[first:first+len(heads)], ""))
		p.objects[pageObject] = page("5 0 R", resources)
		p.objects[contentObject] = stream("", []byte(strings.Join(lines[:first], "")+strings.Join(lines[first+len(heads):], "")+content))
	})
}

// sheetKind is a workbook of which the sheet with the register is changed.
func sheetKind(name string, change func(string) string) Kind {
	return xlsx(name, func(b *book, _ int) {
		b.set("xl/worksheets/sheet1.xml", change(sheetXML(registerRows(1), "")))
	})
}
