package hostile

import (
	"bytes"
	"fmt"
	"io"
	"strings"
)

// torn makes a kind whose bytes a function changes.
func torn(name string, change func(data []byte) []byte) Kind {
	return Kind{name, ".pdf", func(int) []byte { return change(newPaper().bytes()) }}
}

// containers attack the objects of a PDF.
var containers = []Kind{
	torn("pdf-cut", func(d []byte) []byte { return d[:len(d)*2/3] }),
	torn("pdf-cut-in-content", func(d []byte) []byte {
		i := bytes.Index(d, []byte("Bojar"))
		return append(bytes.Clone(d[:i]), d[i+200:]...)
	}),
	torn("pdf-zeros", func(d []byte) []byte {
		out := bytes.Clone(d)
		clear(out[len(out)/2 : len(out)/2+300])
		return out
	}),
	torn("pdf-junk-before", func(d []byte) []byte { return append(bytes.Repeat([]byte("x"), 900), d...) }),
	torn("pdf-no-table", func(d []byte) []byte { return d[:bytes.LastIndex(d, []byte("xref\n0"))] }),
	torn("pdf-table-lies", func(d []byte) []byte { return bytes.ReplaceAll(d, []byte("00000 n"), []byte("00009 n")) }),
	torn("pdf-table-huge", func(d []byte) []byte { return bytes.Replace(d, []byte("xref\n0 6"), []byte("xref\n0 2147483647"), 1) }),
	torn("pdf-start-beyond", func(d []byte) []byte {
		return append(bytes.Clone(d[:bytes.LastIndex(d, []byte("startxref"))]), "startxref\n99999999999999999999\n%%EOF"...)
	}),
	pdf("pdf-table-loop", func(p *paper, _ int) {
		p.tail = func(b *bytes.Buffer, at []int) { table(b, at, fmt.Sprintf("/Prev %d", b.Len())) }
	}),
	pdf("pdf-table-chain", func(p *paper, percent int) {
		p.tail = func(b *bytes.Buffer, at []int) {
			prev := ""
			for range part(20_000, percent) {
				next := fmt.Sprintf("/Prev %d", b.Len())
				table(b, at, prev)
				prev = next
			}
		}
	}),
	pdf("pdf-length-lies", func(p *paper, _ int) {
		p.objects[contentObject] = strings.Replace(p.objects[contentObject], "/Length ", "/Length 9", 1)
	}),
	pdf("pdf-length-loops", func(p *paper, _ int) {
		p.objects[contentObject] = strings.Replace(p.objects[contentObject], "/Length ", "/Length 5 0 R/X ", 1)
	}),
	pdf("pdf-catalog-itself", func(p *paper, _ int) { p.objects[catalogObject] = "<</Type/Catalog/Pages 1 0 R>>" }),
	pdf("pdf-reference-circle", func(p *paper, _ int) {
		p.objects[catalogObject] = "<</Type/Catalog/Pages 6 0 R>>"
		p.add("7 0 R")
		p.add("6 0 R")
	}),
	pdf("pdf-tree-loop", func(p *paper, _ int) { p.objects[pagesObject] = "<</Type/Pages/Kids[4 0 R 2 0 R 2 0 R]/Count 3>>" }),
	pdf("pdf-tree-doubling", func(p *paper, _ int) {
		p.objects[pagesObject] = "<</Type/Pages/Kids[4 0 R 6 0 R 6 0 R]/Count 1>>"
		for i := range 40 {
			p.add(fmt.Sprintf("<</Type/Pages/Kids[%d 0 R %d 0 R]/Count 2>>", 7+i, 7+i))
		}
		p.add(page("5 0 R", ""))
	}),
	pdf("pdf-tree-deep", func(p *paper, percent int) {
		p.objects[pagesObject] = "<</Type/Pages/Kids[4 0 R 6 0 R]/Count 1>>"
		for i := range part(100_000, percent) {
			p.add(fmt.Sprintf("<</Type/Pages/Kids[%d 0 R]/Count 1>>", 7+i))
		}
		p.add(page("5 0 R", ""))
	}),
	pdf("pdf-count-lies", func(p *paper, _ int) { p.objects[pagesObject] = "<</Type/Pages/Kids[4 0 R]/Count 2147483647>>" }),
	pdf("pdf-many-kids", func(p *paper, percent int) {
		p.objects[pagesObject] = "<</Type/Pages/Kids[" + strings.Repeat("4 0 R ", part(1_000_000, percent)) + "]/Count 1>>"
	}),
	pdf("pdf-many-pages", func(p *paper, percent int) {
		var kids strings.Builder
		n := part(4900, percent)
		for i := range n {
			fmt.Fprintf(&kids, "%d 0 R ", 6+i)
		}
		p.objects[pagesObject] = fmt.Sprintf("<</Type/Pages/Kids[4 0 R %s]/Count %d>>", kids.String(), n+1)
		for range n {
			p.add(page("5 0 R", ""))
		}
	}),
	pdf("pdf-many-objects", func(p *paper, percent int) {
		for range part(1_500_000, percent) {
			p.add("null")
		}
	}),
	pdf("pdf-object-number", func(p *paper, _ int) {
		p.tail = func(b *bytes.Buffer, at []int) {
			fmt.Fprint(b, "2147483647 0 obj\n<</A 1>>\nendobj\n-5 0 obj\nnull\nendobj\n")
			table(b, at, "")
		}
	}),
	pdf("pdf-deep-arrays", func(p *paper, percent int) {
		n := part(3_000_000, percent)
		p.objects[pageObject] = strings.Replace(page("5 0 R", ""), "/Type/Page", "/X "+strings.Repeat("[", n)+strings.Repeat("]", n)+"/Type/Page", 1)
	}),
	pdf("pdf-deep-dictionaries", func(p *paper, percent int) {
		n := part(1_000_000, percent)
		p.objects[pageObject] = strings.Replace(page("5 0 R", ""), "/Type/Page", "/X "+strings.Repeat("<</A ", n)+"1"+strings.Repeat(">>", n)+"/Type/Page", 1)
	}),
	pdf("pdf-deep-strings", func(p *paper, percent int) {
		p.objects[pageObject] = strings.Replace(page("5 0 R", ""), "/Type/Page", "/X "+strings.Repeat("(", part(10_000_000, percent))+"/Type/Page", 1)
	}),
	pdf("pdf-object-streams", func(p *paper, percent int) {
		for range part(300, percent) {
			p.add(packed("/Type/ObjStm/N 100000/First 10", repeated("", "9 0 ", part(4<<20, percent), "")))
		}
	}),
	pdf("pdf-object-stream-itself", func(p *paper, _ int) {
		p.add(stream("/Type/ObjStm/N 1/First 4/Extends 6 0 R", []byte("6 0 <</Type/ObjStm>>")))
	}),
	pdf("pdf-flate-bomb", func(p *paper, percent int) {
		p.objects[contentObject] = packed("", repeated(registerContent(), " ", part(900<<20, percent), ""))
	}),
	pdf("pdf-flate-bombs", func(p *paper, percent int) {
		var all strings.Builder
		for range part(60, percent) {
			all.WriteString(p.add(packed("", repeated("", " ", part(50<<20, percent), ""))) + " ")
		}
		p.objects[pageObject] = page("[5 0 R "+all.String()+"]", "")
	}),
	pdf("pdf-bomb-in-bomb", func(p *paper, percent int) {
		inner := packed("", repeated(registerContent(), " ", part(300<<20, percent), ""))
		data := inner[strings.Index(inner, "stream\n")+7 : strings.LastIndex(inner, "\nendstream")]
		p.objects[contentObject] = strings.Replace(packed("", text(data)), "/Filter/FlateDecode", "/Filter[/FlateDecode/FlateDecode]", 1)
	}),
	pdf("pdf-many-filters", func(p *paper, percent int) {
		p.objects[contentObject] = strings.Replace(packed("", repeated(registerContent(), "\x80", part(10<<20, percent), "")), "/Filter/FlateDecode", "/Filter[/FlateDecode "+strings.Repeat("/RunLengthDecode", 300)+"]", 1)
	}),
	pdf("pdf-run-length", func(p *paper, percent int) {
		p.objects[contentObject] = packed("", func(w io.Writer) { repeat(w, "\x81 ", part(100<<20, percent)) })
		p.objects[contentObject] = strings.Replace(p.objects[contentObject], "/Filter/FlateDecode", "/Filter[/FlateDecode/RunLengthDecode]", 1)
	}),
	pdf("pdf-predictor", func(p *paper, percent int) {
		p.objects[contentObject] = packed("/DecodeParms<</Predictor 15/Columns 2147483647/Colors 32/BitsPerComponent 16>>", text(registerContent()))
	}),
	pdf("pdf-unknown-filter", func(p *paper, _ int) { p.objects[contentObject] = stream("/Filter/Hemlig", []byte(registerContent())) }),
	pdf("pdf-content-damaged", func(p *paper, _ int) {
		o := []byte(packed("", text(registerContent())))
		copy(o[len(o)/2:], "\xff\x00\xff\x00\xff\x00")
		p.objects[contentObject] = string(o)
	}),
	pdf("pdf-content-missing", func(p *paper, _ int) { p.objects[pageObject] = page("99 0 R", "") }),
	pdf("pdf-encrypted-lies", func(p *paper, _ int) {
		p.tail = func(b *bytes.Buffer, at []int) {
			table(b, at, "/Encrypt<</Filter/Standard/V 5/R 6/Length 256/O(x)/U(y)/OE(z)/UE()/P -4/Perms()>>/ID[()()]")
		}
	}),
	pdf("pdf-actions", func(p *paper, _ int) {
		p.objects[catalogObject] = "<</Type/Catalog/Pages 2 0 R/OpenAction<</S/Launch/F(calc.exe)>>/Names<</JavaScript<</Names[(x)<</S/JavaScript/JS(app.alert\\(1\\))>>]>>/EmbeddedFiles<</Names[(../../evil.exe)<</F(../../evil.exe)>>]>>>>>>"
	}),
}
