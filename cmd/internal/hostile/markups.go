package hostile

import (
	"encoding/binary"
	"fmt"
	"io"
	"strings"
	"unicode/utf16"
)

// markup makes a kind whose first sheet is another text.
func markup(name string, change func(xml string, percent int) string) Kind {
	return xlsx(name, func(b *book, p int) { b.set(sheetPart, change(sheetXML(registerRows(1), ""), p)) })
}

// after puts a text behind the XML declaration.
func after(xml, s string) string { return strings.Replace(xml, xmlHead, xmlHead+s, 1) }

// markups attack the reader of XML.
var markups = []Kind{
	markup("xml-billion-laughs", func(x string, _ int) string {
		d := `<!DOCTYPE worksheet [<!ENTITY a0 "Hamn">`
		for i := range 9 {
			d += fmt.Sprintf(`<!ENTITY a%d "%s">`, i+1, strings.Repeat(fmt.Sprintf("&a%d;", i), 10))
		}
		return strings.Replace(after(x, d+"]>"), "Vågbrytaren", "&a9;", 1)
	}),
	markup("xml-long-entity", func(x string, p int) string {
		d := `<!DOCTYPE worksheet [<!ENTITY a "` + strings.Repeat("h", part(1<<20, p)) + `">]>`
		return strings.Replace(after(x, d), "Vågbrytaren", strings.Repeat("&a;", part(10_000, p)), 1)
	}),
	markup("xml-external-entity", func(x string, _ int) string {
		return strings.Replace(after(x, `<!DOCTYPE worksheet [<!ENTITY a SYSTEM "file:///etc/passwd">]>`), "Vågbrytaren", "&a;", 1)
	}),
	markup("xml-external-dtd", func(x string, _ int) string {
		return after(x, `<!DOCTYPE worksheet SYSTEM "http://127.0.0.1:9/x.dtd">`)
	}),
	markup("xml-deep", func(x string, p int) string {
		n := part(3_000_000, p)
		return strings.Replace(x, "</sheetData>", "</sheetData><extLst>"+strings.Repeat("<a>", n)+strings.Repeat("</a>", n)+"</extLst>", 1)
	}),
	markup("xml-deep-in-cell", func(x string, p int) string {
		n := part(2_000_000, p)
		return strings.Replace(x, "<is><t>Vågbrytaren", "<is>"+strings.Repeat("<r>", n)+strings.Repeat("</r>", n)+"<t>Vågbrytaren", 1)
	}),
	markup("xml-many-attributes", func(x string, p int) string {
		var a strings.Builder
		for i := range part(1_000_000, p) {
			fmt.Fprintf(&a, ` a%d="1"`, i)
		}
		return strings.Replace(x, "<row ", "<row"+a.String()+" ", 1)
	}),
	markup("xml-long-attribute", func(x string, p int) string {
		return strings.Replace(x, `<c r="A2"`, `<c x="`+strings.Repeat("&amp;", part(30<<20, p))+`" r="A2"`, 1)
	}),
	markup("xml-long-name", func(x string, p int) string {
		n := strings.Repeat("n", part(50<<20, p))
		return strings.Replace(x, "</sheetData>", "</sheetData><"+n+"></"+n+">", 1)
	}),
	markup("xml-many-names", func(x string, p int) string {
		var a strings.Builder
		for i := range part(1_000_000, p) {
			fmt.Fprintf(&a, `<a%d xmlns:b%d="c%d"/>`, i, i, i)
		}
		return strings.Replace(x, "</sheetData>", "</sheetData><extLst>"+a.String()+"</extLst>", 1)
	}),
	markup("xml-comments", func(x string, p int) string {
		return strings.Replace(x, "<row ", strings.Repeat("<!-- x -->", part(20_000_000, p))+"<row ", 1)
	}),
	markup("xml-comment-open", func(x string, _ int) string { return strings.Replace(x, `<row r="5">`, `<!--<row r="5">`, 1) }),
	markup("xml-cdata", func(x string, p int) string {
		return strings.Replace(x, "<t>Vågbrytaren", "<t>"+strings.Repeat("<![CDATA[]]>", part(10_000_000, p))+"Vågbrytaren", 1)
	}),
	markup("xml-instructions", func(x string, p int) string {
		return strings.Replace(x, "<row ", strings.Repeat("<?a b?>", part(20_000_000, p))+"<row ", 1)
	}),
	markup("xml-references", func(x string, p int) string {
		return strings.Replace(x, "<t>Vågbrytaren", "<t>"+strings.Repeat("&#x48;", part(30_000_000, p))+"Vågbrytaren", 1)
	}),
	markup("xml-reference-beyond", func(x string, _ int) string {
		return strings.Replace(x, "<t>Vågbrytaren", "<t>&#x110000;&#0;&#xD800;&#99999999999999999999;Vågbrytaren", 1)
	}),
	markup("xml-unclosed", func(x string, _ int) string { return strings.Replace(x, "</row>", "", 3) }),
	markup("xml-crossed", func(x string, _ int) string { return strings.Replace(x, "</v></c>", "</c></v>", 5) }),
	markup("xml-zero", func(x string, _ int) string { return strings.Replace(x, "Vågbrytaren", "Våg\x00brytaren", 1) }),
	markup("xml-not-utf8", func(x string, _ int) string { return strings.Replace(x, "Vågbrytaren", "V\xe5gbrytaren", 1) }),
	markup("xml-latin1", func(x string, _ int) string {
		var b strings.Builder
		for _, r := range strings.Replace(x, "UTF-8", "ISO-8859-1", 1) {
			b.WriteByte(byte(r))
		}
		return b.String()
	}),
	markup("xml-utf16", func(x string, _ int) string {
		out := []byte{0xff, 0xfe}
		for _, u := range utf16.Encode([]rune(strings.Replace(x, "UTF-8", "UTF-16", 1))) {
			out = binary.LittleEndian.AppendUint16(out, u)
		}
		return string(out)
	}),
	markup("xml-utf16-odd", func(string, int) string { return "\xff\xfe<\x00w\x00o" }),
	markup("xml-utf7", func(x string, _ int) string { return strings.Replace(x, "UTF-8", "UTF-7", 1) }),
	markup("xml-empty", func(string, int) string { return "" }),
	markup("xml-other-root", func(string, int) string { return xmlHead + "<html><body>Riskanalys</body></html>" }),
	markup("xml-other-prefix", func(x string, _ int) string {
		x = strings.ReplaceAll(strings.ReplaceAll(x, "</", "</s:"), "<s:", "<s:")
		for _, n := range []string{"worksheet", "sheetData", "row", "c ", "v>", "is>", "t>"} {
			x = strings.ReplaceAll(x, "<"+n, "<s:"+n)
		}
		return strings.Replace(x, " xmlns=", " xmlns:s=", 1)
	}),
	markup("xml-alternate-rows", func(x string, _ int) string {
		return strings.Replace(strings.Replace(x, `<row r="4">`, `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x"><row r="4">`, 1),
			`<row r="9">`, `</mc:Choice></mc:AlternateContent><row r="9">`, 1)
	}),
	xlsx("xml-workbook-bomb", func(b *book, p int) {
		b.fill("xl/workbook.xml", func(w io.Writer) {
			head, tail, _ := strings.Cut(workbookXML(`<sheet name="Riskanalys" sheetId="1" r:id="rId1"/>`, "\x00"), "\x00")
			fmt.Fprint(w, head)
			repeat(w, `<definedName name="a" localSheetId="0">Riskanalys!$A$1:$F$9</definedName>`, part(2_000_000, p))
			fmt.Fprint(w, tail)
		})
	}),
	xlsx("xml-sheet-name", func(b *book, p int) {
		b.set("xl/workbook.xml", workbookXML(`<sheet name="Risk`+strings.Repeat("&#x202E;", part(1_000_000, p))+`" sheetId="1" r:id="rId1"/>`, ""))
	}),
}
