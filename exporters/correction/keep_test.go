package correction

import (
	"archive/zip"
	"bytes"
	"image"
	"image/color"
	"image/png"
	"slices"
	"strings"
	"testing"

	"riskbok/exporters/correction/opc"
	"riskbok/exporters/workbook/booktest"

	"github.com/xuri/excelize/v2"

	"riskbok/rules"
)

// loaded is a workbook with everything that a correction must leave alone.
func loaded(t *testing.T) []byte {
	t.Helper()
	var picture bytes.Buffer
	img := image.NewRGBA(image.Rect(0, 0, 8, 8))
	img.Set(3, 3, color.RGBA{200, 30, 30, 255})
	must(t, png.Encode(&picture, img))
	data := build(t, func(f *excelize.File) {
		for _, name := range []string{"Underlag", "Pivot", "Orörd"} {
			_, err := f.NewSheet(name)
			must(t, err)
		}
		must(t, f.SetSheetRow("Plan", "A1", &[]any{"Nr", "Risk", "Värde", "Hantering"}))
		for i := range 6 {
			row := i + 2
			cell, _ := excelize.CoordinatesToCellName(1, row)
			must(t, f.SetSheetRow("Plan", cell, &[]any{"R" + string(rune('1'+i)), "Händelse", 3 + i, "Acceptera risk"}))
			must(t, f.SetSheetRow("Underlag", cell, &[]any{"Område", i, i * 2}))
		}
		must(t, f.SetSheetRow("Underlag", "A1", &[]any{"Del", "Antal", "Summa"}))
		must(t, f.SetCellRichText("Plan", "B2", []excelize.RichTextRun{{Text: "Fet ", Font: &excelize.Font{Bold: true}}, {Text: "risk"}}))
		yes := true
		style, err := f.NewConditionalStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Color: []string{"FEC7CE"}, Pattern: 1}})
		must(t, err)
		must(t,
			f.SetConditionalFormat("Plan", "C2:C7", []excelize.ConditionalFormatOptions{{Type: "cell", Criteria: ">", Value: "6", Format: &style}, {Type: "icon_set", IconStyle: "3TrafficLights1"}}),
			f.AddComment("Plan", excelize.Comment{Cell: "C3", Author: "Controller", Text: "Stäm av"}),
			f.AddPictureFromBytes("Plan", "H2", &excelize.Picture{Extension: ".png", File: picture.Bytes(), Format: &excelize.GraphicOptions{}}),
			f.AddChart("Underlag", "F2", &excelize.Chart{Type: excelize.Col, Series: []excelize.ChartSeries{{Name: "Värde", Categories: "Plan!$A$2:$A$7", Values: "Plan!$C$2:$C$7"}}}),
			f.AddTable("Plan", &excelize.Table{Range: "A1:D7", Name: "Risker", ShowRowStripes: &yes}),
			f.AddPivotTable(&excelize.PivotTableOptions{DataRange: "Underlag!A1:C7", PivotTableRange: "Pivot!A3:C12", Rows: []excelize.PivotTableField{{Data: "Del"}}, Data: []excelize.PivotTableField{{Data: "Summa"}}}),
			f.SetDefinedName(&excelize.DefinedName{Name: "Tröskel", RefersTo: "Underlag!$B$3"}),
			f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Area", RefersTo: "Plan!$A$1:$D$7", Scope: "Plan"}),
			f.SetColVisible("Plan", "B", false),
			f.SetPanes("Plan", &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}),
		)
		dv := excelize.NewDataValidation(true)
		dv.SetSqref("D2:D7")
		must(t, dv.SetDropList([]string{"Acceptera risk", "Reducera risk"}), f.AddDataValidation("Plan", dv))
	})
	p := booktest.Parts(t, data)
	// What no library writes: a macro project, a sorted filter, a list in
	// alternative content, an extension.
	sheet := p["xl/worksheets/sheet1.xml"]
	sheet = strings.Replace(sheet, "</sheetData>", `</sheetData><autoFilter ref="A1:D7"><sortState ref="A2:D7"><sortCondition descending="1" ref="C2:C7"/></sortState></autoFilter>`, 1)
	sheet = strings.Replace(sheet, "<dataValidations", `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main" Requires="x14"/></mc:AlternateContent><dataValidations`, 1)
	types := strings.Replace(p["[Content_Types].xml"], "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml", "application/vnd.ms-excel.sheet.macroEnabled.main+xml", 1)
	types = strings.Replace(types, "</Types>", `<Override PartName="/xl/vbaProject.bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>`, 1)
	rels := strings.Replace(p["xl/_rels/workbook.xml.rels"], "</Relationships>", `<Relationship Id="rIdVba" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="vbaProject.bin"/></Relationships>`, 1)
	return repack(t, data, "xl/worksheets/sheet1.xml", sheet, "[Content_Types].xml", types, "xl/_rels/workbook.xml.rels", rels, "xl/vbaProject.bin", "\xd0\xcf\x11\xe0 macro \x00\x01\x02")
}

