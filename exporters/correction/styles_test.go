package correction

import (
	"strings"
	"testing"

	"riskbok/exporters/correction/opc"
	"riskbok/exporters/workbook/booktest"

	"github.com/xuri/excelize/v2"

	"riskbok/rules"
)

func styleOf(t *testing.T, f *excelize.File, sheet, cell string) *excelize.Style {
	t.Helper()
	id, err := f.GetCellStyle(sheet, cell)
	must(t, err)
	st, err := f.GetStyle(id)
	must(t, err)
	return st
}

func marked(st *excelize.Style) bool {
	return len(st.Fill.Color) == 1 && strings.HasSuffix(st.Fill.Color[0], "FFF2CC") && len(st.Border) == 4 && strings.HasSuffix(st.Border[0].Color, "ED7D31")
}

func TestMarkKeepsTheStyle(t *testing.T) {
	data := plan(t)
	res, after := applied(t, data, change{"Plan", "B3", rules.SetNumber, "4", "8", ""}, change{"Plan", "B2", rules.SetNumber, "4", "8", ""}, change{"Plan", "B5", rules.SetNumber, "2,5", "8", ""})
	f := booktest.Open(t, res.Data)
	st := styleOf(t, f, "Plan", "B3")
	if !marked(st) {
		t.Errorf("B3 is not marked: %+v", st)
	}
	if st.Font == nil || !st.Font.Bold || st.Alignment == nil || st.Alignment.Horizontal != "center" {
		t.Errorf("B3 lost its font or alignment: %+v", st)
	}
	if st.NumFmt != 0 {
		t.Errorf("B3 is a number with the text format %d", st.NumFmt)
	}
	if !marked(styleOf(t, f, "Plan", "B2")) || marked(styleOf(t, f, "Plan", "B1")) {
		t.Error("the wrong cells are marked")
	}
	b2, _ := f.GetCellStyle("Plan", "B2")
	b5, _ := f.GetCellStyle("Plan", "B5")
	if b2 != b5 {
		t.Error("two cells of one style got two")
	}
	if n := strings.Count(after["xl/styles.xml"], "FFFFF2CC"); n != 1 {
		t.Errorf("the mark's fill stands %d times", n)
	}
}

func TestTextOnTextFormatStaysText(t *testing.T) {
	data := plan(t)
	res, _ := applied(t, data, change{"Plan", "B3", rules.SetText, "4", "-fyra", ""})
	f := booktest.Open(t, res.Data)
	if st := styleOf(t, f, "Plan", "B3"); st.NumFmt != 49 {
		t.Errorf("the text format became %d", st.NumFmt)
	}
	id, _ := f.GetCellStyle("Plan", "B3")
	read, err := readStyles([]byte(booktest.Parts(t, res.Data)["xl/styles.xml"]))
	must(t, err)
	if xf := string(read.xfs.items[id].Of(read.data)); !strings.Contains(xf, `quotePrefix="1"`) {
		t.Errorf("a text that looks like a formula is not marked as a text: %s", xf)
	}
}

func TestNewCellTakesRowOrColumnStyle(t *testing.T) {
	data := build(t, func(f *excelize.File) {
		for _, color := range []string{"FF0000", "0000FF"} {
			_, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Color: color}})
			must(t, err)
		}
	})
	data = repack(t, data, "xl/worksheets/sheet1.xml", `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="3" max="5" style="2"/></cols><sheetData><row r="4"><c r="A4"/></row><row r="9" s="1" customFormat="1"/></sheetData></worksheet>`)
	res, _ := applied(t, data, change{"Plan", "D4", rules.SetNumber, "", "8", ""}, change{"Plan", "D9", rules.SetNumber, "", "8", ""})
	f := booktest.Open(t, res.Data)
	for cell, want := range map[string]string{"D4": "0000FF", "D9": "FF0000"} {
		if st := styleOf(t, f, "Plan", cell); !marked(st) || st.Font == nil || !strings.HasSuffix(st.Font.Color, want) {
			t.Errorf("%s has font %+v, want %s and the mark", cell, st.Font, want)
		}
	}
}

func TestWorkbookWithoutStyles(t *testing.T) {
	data := plan(t)
	a, err := opc.Open(data)
	must(t, err)
	a.Remove("xl/styles.xml")
	for _, name := range []string{opc.TypesPart, "xl/_rels/workbook.xml.rels"} {
		must(t, a.DropEntries(name, func(t opc.Tag) bool { return strings.Contains(t.Attr("PartName")+t.Attr("Target"), "styles.xml") }))
	}
	data, err = a.Bytes()
	must(t, err)
	res, _ := applied(t, data, change{"Plan", "B2", rules.SetNumber, "4", "8", ""})
	if !marked(styleOf(t, booktest.Open(t, res.Data), "Plan", "B2")) {
		t.Error("not marked")
	}
}

func TestReadStylesCountsForItself(t *testing.T) {
	// A count that lies, a font with children, empty lists (of which the first
	// fills and the first border are not to be those of a mark), a custom text format.
	st, err := readStyles([]byte(`<x:styleSheet xmlns:x="m"><x:numFmts><x:numFmt numFmtId="170" formatCode="@"/></x:numFmts><x:fonts count="9"><x:font><x:name val="Arial"/></x:font><x:font/></x:fonts><x:fills/><x:borders></x:borders><x:cellXfs><x:xf numFmtId="170" quotePrefix="1"><x:alignment wrapText="1"/></x:xf></x:cellXfs></x:styleSheet>`))
	must(t, err)
	if st.fonts.count != 2 || st.fontName != "Arial" {
		t.Errorf("%d fonts, the first %s", st.fonts.count, st.fontName)
	}
	if id := st.mark(0, asNumber, corrected); id != 1 {
		t.Errorf("the new format has number %d", id)
	}
	want := `<x:cellXfs count="2"><x:xf numFmtId="170" quotePrefix="1"><x:alignment wrapText="1"/></x:xf><x:xf numFmtId="0" fillId="2" applyFill="1" borderId="1" applyBorder="1"><x:alignment wrapText="1"/></x:xf></x:cellXfs>`
	written, err := opc.Splice(st.data, st.cuts())
	must(t, err)
	if got := string(written); !strings.Contains(got, want) || !strings.Contains(got, `<x:fills count="3"><x:fill>`) {
		t.Errorf("got %s", got)
	}
}

func TestBareStyles(t *testing.T) {
	for _, bare := range []string{
		`<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>`,
		`<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"></styleSheet>`,
		`<?xml version="1.0"?><s:styleSheet xmlns:s="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><s:fonts count="0"/><s:cellXfs count="1"><s:xf/></s:cellXfs><s:dxfs count="0"/></s:styleSheet>`,
	} {
		data := repack(t, plan(t), "xl/styles.xml", bare)
		res, p := applied(t, data, change{"Plan", "B2", rules.SetNumber, "4", "8", ""})
		if !marked(styleOf(t, booktest.Open(t, res.Data), "Plan", "B2")) {
			t.Errorf("%s: not marked: %s", bare, p["xl/styles.xml"])
		}
		if st, err := readStyles([]byte(p["xl/styles.xml"])); err != nil || st.fills.count < 4 || st.xfs.count < 3 {
			t.Errorf("%s: %v in %s", bare, err, p["xl/styles.xml"])
		}
	}
}
