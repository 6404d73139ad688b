package hostile

import (
	"bytes"
	"compress/gzip"
	"strings"
)

// raw makes a kind of bytes.
func raw(name, ext string, data func(percent int) []byte) Kind { return Kind{name, ext, data} }

func fixed(s string) func(int) []byte { return func(int) []byte { return []byte(s) } }

// others are files that are not what their names say.
var others = []Kind{
	raw("other-empty", ".xlsx", fixed("")),
	raw("other-one-byte", ".pdf", fixed("%")),
	raw("other-ole", ".xlsx", fixed("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"+strings.Repeat("\xff", 5000))),
	raw("other-ole-loop", ".xls", func(int) []byte {
		d := make([]byte, 512*4)
		copy(d, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
		d[0x18], d[0x1a], d[0x1c], d[0x1e], d[0x20] = 0x3e, 3, 0xfe, 9, 6
		for i := 0x30; i < 512; i += 4 { // every chain leads to its own beginning
			d[i], d[i+1] = 0, 0
		}
		return d
	}),
	raw("other-html", ".xls", fixed("<html><table><tr><td>Risk</td></tr></table></html>")),
	raw("other-text", ".xlsx", func(p int) []byte { return bytes.Repeat([]byte("Nr;Risk;Sannolikhet\n"), part(5_000_000, p)) }),
	raw("other-zeros", ".pdf", func(p int) []byte { return make([]byte, part(200<<20, p)) }),
	raw("other-too-large", ".xlsx", func(p int) []byte { return append([]byte("PK\x03\x04"), make([]byte, part(300<<20, p))...) }),
	raw("other-gzip", ".xlsx", func(p int) []byte {
		var b bytes.Buffer
		z := gzip.NewWriter(&b)
		repeat(z, "\x00", part(1<<30, p))
		must(z.Close())
		return b.Bytes()
	}),
	raw("other-polyglot", ".pdf", func(int) []byte { return append([]byte("%PDF-1.7\n%%EOF\n"), newBook().zip()...) }),
	raw("other-zip-of-zip", ".xlsx", func(int) []byte { return newBook().set("xl/inner.xlsx", string(newBook().zip())).zip() }),
	raw("other-docx", ".xlsx", func(int) []byte {
		return newBook().set("[Content_Types].xml", strings.ReplaceAll(contentTypes(""), "spreadsheetml.sheet", "wordprocessingml.document")).zip()
	}),
}
