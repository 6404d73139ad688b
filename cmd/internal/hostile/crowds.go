package hostile

import (
	"archive/zip"
	"bytes"
	"encoding/binary"
	"fmt"
	"io"
	"strings"
)

// crowd makes a kind whose second sheet has a row many times.
func crowd(name string, n int, row func(i int) []string) Kind {
	return xlsx(name, func(b *book, p int) {
		b.second(func(w io.Writer) {
			fmt.Fprint(w, xmlHead+`<worksheet`+mainNS+`><sheetData>`)
			for i := range part(n, p) {
				fmt.Fprint(w, rowXML(1+i, row(i)))
			}
			fmt.Fprint(w, `</sheetData></worksheet>`)
		})
	})
}

// crowds are sheets of rows that each say something of a register, a scale or a
// budget: what is looked for with much care, in every row of a sheet.
var crowds = []Kind{
	crowd("crowd-of-legends", 100_000, func(int) []string {
		return []string{"Grön 1–3, Gul 4–8, Röd 9–16", "1–3 är grönt, 4–8 gult och 9–16 rött", "Riskvärde (1–3 grön, 4–8 gul, 9–16 röd)", "12 eller högre: åtgärda"}
	}),
	crowd("crowd-of-ranges", 100_000, func(i int) []string {
		return []string{"Riskvärde", "Åtgärd", "1-3", "Acceptera", "4 till 8", "Hög (15–25)", "≥ " + digit(i%90), "mellan 4 och 8"}
	}),
	crowd("crowd-of-sentences", 100_000, func(i int) []string {
		return []string{"Riskvärdet är produkten av sannolikhet och konsekvens, sannolikhet 1–4 och konsekvens 1–5. Riskvärde över " + digit(i%20) + " ska med i planen."}
	}),
	crowd("crowd-of-boards", 200_000, func(i int) []string {
		return []string{"Nämnd", "Hamn" + digit(i%50) + "nämnden", "Sannolikhet", "Riskvärde"}
	}),
	crowd("crowd-of-board-columns", 100_000, func(i int) []string {
		if i%2 == 0 {
			return []string{"Identifierad risk", "Nämnd", "Sannolikhet", "Konsekvens", "Riskvärde"}
		}
		return []string{"Isen lägger sig", "Hamn" + digit(i%7) + "nämnden", "2", "3", "6"}
	}),
	crowd("crowd-of-cards", 200_000, func(i int) []string {
		label := []string{"Risk", "Sannolikhet", "Konsekvens", "Riskvärde", "Åtgärd", "Ansvarig"}[i%6]
		return []string{label, digit(i % 5), label + ":", "Kajen"}
	}),
	crowd("crowd-of-budgets", 100_000, func(i int) []string {
		return []string{"Verksamhet", "Budget 2025", "Budget 2026", "Utfall jan–aug 2025", "Avvikelse", "Summa intäkter"}
	}),
	crowd("crowd-of-amounts", 200_000, func(i int) []string {
		return []string{"Summa kostnader " + digit(i%90), "1 250 tkr", "-3,5 mnkr", "12 %", "2026", digit(i)}
	}),
	crowd("crowd-of-matrices", 200_000, func(i int) []string {
		if i%6 == 0 {
			return []string{"Sannolikhet", "1", "2", "3", "4", "", "Konsekvens", "1", "2", "3", "4"}
		}
		n := i % 6
		return []string{digit(n), digit(n), digit(2 * n), digit(3 * n), digit(4 * n), "", digit(n), digit(n), digit(2 * n), digit(3 * n), digit(4 * n)}
	}),
	crowd("crowd-of-levels", 200_000, func(i int) []string {
		return []string{"Sannolikhet", []string{"1 Osannolik", "2 Möjlig", "3 Sannolik", "4 Mycket sannolik"}[i%4], "Konsekvens", []string{"Försumbar", "Lindrig", "Kännbar", "Allvarlig"}[i%4]}
	}),
	crowd("crowd-of-dates", 300_000, func(i int) []string {
		return []string{"den 3 mars 2026", "2026-03-" + digit(10+i%20), "1/3", "1-mar", "kvartal 3", "T3"}
	}),
	crowd("crowd-of-followups", 100_000, func(i int) []string {
		if i%3 == 0 {
			return []string{"Nr", "Kontrollmoment", "Resultat", "Uppföljning delår", "Uppföljning helår", "Kommentar"}
		}
		return []string{digit(i % 50), "Kontroll av bojar", "Utan anmärkning", "Klar", "Pågår", "Se bilaga " + digit(i)}
	}),
	crowd("crowd-of-other-heads", 100_000, func(i int) []string {
		return []string{"Risk" + digit(i), "Sannolikhet (1-4)", "Konsekvens ekonomi", "Konsekvens miljö", "Risk (S*K)", "Bedömd sannolikhet", "Beslutad åtgärd", "Ansvarig funktion"}
	}),
	xlsx("crowd-side-by-side", func(b *book, p int) {
		b.second(func(w io.Writer) {
			fmt.Fprint(w, xmlHead+`<worksheet`+mainNS+`><sheetData>`)
			one := func(texts ...string) string {
				s := rowXML(1, texts)
				s = s[strings.Index(s, ">")+1 : len(s)-len("</row>")]
				for i := range texts {
					s = strings.Replace(s, fmt.Sprintf(` r="%c1"`, 'A'+i), "", 1)
				}
				return s + "<c/>"
			}
			heads, row := one("Risk", "Sannolikhet", "Konsekvens", "Riskvärde"), one("Is", "2", "3", "6")
			cells(w, 1, 1, strings.Repeat(heads, part(200, p)))
			cells(w, 2, part(1500, p), strings.Repeat(row, part(200, p)))
			fmt.Fprint(w, `</sheetData></worksheet>`)
		})
	}),
	xlsx("crowd-turned", func(b *book, p int) {
		b.second(func(w io.Writer) {
			fmt.Fprint(w, xmlHead+`<worksheet`+mainNS+`><sheetData>`)
			for i, name := range []string{"Nr", "Risk", "Sannolikhet", "Konsekvens", "Riskvärde", "Åtgärd"} {
				cells(w, 1+i, 1, `<c t="inlineStr"><is><t>`+name+`</t></is></c>`+strings.Repeat(`<c t="inlineStr"><is><t>`+digit(1+i)+`</t></is></c>`, part(16_000, p)))
			}
			fmt.Fprint(w, `</sheetData></worksheet>`)
		})
	}),
	xlsx("crowd-of-styles", func(b *book, p int) {
		n := part(64_000, p)
		b.fill("xl/styles.xml", func(w io.Writer) {
			fmt.Fprint(w, xmlHead+`<styleSheet`+mainNS+`><numFmts>`)
			for i := range n {
				fmt.Fprintf(w, `<numFmt numFmtId="%d" formatCode="&quot;R%d&quot;0.00;[Red]-0;yyyy\-mm\-dd"/>`, 200+i, i)
			}
			fmt.Fprint(w, `</numFmts><fonts><font/></fonts><fills><fill/></fills><cellXfs><xf/>`)
			for i := range n {
				fmt.Fprintf(w, `<xf numFmtId="%d"/>`, 200+i)
			}
			fmt.Fprint(w, `</cellXfs></styleSheet>`)
		})
		b.long(func(w io.Writer) {
			for i := range n {
				fmt.Fprintf(w, `<row r="%d"><c r="H%d" s="%d"><v>%d.5</v></c></row>`, 20+i, 20+i, i+1, i)
			}
		}, "")
	}),
	within("crowd-of-conditions", func(p int) (string, string) {
		var b strings.Builder
		for i := range part(20_000, p) {
			fmt.Fprintf(&b, `<conditionalFormatting sqref="A:XFD"><cfRule type="expression" dxfId="0" priority="%d"><formula>AND($E1&gt;=%d,SUM($A$1:$E1)&lt;%d)</formula></cfRule></conditionalFormatting>`, i, i, i)
		}
		return "", b.String()
	}),
	within("crowd-of-choices", func(p int) (string, string) {
		return "", `<dataValidations><dataValidation type="list" sqref="C2:C13 A:XFD"><formula1>"` + strings.Repeat("Hög,", part(5_000_000, p)) + `"</formula1></dataValidation>` +
			`<dataValidation type="list" sqref="D2:D13"><formula1>$A$1:$XFD$1048576</formula1></dataValidation>` +
			`<dataValidation type="list" sqref="D2:D13"><formula1>INDIRECT("n")</formula1></dataValidation></dataValidations>`
	}),
	xlsx("crowd-of-remarks", func(b *book, p int) {
		b.fill("xl/comments1.xml", func(w io.Writer) {
			fmt.Fprint(w, xmlHead+`<comments`+mainNS+`><authors><author>a</author></authors><commentList>`)
			for i := range part(300_000, p) {
				fmt.Fprintf(w, `<comment ref="%c%d" authorId="0"><text><r><t>Se över %d</t></r><r><t xml:space="preserve"> senast i maj</t></r></text></comment>`, 'A'+i%6, 1+i/6, i)
			}
			fmt.Fprint(w, `</commentList></comments>`)
		})
		b.set("xl/worksheets/_rels/sheet1.xml.rels", relations(relation("c1", "comments", "../comments1.xml")))
	}),
	xlsx("crowd-of-runs", func(b *book, p int) {
		n := part(200_000, p)
		b.strings(func(w io.Writer) {
			fmt.Fprint(w, `<sst`+mainNS+`>`)
			for i := range n {
				fmt.Fprintf(w, `<si><r><rPr><strike/></rPr><t>Is %d </t></r><r><t>på</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>%d</t></r><r><t> kajen</t></r><rPh sb="0" eb="1"><t>x</t></rPh></si>`, i, i%9)
			}
			fmt.Fprint(w, `</sst>`)
		})
		b.long(func(w io.Writer) {
			for i := range n {
				fmt.Fprintf(w, `<row r="%d"><c t="s"><v>%d</v></c></row>`, 20+i, i)
			}
		}, "")
	}),
	within("crowd-of-steps", func(p int) (string, string) {
		var b strings.Builder
		for i := range part(300_000, p) {
			fmt.Fprintf(&b, `<mergeCell ref="H%d:J%d"/>`, 20+i, 22+i)
		}
		return "", `<mergeCells>` + b.String() + `</mergeCells>`
	}),
	xlsx("crowd-of-links-out", func(b *book, p int) {
		var refs, rels strings.Builder
		for i := range part(5_000, p) {
			fmt.Fprintf(&refs, `<externalReference r:id="e%d"/>`, i)
			rels.WriteString(relation(fmt.Sprintf("e%d", i), "externalLink", fmt.Sprintf("externalLinks/externalLink%d.xml", i)))
			b.set(fmt.Sprintf("xl/externalLinks/externalLink%d.xml", i), xmlHead+`<externalLink`+mainNS+relNS+`><externalBook r:id="rId1"><sheetNames><sheetName val="Blad1"/></sheetNames><sheetDataSet><sheetData sheetId="0"><row r="1"><cell r="A1"><v>7</v></cell></row></sheetData></sheetDataSet></externalBook></externalLink>`)
			b.set(fmt.Sprintf("xl/externalLinks/_rels/externalLink%d.xml.rels", i), relations(`<Relationship Id="rId1" Type="x" Target="file:///\\127.0.0.1\x\y.xlsx" TargetMode="External"/>`))
		}
		b.set("xl/workbook.xml", workbookXML(`<sheet name="Riskanalys" sheetId="1" r:id="rId1"/>`, `<externalReferences>`+refs.String()+`</externalReferences>`))
		b.set("xl/_rels/workbook.xml.rels", relations(rels.String()))
		b.sheet(registerRows(1)+formulaRows(part(5_000, p), func(i int) string { return fmt.Sprintf("[%d]Blad1!A1+1", i+1) }), "")
	}),
	xlsx("crowd-of-pivots", func(b *book, p int) {
		b.fill("xl/pivotCache/pivotCacheRecords1.xml", repeated(xmlHead+`<pivotCacheRecords`+mainNS+`>`, `<r><n v="1"/><s v="Is"/><x v="3"/></r>`, part(8_000_000, p), `</pivotCacheRecords>`))
	}),
	xlsx("crowd-of-drawn-texts", func(b *book, p int) {
		b.fill("xl/drawings/drawing1.xml", repeated(xmlHead+`<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">`,
			`<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:row>3</xdr:row></xdr:from><xdr:to><xdr:col>5</xdr:col><xdr:row>9</xdr:row></xdr:to><xdr:sp><xdr:txBody><a:p><a:r><a:t>Risk för is</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:twoCellAnchor>`, part(500_000, p), `</xdr:wsDr>`))
		b.sheet(registerRows(1), `<drawing r:id="d1"/>`)
		b.set("xl/worksheets/_rels/sheet1.xml.rels", relations(relation("d1", "drawing", "../drawings/drawing1.xml")))
	}),
	within("crowd-of-attributes", func(p int) (string, string) {
		var b strings.Builder
		for i := range part(500_000, p) {
			fmt.Fprintf(&b, ` xmlns:n%d="urn:%d" a%d="%d"`, i, i, i, i)
		}
		return `<row r="20"` + b.String() + `><c r="H20"><v>1</v></c></row>`, ""
	}),
	xlsx("zip-long-names", func(b *book, p int) {
		for i := range part(2_000, p) {
			b.set("xl/"+strings.Repeat("å", 30_000)+digit(i), "")
		}
	}),
	Kind{"zip-overlap", ".xlsx", func(p int) []byte { return overlapping(part(3_000, p), part(8<<20, p)) }},
	bent("zip-64-lies", func(d []byte) []byte {
		end := bytes.LastIndex(d, []byte("PK\x05\x06"))
		out := bytes.Clone(d[:end])
		at := len(out)
		record := make([]byte, 56)
		copy(record, "PK\x06\x06")
		binary.LittleEndian.PutUint64(record[4:], 44)
		for i := 24; i < 56; i += 8 {
			binary.LittleEndian.PutUint64(record[i:], 1<<62)
		}
		locator := make([]byte, 20)
		copy(locator, "PK\x06\x07")
		binary.LittleEndian.PutUint64(locator[8:], uint64(at))
		out = append(append(out, record...), locator...)
		last := bytes.Clone(d[end:])
		for i := 8; i < 20; i++ {
			last[i] = 0xff
		}
		return append(out, last...)
	}),
	bent("zip-end-in-comment", func(d []byte) []byte {
		out := bytes.Clone(d)
		inner := newBook().sheet(rowXML(1, []string{"Tomt"}), "").zip()
		binary.LittleEndian.PutUint16(out[len(out)-2:], uint16(len(inner)))
		return append(out, inner...)
	}),
	Kind{"other-ods", ".xlsx", func(int) []byte {
		b := &book{parts: map[string]content{}}
		return b.set("mimetype", "application/vnd.oasis.opendocument.spreadsheet").set("content.xml", xmlHead+`<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>`).zip()
	}},
	Kind{"other-both", ".pdf", func(int) []byte { return append(newPaper().bytes(), newBook().zip()...) }},
	Kind{"other-both-turned", ".xlsx", func(int) []byte { return append(newPaper().bytes(), newBook().zip()...) }},
}

