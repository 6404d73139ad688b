package excel

import (
	"testing"

	"riskbok/importers/source"
	"riskbok/rules/model"
)

// FuzzBook tries what binds the parts of a workbook together, and what its cells are
// shown by: the tabs and names, relationships, the colours of the theme, tables.
func FuzzBook(f *testing.F) {
	f.Fuzz(func(t *testing.T, tabs, rels, theme, table, sheetRels string) {
		if len(tabs)+len(rels)+len(theme)+len(table)+len(sheetRels) > 32<<10 {
			return
		}
		p := workbookOf(rowsOf(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" s="2"><f>Tabell1[Nr]+Namn</f><v>1</v></c></row>`))
		p["xl/workbook.xml"] = "<workbook " + nsMain + " " + nsRel + ">" + tabs + "</workbook>"
		p["xl/_rels/workbook.xml.rels"] = relsOf(rels)
		p["xl/theme/theme1.xml"] = "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">" + theme + "</a:theme>"
		p["xl/tables/table1.xml"] = "<table " + nsMain + ">" + table + "</table>"
		p["xl/worksheets/_rels/sheet1.xml.rels"] = relsOf(sheetRels)
		p["xl/styles.xml"] = "<styleSheet " + nsMain + `><fills><fill><patternFill patternType="solid"><fgColor theme="4" tint="0.4"/></patternFill></fill></fills><cellXfs><xf/><xf numFmtId="14"/><xf fillId="0"/></cellXfs></styleSheet>`
		wb, err := Sheets(t.Context(), model.File{Data: p.zipped(t)}, source.Options{Limits: fuzzLimits})
		holds(t, wb, err)
	})
}
