package hostile

import (
	"fmt"
	"io"
	"strings"
)

// within makes a kind whose first sheet has the register and a text behind its
// rows, and another after the rows.
func within(name string, change func(percent int) (rows, after string)) Kind {
	return xlsx(name, func(b *book, p int) {
		r, a := change(p)
		b.sheet(registerRows(1)+r, a)
	})
}

// longest is the longest text that Excel keeps in a cell.
const longest = 32_767

// sheets attack what reads rows and cells.
var sheets = []Kind{
	xlsx("sheet-long-cells", func(b *book, p int) {
		cell := `<c t="inlineStr"><is><t>` + strings.Repeat("Risk för is på kajen. ", longest/22) + `</t></is></c>`
		b.long(func(w io.Writer) { cells(w, 14, part(2_500, p), strings.Repeat(cell, 6)) }, "")
	}),
	xlsx("sheet-long-shared-cells", func(b *book, p int) {
		b.strings(repeated(`<sst`+mainNS+`><si><t>`, "Risk för is på kajen. ", longest/22, `</t></si></sst>`))
		b.long(func(w io.Writer) {
			cells(w, 14, part(200_000, p), `<c t="s"><v>0</v></c><c t="s"><v>0</v></c><c><v>3</v></c><c><v>4</v></c>`)
		}, "")
	}),
	xlsx("sheet-long-different-cells", func(b *book, p int) {
		b.long(func(w io.Writer) {
			for i := range part(20_000, p) {
				fmt.Fprintf(w, `<row r="%d"><c t="inlineStr"><is><t>%d </t></is></c><c t="inlineStr"><is><t>%d %s</t></is></c><c><v>3</v></c><c><v>4</v></c><c><v>12</v></c></row>`,
					14+i, 13+i, i, strings.Repeat("å", longest/2))
			}
		}, "")
	}),
	xlsx("sheet-one-shared-string", func(b *book, p int) {
		b.strings(repeated(`<sst`+mainNS+`><si><t>`, "h", part(900<<20, p), `</t></si></sst>`))
	}),
	xlsx("sheet-one-string-of-200-MB", func(b *book, p int) {
		b.strings(repeated(`<sst`+mainNS+`><si><t>`, "h ", part(100<<20, p), `</t></si></sst>`))
		b.long(text(`<row r="14"><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>`), "")
	}),
	xlsx("sheet-million-strings", func(b *book, p int) {
		b.strings(repeated(`<sst`+mainNS+` uniqueCount="4294967295">`, `<si><t>h</t></si>`, part(8_000_000, p), `</sst>`))
	}),
	xlsx("sheet-rich-runs", func(b *book, p int) {
		b.strings(repeated(`<sst`+mainNS+`><si>`, `<r><rPr><strike/><vertAlign val="superscript"/></rPr><t>h</t></r>`, part(5_000_000, p), `</si></sst>`))
		b.long(text(`<row r="14"><c t="s"><v>0</v></c></row>`), "")
	}),
	xlsx("sheet-strings-missing", func(b *book, _ int) { b.sheet(shared(), "") }),
	xlsx("sheet-strings-cut", func(b *book, _ int) {
		b.sheet(shared(), "").strings(text(`<sst` + mainNS + `><si><t>Nr</t></si><si><t>Identifierad ri`))
	}),
	xlsx("sheet-strings-other", func(b *book, _ int) {
		b.sheet(shared(), "").strings(text(`<sst` + mainNS + `><i><t>Nr</t></i></sst>`))
	}),
	xlsx("sheet-strings-shifted", func(b *book, _ int) {
		b.sheet(strings.ReplaceAll(shared(), "<v>", "<v>9999999"), "").strings(text(`<sst` + mainNS + `><si><t>Nr</t></si></sst>`))
	}),
	xlsx("sheet-all-cells", func(b *book, p int) {
		b.long(func(w io.Writer) { cells(w, 14, part(9_000_000, p)/16, strings.Repeat(`<c><v>1</v></c>`, 16)) }, "")
	}),
	xlsx("sheet-text-cells", func(b *book, p int) {
		b.long(func(w io.Writer) {
			cells(w, 14, part(4_000_000, p)/8, strings.Repeat(`<c t="inlineStr"><is><t>Risk</t></is></c>`, 8))
		}, "")
	}),
	within("sheet-far-cell", func(int) (string, string) { return `<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`, "" }),
	within("sheet-far-cells", func(p int) (string, string) {
		var b strings.Builder
		for i := range part(3000, p) {
			fmt.Fprintf(&b, `<row r="%d"><c r="XFD%d"><v>1</v></c></row>`, 14+i*300, 14+i*300)
		}
		return b.String(), ""
	}),
	within("sheet-beyond", func(int) (string, string) {
		return `<row r="99999999999"><c r="A1"><v>1</v></c></row><row r="-1"/><row r="20"><c r="ZZZZ20"><v>1</v></c><c r="A0"><v>1</v></c><c r="1A"><v>2</v></c></row>`, ""
	}),
	within("sheet-rows-falling", func(p int) (string, string) {
		var b strings.Builder
		for i := part(100_000, p); i > 14; i-- {
			fmt.Fprintf(&b, `<row r="%d"><c><v>1</v></c></row>`, i)
		}
		return b.String(), ""
	}),
	within("sheet-rows-twice", func(int) (string, string) { return registerRows(1), "" }),
	within("sheet-cells-twice", func(p int) (string, string) {
		return `<row r="14">` + strings.Repeat(`<c r="A14"><v>1</v></c>`, part(1_000_000, p)) + `</row>`, ""
	}),
	within("sheet-wide-row", func(int) (string, string) {
		return `<row r="14">` + strings.Repeat(`<c t="inlineStr"><is><t>Sannolikhet</t></is></c>`, 16_384) + `</row>`, ""
	}),
	within("sheet-wide-heads", func(p int) (string, string) {
		return `<row r="14">` + strings.Repeat(`<c t="inlineStr"><is><t>Identifierad risk</t></is></c><c t="inlineStr"><is><t>Sannolikhet</t></is></c><c t="inlineStr"><is><t>Konsekvens</t></is></c><c t="inlineStr"><is><t>Riskvärde</t></is></c>`, 4000*max(p, 10)/100) + `</row>` +
			`<row r="15">` + strings.Repeat(`<c t="inlineStr"><is><t>Is</t></is></c><c><v>1</v></c><c><v>2</v></c><c><v>2</v></c>`, 4000*max(p, 10)/100) + `</row>`, ""
	}),
	xlsx("sheet-many-registers", func(b *book, p int) {
		b.long(func(w io.Writer) {
			for i := range part(5000, p) {
				fmt.Fprint(w, registerRows(20+i*20))
			}
		}, "")
	}),
	xlsx("sheet-many-heads", func(b *book, p int) {
		b.long(func(w io.Writer) {
			for i := range part(100_000, p) {
				fmt.Fprint(w, rowXML(20+i, heads))
			}
		}, "")
	}),
	xlsx("sheet-hundred-thousand-risks", func(b *book, p int) {
		b.long(func(w io.Writer) {
			for i := range part(100_000, p) {
				fmt.Fprint(w, rowXML(14+i, []string{"1", "Samma risk", "1", "1", "2", ""}))
			}
		}, "")
	}),
	within("sheet-merge-giant", func(int) (string, string) {
		return "", `<mergeCells><mergeCell ref="A20:XFD1048576"/></mergeCells>`
	}),
	within("sheet-merge-over-register", func(int) (string, string) {
		return "", `<mergeCells><mergeCell ref="A1:F13"/></mergeCells>`
	}),
	within("sheet-merges-overlap", func(p int) (string, string) {
		return `<row r="2000"><c r="Z2000"><v>1</v></c></row>`, `<mergeCells>` + strings.Repeat(`<mergeCell ref="G1:Z2000"/>`, part(200_000, p)) + `</mergeCells>`
	}),
	within("sheet-merges-many", func(p int) (string, string) {
		var b strings.Builder
		for i := range part(500_000, p) {
			fmt.Fprintf(&b, `<mergeCell ref="H%d:I%d"/>`, i+1, i+1)
		}
		return "", `<mergeCells>` + b.String() + `</mergeCells>`
	}),
	within("sheet-columns", func(p int) (string, string) {
		return "", `<cols>` + strings.Repeat(`<col min="1" max="16384" hidden="1"/>`, part(1_000_000, p)) + `</cols>`
	}),
	within("sheet-filter", func(int) (string, string) { return "", `<autoFilter ref="A1:XFD1048576"/>` }),
	xlsx("sheet-hidden-all", func(b *book, _ int) {
		b.sheet(strings.ReplaceAll(registerRows(1), "<row ", `<row hidden="1" `), "")
	}),
	within("sheet-numbers", func(p int) (string, string) {
		var b strings.Builder
		for i, v := range []string{"1e308", "-1e308", "NaN", "INF", "1e99999", "0x10", "1,5", strings.Repeat("9", part(1_000_000, p)), "1e-400", "--1", ""} {
			fmt.Fprintf(&b, `<row r="%d"><c><v>%s</v></c><c t="inlineStr"><is><t>Is</t></is></c><c><v>%s</v></c><c><v>2</v></c></row>`, 14+i, v, v)
		}
		return b.String(), ""
	}),
	within("sheet-types", func(int) (string, string) {
		var b strings.Builder
		for i, t := range []string{"s", "b", "e", "d", "str", "zz", "n", "inlineStr"} {
			fmt.Fprintf(&b, `<row r="%d"><c t="%s"><v>-1</v></c><c t="%s"><is/></c><c t="%s"/></row>`, 20+i, t, t, t)
		}
		return b.String(), ""
	}),
	within("sheet-marks", func(p int) (string, string) {
		return rowXML(14, []string{"13", "Z" + strings.Repeat("\u0301\u0489", part(5_000_000, p)), "1", "1", "1"}), ""
	}),
	within("sheet-escapes", func(p int) (string, string) {
		return rowXML(14, []string{"13", strings.Repeat("_xD83D__x0000__x005F_", part(1_000_000, p)), "1", "1", "1"}), ""
	}),
	within("sheet-words", func(p int) (string, string) {
		var b strings.Builder
		for i := range part(3000, p) {
			b.WriteString(rowXML(14+i, []string{"1", strings.Repeat("1 - 2 = 3; (4) 5/6 7% ", 1400), strings.Repeat("2-", 5000), "4 x 4", "0"}))
		}
		return b.String(), ""
	}),
	xlsx("sheet-definitions", func(b *book, p int) {
		b.second(func(w io.Writer) {
			fmt.Fprint(w, xmlHead+`<worksheet`+mainNS+`><sheetData>`, rowXML(1, []string{"Sannolikhet", "Definition", "Konsekvens", "Definition"}))
			for i := range part(200_000, p) {
				fmt.Fprint(w, rowXML(2+i, []string{digit(i), "Sällan", digit(i), "Lindrig"}))
			}
			fmt.Fprint(w, `</sheetData></worksheet>`)
		})
	}),
	xlsx("sheet-matrix", func(b *book, p int) {
		b.second(func(w io.Writer) {
			fmt.Fprint(w, xmlHead+`<worksheet`+mainNS+`><sheetData>`, rowXML(1, []string{"Sannolikhet", "Konsekvens"}))
			row := ""
			for i := range 300 {
				row += "<c><v>" + digit(i) + "</v></c>"
			}
			cells(w, 2, part(20_000, p), row)
			fmt.Fprint(w, `</sheetData></worksheet>`)
		})
	}),
}

// shared gives the register's rows with texts by their index in the shared strings.
func shared() string {
	at := 0
	var b strings.Builder
	for i, row := range append([][]string{heads}, rows()...) {
		fmt.Fprintf(&b, `<row r="%d">`, i+1)
		for range row {
			fmt.Fprintf(&b, `<c t="s"><v>%d</v></c>`, at)
			at++
		}
		b.WriteString(`</row>`)
	}
	return b.String()
}
