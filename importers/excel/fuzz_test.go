package excel

import (
	"context"
	"strings"
	"testing"

	"riskbok/importers/source"
	"riskbok/rules/model"
)

// fuzzLimits keep one input cheap.
var fuzzLimits = source.Limits{FileBytes: 1 << 20, TotalBytes: 4 << 20, Cells: 1 << 16}

// holds checks what every result must hold, whatever was read.
func holds(t *testing.T, wb *Workbook, err error) {
	t.Helper()
	if err != nil {
		return
	}
	if len(wb.Tables) != len(wb.Places) || len(wb.Tables) != len(wb.Own) {
		t.Fatalf("%d tables, %d places, %d marks", len(wb.Tables), len(wb.Places), len(wb.Own))
	}
	cells := 0
	for p, table := range wb.Tables {
		cells += len(table.Rows)
		for r, row := range table.Rows {
			cells += len(row)
			for c := range row {
				cell := &row[c]
				if int(cell.At.Place) != p || int(cell.At.Row) != r+1 || int(cell.At.Col) != c+1 {
					t.Fatalf("cell %d %d of table %d stands at %+v", r, c, p, cell.At)
				}
				if cell.Covered {
					if o := table.Cell(int(cell.OriginRow), int(cell.OriginCol)); o.Covered || o.RowSpan < 1 || cell.Text != "" {
						t.Fatalf("%s is covered by %+v", cell.At.Cell(), *o)
					}
				}
			}
		}
	}
	for p, table := range wb.Tables {
		for _, b := range table.Boxes {
			if cells += len(b.Lines); int(b.At.Place) != p || b.At.Cell() == "" || strings.Trim(strings.Join(b.Lines, ""), space) == "" {
				t.Fatalf("a box of table %d at %+v: %q", p, b.At, b.Lines)
			}
		}
		for _, e := range table.Edges {
			if int(e.At.Place) != p || e.Blank() {
				t.Fatalf("a header of table %d at %+v: %q", p, e.At, e.Text)
			}
		}
	}
	for _, table := range wb.Tables {
		for _, row := range table.Rows {
			for c := range row {
				if row[c].Formula != "" {
					_, _ = wb.Fresh(row[c].At)
					_, _ = wb.Circle(row[c].At)
				}
			}
		}
	}
	if cells > filledCell*fuzzLimits.Cells {
		t.Fatalf("%d cells, limit %d", cells, fuzzLimits.Cells)
	}
}

func FuzzSheets(f *testing.F) {
	f.Add(workbookOf(rowsOf(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`)).zipped(f))
	f.Add(compoundFile("Workbook"))
	f.Add([]byte("<table>"))
	f.Fuzz(func(t *testing.T, data []byte) {
		wb, err := Sheets(context.Background(), model.File{Data: data}, source.Options{Limits: fuzzLimits})
		if err == nil && !Sniff(data) {
			t.Error("read, but not sniffed")
		}
		holds(t, wb, err)
	})
}

func FuzzDrawing(f *testing.F) {
	f.Add(anchored(2, 1, shaped(said("Riskanalys 2026"), "<a:br/>"+said("1\tOsannolik"))), `&amp;L&amp;"Arial,Fet"&amp;14Plan&amp;P+1`)
	f.Add(anchored(2, 1, "<xdr:grpSp>"+shaped(`<a:pPr><a:buAutoNum type="arabicPeriod" startAt="3"/></a:pPr>`+said("Sällan"))+"</xdr:grpSp>"), "&amp;K01+000&amp;&amp;")
	f.Add(`<mc:AlternateContent><mc:Choice>`+anchored(0, 0, shaped(said("a")))+`</mc:Choice><mc:Fallback/></mc:AlternateContent>`, "&amp;")
	f.Fuzz(func(t *testing.T, drawing, header string) {
		p := drawnOver(drawing)
		p["xl/worksheets/sheet1.xml"] = strings.Replace(p["xl/worksheets/sheet1.xml"], "<drawing", "<headerFooter><oddHeader>"+header+"</oddHeader></headerFooter><drawing", 1)
		wb, err := Sheets(context.Background(), model.File{Data: p.zipped(t)}, source.Options{Limits: fuzzLimits})
		holds(t, wb, err)
	})
}

func FuzzParts(f *testing.F) {
	f.Add(rowsOf(`<row r="1"><c r="A1"><f>B1+C1*2</f><v>1</v></c><c r="B1"><f>IF(A1&gt;1,C1,SUM(A1:C2))</f></c><c r="C1"><f>C1-A1</f><v>2</v></c></row>`), "", "")
	f.Add(rowsOf(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><f>SUM(A1:A9)&amp;"x"</f></c></row>`)+`<mergeCells><mergeCell ref="A1:B2"/></mergeCells>`, "<si><t>a_x000D_</t></si>", `<xf numFmtId="14"/>`)
	f.Add(rowsOf(`<row r="9"><c r="XFD9"><f t="shared" si="1" ref="A1">B2</f><v>1</v></c><c><f t="shared" si="1"/></c></row>`), "<si><r><t>x</t></r><rPh/></si>", "")
	f.Add(rowsOf(`<row><c t="inlineStr"><is><t>x</t></is></c><c t="d"><v>2025-01-01</v></c><c s="0"><v>1e3</v></c></row>`), "", `<xf numFmtId="22"/>`)
	f.Add(rowsOf(`<row r="1"><c r="A1"><f>B1</f></c><c r="B1"><f>A1+1</f></c></row>`)+`<mergeCells><mergeCell ref="A1:XFD1048576"/><mergeCell ref="B1:C9"/></mergeCells>`, "<si/>", "")
	f.Fuzz(func(t *testing.T, sheet, texts, xfs string) {
		p := workbookOf(sheet, rowsOf(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`))
		p["xl/sharedStrings.xml"] = "<sst>" + texts + "</sst>"
		p["xl/styles.xml"] = "<styleSheet><cellXfs>" + xfs + "</cellXfs></styleSheet>"
		wb, err := Sheets(context.Background(), model.File{Data: p.zipped(t)}, source.Options{Limits: fuzzLimits})
		holds(t, wb, err)
	})
}
