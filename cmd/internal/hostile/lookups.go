package hostile

import (
	"fmt"
	"io"
	"strings"
)

// hugeObject adds a dictionary with so many entries: to look it up takes as long as to
// read it.
func hugeObject(p *paper, entries int) string {
	return p.add("<</X[" + strings.Repeat("/abc ", entries) + "]>>")
}

// lookups are papers that refer again and again to an object that is large to read.
var lookups = []Kind{
	pdf("lookup-widths", func(p *paper, percent int) {
		far := hugeObject(p, 500_000)
		p.objects[fontObject] = "<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/W[" +
			strings.Repeat("1 "+far+" ", part(100_000, percent)) + "]>>]>>"
	}),
	pdf("lookup-simple-widths", func(p *paper, percent int) {
		far := hugeObject(p, part(500_000, percent))
		p.objects[fontObject] = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding/FirstChar 0/Widths[" + strings.Repeat(far+" ", 256) + "]>>"
	}),
	pdf("lookup-differences", func(p *paper, percent int) {
		far := hugeObject(p, part(500_000, percent))
		p.objects[fontObject] = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[" + strings.Repeat(far+" ", 100_000) + "]>>>>"
	}),
	pdf("lookup-contents", func(p *paper, percent int) {
		far := hugeObject(p, 500_000)
		p.objects[pageObject] = page("[5 0 R "+strings.Repeat(far+" ", part(100_000, percent))+"]", "")
	}),
	pdf("lookup-pages", func(p *paper, percent int) {
		shared := p.add("<</Font<</F1 3 0 R>>/X[" + strings.Repeat("/abc ", part(1_000_000, percent)) + "]>>")
		var kids strings.Builder
		n := part(4900, percent)
		for range n {
			kids.WriteString(p.add("<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources "+shared+">>") + " ")
		}
		p.objects[pagesObject] = fmt.Sprintf("<</Type/Pages/Kids[4 0 R %s]/Count %d>>", kids.String(), n+1)
	}),
	pdf("lookup-fonts", func(p *paper, percent int) {
		fonts := p.add("<</F1 3 0 R/X[" + strings.Repeat("/abc ", part(1_000_000, percent)) + "]>>")
		p.objects[pageObject] = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R/Resources<</Font " + fonts + ">>>>"
		p.objects[contentObject] = packed("", func(w io.Writer) {
			fmt.Fprint(w, registerContent())
			for i := range part(100_000, percent) {
				fmt.Fprintf(w, "BT /F%d 9 Tf ET ", i+2)
			}
		})
	}),
	pdf("lookup-annotations", func(p *paper, percent int) {
		far := hugeObject(p, 500_000)
		p.objects[pageObject] = strings.Replace(page("5 0 R", ""), "/Type/Page", "/Annots["+strings.Repeat(far+" ", part(100_000, percent))+"]/Type/Page", 1)
	}),
	pdf("lookup-fields", func(p *paper, percent int) {
		far := hugeObject(p, 500_000)
		p.objects[catalogObject] = "<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[" + strings.Repeat(far+" ", part(100_000, percent)) + "]/DR<</Font<</F1 3 0 R>>>>>>>>"
		w := p.add("<</Type/Annot/Subtype/Widget/FT/Tx/V(Is)/Rect[40 40 90 60]/Parent " + far + ">>")
		p.objects[pageObject] = strings.Replace(page("5 0 R", ""), "/Type/Page", "/Annots["+strings.Repeat(w+" ", part(10_000, percent))+"]/Type/Page", 1)
	}),
	pdf("lookup-layers", func(p *paper, percent int) {
		far := hugeObject(p, 500_000)
		p.objects[catalogObject] = "<</Type/Catalog/Pages 2 0 R/OCProperties<</OCGs[" + strings.Repeat(far+" ", part(100_000, percent)) + "]/D<</OFF[" + strings.Repeat(far+" ", part(100_000, percent)) + "]>>>>>>"
		p.objects[pageObject] = page("5 0 R", "/Properties<</L "+far+">>")
		p.objects[contentObject] = packed("", repeated(registerContent(), "/OC /L BDC EMC ", part(100_000, percent), ""))
	}),
	pdf("lookup-forms", func(p *paper, percent int) {
		far := hugeObject(p, 500_000)
		p.objects[pageObject] = page("5 0 R", "/XObject<</X "+far+">>/ExtGState<</G "+far+">>/ColorSpace<</C "+far+">>")
		p.objects[contentObject] = packed("", repeated(registerContent(), "/X Do /G gs /C cs ", part(100_000, percent), ""))
	}),
	pdf("lookup-kids", func(p *paper, percent int) {
		far := hugeObject(p, 500_000)
		var kids strings.Builder
		for range part(20_000, percent) {
			kids.WriteString(p.add(far) + " ")
		}
		p.objects[pagesObject] = "<</Type/Pages/Kids[4 0 R " + kids.String() + "]/Count 1>>"
	}),
}