// overlapping packs a sheet once and lists it many times, each a sheet of its own.
func overlapping(n, size int) []byte {
	b := newBook()
	var tabs, rels strings.Builder
	for i := range n {
		fmt.Fprintf(&tabs, `<sheet name="B%d" sheetId="%d" r:id="o%d"/>`, i, i+2, i)
		rels.WriteString(relation(fmt.Sprintf("o%d", i), "worksheet", fmt.Sprintf("worksheets/o%06d.xml", i)))
	}
	b.set("xl/workbook.xml", workbookXML(`<sheet name="Riskanalys" sheetId="1" r:id="rId1"/>`+tabs.String(), ""))
	b.set("xl/_rels/workbook.xml.rels", relations(rels.String()))
	b.fill("xl/worksheets/o000000.xml", repeated(sheetXML("", "")[:len(sheetXML("", ""))-len(`</sheetData></worksheet>`)], `<row><c><v>1</v></c></row>`, size/26, `</sheetData></worksheet>`))
	d := b.zip()
	r, err := zip.NewReader(bytes.NewReader(d), int64(len(d)))
	must(err)
	end := bytes.LastIndex(d, []byte("PK\x05\x06"))
	start := int(binary.LittleEndian.Uint32(d[end+16:]))
	name := []byte("xl/worksheets/o000000.xml")
	at := bytes.LastIndex(d[:end], name) - 46
	entry := d[at : at+46+len(name)+int(binary.LittleEndian.Uint16(d[at+30:]))+int(binary.LittleEndian.Uint16(d[at+32:]))]
	out := bytes.Clone(d[:end])
	for i := 1; i < n; i++ {
		out = append(out, bytes.Replace(entry, name, fmt.Appendf(nil, "xl/worksheets/o%06d.xml", i), 1)...)
	}
	last := bytes.Clone(d[end:])
	total := uint16(len(r.File) + n - 1)
	binary.LittleEndian.PutUint16(last[8:], total)
	binary.LittleEndian.PutUint16(last[10:], total)
	binary.LittleEndian.PutUint32(last[12:], uint32(len(out)-start))
	return append(out, last...)
}
