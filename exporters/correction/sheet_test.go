package correction

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"

	"riskbok/exporters/correction/opc"
	"riskbok/exporters/workbook/booktest"

	"github.com/xuri/excelize/v2"

	"riskbok/rules"
)

func TestSheetsAsOtherProgramsWriteThem(t *testing.T) {
	const space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	for _, tt := range []struct {
		name, sheet, want string
		change
	}{
		{"prefix", `<x:worksheet xmlns:x="` + space + `"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>4</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
			`<x:row r="1"><x:c r="A1" s="1"><x:v>8</x:v></x:c></x:row>`, change{"Plan", "A1", rules.SetNumber, "4", "8", ""}},
		{"prefix, new row", `<x:worksheet xmlns:x="` + space + `"><x:sheetData><x:row r="1"/></x:sheetData></x:worksheet>`,
			`<x:row r="1"/><x:row r="3"><x:c r="B3" s="1" t="inlineStr"><x:is><x:t>å</x:t></x:is></x:c></x:row></x:sheetData>`, change{"Plan", "B3", rules.SetText, "", "å", ""}},
		{"prefix, formula", `<x:worksheet xmlns:x="` + space + `"><x:sheetData><x:row r="1"><x:c r="A1"><x:v>4</x:v></x:c></x:row></x:sheetData></x:worksheet>`,
			`<x:c r="A1" s="1"><x:f>4*2</x:f><x:v>8</x:v></x:c>`, change{"Plan", "A1", rules.SetFormula, "4", "4*2", "8"}},
		{"no references", `<worksheet xmlns="` + space + `"><sheetData><row><c><v>1</v></c><c><v>4</v></c></row></sheetData></worksheet>`,
			`<row><c><v>1</v></c><c s="1"><v>8</v></c></row>`, change{"Plan", "B1", rules.SetNumber, "4", "8", ""}},
		{"comments, CDATA, single quotes", `<worksheet xmlns='` + space + `'><!-- <c r="A1"> --><sheetData><row r='1'><c r='A1' t='inlineStr' s='0'><is><t><![CDATA[a<b]]></t></is></c></row></sheetData></worksheet>`,
			`<!-- <c r="A1"> --><sheetData><row r='1'><c r='A1' t="inlineStr" s="1"><is><t>c</t></is></c></row>`, change{"Plan", "A1", rules.SetText, "a<b", "c", ""}},
		{"empty data", `<worksheet xmlns="` + space + `"><sheetData/></worksheet>`,
			`<sheetData><row r="2"><c r="B2" s="1"><v>8</v></c></row></sheetData>`, change{"Plan", "B2", rules.SetNumber, "", "8", ""}},
		{"empty row between", `<worksheet xmlns="` + space + `"><sheetData><row r="2" ht="30"/><row r="4"><c r="A4"><v>1</v></c></row></sheetData></worksheet>`,
			`<row r="2" ht="30"><c r="B2" s="1"><v>8</v></c></row><row r="4">`, change{"Plan", "B2", rules.SetNumber, "", "8", ""}},
		{"missing row beside an empty one", `<worksheet xmlns="` + space + `"><sheetData><row r="2"/><row r="4"/></sheetData></worksheet>`,
			`<row r="2"/><row r="3"><c r="B3" s="1"><v>8</v></c></row><row r="4"/>`, change{"Plan", "B3", rules.SetNumber, "", "8", ""}},
		{"what else a cell has", `<worksheet xmlns="` + space + `"><sheetData><row r="1"><c r="A1" vm="1" ph="1"><v>4</v><extLst><ext uri="u"/></extLst></c></row></sheetData></worksheet>`,
			`<c r="A1" s="1"><v>8</v><extLst><ext uri="u"/></extLst></c>`, change{"Plan", "A1", rules.SetNumber, "4", "8", ""}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			data := repack(t, build(t, func(*excelize.File) {}), "xl/worksheets/sheet1.xml", tt.sheet)
			_, after := applied(t, data, tt.change)
			if got := after["xl/worksheets/sheet1.xml"]; !strings.Contains(got, tt.want) {
				t.Errorf("got  %s\nwant %s", got, tt.want)
			}
			for name, text := range after {
				wellFormed(t, name, text)
			}
		})
	}
}

func wellFormed(t testing.TB, name, text string) {
	t.Helper()
	if !strings.HasSuffix(name, ".xml") && !strings.HasSuffix(name, ".rels") {
		return
	}
	d := xml.NewDecoder(strings.NewReader(text))
	for {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			t.Fatalf("%s: %v\n%s", name, err, text)
		}
	}
}

func TestWorkbooksThatCannotBeCorrected(t *testing.T) {
	good := plan(t)
	p := booktest.Parts(t, good)
	for _, tt := range []struct {
		name, want string
		data       []byte
	}{
		{"no zip file", "expected a zip file", []byte("hej")},
		{"strict", "found Strict", repack(t, good, "xl/workbook.xml", strings.Replace(p["xl/workbook.xml"], "http://schemas.openxmlformats.org/spreadsheetml/2006/main", strictSpace+"spreadsheetml/main", 1))},
		{"no sheets", "expected sheets", repack(t, good, "xl/workbook.xml", `<workbook/>`)},
		{"UTF-16 without a workbook", "expected sheets", repack(t, good, "xl/workbook.xml", "\xff\xfe<\x00")},
		{"broken sheet", "expected rows", repack(t, good, "xl/worksheets/sheet1.xml", `<worksheet><sheetData><row`)},
		{"row out of bounds", "row 1048577", repack(t, good, "xl/worksheets/sheet1.xml", `<worksheet><sheetData><row r="1048577"/></sheetData></worksheet>`)},
		{"broken styles", "styles: expected", repack(t, good, "xl/styles.xml", `<styleSheet><fonts>`)},
	} {
		places, all := findings(t, change{"Plan", "B2", rules.SetNumber, "4", "8", ""})
		if _, err := correctBook(tt.data, places, all, swedish(t)); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %q", tt.name, err, tt.want)
		}
	}
}

// Cells that stand within one another are not written over each other.
func TestCellsWithinOneAnother(t *testing.T) {
	const torn = `<sheetData ><row r="1"><c r="A"><v>4</v></c></row><row r"3"><c r="C3"><f t="shared" row>"3:C4 si=0">A1</f>4/v></c></r><row r="4"<c r="C4"""""/></sheetData>`
	data := repack(t, build(t, func(*excelize.File) {}), "xl/worksheets/sheet1.xml", `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`+torn+`</worksheet>`)
	places, all := findings(t, change{"Plan", "A1", rules.SetNumber, "4", "8", ""}, change{"Plan", "B2", rules.SetFormula, "", "1+7", "8"}, change{"Plan", "C3", rules.SetText, "", "ny", ""}, change{"Plan", "D4", rules.SetNumber, "", "3", ""})
	if _, err := correctBook(data, places, all, swedish(t)); !errors.Is(err, opc.ErrOverlap) || !strings.Contains(err.Error(), "sheet Plan: expected elements") {
		t.Error(err)
	}
}

// FuzzApply holds that whatever a sheet is, nothing panics, and that a sheet
// that is well formed stays so.
func FuzzApply(f *testing.F) {
	for _, s := range []string{
		rows("A1 4", "B2 =A1*2|8", `C3 =<f t="shared" ref="C3:C4" si="0">A1</f>|4`, `C4 =<f t="shared" si="0"/>|4`),
		`<cols><col min="1" max="2" style="7"/></cols><sheetData><row s="3" customFormat="1"><c t="s"><v>9</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells>`,
		`<sheetData><row r="1"/><row r="1"><c r="A1"/><c r="A1"><f t="array" ref="A1:C9"/></c></row></sheetData>`,
		`<sheetData/><sheetData><row r="-1"><c r="ZZZ99999999"/></row></sheetData>`,
	} {
		f.Add(s)
	}
	empty := build(f, func(*excelize.File) {})
	f.Fuzz(func(t *testing.T, body string) {
		sheet := `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">` + body + `</worksheet>`
		sound := xml.Unmarshal([]byte(sheet), new(struct{})) == nil
		data := repack(t, empty, "xl/worksheets/sheet1.xml", sheet)
		places, all := findings(t, change{"Plan", "A1", rules.SetNumber, "4", "8", ""}, change{"Plan", "B2", rules.SetFormula, "", "1+7", "8"}, change{"Plan", "C3", rules.SetText, "", "ny", ""}, change{"Plan", "D4", rules.SetNumber, "", "3", ""})
		res, err := correctBook(data, places, all, swedish(t))
		if err != nil || res.Data == nil || !sound {
			return
		}
		for name, text := range booktest.Parts(t, res.Data) {
			wellFormed(t, name, text)
		}
	})
}

// wide is a workbook of n risks whose values follow from formulas.
func wide(b testing.TB, n int) []byte {
	var lines []string
	for r := 1; r <= n; r++ {
		lines = append(lines, fmt.Sprintf("A%d %d", r, r%4+1), fmt.Sprintf("B%d %d", r, r%3+1), fmt.Sprintf("C%d =A%d*B%d|%d", r, r, r, (r%4+1)*(r%3+1)))
	}
	return sheetXML(b, rows(lines...))
}

func BenchmarkApply(b *testing.B) {
	for _, n := range []int{25, 10_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			data := wide(b, n)
			places, all := findings(b, change{"Plan", "A2", rules.SetNumber, "3", "4", ""})
			for b.Loop() {
				res, err := correctBook(data, places, all, swedish(b))
				if err != nil || res.Recalculated != 1 {
					b.Fatal(err, res)
				}
			}
		})
	}
	b.Run("typed", func(b *testing.B) {
		data := plan(b)
		places, all := findings(b, change{"Plan", "B3", rules.SetNumber, "4", "8", ""})
		for b.Loop() {
			if _, err := correctBook(data, places, all, swedish(b)); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func TestSplice(t *testing.T) {
	got, err := opc.Splice([]byte("abcdef"), []opc.Cut{{At: opc.Span{Start: 4, End: 5}, Text: "X"}, {At: opc.Span{Start: 1, End: 1}, Text: "1"}, {At: opc.Span{Start: 1, End: 1}, Text: "2"}, {At: opc.Span{Start: 1, End: 2}, Text: ""}})
	if err != nil || !bytes.Equal(got, []byte("a12cdXf")) {
		t.Errorf("got %s, %v", got, err)
	}
	if got, err := opc.Splice([]byte("abcdef"), []opc.Cut{{At: opc.Span{Start: 3, End: 4}}, {At: opc.Span{Start: 1, End: 5}}}); !errors.Is(err, opc.ErrOverlap) {
		t.Errorf("cuts within one another: got %s, %v", got, err)
	}
}
