package hostile

import (
	"encoding/binary"
	"fmt"
	"io"
	"strings"
)

// lies attack what reads fonts, images, streams of objects and the structure of a
// PDF: what they say of themselves is not so.
var lies = []Kind{
	pdf("form-nested", func(p *paper, percent int) {
		n, first := part(20_000, percent), len(p.objects)+1
		for i := range n {
			p.add(stream(fmt.Sprintf("/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</XObject<</X %d 0 R>>>>", first+i+1), []byte("q 1 0 0 1 0 0 cm /X Do Q")))
		}
		p.objects[pageObject] = page("5 0 R", fmt.Sprintf("/XObject<</X %d 0 R>>", first))
		p.objects[contentObject] = stream("", []byte(registerContent()+"/X Do"))
	}),
	pdf("form-with-text-often", func(p *paper, percent int) {
		f := p.add(stream("/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 3 0 R>>>>", []byte("BT /F1 9 Tf 40 40 Td (Risk is) Tj ET ")))
		p.objects[pageObject] = page("5 0 R", "/XObject<</X "+f+">>")
		p.objects[contentObject] = packed("", repeated(registerContent(), "/X Do ", part(1_000_000, percent), ""))
	}),
	pdf("object-stream-lies", func(p *paper, percent int) {
		var numbers strings.Builder
		for i := range part(500_000, percent) {
			fmt.Fprintf(&numbers, "%d %d ", 100+i, i*1_000_003)
		}
		p.add(packed(fmt.Sprintf("/Type/ObjStm/N 2147483647/First %d", 1<<30), text(numbers.String())))
		p.add(packed("/Type/ObjStm/N 999999/First -5", text("1 0 2 0 3 0 <</Type/Catalog/Pages 2 0 R>>")))
	}),
	pdf("table-stream-lies", func(p *paper, percent int) {
		p.add(packed("/Type/XRef/W[8 8 8]/Index[0 2147483647 5 -3]/Size 2147483647/Root 1 0 R", repeated("", "\x01\xff\xff\xff", part(10_000_000, percent), "")))
		p.add(packed("/Type/XRef/W[0 0 0]/Index[0 2147483647]/Size 1/Root 1 0 R", text("")))
	}),
	printing("show-adjusted", func(w io.Writer, percent int) {
		fmt.Fprint(w, "BT /F1 1 Tf 40 40 Td [")
		repeat(w, "(i)-5(s)9 ", part(2_000_000, percent))
		fmt.Fprint(w, "] TJ ET")
	}),
	printing("show-apart", func(w io.Writer, percent int) {
		for i := range part(200_000, percent) {
			fmt.Fprintf(w, "BT /F1 3 Tf %d %d Td (%c) Tj ET\n", i*7919%580, i*104729%830, 'a'+i%26)
		}
	}),
	printing("show-rulings", func(w io.Writer, percent int) {
		for i := range part(3_000, percent) {
			fmt.Fprintf(w, "0 %.2f m 595 %.2f l S %.2f 0 m %.2f 842 l S\n", float64(i)*.28, float64(i)*.28, float64(i)*.198, float64(i)*.198)
		}
	}),
	printing("show-short-rulings", func(w io.Writer, percent int) {
		for i := range part(300_000, percent) {
			x, y := i%500, i/500
			fmt.Fprintf(w, "%d %d m %d %d l S %d %d m %d %d l S\n", x, y, x+1, y, x, y, x, y+1)
		}
	}),
	printing("show-paragraphs", func(w io.Writer, percent int) {
		for i := range part(60_000, percent) {
			fmt.Fprintf(w, "BT /F1 1 Tf %d %.2f Td (\\247 %d Uppf\\366ljning av intern kontroll) Tj ET\n", 20+i%6*90, 830-float64(i/6)*.08, i)
		}
	}),
	printing("show-names-nested", func(w io.Writer, percent int) {
		repeat(w, "/P <</MCID 1/ActualText(Risk)>> BDC ", part(500_000, percent))
		repeat(w, "EMC ", part(500_000, percent))
	}),
	pdf("font-chain", func(p *paper, percent int) {
		n, first := part(50_000, percent), len(p.objects)+1
		for i := range n {
			p.add(stream(fmt.Sprintf("/UseCMap %d 0 R", first+i+1), []byte("1 beginbfchar <41> <0048> endbfchar")))
		}
		p.objects[fontObject] = fmt.Sprintf("<</Type/Font/Subtype/Type0/BaseFont/X/Encoding %d 0 R/ToUnicode %d 0 R/DescendantFonts[<</Type/Font/Subtype/CIDFontType2>>]>>", first, first)
	}),
	pdf("font-ranges", func(p *paper, percent int) {
		var widths strings.Builder
		for i := range part(1_000_000, percent) {
			fmt.Fprintf(&widths, "%d %d 500 ", i%65536, 65535)
		}
		p.objects[fontObject] = "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/W[" + widths.String() + "]>>]>>"
	}),
	pdf("font-of-itself", func(p *paper, _ int) {
		g := p.add(stream("", []byte("1000 0 0 0 9 9 d1 BT /F1 9 Tf (AAAAAAAAAA) Tj ET")))
		p.objects[fontObject] = "<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 0/LastChar 255/Widths[" + strings.Repeat("500 ", 256) + "]/CharProcs<</A " + g + ">>/Encoding<</Differences[0 /A 1 /A 65 /A]>>/Resources<</Font<</F1 3 0 R>>>>>>"
	}),
	pdf("font-groups", func(p *paper, percent int) {
		f := p.add(packed("/Length1 100", text(string(trueType(part(500_000, percent))))))
		p.objects[fontObject] = "<</Type/Font/Subtype/TrueType/BaseFont/X/FontDescriptor<</Type/FontDescriptor/FontFile2 " + f + "/Flags 4>>>>"
	}),
	pdf("font-differences", func(p *paper, percent int) {
		p.objects[fontObject] = "<</Type/Font/Subtype/Type1/BaseFont/X/Encoding<</Differences[" + strings.Repeat("0 /uni0041 /g65 999999999 /a /"+strings.Repeat("x", 200), part(100_000, percent)) + "]>>>>"
	}),
	imaged("image-jbig2", "/Width 65535/Height 65535/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/JBIG2Decode", "\x00\x00\x00\x00\x30\x00\x01\x00\x00\x00\x13\x7f\xff\xff\xff\x7f\xff\xff\xff\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00"),
	imaged("image-jpx", "/Width 65535/Height 65535/Filter/JPXDecode", "\x00\x00\x00\x0cjP  \r\n\x87\n\xff\x4f\xff\x51\x00\x2f\x00\x00\xff\xff\xff\xff\xff\xff\xff\xff\x00\x00\x00\x00"),
	imaged("image-fax", "/Width 100000/Height 100000/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/CCITTFaxDecode/DecodeParms<</K -1/Columns 100000/Rows 100000>>", strings.Repeat("\xff\x00\x55", 100_000)),
	imaged("image-indexed", "/Width 20000/Height 20000/BitsPerComponent 8/ColorSpace[/Indexed[/Indexed[/Indexed/DeviceRGB 255<00>]255<00>]2147483647 <00>]", strings.Repeat("\x07", 100_000)),
	imaged("image-profile", "/Width 9000/Height 9000/BitsPerComponent 8/ColorSpace[/ICCBased 6 0 R]/SMask 6 0 R/Mask 6 0 R", strings.Repeat("\x07", 100_000)),
	printing("image-inline-many", func(w io.Writer, percent int) {
		repeat(w, "q 9 0 0 9 40 40 cm BI /W 60000 /H 60000 /BPC 8 /CS /G ID \x00\x01\x02 EI Q\n", part(200_000, percent))
	}),
	pdf("outline-loop", func(p *paper, percent int) {
		first := len(p.objects) + 1
		n := part(100_000, percent)
		for i := range n {
			p.add(fmt.Sprintf("<</Title(Riskanalys %d)/Next %d 0 R/First %d 0 R/Parent %d 0 R/Dest[4 0 R /Fit]>>", i, first+(i+1)%n, first+(i*7)%n, first))
		}
		p.objects[catalogObject] = fmt.Sprintf("<</Type/Catalog/Pages 2 0 R/Outlines %d 0 R/StructTreeRoot %d 0 R/Names<</EmbeddedFiles<</Kids[%d 0 R]>>>>>>", first, first, first)
	}),
	pdf("pages-alike", func(p *paper, percent int) {
		n := part(20_000, percent)
		p.objects[pagesObject] = fmt.Sprintf("<</Type/Pages/Kids[%s]/Count %d>>", strings.Repeat("4 0 R ", n), n)
	}),
	pdf("contents-many", func(p *paper, percent int) {
		e := p.add(stream("", []byte("q Q ")))
		p.objects[pageObject] = page("[5 0 R "+strings.Repeat(e+" ", part(500_000, percent))+"]", "")
	}),
	pdf("annotations-many", func(p *paper, percent int) {
		var refs strings.Builder
		for i := range part(100_000, percent) {
			refs.WriteString(p.add(fmt.Sprintf("<</Type/Annot/Subtype/FreeText/Contents(Risk f\\366r is %d)/Rect[%d %d %d %d]>>", i, i%500, i%800, i%500+40, i%800+9)) + " ")
		}
		p.objects[pageObject] = strings.Replace(page("5 0 R", ""), "/Type/Page", "/Annots["+refs.String()+"]/Type/Page", 1)
	}),
}

