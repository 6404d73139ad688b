package hostile

import (
	"fmt"
	"io"
	"strings"
)

const drawnHead = xmlHead + `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">`

// drawnBox is a text box that begins at a cell, counted from 0.
func drawnBox(row, col int, paragraphs ...string) string {
	return fmt.Sprintf(`<xdr:twoCellAnchor><xdr:from><xdr:col>%d</xdr:col><xdr:row>%d</xdr:row></xdr:from>%s</xdr:twoCellAnchor>`, col, row, drawnShape(paragraphs...))
}

func drawnShape(paragraphs ...string) string {
	return `<xdr:sp><xdr:txBody><a:bodyPr/><a:p><a:r><a:t>` + strings.Join(paragraphs, `</a:t></a:r></a:p><a:p><a:r><a:t>`) + `</a:t></a:r></a:p></xdr:txBody></xdr:sp>`
}

// over makes a kind whose first sheet has the register and a drawing over it.
func over(name string, c func(w io.Writer, percent int)) Kind {
	return xlsx(name, func(b *book, p int) {
		b.sheet(registerRows(1), `<drawing r:id="d1"/>`)
		b.set("xl/worksheets/_rels/sheet1.xml.rels", relations(relation("d1", "drawing", "../drawings/drawing1.xml")))
		b.fill("xl/drawings/drawing1.xml", func(w io.Writer) {
			_, _ = io.WriteString(w, drawnHead)
			c(w, p)
			_, _ = io.WriteString(w, `</xdr:wsDr>`)
		})
	})
}

// drawn attack what reads text boxes, page headers and footers.
var drawn = []Kind{
	over("drawn-scales", func(w io.Writer, p int) {
		for i := range part(100_000, p) {
			_, _ = io.WriteString(w, drawnBox(i, i%9, "Sannolikhet", "1 = Osannolik", "2 = Möjlig "+digit(i), "3 = Trolig", "1–3 Acceptera, 4–9 Åtgärda"))
		}
	}),
	over("drawn-sentences", func(w io.Writer, p int) {
		for i := range part(100_000, p) {
			_, _ = io.WriteString(w, drawnBox(i, i%9, "Sannolikhet bedöms 1 = osannolik, 2 = möjlig, 3 = trolig. Riskvärde 1–3 accepteras och "+digit(i%20)+" eller högre åtgärdas."))
		}
	}),
	over("drawn-columns", func(w io.Writer, p int) {
		line := strings.Repeat("Risk\tSannolikhet\tKonsekvens\tRiskvärde\t", 100)
		for i := range part(2_000, p) {
			_, _ = io.WriteString(w, drawnBox(i, 1, line, line, line))
		}
	}),
	over("drawn-tabs", func(w io.Writer, p int) {
		_, _ = io.WriteString(w, `<xdr:twoCellAnchor><xdr:sp><xdr:txBody><a:p><a:r><a:t>1`)
		repeat(w, "\t", part(200<<20, p))
		_, _ = io.WriteString(w, `</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor>`)
	}),
	over("drawn-tabs-often", func(w io.Writer, p int) {
		box := drawnBox(1, 1, strings.Repeat("1\t", 10_000))
		repeat(w, box, part(5_000, p))
	}),
	over("drawn-gaps", func(w io.Writer, p int) {
		box := drawnBox(1, 1, strings.Repeat("1"+strings.Repeat(" ", 5), 10_000))
		repeat(w, box, part(3_000, p))
	}),
	over("drawn-one-text", func(w io.Writer, p int) {
		_, _ = io.WriteString(w, `<xdr:twoCellAnchor><xdr:sp><xdr:txBody><a:p><a:r><a:t>`)
		repeat(w, "Riskvärde 1–3 ", part(200<<20, p)/16)
		_, _ = io.WriteString(w, `</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor>`)
	}),
	over("drawn-breaks", func(w io.Writer, p int) {
		_, _ = io.WriteString(w, `<xdr:twoCellAnchor><xdr:sp><xdr:txBody><a:p>`)
		repeat(w, `<a:r><a:t>Risk</a:t></a:r><a:br/>`, part(5_000_000, p))
		_, _ = io.WriteString(w, `</a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor>`)
	}),
	over("drawn-empty-breaks", func(w io.Writer, p int) {
		_, _ = io.WriteString(w, `<xdr:twoCellAnchor><xdr:sp><xdr:txBody><a:p><a:r><a:t>Risk</a:t></a:r>`)
		repeat(w, `<a:br/>`, part(30_000_000, p))
		_, _ = io.WriteString(w, `</a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor>`)
	}),
	over("drawn-groups", func(w io.Writer, p int) {
		n := part(900, p)
		_, _ = io.WriteString(w, `<xdr:twoCellAnchor>`+strings.Repeat(`<xdr:grpSp>`, n)+drawnShape("Riskanalys 2026")+strings.Repeat(`</xdr:grpSp>`, n)+`</xdr:twoCellAnchor>`)
	}),
	over("drawn-cut", func(w io.Writer, _ int) {
		_, _ = io.WriteString(w, drawnBox(1, 1, "Sannolikhet", "1 = Osannolik")+`<xdr:twoCellAnchor><xdr:sp><xdr:txBody><a:p>`)
	}),
	over("drawn-far", func(w io.Writer, _ int) {
		_, _ = io.WriteString(w, `<xdr:twoCellAnchor><xdr:from><xdr:col>99999999</xdr:col><xdr:row>-1</xdr:row></xdr:from>`+drawnShape("Sannolikhet", "1 = Osannolik", "2 = Möjlig", "3 = Trolig")+`</xdr:twoCellAnchor>`)
	}),
	xlsx("drawn-shared", func(b *book, p int) { // one drawing over many sheets
		var tabs, rels strings.Builder
		for i := range part(4_000, p) {
			fmt.Fprintf(&tabs, `<sheet name="B%d" sheetId="%d" r:id="o%d"/>`, i, i+2, i)
			name := fmt.Sprintf("o%d.xml", i)
			rels.WriteString(relation(fmt.Sprintf("o%d", i), "worksheet", "worksheets/"+name))
			b.set("xl/worksheets/"+name, sheetXML("", `<drawing r:id="d1"/>`))
			b.set("xl/worksheets/_rels/"+name+".rels", relations(relation("d1", "drawing", "../drawings/drawing1.xml")))
		}
		b.set("xl/workbook.xml", workbookXML(`<sheet name="Riskanalys" sheetId="1" r:id="rId1"/>`+tabs.String(), ""))
		b.set("xl/_rels/workbook.xml.rels", relations(rels.String()))
		b.set("xl/drawings/drawing1.xml", drawnHead+strings.Repeat(drawnBox(1, 1, "Riskanalys 2026"), part(5_000, p))+`</xdr:wsDr>`)
	}),
	within("drawn-header", func(p int) (string, string) {
		return "", `<headerFooter><oddHeader>` + strings.Repeat(`&amp;L&amp;"`, part(2_000_000, p)) + `</oddHeader></headerFooter>`
	}),
	within("drawn-headers", func(p int) (string, string) {
		return "", `<headerFooter>` + strings.Repeat(`<oddHeader>&amp;LRiskanalys 2026&amp;K</oddHeader>`, part(1_000_000, p)) + `</headerFooter>`
	}),
	within("drawn-header-rows", func(int) (string, string) {
		return "", `<headerFooter><oddHeader><sheetData>` + rowXML(40, []string{"Risk"}) + `</sheetData></oddHeader></headerFooter>`
	}),
}
