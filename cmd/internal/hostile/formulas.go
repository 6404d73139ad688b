package hostile

import (
	"fmt"
	"io"
	"strings"
)

// formulaRows writes rows of one formula each in column H, without results.
func formulaRows(n int, formula func(i int) string) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, `<row r="%d"><c r="H%d"><f>%s</f></c></row>`, 14+i, 14+i, formula(i))
	}
	return b.String()
}

// formulas attack what reads and calculates formulas.
var formulas = []Kind{
	xlsx("formula-shared-huge", func(b *book, p int) {
		long := "A1" + strings.Repeat("+A1", 2600)
		b.long(func(w io.Writer) {
			fmt.Fprintf(w, `<row r="14"><c r="H14"><f t="shared" si="0" ref="H14:H1048576">%s</f><v>1</v></c></row>`, long)
			cells(w, 15, part(1_000_000, p), `<c><f t="shared" si="0"/><v>1</v></c>`)
		}, "")
	}),
	xlsx("formula-shared-many", func(b *book, p int) {
		b.long(func(w io.Writer) {
			fmt.Fprint(w, `<row r="14"><c r="H14"><f t="shared" si="0" ref="H14:Z1048576">IF(A14*B14&gt;3,C14,SUM(A$1:D14))</f><v>1</v></c></row>`)
			cells(w, 15, part(500_000, p), strings.Repeat(`<c><f t="shared" si="0"/><v>1</v></c>`, 8))
		}, "")
	}),
	xlsx("formula-shared-masters", func(b *book, p int) {
		b.long(func(w io.Writer) {
			for i := range part(200_000, p) {
				fmt.Fprintf(w, `<row r="%d"><c r="H%d"><f t="shared" si="%d" ref="H14:I15">A%d+%s</f></c><c r="I%d"><f t="shared" si="%d"/></c></row>`, 14+i, 14+i, i, i+1, strings.Repeat("B1+", 30)+"1", 14+i, i)
			}
		}, "")
	}),
	within("formula-shared-without-master", func(p int) (string, string) {
		return strings.Repeat(`<row><c><f t="shared" si="7"/><v>1</v></c></row>`, part(500_000, p)), ""
	}),
	within("formula-deep", func(p int) (string, string) {
		n := part(2_000_000, p)
		return formulaRows(1, func(int) string { return strings.Repeat("(", n) + "1" + strings.Repeat(")", n) }), ""
	}),
	within("formula-deep-functions", func(p int) (string, string) {
		n := part(500_000, p)
		return formulaRows(1, func(int) string { return strings.Repeat("IF(1,", n) + "1" + strings.Repeat(")", n) }), ""
	}),
	within("formula-signs", func(p int) (string, string) {
		return formulaRows(1, func(int) string { return strings.Repeat("-", part(10_000_000, p)) + "1" }), ""
	}),
	within("formula-long", func(p int) (string, string) {
		return formulaRows(1, func(int) string { return "1" + strings.Repeat("+A1:B2", part(5_000_000, p)) }), ""
	}),
	within("formula-long-many", func(p int) (string, string) {
		return formulaRows(part(5_000, p), func(int) string { return "1" + strings.Repeat("+A1", 2600) }), ""
	}),
	within("formula-circle", func(p int) (string, string) {
		n := part(200_000, p)
		return formulaRows(n, func(i int) string { return fmt.Sprintf("H%d+1", 14+(i+1)%n) }), ""
	}),
	within("formula-chain", func(p int) (string, string) {
		return formulaRows(part(300_000, p), func(i int) string { return fmt.Sprintf("H%d+1", 13+i) }), ""
	}),
	within("formula-doubling", func(int) (string, string) {
		return formulaRows(60, func(i int) string { return fmt.Sprintf("H%d&amp;H%d&amp;&quot;is&quot;", 13+i, 13+i) }), ""
	}),
	within("formula-repeat", func(int) (string, string) {
		return formulaRows(200, func(int) string { return "REPT(&quot;is på kajen&quot;,2147483647)" }), ""
	}),
	within("formula-replace", func(int) (string, string) {
		return formulaRows(40, func(i int) string {
			return fmt.Sprintf("SUBSTITUTE(H%d&amp;&quot;aaaaaaaaaa&quot;,&quot;a&quot;,&quot;aaaaaaaaaa&quot;)", 13+i)
		}), ""
	}),
	within("formula-whole-columns", func(p int) (string, string) {
		return formulaRows(part(50_000, p), func(int) string { return "SUM(A:XFD)+COUNTIF(A:G,&quot;*is*&quot;)" }), ""
	}),
	within("formula-triangle", func(p int) (string, string) {
		return formulaRows(part(60_000, p), func(i int) string { return fmt.Sprintf("SUM(H$13:H%d)", 13+i) }), ""
	}),
	within("formula-numbers", func(int) (string, string) {
		return formulaRows(12, func(i int) string {
			return []string{"10^1000", "1/0", "9^9^9^9", "MOD(1,0)", "ROUND(1,1E9)", "INDEX(A:A,-1)", "VLOOKUP(1,A:XFD,99999,0)", "DATE(9999999,1,1)", "LEFT(A1,-1)", "MID(A1,1E18,1E18)", "#REF!+1", "Riskanalys!A1:Saknas!B2"}[i]
		}), ""
	}),
	within("formula-array", func(int) (string, string) {
		return `<row r="14"><c r="H14"><f t="array" ref="H14:XFD1048576">A1:XFD1048576*2</f></c></row><row r="15"><c r="H15"><f t="dataTable" ref="H15:XFD1048576" r1="A1" r2="ZZZZZ9"/></c></row>`, ""
	}),
	within("formula-live", func(int) (string, string) {
		return rowXML(14, []string{"13", "=cmd|'/c calc'!A1", "1", "1", "2", "@SUM(1)"}) + formulaRows(0, nil), ""
	}),
	xlsx("formula-names", func(b *book, p int) {
		var n strings.Builder
		for i := range part(200_000, p) {
			fmt.Fprintf(&n, `<definedName name="n%d">n%d+n%d</definedName>`, i, i+1, i+1)
		}
		b.set("xl/workbook.xml", workbookXML(`<sheet name="Riskanalys" sheetId="1" r:id="rId1"/>`, `<definedNames>`+n.String()+`</definedNames>`))
		b.sheet(registerRows(1)+formulaRows(1000, func(int) string { return "n0+n1" }), "")
	}),
	xlsx("formula-name-of-itself", func(b *book, _ int) {
		b.set("xl/workbook.xml", workbookXML(`<sheet name="Riskanalys" sheetId="1" r:id="rId1"/>`, `<definedNames><definedName name="a">a</definedName><definedName name="b">c</definedName><definedName name="c">b</definedName></definedNames>`))
		b.sheet(registerRows(1)+formulaRows(10, func(int) string { return "a+b+c" }), "")
	}),
}
