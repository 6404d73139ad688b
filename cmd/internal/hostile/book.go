package hostile

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"fmt"
	"hash/crc32"
	"html"
	"io"
	"strings"
	"sync"
)

// book is a workbook by its parts, in the order that they are packed.
type book struct {
	names []string
	parts map[string]content
}

// content writes a part; it may be larger than memory should hold.
type content func(w io.Writer)

const (
	xmlHead = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>` + "\n"
	mainNS  = ` xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"`
	relNS   = ` xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"`
	relType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	ctNS    = "application/vnd.openxmlformats-officedocument.spreadsheetml."
)

// newBook gives a workbook with the register on its first sheet.
func newBook() *book {
	b := &book{parts: map[string]content{}}
	b.set("[Content_Types].xml", contentTypes(""))
	b.set("_rels/.rels", xmlHead+`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`+relation("rId1", "officeDocument", "xl/workbook.xml")+`</Relationships>`)
	b.set("xl/workbook.xml", workbookXML(`<sheet name="Riskanalys" sheetId="1" r:id="rId1"/>`, ""))
	b.set("xl/_rels/workbook.xml.rels", relations(""))
	b.set("xl/styles.xml", stylesXML)
	b.set("xl/worksheets/sheet1.xml", sheetXML(registerRows(1), ""))
	return b
}

const stylesXML = xmlHead + `<styleSheet` + mainNS + `><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="1"><xf/></cellXfs></styleSheet>`

func contentTypes(more string) string {
	return xmlHead + `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
		`<Override PartName="/xl/workbook.xml" ContentType="` + ctNS + `sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="` + ctNS + `worksheet+xml"/>` + more + `</Types>`
}

func relation(id, kind, target string) string {
	return `<Relationship Id="` + id + `" Type="` + relType + kind + `" Target="` + target + `"/>`
}

// relations are those of the workbook: the sheet, the styles and more.
func relations(more string) string {
	return xmlHead + `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">` +
		relation("rId1", "worksheet", "worksheets/sheet1.xml") + relation("rId2", "styles", "styles.xml") + more + `</Relationships>`
}

func workbookXML(sheets, more string) string {
	return xmlHead + `<workbook` + mainNS + relNS + `><sheets>` + sheets + `</sheets>` + more + `</workbook>`
}

func sheetXML(rows, after string) string {
	return xmlHead + `<worksheet` + mainNS + relNS + `><sheetData>` + rows + `</sheetData>` + after + `</worksheet>`
}

// registerRows writes the register from a row on.
func registerRows(from int) string {
	var b strings.Builder
	for i, row := range append([][]string{heads}, rows()...) {
		b.WriteString(rowXML(from+i, row))
	}
	return b.String()
}

// rowXML writes a row; what is digits becomes a number.
func rowXML(at int, cells []string) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<row r="%d">`, at)
	for i, text := range cells {
		if strings.Trim(text, "0123456789") == "" && text != "" {
			fmt.Fprintf(&b, `<c r="%c%d"><v>%s</v></c>`, 'A'+i, at, text)
		} else {
			fmt.Fprintf(&b, `<c r="%c%d" t="inlineStr"><is><t>%s</t></is></c>`, 'A'+i, at, html.EscapeString(text))
		}
	}
	return b.String() + `</row>`
}

// set gives a part its text.
func (b *book) set(name, text string) *book {
	return b.fill(name, func(w io.Writer) { _, _ = io.WriteString(w, text) })
}

// fill gives a part a content.
func (b *book) fill(name string, c content) *book {
	if b.parts[name] == nil {
		b.names = append(b.names, name)
	}
	b.parts[name] = c
	return b
}

func (b *book) drop(name string) *book {
	delete(b.parts, name)
	return b
}

// sheet gives the first sheet other rows and what stands after them.
func (b *book) sheet(rows, after string) *book {
	return b.set("xl/worksheets/sheet1.xml", sheetXML(rows, after))
}

// long gives the first sheet the register and a content between it and the end of
// the rows.
func (b *book) long(c content, after string) *book {
	return b.fill("xl/worksheets/sheet1.xml", func(w io.Writer) {
		head, tail, _ := strings.Cut(sheetXML(registerRows(1)+"\x00", after), "\x00")
		_, _ = io.WriteString(w, head)
		c(w)
		_, _ = io.WriteString(w, tail)
	})
}

// second adds another sheet with this part.
func (b *book) second(c content) *book {
	b.set("xl/workbook.xml", workbookXML(`<sheet name="Riskanalys" sheetId="1" r:id="rId1"/><sheet name="Bilaga" sheetId="2" r:id="rId9"/>`, ""))
	b.set("xl/_rels/workbook.xml.rels", relations(relation("rId9", "worksheet", "worksheets/sheet2.xml")))
	return b.fill("xl/worksheets/sheet2.xml", c)
}

// strings adds shared strings.
func (b *book) strings(c content) *book {
	b.set("xl/_rels/workbook.xml.rels", relations(relation("rId3", "sharedStrings", "sharedStrings.xml")))
	return b.fill("xl/sharedStrings.xml", c)
}

// text is a content of one text.
func text(s string) content { return func(w io.Writer) { _, _ = io.WriteString(w, s) } }

// repeated is a content of a text n times between two others.
func repeated(before, s string, n int, after string) content {
	return func(w io.Writer) {
		_, _ = io.WriteString(w, before)
		repeat(w, s, n)
		_, _ = io.WriteString(w, after)
	}
}

// repeat writes a text n times, in blocks.
func repeat(w io.Writer, s string, n int) {
	per := max(1, min(n, 1<<16/max(len(s), 1)))
	block := []byte(strings.Repeat(s, per))
	for ; n >= per; n -= per {
		_, _ = w.Write(block)
	}
	_, _ = w.Write(block[:n*len(s)])
}

// zip packs the workbook.
func (b *book) zip() []byte { return b.zipWith(nil) }

// zipWith packs the workbook; change, if not nil, may lie in the header of a part.
func (b *book) zipWith(change func(name string, h *zip.FileHeader)) []byte {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, name := range b.names {
		if c := b.parts[name]; c != nil {
			addPart(z, name, c, change)
		}
	}
	must(z.Close())
	return out.Bytes()
}

// deflaters are used again: each takes a megabyte, and there are workbooks of 120,000
// parts.
var deflaters = sync.Pool{New: func() any {
	f, err := flate.NewWriter(io.Discard, flate.BestSpeed)
	must(err)
	return f
}}

// addPart packs one part by hand, so that its header can say what it likes.
func addPart(z *zip.Writer, name string, c content, change func(string, *zip.FileHeader)) {
	var packed bytes.Buffer
	f := deflaters.Get().(*flate.Writer)
	defer deflaters.Put(f)
	f.Reset(&packed)
	sum := crc32.NewIEEE()
	size := &counter{}
	c(io.MultiWriter(f, sum, size))
	must(f.Close())
	h := &zip.FileHeader{Name: name, Method: zip.Deflate, CRC32: sum.Sum32(), CompressedSize64: uint64(packed.Len()), UncompressedSize64: uint64(size.n)}
	if change != nil {
		change(name, h)
	}
	w, err := z.CreateRaw(h)
	must(err)
	_, err = w.Write(packed.Bytes())
	must(err)
}

type counter struct{ n int64 }

func (c *counter) Write(p []byte) (int, error) {
	c.n += int64(len(p))
	return len(p), nil
}

// must panics: what is made here does not depend on what comes in.
func must(err error) {
	if err != nil {
		panic(err)
	}
}