// imaged makes a kind of a page that is an image, which is not what it says.
func imaged(name, dict, data string) Kind {
	return pdf(name, func(p *paper, _ int) {
		i := p.add(stream("/Type/XObject/Subtype/Image"+dict, []byte(data)))
		p.objects[pageObject] = page("5 0 R", "/XObject<</I "+i+">>")
		p.objects[contentObject] = stream("", []byte("q 595 0 0 842 0 0 cm /I Do Q "+registerContent()))
	})
}

// trueType gives a font whose table of characters has so many groups, and says that
// it has four billion.
func trueType(groups int) []byte {
	out := []byte("\x00\x01\x00\x00\x00\x01\x00\x10\x00\x00\x00\x00cmap\x00\x00\x00\x00\x00\x00\x00\x1c\x7f\xff\xff\xff")
	out = append(out, "\x00\x00\x00\x01\x00\x03\x00\x0a\x00\x00\x00\x0c\x00\x0c\x00\x00\x7f\xff\xff\xff\x00\x00\x00\x00\xff\xff\xff\xff"...)
	for range groups {
		out = binary.BigEndian.AppendUint32(out, 0)
		out = binary.BigEndian.AppendUint32(out, 0x7fffffff)
		out = binary.BigEndian.AppendUint32(out, 1)
	}
	return out
}
