package excel

import (
	"context"
	"slices"
	"strings"
	"testing"

	"riskbok/importers/source"
	"riskbok/rules/model"
)

func codes(wb *Workbook) []string {
	var out []string
	for _, d := range wb.Damage {
		out = append(out, d.Code)
	}
	return out
}

// A part in an encoding that it declares is read.
func TestDeclaredEncoding(t *testing.T) {
	p := workbookOf(rowsOf(`<row r="1"><c r="A1" t="s"><v>0</v></c></row>`))
	for name, text := range map[string]string{"ISO-8859-1": "M\xf6jlig", "windows-1252": "M\xf6jlig", "iso-8859-15": "M\xf6jlig", "UTF-8": "Möjlig"} {
		wb := mustRead(t, p.with("xl/sharedStrings.xml", `<?xml version='1.0' encoding='`+name+`'?><sst `+nsMain+`><si><t>`+text+`</t></si></sst>`))
		if got := wb.at(t, "A1").Text; got != "Möjlig" || len(wb.Damage) > 0 {
			t.Errorf("%s: %q, %v", name, got, wb.Damage)
		}
	}
	wb := mustRead(t, p.with("xl/sharedStrings.xml", `<?xml version="1.0" encoding="koi8-r"?><sst `+nsMain+`><si><t>M</t></si></sst>`))
	if !slices.Contains(codes(wb), "strings-missing") {
		t.Errorf("an encoding that is not read: %v", wb.Damage)
	}
}

// A worksheet that no tab names is said, if it holds anything.
func TestSheetWithoutTab(t *testing.T) {
	row := rowsOf(`<row r="1"><c r="A1"><v>1</v></c></row>`)
	p := workbookOf(row, row, rowsOf(`<row r="1"><c r="A1" s="1"/></row>`))
	p["xl/workbook.xml"] = "<workbook " + nsMain + " " + nsRel + `><sheets><sheet name="Blad1" sheetId="1" r:id="rId1"/></sheets></workbook>`
	p["xl/worksheets/sheet9.xml"] = p["xl/worksheets/sheet2.xml"]
	wb := mustRead(t, p)
	if got := strings.Join(codes(wb), " "); got != "sheet-without-tab sheet-without-tab" {
		t.Errorf("damage: %s", got)
	}
	if got := mustRead(t, workbookOf(row, row)); len(got.Damage) > 0 {
		t.Errorf("damage: %v", got.Damage)
	}
}

// A tab of a kind that holds no table is said, if it has cells with something in them.
func TestOtherSheet(t *testing.T) {
	for _, kind := range []string{"chartsheet", "dialogsheet", "xlMacrosheet", "xlIntlMacrosheet"} {
		for rows, want := range map[string]string{`<row r="1"><c r="A1"><v>1</v></c></row>`: "other-sheet", `<row r="1"><c r="A1" s="1"/></row>`: "", "": ""} {
			p := workbookOf(rowsOf(`<row r="1"><c r="A1"><v>1</v></c></row>`), rowsOf(rows))
			p["xl/_rels/workbook.xml.rels"] = strings.Replace(p["xl/_rels/workbook.xml.rels"], `Id="rId2" Type="`+relURI+"worksheet", `Id="rId2" Type="`+relURI+kind, 1)
			wb := mustRead(t, p)
			if got := strings.Join(codes(wb), " "); got != want || want != "" && wb.Damage[0].Args["sheet"] != "Blad2" {
				t.Errorf("%s %q: %v", kind, rows, wb.Damage)
			}
		}
	}
}

// Rows in an extension of the format are said; extensions without rows are not.
func TestAlternateContent(t *testing.T) {
	const mc = `<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><mc:Choice Requires="x14"><row r="2"><c r="A2"><v>1</v></c></row></mc:Choice></mc:AlternateContent>`
	wb := mustRead(t, workbookOf(rowsOf(`<row r="1"><c r="A1"><v>1</v></c></row>`+mc)))
	if got := strings.Join(codes(wb), " "); got != "alternate-content" {
		t.Errorf("damage: %s", got)
	}
	wb = mustRead(t, workbookOf(rowsOf(`<row r="1"><c r="A1"><v>1</v></c></row>`)+mc))
	if len(wb.Damage) > 0 {
		t.Errorf("damage: %v", wb.Damage)
	}
}

// What merged areas cover is told an area at a time.
func TestCovered(t *testing.T) {
	wb := mustRead(t, workbookOf(rowsOf(`<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="D1"><v>4</v></c></row><row r="2"><c r="A2"><f>A1*2</f><v></v></c><c r="D2"><v>5</v></c></row>`)+
		`<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="D1:D2"/></mergeCells>`))
	got := wb.Covered()
	if len(got) != 2 || got[0].N != 2 || got[0].Area != "A1:B2" || got[0].Text != "2" || got[0].At.Cell() != "B1" || got[1].Text != "5" || got[1].Area != "D1:D2" {
		t.Errorf("%+v", got)
	}
	wb, err := Sheets(context.Background(), model.File{Data: workbookOf(rowsOf(`<row r="1"><c r="A1"><v>1</v></c></row>`)).zipped(t)}, source.Options{})
	if err != nil || len(wb.Covered()) > 0 {
		t.Errorf("%v %v", wb.Covered(), err)
	}
}
