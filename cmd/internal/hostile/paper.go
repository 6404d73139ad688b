package hostile

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"strings"
)

// paper is a PDF by its objects, numbered from 1: the catalog, the pages, a font,
// the page and its content. Others come after them.
type paper struct {
	objects []string
	tail    func(b *bytes.Buffer, at []int) // writes what stands after the objects; nil: a sound table
}

const (
	catalogObject = iota
	pagesObject
	fontObject
	pageObject
	contentObject
)

// newPaper gives a PDF with the register as a ruled table on its page.
func newPaper() *paper {
	return &paper{objects: []string{
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[4 0 R]/Count 1>>",
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
		page("5 0 R", ""),
		stream("", []byte(registerContent())),
	}}
}

// page gives a page object with contents and further resources.
func page(contents, resources string) string {
	return "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents " + contents + "/Resources<</Font<</F1 3 0 R>>" + resources + ">>>>"
}

// stream gives a stream object.
func stream(dict string, data []byte) string {
	return fmt.Sprintf("<<%s/Length %d>>\nstream\n%s\nendstream", dict, len(data), data)
}

// packed gives a stream object of a content, packed.
func packed(dict string, c content) string {
	var b bytes.Buffer
	z, err := zlib.NewWriterLevel(&b, zlib.BestSpeed)
	must(err)
	c(z)
	must(z.Close())
	return stream("/Filter/FlateDecode"+dict, b.Bytes())
}

// edges are where the columns of the printed register begin and end.
var edges = []int{40, 70, 280, 350, 420, 480, 555}

// registerContent prints the register: a ruled table, 24 points a row.
func registerContent() string {
	var b strings.Builder
	all := append([][]string{heads}, rows()...)
	const top, height = 780, 24
	for i := range len(all) + 1 {
		fmt.Fprintf(&b, "%d %d m %d %d l S\n", edges[0], top-i*height, edges[len(edges)-1], top-i*height)
	}
	for _, x := range edges {
		fmt.Fprintf(&b, "%d %d m %d %d l S\n", x, top, x, top-len(all)*height)
	}
	for i, row := range all {
		for k, text := range row {
			fmt.Fprintf(&b, "BT /F1 9 Tf %d %d Td (%s) Tj ET\n", edges[k]+4, top-i*height-16, latin(text))
		}
	}
	return b.String()
}

// latin writes a text in the font's encoding.
func latin(s string) string {
	var b strings.Builder
	for _, r := range s {
		if r > 0x7e || r == '(' || r == ')' || r == '\\' {
			fmt.Fprintf(&b, "\\%03o", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}

// bytes writes the file.
func (p *paper) bytes() []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	at := make([]int, len(p.objects))
	for i, o := range p.objects {
		at[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	if p.tail != nil {
		p.tail(&b, at)
		return b.Bytes()
	}
	table(&b, at, "")
	return b.Bytes()
}

// table writes the cross-reference table and the trailer.
func table(b *bytes.Buffer, at []int, trailer string) {
	start := b.Len()
	fmt.Fprintf(b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, n := range at {
		fmt.Fprintf(b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(b, "trailer\n<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, trailer, start)
}

// pdf makes a kind of a paper that a function changes.
func pdf(name string, change func(p *paper, percent int)) Kind {
	return Kind{name, ".pdf", func(percent int) []byte {
		p := newPaper()
		change(p, percent)
		return p.bytes()
	}}
}

// printing makes a kind whose page has further content after the register.
func printing(name string, more func(w io.Writer, percent int)) Kind {
	return pdf(name, func(p *paper, percent int) {
		p.objects[contentObject] = packed("", func(w io.Writer) {
			_, _ = io.WriteString(w, registerContent())
			more(w, percent)
		})
	})
}

// add adds an object and gives its reference.
func (p *paper) add(object string) string {
	p.objects = append(p.objects, object)
	return fmt.Sprintf("%d 0 R", len(p.objects))
}
