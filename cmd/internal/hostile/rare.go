package hostile

import (
	"archive/zip"
	"bytes"
	"compress/lzw"
	"encoding/ascii85"
	"fmt"
	"html"
	"io"
	"strings"
)

// marked is a letter with so many pairs of marks that combine with it.
func marked(n int) string { return "a" + strings.Repeat("\u0301\u0323", n) }

// rare are workbooks and papers that no program writes and that the format allows,
// or nearly.
var rare = []Kind{
	within("rare-combining", func(p int) (string, string) {
		var b strings.Builder
		for i := range part(1000, p) {
			b.WriteString(rowXML(14+i, []string{digit(13 + i), "Is " + marked(longest/5), "2", "3", "6", "Hamnchefen"}))
		}
		return b.String(), ""
	}),
	within("rare-case", func(p int) (string, string) {
		var b strings.Builder
		for i := range part(2000, p) {
			b.WriteString(rowXML(14+i, []string{digit(13 + i), strings.Repeat("İǅẞŉΐ", 1000), "2", "3", "6", "Hamnchefen"}))
		}
		return b.String(), ""
	}),
	within("rare-joiners", func(int) (string, string) {
		return rowXML(16, []string{"N\u00adr", "Identi\u200bfierad risk", "Sanno\u00adlikhet", "Kon\u2060sekvens", "Risk\u200dvärde", "An\ufeffsvarig"}) +
			rowXML(17, []string{"1", "Isen bär inte", "2", "2", "5", "Hamnchefen"}), ""
	}),
	within("rare-digits", func(int) (string, string) {
		var b strings.Builder
		for i, n := range []string{"٣", "３", "Ⅲ", "③", "1E+400", "0x3", "3e0", "-0", "+3", "3,0000000000000000000000000001", "½", "NaN", "9999999999999999999999"} {
			fmt.Fprintf(&b, `<row r="%d"><c><v>%d</v></c><c t="inlineStr"><is><t>Is %d</t></is></c><c t="inlineStr"><is><t>%s</t></is></c><c><v>%s</v></c><c><v>9</v></c></row>`, 14+i, 13+i, i, n, n)
		}
		return b.String(), ""
	}),
	within("rare-signs-of-place", func(int) (string, string) {
		return `<row><c r="a14"><v>13</v></c><c r="$B$14" t="inlineStr"><is><t>Is</t></is></c><c r="C014"><v>2</v></c><c r="D14 "><v>2</v></c><c r="E+14"><v>5</v></c></row>` +
			`<row r=" 15 "><c><v>14</v></c><c t="inlineStr"><is><t>Storm</t></is></c><c><v>2</v></c><c><v>2</v></c><c><v>5</v></c></row>` +
			`<row r="16.0"><c><v>15</v></c><c t="inlineStr"><is><t>Dimma</t></is></c><c><v>2</v></c><c><v>2</v></c><c><v>5</v></c></row>`, ""
	}),
	within("rare-empty-rows-between", func(p int) (string, string) {
		var b strings.Builder
		for i := range part(2000, p) {
			b.WriteString(rowXML(14+i*500, []string{digit(13 + i), "Is " + digit(i), "2", "3", "6", "Hamnchefen"}))
		}
		return b.String(), ""
	}),
	within("rare-empty-rows", func(p int) (string, string) { return strings.Repeat(`<row/>`, part(5_000_000, p)), "" }),
	xlsx("rare-strict", func(b *book, _ int) {
		for _, name := range []string{"xl/workbook.xml", "xl/worksheets/sheet1.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels", "xl/styles.xml"} {
			var part bytes.Buffer
			b.parts[name](&part)
			s := strings.ReplaceAll(part.String(), "http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main")
			b.set(name, strings.ReplaceAll(s, "http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships"))
		}
	}),
	{"rare-names-turned", ".xlsx", func(int) []byte {
		return newBook().zipWith(func(name string, h *zip.FileHeader) { h.Name = strings.ReplaceAll(strings.ToUpper(name), "/", `\`) })
	}},
	xlsx("rare-hidden-twice", func(b *book, _ int) {
		b.set("xl/workbook.xml", workbookXML(`<sheet name="A" sheetId="7" r:id="rId7"/><sheet name="Riskanalys" sheetId="1" state="veryHidden" r:id="rId1"/>`, ""))
		b.set("xl/_rels/workbook.xml.rels", relations(relation("rId7", "chartsheet", "chartsheets/sheet1.xml")))
		b.set("xl/chartsheets/sheet1.xml", xmlHead+`<chartsheet`+mainNS+`/>`)
	}),
	xlsx("rare-sheet-of-macros", func(b *book, _ int) {
		b.set("xl/workbook.xml", workbookXML(`<sheet name="Makro" sheetId="7" r:id="rId7"/><sheet name="Riskanalys" sheetId="1" r:id="rId77"/>`, ""))
		b.set("xl/_rels/workbook.xml.rels", relations(relation("rId7", "xlMacrosheet", "macrosheets/sheet1.xml")))
		b.set("xl/macrosheets/sheet1.xml", sheetXML(registerRows(1), ""))
	}),
	xlsx("rare-phonetic", func(b *book, p int) {
		b.strings(repeated(`<sst`+mainNS+`><si><t>Is</t>`, `<rPh sb="0" eb="1"><t>Sannolikhet</t></rPh>`, part(2_000_000, p), `</si></sst>`))
		b.long(text(`<row r="14"><c><v>13</v></c><c t="s"><v>0</v></c><c><v>2</v></c><c><v>2</v></c><c><v>5</v></c></row>`), "")
	}),
	xlsx("rare-indices", func(b *book, _ int) {
		b.strings(text(`<sst` + mainNS + `><si><t>Is</t></si></sst>`))
		var rows strings.Builder
		for i, n := range []string{"-1", "0.0", "1e0", "4294967296", "18446744073709551616", "", " 0 ", "+0"} {
			fmt.Fprintf(&rows, `<row r="%d"><c><v>%d</v></c><c t="s"><v>%s</v></c><c><v>2</v></c><c><v>2</v></c><c><v>5</v></c></row>`, 14+i, 13+i, n)
		}
		b.long(text(rows.String()), "")
	}),
	within("rare-names-of-levels", func(p int) (string, string) {
		var b strings.Builder
		level := html.EscapeString(strings.Repeat("mindre sannolik till möjlig ", 900))
		for i := range part(1000, p) {
			fmt.Fprintf(&b, `<row r="%d"><c><v>%d</v></c><c t="inlineStr"><is><t>Is %d</t></is></c><c t="inlineStr"><is><t>%s%d</t></is></c><c t="inlineStr"><is><t>%s</t></is></c><c><v>9</v></c></row>`, 14+i, 13+i, i, level, i, level)
		}
		return b.String(), ""
	}),
	pdf("rare-lzw-bomb", func(p *paper, percent int) {
		var b bytes.Buffer
		w := lzw.NewWriter(&b, lzw.MSB, 8)
		repeated(registerContent(), " ", part(500<<20, percent), "")(w)
		must(w.Close())
		p.objects[contentObject] = stream("/Filter/LZWDecode/DecodeParms<</EarlyChange 0>>", b.Bytes())
	}),
	pdf("rare-ascii-chain", func(p *paper, percent int) {
		data := []byte(registerContent())
		n := part(40, percent)
		for range min(n, 8) {
			var b bytes.Buffer
			w := ascii85.NewEncoder(&b)
			_, err := w.Write(data)
			must(err)
			must(w.Close())
			data = append(b.Bytes(), "~>"...)
		}
		p.objects[contentObject] = stream("/Filter["+strings.Repeat("/ASCII85Decode", min(n, 8))+"]", data)
	}),
	pdf("rare-narrow-predictor", func(p *paper, percent int) {
		p.objects[contentObject] = packed("/DecodeParms<</Predictor 15/Columns 1>>", func(w io.Writer) {
			for _, c := range []byte(registerContent()) {
				_, _ = w.Write([]byte{0, c})
			}
			repeat(w, "\x02\x00", part(100<<20, percent))
		})
	}),
	pdf("rare-same-object", func(p *paper, percent int) {
		p.objects[fontObject] += strings.Repeat("\nendobj\n3 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>", part(1_000_000, percent))
	}),
	pdf("rare-objects-without-end", func(p *paper, percent int) {
		p.objects[fontObject] += "\nendobj\n" + strings.Repeat("7 0 obj <</A (", part(1_000_000, percent)) + "\n"
	}),
	pdf("rare-streams-without-end", func(p *paper, percent int) {
		p.objects[fontObject] += "\nendobj\n" + strings.Repeat("7 0 obj <</Length 8 0 R>> stream\n", part(500_000, percent)) + "\n"
	}),
	pdf("rare-long-tokens", func(p *paper, percent int) {
		n := part(20<<20, percent)
		p.objects[fontObject] = strings.Replace(p.objects[fontObject], "/Type/Font", "/A/"+strings.Repeat("n", n)+"/B<"+strings.Repeat("41", n/2)+">/C "+strings.Repeat("9", n)+"/Type/Font", 1)
	}),
	pdf("rare-comments", func(p *paper, percent int) {
		p.objects[fontObject] = strings.Repeat("%\n", part(20<<20, percent)) + p.objects[fontObject]
	}),
	pdf("rare-tall-page", func(p *paper, percent int) {
		n := part(20_000, percent)
		p.objects[pageObject] = strings.Replace(page("5 0 R", ""), "[0 0 595 842]", fmt.Sprintf("[0 %d 595 842]", -24*n), 1)
		p.objects[contentObject] = packed("", func(w io.Writer) {
			fmt.Fprint(w, registerContent())
			for i := range n {
				y := 400 - 24*i
				fmt.Fprintf(w, "40 %d m 555 %d l S ", y, y)
				for k, x := range edges[:6] {
					fmt.Fprintf(w, "%d %d m %d %d l S BT /F1 9 Tf %d %d Td (%s) Tj ET\n", x, y, x, y-24, x+4, y-16, []string{digit(i), "Isen b\\344r inte", "2", "2", "5", "Hamnchefen"}[k])
				}
			}
		})
	}),
	pdf("rare-wide-page", func(p *paper, percent int) {
		n := part(3000, percent)
		p.objects[pageObject] = strings.Replace(page("5 0 R", ""), "[0 0 595 842]", fmt.Sprintf("[0 0 %d 842]", 60*n), 1)
		p.objects[contentObject] = packed("", func(w io.Writer) {
			fmt.Fprint(w, registerContent())
			for row := range 10 {
				for i := range n {
					x, y := 40+60*i, 400-24*row
					fmt.Fprintf(w, "%d %d 60 24 re S BT /F1 9 Tf %d %d Td (Konsekvens) Tj ET\n", x, y, x+4, y+8)
				}
			}
		})
	}),
	pdf("rare-glyph-programs", func(p *paper, percent int) {
		proc := p.add(stream("", []byte("1000 0 d0 BT /G 1 Tf (aaaa) Tj ET")))
		p.add(fmt.Sprintf("<</Type/Font/Subtype/Type3/FontBBox[0 0 9 9]/FontMatrix[.001 0 0 .001 0 0]/CharProcs<</a %s>>/Encoding<</Differences[97/a]>>/FirstChar 97/LastChar 97/Widths[1000]/Resources<</Font<</G 7 0 R>>>>>>", proc))
		p.objects[pageObject] = strings.Replace(page("5 0 R", ""), "/F1 3 0 R", "/F1 3 0 R/G 7 0 R", 1)
		p.objects[contentObject] = packed("", repeated(registerContent(), "BT /G 1 Tf (aaaa) Tj ET ", part(100_000, percent), ""))
	}),
	printing("rare-far-numbers", func(w io.Writer, _ int) {
		for _, n := range []string{"1e308", "-1e308", "1e-320", "nan", "inf", "--5", "5-5", "0x10", ".", "-", "99999999999999999999999"} {
			fmt.Fprintf(w, "q %s 0 0 %s 0 0 cm BT /F1 %s Tf %s %s Td [(Is) %s (is)] TJ ET Q q %s w [%s] 0 d 0 0 %s %s re S Q\n", n, n, n, n, n, n, n, n, n, n)
		}
	}),
	pdf("rare-boxes", func(p *paper, _ int) {
		p.objects[pageObject] = strings.Replace(page("5 0 R", ""), "/MediaBox[0 0 595 842]", "/MediaBox[595 842 0 0]/CropBox[1e9 1e9 -1e9 -1e9]/UserUnit 1e9/Rotate 45", 1)
	}),
	printing("rare-covers-in-a-line", func(w io.Writer, p int) {
		fmt.Fprintf(w, "BT /F1 .01 Tf 40 300 Td (%s) Tj ET\n", strings.Repeat("is", part(100_000, p)))
		for i := range part(100_000, p) {
			fmt.Fprintf(w, "1 g %d 299 1 2 re f\n", 100+i%400)
		}
	}),
	printing("rare-struck", func(w io.Writer, p int) {
		fmt.Fprintf(w, "BT /F1 .01 Tf 40 300 Td (%s) Tj ET\n", strings.Repeat("is", part(100_000, p)))
		for i := range part(100_000, p) {
			fmt.Fprintf(w, "%d 300.003 m %d 300.003 l S\n", 40+i%400, 500+i%50)
		}
	}),
	printing("rare-covered", func(w io.Writer, _ int) { fmt.Fprint(w, "q 1 g 0 600 595 100 re f Q\n") }),
	printing("rare-printed-twice", func(w io.Writer, _ int) { fmt.Fprint(w, "q 1 0 0 1 .3 0 cm "+registerContent()+" Q\n") }),
}
