package hostile

import "strings"

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
	xlsx("astray-sheet-twice", func(b *book, _ int) {
		b.names = append([]string{"XL/Worksheets/Sheet1.xml"}, b.names...)
		b.parts["XL/Worksheets/Sheet1.xml"] = text(sheetXML(rowXML(1, heads)+rowXML(2, rows()[0]), ""))
	}),
	pdf("astray-image-without-end", func(p *paper, _ int) {
		s := registerContent()
		at := strings.LastIndex(s[:len(s)/2], "BT ")
		p.objects[contentObject] = stream("", []byte(s[:at]+"BI /W 1 /H 1 /BPC 8 /CS /G ID x "+s[at:]))
	}),
	pdf("astray-content-elsewhere", func(p *paper, _ int) {
		p.objects[contentObject] = stream("/F(/etc/hostname)", nil)
	}),
}

// sheetKind is a workbook of which the sheet with the register is changed.
func sheetKind(name string, change func(string) string) Kind {
	return xlsx(name, func(b *book, _ int) {
		b.set("xl/worksheets/sheet1.xml", change(sheetXML(registerRows(1), "")))
	})
}