func TestUntouchedPartsStayAsTheyAre(t *testing.T) {
	data := loaded(t)
	before := booktest.Parts(t, data)
	for _, want := range []string{"xl/vbaProject.bin", "xl/charts/chart1.xml", "xl/media/image1.png", "xl/comments1.xml", "xl/pivotTables/pivotTable1.xml", "xl/tables/table1.xml"} {
		if before[want] == "" {
			t.Fatalf("the test's workbook has no %s", want)
		}
	}
	res, after := applied(t, data, change{"Plan", "C3", rules.SetNumber, "4", "8", ""}, change{"Plan", "D3", rules.SetText, "Acceptera risk", "Reducera risk", ""})
	touched := []string{"[Content_Types].xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml"}
	for name, text := range before {
		if !slices.Contains(touched, name) && after[name] != text {
			t.Errorf("%s was changed", name)
		}
	}
	for name := range after {
		if _, was := before[name]; !was && name != "xl/worksheets/sheet5.xml" {
			t.Errorf("%s was added", name)
		}
	}
	// Each touched part is the old one with something cut in.
	for _, name := range touched {
		if name == "xl/worksheets/sheet1.xml" || name == "xl/styles.xml" {
			continue
		}
		if !subsequence(after[name], before[name]) {
			t.Errorf("%s lost something:\n%s\n%s", name, before[name], after[name])
		}
	}
	if !strings.Contains(after["[Content_Types].xml"], "macroEnabled") {
		t.Error("the workbook lost its macro type")
	}
	onlyCells(t, before["xl/worksheets/sheet1.xml"], after["xl/worksheets/sheet1.xml"], "C3", "D3")
	f := booktest.Open(t, res.Data)
	if got := raw(t, f, "Plan", "C3") + raw(t, f, "Plan", "D3"); got != "8Reducera risk" {
		t.Errorf("the cells show %q", got)
	}
}

// subsequence reports whether old can be had from new by leaving out a few
// stretches.
func subsequence(new, old string) bool {
	i := 0
	for j := 0; j < len(new) && i < len(old); j++ {
		if new[j] == old[i] {
			i++
		}
	}
	return i == len(old)
}

// onlyCells fails unless two sheet parts are the same but for some cells.
func onlyCells(t *testing.T, before, after string, cells ...string) {
	t.Helper()
	for _, c := range cells {
		before, after = without(t, before, c), without(t, after, c)
	}
	if before != after {
		t.Errorf("more than %v was changed:\n%s\n%s", cells, before, after)
	}
}

func without(t *testing.T, sheet, ref string) string {
	t.Helper()
	p, _ := parsePosition(ref)
	l, err := scanSheet([]byte(sheet), map[int]bool{p.row: true}, nil)
	must(t, err)
	c := l.find(p)
	if c == nil {
		t.Fatalf("no cell %s", ref)
	}
	return sheet[:c.whole.Start] + sheet[c.whole.End:]
}

func TestUntouchedPartsKeepTheirPackedBytesAndOrder(t *testing.T) {
	data := stored(t, loaded(t))
	res, _ := applied(t, data, change{"Plan", "C3", rules.SetNumber, "4", "8", ""})
	before, after := zipped(t, data), zipped(t, res.Data)
	for i, f := range before {
		g := after[i]
		if f.Name != g.Name {
			t.Fatalf("part %d is %s, was %s", i, g.Name, f.Name)
		}
		if f.Name == "xl/media/image1.png" || f.Name == "xl/vbaProject.bin" {
			x, err1 := f.OpenRaw()
			y, err2 := g.OpenRaw()
			must(t, err1, err2)
			var p, q bytes.Buffer
			_, err1 = p.ReadFrom(x)
			_, err2 = q.ReadFrom(y)
			must(t, err1, err2)
			if !bytes.Equal(p.Bytes(), q.Bytes()) || f.Method != g.Method || !f.Modified.Equal(g.Modified) {
				t.Errorf("%s was packed anew", f.Name)
			}
		}
	}
}

// zipped lists the entries of a zip file.
func zipped(t *testing.T, data []byte) []*zip.File {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	must(t, err)
	return r.File
}

// stored packs a zip file anew without compression, as some programs do.
func stored(t *testing.T, data []byte) []byte {
	t.Helper()
	a, err := opc.Open(data)
	must(t, err)
	var buf bytes.Buffer
	w := zip.NewWriter(&buf)
	for _, f := range zipped(t, data) {
		b, err := a.Read(f.Name)
		must(t, err)
		p, err := w.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Store})
		must(t, err)
		_, err = p.Write(b)
		must(t, err)
	}
	must(t, w.Close())
	return buf.Bytes()
}

func TestSameInputSameOutput(t *testing.T) {
	data := loaded(t)
	edits := []change{{"Plan", "C3", rules.SetNumber, "4", "8", ""}, {"Plan", "C4", rules.SetNumber, "5", "9", ""}, {"Plan", "D3", rules.SetText, "Acceptera risk", "Nytt", ""}}
	a, _ := applied(t, data, edits...)
	for range 5 {
		b, _ := applied(t, data, edits...)
		if !bytes.Equal(a.Data, b.Data) {
			t.Fatal("two runs gave two workbooks")
		}
	}
}
