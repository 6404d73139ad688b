package hostile

import (
	"fmt"
	"io"
	"strings"
)

// printed makes a kind with many pages behind the register's, each with lines of its
// own, 60 of them.
func printed(name string, n int, line func(i int) string) Kind {
	return pdf(name, func(p *paper, percent int) {
		var kids strings.Builder
		const lines = 60
		n := part(n, percent)
		for i := range n {
			content := p.add(packed("", func(w io.Writer) {
				for k := range lines {
					fmt.Fprintf(w, "BT /F1 9 Tf 60 %d Td (%s) Tj ET\n", 800-k*12, latin(line(i*lines+k)))
				}
			}))
			kids.WriteString(p.add(page(content, "")) + " ")
		}
		p.objects[pagesObject] = fmt.Sprintf("<</Type/Pages/Kids[4 0 R %s]/Count %d>>", kids.String(), n+1)
	})
}

// inFonts makes a kind whose page sets the register and then a text in many fonts, each
// of them an object of its own.
func inFonts(name string, n int, font func(p *paper, i int) string) Kind {
	return pdf(name, func(p *paper, percent int) {
		n := part(n, percent)
		var names strings.Builder
		for i := range n {
			fmt.Fprintf(&names, "/G%d %s", i, p.add(font(p, i)))
		}
		p.objects[pageObject] = strings.Replace(page("5 0 R", ""), "/F1 3 0 R", "/F1 3 0 R"+names.String(), 1)
		p.objects[contentObject] = packed("", func(w io.Writer) {
			fmt.Fprint(w, registerContent())
			for i := range n {
				fmt.Fprintf(w, "BT /G%d 1 Tf (x) Tj ET ", i)
			}
		})
	})
}

// often are papers that ask for one large thing again and again.
var often = []Kind{
	pdf("often-widths-far", func(p *paper, percent int) {
		far := p.add("[" + strings.Repeat("500 ", part(500_000, percent)) + "]")
		var widths strings.Builder
		for i := range part(100_000, percent) {
			fmt.Fprintf(&widths, "%d %s ", i, far)
		}
		p.objects[fontObject] = "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/W[" + widths.String() + "]>>]>>"
	}),
	pdf("often-cid-ranges", func(p *paper, percent int) {
		m := p.add(packed("", func(w io.Writer) {
			fmt.Fprint(w, "1 begincodespacerange <0000> <ffff> endcodespacerange 1 begincidrange ")
			for i := range part(130_000, percent) {
				fmt.Fprintf(w, "<%04x> <%04x> %d ", 0xffff-i%0x8000, 0xffff-i%0x8000, i)
			}
			fmt.Fprint(w, "endcidrange")
		}))
		p.objects[fontObject] = "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding " + m + "/DescendantFonts[<</Type/Font/Subtype/CIDFontType2>>]>>"
		p.objects[contentObject] = packed("", func(w io.Writer) {
			fmt.Fprint(w, registerContent())
			repeat(w, "BT /F1 1 Tf 40 40 Td ("+strings.Repeat("is", 50)+") Tj ET\n", part(8_000, percent))
		})
	}),
	inFonts("often-one-map", 2_000, func(p *paper, i int) string {
		if i == 0 {
			p.add(packed("", repeated("1 beginbfchar ", "<0041> <0048> ", 500_000, "endbfchar")))
		}
		return "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/ToUnicode 6 0 R/DescendantFonts[<</Type/Font/Subtype/CIDFontType2>>]>>"
	}),
	inFonts("often-differences", 20_000, func(p *paper, _ int) string {
		if len(p.objects) == contentObject+1 {
			p.add("[" + strings.Repeat("500 ", 256) + "]")
			p.add("<</Differences[0 " + strings.Repeat("/g65 ", 256) + "]>>")
		}
		return "<</Type/Font/Subtype/Type1/BaseFont/X/FirstChar 0/LastChar 255/Widths 6 0 R/Encoding 7 0 R>>"
	}),
	pdf("often-names", func(p *paper, percent int) {
		var names strings.Builder
		for i := range part(50_000, percent) {
			fmt.Fprintf(&names, "/N%d 3 0 R", i)
		}
		f := p.add(stream("/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 3 0 R"+names.String()+">>>>", []byte("BT /F1 1 Tf 40 40 Td (is) Tj ET")))
		p.objects[pageObject] = page("5 0 R", "/XObject<</X "+f+">>")
		p.objects[contentObject] = packed("", repeated(registerContent(), "/X Do ", part(20_000, percent), ""))
	}),
	printing("often-actual-text", func(w io.Writer, percent int) {
		repeat(w, "/Span <</ActualText("+strings.Repeat("is på kajen ", 800)+")>> BDC BT /F1 1 Tf 40 40 Td (x) Tj ET EMC\n", part(8_000, percent))
	}),
	printed("often-paragraphs", 4_000, func(i int) string { return "§ " + digit(i%50+1) + " Uppföljning av intern kontroll" }),
	printed("often-agenda", 4_000, func(i int) string {
		return digit(i%40+1) + ". Val av justerare   Dnr HN 2026/" + digit(i%900) + "   " + digit(i%90+1)
	}),
	printed("often-days", 4_000, func(i int) string { return "Måndag den " + digit(i%28+1) + " februari 2026 kl. 13.00, beredning" }),
	printed("often-shares", 4_000, func(i int) string {
		return "Totalt " + digit(i%900+100) + " tkr, fördelas på kommunerna: Vik 100 tkr, Näs 200 tkr och Ö 300 tkr."
	}),
}
