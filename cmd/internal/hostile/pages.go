package hostile

import (
	"fmt"
	"io"
	"strings"
)

// pages attack what a page refers to, and many pages at once.
var pages = []Kind{
	pdf("form-itself", func(p *paper, _ int) {
		f := fmt.Sprintf("%d 0 R", len(p.objects)+1)
		p.add(stream("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X "+f+">>>>", []byte("/X Do")))
		p.objects[pageObject] = page("5 0 R", "/XObject<</X "+f+">>")
		p.objects[contentObject] = stream("", []byte(registerContent()+"/X Do"))
	}),
	pdf("form-doubling", func(p *paper, _ int) {
		first := len(p.objects) + 1
		for i := range 40 {
			p.add(stream(fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X %d 0 R>>>>", first+i+1), []byte("/X Do /X Do /X Do")))
		}
		p.objects[pageObject] = page("5 0 R", fmt.Sprintf("/XObject<</X %d 0 R>>", first))
		p.objects[contentObject] = stream("", []byte(registerContent()+"/X Do"))
	}),
	pdf("form-painted-often", func(p *paper, percent int) {
		f := p.add(stream("/Type/XObject/Subtype/Form/BBox[0 0 595 842]", []byte(strings.Repeat("BT 3 0 Td ET ", 2000))))
		p.objects[pageObject] = page("5 0 R", "/XObject<</X "+f+">>")
		p.objects[contentObject] = packed("", repeated(registerContent(), "/X Do ", part(100_000, percent), ""))
	}),
	pdf("form-missing", func(p *paper, _ int) {
		p.objects[pageObject] = page("5 0 R", "/XObject<</X 99 0 R>>")
		p.objects[contentObject] = stream("", []byte(registerContent()+"/X Do"))
	}),
	pdf("form-many-names", func(p *paper, percent int) {
		var names strings.Builder
		for i := range part(300_000, percent) {
			fmt.Fprintf(&names, "/X%d 5 0 R", i)
		}
		p.objects[pageObject] = page("5 0 R", "/XObject<<"+names.String()+">>")
		p.objects[contentObject] = packed("", func(w io.Writer) {
			fmt.Fprint(w, registerContent())
			for i := range part(300_000, percent) {
				fmt.Fprintf(w, "/X%d Do ", i)
			}
		})
	}),
	pdf("font-missing", func(p *paper, _ int) { p.objects[fontObject] = "null" }),
	pdf("font-map-bomb", func(p *paper, percent int) {
		m := p.add(packed("", repeated("1 begincodespacerange <0000> <FFFF> endcodespacerange\n", "100 beginbfrange <0000> <FFFFFFFF> <0041> endbfrange\n", part(1_000_000, percent), "")))
		p.objects[fontObject] = "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode " + m + "/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/W[0 2147483647 500]>>]>>"
	}),
	pdf("font-map-long", func(p *paper, percent int) {
		m := p.add(packed("", repeated("1 beginbfchar <41> <", "0048", part(20_000_000, percent), "> endbfchar")))
		p.objects[fontObject] = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/ToUnicode " + m + ">>"
	}),
	pdf("font-map-itself", func(p *paper, _ int) {
		m := fmt.Sprintf("%d 0 R", len(p.objects)+1)
		p.add(stream("/UseCMap "+m, []byte("/X usecmap 1 beginbfchar <41> <0048> endbfchar")))
		p.objects[fontObject] = "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding " + m + "/ToUnicode " + m + "/DescendantFonts[3 0 R]>>"
	}),
	pdf("font-widths", func(p *paper, percent int) {
		p.objects[fontObject] = "<</Type/Font/Subtype/TrueType/BaseFont/X/Encoding/WinAnsiEncoding/FirstChar -2147483648/LastChar 2147483647/Widths[" + strings.Repeat("500 ", part(5_000_000, percent)) + "]>>"
	}),
	pdf("font-many", func(p *paper, percent int) {
		var names strings.Builder
		for i := range part(100_000, percent) {
			fmt.Fprintf(&names, "/G%d 3 0 R", i)
		}
		p.objects[pageObject] = strings.Replace(page("5 0 R", ""), "/F1 3 0 R", "/F1 3 0 R"+names.String(), 1)
		p.objects[contentObject] = packed("", func(w io.Writer) {
			fmt.Fprint(w, registerContent())
			for i := range part(100_000, percent) {
				fmt.Fprintf(w, "BT /G%d 1 Tf (x) Tj ET ", i)
			}
		})
	}),
	pdf("font-damaged", func(p *paper, _ int) {
		f := p.add(stream("/Length1 100", []byte("\x00\x01\x00\x00\xff\xff\xff\xff")))
		p.objects[fontObject] = "<</Type/Font/Subtype/TrueType/BaseFont/X/FontDescriptor<</Type/FontDescriptor/FontFile2 " + f + "/Flags 4>>>>"
	}),
	pdf("image-huge", func(p *paper, percent int) {
		i := p.add(packed("/Type/XObject/Subtype/Image/Width 100000/Height 100000/BitsPerComponent 8/ColorSpace/DeviceGray", repeated("", "\xff", part(400<<20, percent), "")))
		p.objects[pageObject] = page("5 0 R", "/XObject<</I "+i+">>")
		p.objects[contentObject] = stream("", []byte("q 500 0 0 700 40 40 cm /I Do Q "+registerContent()))
	}),
	pdf("image-lies", func(p *paper, _ int) {
		i := p.add(stream("/Type/XObject/Subtype/Image/Width 2147483647/Height 2147483647/BitsPerComponent 16/ColorSpace/DeviceCMYK/Filter/DCTDecode", []byte("\xff\xd8\xff\xc0\x00\x11\x08\xff\xff\xff\xff\x03")))
		p.objects[pageObject] = page("5 0 R", "/XObject<</I "+i+">>")
		p.objects[contentObject] = stream("", []byte("q 500 0 0 700 40 40 cm /I Do Q "))
	}),
	pdf("image-many", func(p *paper, percent int) {
		i := p.add(packed("/Type/XObject/Subtype/Image/Width 3000/Height 3000/BitsPerComponent 1/ColorSpace/DeviceGray", repeated("", "\xaa", 3000*375, "")))
		p.objects[pageObject] = page("5 0 R", "/XObject<</I "+i+">>")
		p.objects[contentObject] = packed("", repeated(registerContent(), "q 500 0 0 300 40 40 cm /I Do Q\n", part(100_000, percent), ""))
	}),
	pdf("image-only", func(p *paper, _ int) {
		i := p.add(packed("/Type/XObject/Subtype/Image/Width 3000/Height 4000/BitsPerComponent 1/ColorSpace/DeviceGray", repeated("", "\xaa", 4000*375, "")))
		p.objects[pageObject] = page("5 0 R", "/XObject<</I "+i+">>")
		p.objects[contentObject] = stream("", []byte("q 595 0 0 842 0 0 cm /I Do Q "))
	}),
	pdf("field-many", func(p *paper, percent int) {
		f := p.add("<</Type/Annot/Subtype/Widget/FT/Tx/V(" + strings.Repeat("is ", 1000) + ")/Rect[40 40 500 400]/DA(/F1 9 Tf)/Parent 6 0 R>>")
		p.objects[pageObject] = strings.Replace(page("5 0 R", ""), "/Type/Page", "/Annots["+strings.Repeat(f+" ", part(200_000, percent))+"]/Type/Page", 1)
	}),
	pdf("field-appearance-itself", func(p *paper, _ int) {
		f := fmt.Sprintf("%d 0 R", len(p.objects)+1)
		p.add("<</Type/Annot/Subtype/Stamp/Rect[40 40 500 400]/AP<</N " + f + ">>/Parent " + f + ">>")
		p.objects[pageObject] = strings.Replace(page("5 0 R", ""), "/Type/Page", "/Annots["+f+"]/Type/Page", 1)
	}),
	pdf("layer-many", func(p *paper, percent int) {
		var names strings.Builder
		for i := range part(100_000, percent) {
			fmt.Fprintf(&names, "/L%d 6 0 R", i)
		}
		p.add("<</Type/OCMD/OCGs[6 0 R 6 0 R]/VE[/And 6 0 R]>>")
		p.objects[catalogObject] = "<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[6 0 R]/D<</OFF[6 0 R]>>>>>>"
		p.objects[pageObject] = page("5 0 R", "/Properties<<"+names.String()+">>")
		p.objects[contentObject] = packed("", func(w io.Writer) {
			fmt.Fprint(w, registerContent())
			for i := range part(100_000, percent) {
				fmt.Fprintf(w, "/OC /L%d BDC EMC ", i)
			}
		})
	}),
	pdf("sheet-sizes", func(p *paper, _ int) {
		p.objects[pageObject] = strings.Replace(page("5 0 R", ""), "[0 0 595 842]", "[1e308 -1e308 0 0]/UserUnit 1e99/Rotate 45/CropBox[0 0 0 0]", 1)
	}),
	pdf("pages-of-words", func(p *paper, percent int) {
		p.add(packed("", func(w io.Writer) {
			for i := range 5000 {
				fmt.Fprintf(w, "BT /F1 4 Tf %d %d Td (is %d) Tj ET\n", 20+i%25*22, 20+i/25*4, i)
			}
		}))
		var kids strings.Builder
		n := part(2000, percent)
		for i := range n {
			fmt.Fprintf(&kids, "%d 0 R ", 7+i)
		}
		for range n {
			p.add(page("6 0 R", ""))
		}
		p.objects[pagesObject] = fmt.Sprintf("<</Type/Pages/Kids[4 0 R %s]/Count %d>>", kids.String(), n+1)
	}),
	pdf("pages-of-grids", func(p *paper, percent int) {
		p.add(packed("", func(w io.Writer) {
			for i := range 120 {
				fmt.Fprintf(w, "40 %d m 555 %d l S ", 20+i*6, 20+i*6)
				fmt.Fprintf(w, "%.1f 20 m %.1f 734 l S ", 40+float64(i)*4.3, 40+float64(i)*4.3)
			}
			for i := range 3000 {
				fmt.Fprintf(w, "BT /F1 2 Tf %.1f %d Td (%d) Tj ET\n", 41+float64(i%100)*4.3, 22+i/100*6, i%9)
			}
		}))
		var kids strings.Builder
		n := part(500, percent)
		for i := range n {
			fmt.Fprintf(&kids, "%d 0 R ", 7+i)
		}
		for range n {
			p.add(page("6 0 R", ""))
		}
		p.objects[pagesObject] = fmt.Sprintf("<</Type/Pages/Kids[4 0 R %s]/Count %d>>", kids.String(), n+1)
	}),
}
