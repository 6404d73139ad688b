package hostile

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
)

// xlsx makes a kind of a workbook that a function changes.
func xlsx(name string, change func(b *book, percent int)) Kind {
	return Kind{name, ".xlsx", func(percent int) []byte {
		b := newBook()
		change(b, percent)
		return b.zip()
	}}
}

// lying makes a kind whose parts' headers a function changes.
func lying(name string, change func(part string, h *zip.FileHeader)) Kind {
	return Kind{name, ".xlsx", func(int) []byte { return newBook().zipWith(change) }}
}

// bent makes a kind whose bytes a function changes.
func bent(name string, change func(data []byte) []byte) Kind {
	return Kind{name, ".xlsx", func(int) []byte { return change(newBook().zip()) }}
}

const sheetPart = "xl/worksheets/sheet1.xml"

// zips attack the package.
var zips = []Kind{
	xlsx("zip-spaces", func(b *book, p int) { b.long(repeated("", " ", part(900<<20, p), ""), "") }),
	xlsx("zip-unknown-part", func(b *book, p int) { b.fill("xl/media/image1.png", repeated("", "\x00", part(900<<20, p), "")) }),
	xlsx("zip-unknown-xml", func(b *book, p int) {
		b.fill("xl/theme/theme9.xml", repeated("<a>", "<b/>", part(200<<20, p), "</a>"))
	}),
	xlsx("zip-many-small-xml", func(b *book, p int) {
		for i := range part(3000, p) {
			b.fill(fmt.Sprintf("xl/x/%d.xml", i), repeated("<a>", " ", 200<<10, "</a>"))
		}
	}),
	xlsx("zip-many-parts", func(b *book, p int) {
		for i := range part(99_000, p) {
			b.set(fmt.Sprintf("xl/media/%d.bin", i), "")
		}
	}),
	xlsx("zip-too-many-parts", func(b *book, p int) {
		for i := range part(120_000, p) {
			b.set(fmt.Sprintf("x%d", i), "")
		}
	}),
	xlsx("zip-traversal", func(b *book, _ int) {
		b.set("../../../../etc/cron.d/evil", "x").set(`..\..\evil.exe`, "x").set("/etc/passwd", "x").set("C:/evil", "x").set("xl/../../a.xml", "<")
	}),
	Kind{"zip-twice", ".xlsx", func(int) []byte {
		var out bytes.Buffer
		z := zip.NewWriter(&out)
		b := newBook()
		for _, name := range append(b.names, sheetPart, "XL/WORKSHEETS/SHEET1.XML", "xl/workbook.xml") {
			addPart(z, name, b.parts[pick(b.parts[name] != nil, name, sheetPart)], nil)
		}
		must(z.Close())
		return out.Bytes()
	}},
	lying("zip-size-small", func(_ string, h *zip.FileHeader) { h.UncompressedSize64 = 1 }),
	lying("zip-size-huge", func(_ string, h *zip.FileHeader) { h.UncompressedSize64 = 1 << 60 }),
	lying("zip-size-zero", func(n string, h *zip.FileHeader) {
		if n == sheetPart {
			h.UncompressedSize64, h.CompressedSize64 = 0, 0
		}
	}),
	lying("zip-crc", func(n string, h *zip.FileHeader) {
		if n == sheetPart {
			h.CRC32++
		}
	}),
	lying("zip-method", func(n string, h *zip.FileHeader) {
		if n == sheetPart {
			h.Method = 99
		}
	}),
	lying("zip-stored", func(n string, h *zip.FileHeader) {
		if n == sheetPart {
			h.Method = zip.Store
		}
	}),
	lying("zip-encrypted-part", func(n string, h *zip.FileHeader) {
		if n == sheetPart {
			h.Flags |= 1
		}
	}),
	lying("zip-name-zero", func(n string, h *zip.FileHeader) {
		if n == "xl/styles.xml" {
			h.Name = "xl/styles\x00.xml"
		}
	}),
	bent("zip-cut", func(d []byte) []byte { return d[:len(d)*2/3] }),
	bent("zip-no-directory", func(d []byte) []byte { return d[:bytes.Index(d, []byte("PK\x01\x02"))] }),
	bent("zip-junk-before", func(d []byte) []byte { return append(bytes.Repeat([]byte("MZ junk "), 1000), d...) }),
	bent("zip-junk-after", func(d []byte) []byte { return append(d, bytes.Repeat([]byte("PK\x05\x06"), 10_000)...) }),
	bent("zip-zeros-inside", func(d []byte) []byte {
		out := bytes.Clone(d)
		clear(out[len(out)/2 : len(out)/2+64])
		return out
	}),
	bent("zip-directory-loops", func(d []byte) []byte {
		out := bytes.Clone(d)
		copy(out[len(out)-6:], []byte{0, 0, 0, 0}) // the directory begins at the first part
		return out
	}),
	xlsx("zip-sheets-on-one-part", func(b *book, p int) {
		var s strings.Builder
		for i := range part(4900, p) {
			fmt.Fprintf(&s, `<sheet name="Blad%d" sheetId="%d" r:id="rId1"/>`, i, i+1)
		}
		b.set("xl/workbook.xml", workbookXML(s.String(), ""))
	}),
	xlsx("zip-large-sheets-on-one-part", func(b *book, p int) {
		var s strings.Builder
		for i := range part(400, p) {
			fmt.Fprintf(&s, `<sheet name="Blad%d" sheetId="%d" r:id="rId1"/>`, i, i+1)
		}
		b.set("xl/workbook.xml", workbookXML(s.String(), ""))
		b.long(func(w io.Writer) { cells(w, 14, part(20_000, p), `<c><v>7</v></c><c><v>8</v></c>`) }, "")
	}),
	xlsx("zip-too-many-sheets", func(b *book, p int) {
		var s strings.Builder
		for i := range part(60_000, p) {
			fmt.Fprintf(&s, `<sheet name="B%d" sheetId="%d" r:id="rId%d"/>`, i, i+1, i)
		}
		b.set("xl/workbook.xml", workbookXML(s.String(), ""))
	}),
	xlsx("zip-relation-loop", func(b *book, _ int) {
		b.set("xl/_rels/workbook.xml.rels", relations(relation("rId1", "worksheet", "workbook.xml")+relation("rId3", "sharedStrings", "_rels/workbook.xml.rels")))
	}),
	xlsx("zip-relation-out", func(b *book, _ int) {
		b.set("xl/_rels/workbook.xml.rels", relations(relation("rId3", "sharedStrings", "../../../../../../etc/passwd")+relation("rId4", "styles", "file:///etc/passwd")))
	}),
	xlsx("zip-relation-external", func(b *book, _ int) {
		b.set("xl/_rels/workbook.xml.rels", strings.Replace(relations(""), `Target="worksheets/sheet1.xml"`, `Target="http://127.0.0.1:9/x" TargetMode="External"`, 1))
	}),
	xlsx("zip-million-relations", func(b *book, p int) {
		b.fill("xl/_rels/workbook.xml.rels", func(w io.Writer) {
			head, tail, _ := strings.Cut(relations("\x00"), "\x00")
			fmt.Fprint(w, head)
			repeat(w, relation("rIdX", "comments", "x.xml"), part(1_000_000, p))
			fmt.Fprint(w, tail)
		})
	}),
	xlsx("zip-million-types", func(b *book, p int) {
		b.set("[Content_Types].xml", contentTypes(strings.Repeat(`<Override PartName="/x" ContentType="y"/>`, part(1_000_000, p))))
	}),
	xlsx("zip-no-types", func(b *book, _ int) { b.drop("[Content_Types].xml") }),
	xlsx("zip-no-sheet", func(b *book, _ int) { b.drop(sheetPart) }),
	xlsx("zip-sheet-without-tab", func(b *book, _ int) {
		b.second(text(sheetXML(registerRows(1), "")))
		b.set(sheetPart, sheetXML(rowXML(1, []string{"Tomt"}), ""))
		b.set("xl/workbook.xml", workbookXML(`<sheet name="Riskanalys" sheetId="1" r:id="rId1"/>`, ""))
	}),
}

func pick[T any](first bool, a, b T) T {
	if first {
		return a
	}
	return b
}

// cells writes rows of the same cells.
func cells(w io.Writer, from, n int, row string) {
	for i := range n {
		fmt.Fprintf(w, `<row r="%d">%s</row>`, from+i, row)
	}
}
