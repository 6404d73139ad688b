package excel

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"riskbok/importers/grid"
	"riskbok/importers/source"
	"riskbok/rules/model"
)

func TestPositions(t *testing.T) {
	wb := sound(t, mustRead(t, workbookOf(
		`<dimension ref="A1"/>`+rowsOf(`<row><c><v>1</v></c><c r="C1"><v>3</v></c><c><v>4</v></c><c r="Z1" s="1"/></row>`+
			`<row r="4" hidden="1"><c r="B4" t="s"><v>1</v></c></row><row r="9"><c r="D9" s="1"/></row>`))))
	table := wb.Tables[0]
	if len(table.Rows) != 4 || table.Rows[1] != nil || table.Rows[2] != nil || len(table.Rows[0]) != 4 || len(table.Rows[3]) != 2 {
		t.Fatalf("rows: %+v", table.Rows)
	}
	for ref, want := range map[string]string{"A1": "1", "B1": "", "C1": "3", "D1": "4", "A4": "", "B4": "Allvarlig"} {
		if got := wb.at(t, ref); got.Text != want {
			t.Errorf("%s = %q, want %q", ref, got.Text, want)
		}
	}
	for r, row := range table.Rows {
		for c := range row {
			want := model.Source{Doc: 7, Place: 0, Row: int32(r + 1), Col: int32(c + 1)}
			if row[c].At != want {
				t.Errorf("row %d column %d stands at %+v", r, c, row[c].At)
			}
		}
	}
	if table.Name != "Blad1" || table.Doc != 7 || table.Confidence != 1 || wb.Places[0] != (model.Place{File: "plan.xlsx", Sheet: "Blad1", Unseen: wb.Places[0].Unseen}) || wb.Places[0].Sight(model.Source{Row: 4}) != model.HiddenRow {
		t.Errorf("table %q %d %v, place %+v", table.Name, table.Doc, table.Confidence, wb.Places[0])
	}
}

func TestSheetKinds(t *testing.T) {
	p := workbookOf(rowsOf(`<row r="1"><c r="A1"><v>1</v></c></row>`), "<x/>", rowsOf(`<row r="1"><c r="A1"><v>3</v></c></row>`))
	p["xl/_rels/workbook.xml.rels"] = strings.Replace(p["xl/_rels/workbook.xml.rels"], `Id="rId2" Type="`+relURI+"worksheet", `Id="rId2" Type="`+relURI+"chartsheet", 1)
	p["xl/workbook.xml"] = strings.Replace(p["xl/workbook.xml"], `name="Blad3"`, `name="D&amp;D" state="veryHidden"`, 1)
	p["xl/workbook.xml"] = strings.Replace(p["xl/workbook.xml"], "</workbook>", `<definedNames><definedName name="_riskbok_own" localSheetId="2" hidden="1">"x"</definedName></definedNames></workbook>`, 1)
	wb := sound(t, mustRead(t, p))
	if len(wb.Tables) != 2 || wb.Tables[1].Name != "D&D" || wb.Tables[1].Rows[0][0].At.Place != 1 || wb.Tables[1].Rows[0][0].Text != "3" {
		t.Fatalf("tables %+v", wb.Tables)
	}
	if wb.Own[0] || !wb.Own[1] {
		t.Errorf("own %v", wb.Own)
	}
}

func TestOwnByTitle(t *testing.T) {
	for _, tt := range []struct {
		tab, a1 string
		want    bool
	}{
		{"Ändringslogg", "Ändringslogg", true}, {"Ändringslogg (2)", "Ändringslogg", true}, {"Change log", "Change log", true},
		{"Ändringslogg", "Change log", false}, {"Blad1", "Ändringslogg", false}, {"Ändringslogg", "Mina ändringar", false},
	} {
		if got := grid.OwnTitle(tt.tab, tt.a1); got != tt.want {
			t.Errorf("tab %q, A1 %q: %v", tt.tab, tt.a1, got)
		}
	}
	p := workbookOf(rowsOf(`<row r="1"><c r="A1" t="str"><v>Ändringslogg</v></c></row>`))
	p["xl/workbook.xml"] = strings.Replace(p["xl/workbook.xml"], "Blad1", "Ändringslogg", 1)
	if wb := mustRead(t, p); !wb.Own[0] {
		t.Error("not known by its titles")
	}
}

func TestPrefixesAndEncodings(t *testing.T) {
	body := `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><!-- "<" --><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:f><![CDATA[IF(1<2,"å","")]]></x:f><x:v>å</x:v></x:c></x:row></x:sheetData></x:worksheet>`
	utf16 := "\xff\xfe"
	for _, r := range body {
		utf16 += string([]byte{byte(r), byte(r >> 8)})
	}
	for name, text := range map[string]string{"plain": body, "BOM": "\xef\xbb\xbf" + body, "UTF-16": utf16} {
		p := workbookOf("").with("xl/worksheets/sheet1.xml", text)
		c := sound(t, mustRead(t, p)).at(t, "A1")
		if c.Text != "å" || c.Formula != `IF(1<2,"å","")` {
			t.Errorf("%s: %q %q", name, c.Text, c.Formula)
		}
	}
}

func TestSharedFormulas(t *testing.T) {
	wb := sound(t, mustRead(t, workbookOf(rowsOf(
		`<row r="1"><c r="C1"><f t="shared" si="5"/><v>1</v></c></row>`+
			`<row r="2"><c r="C2"><f t="shared" ref="C1:C3" si="5">A2*$B$2+LOG10(A2)+Blad1!A2&amp;"A2"</f><v>1</v></c><c r="D2"><f t="shared" si="5"/><v>2</v></c></row>`+
			`<row r="3"><c r="C3"><f t="shared" si="5"/><v>3</v></c><c r="D3"><f t="array" ref="D3:D4">SUM(A1:A2*B1:B2)</f><v>3</v></c></row>`+
			`<row r="4"><c r="D4"><v>3</v></c><c r="E4"><f t="dataTable" r1="A1" r2="A2"/><v>3</v></c></row>`))))
	for ref, want := range map[string]string{
		"C1": `A1*$B$2+LOG10(A1)+Blad1!A1&"A2"`, "C2": `A2*$B$2+LOG10(A2)+Blad1!A2&"A2"`,
		"D2": `B2*$B$2+LOG10(B2)+Blad1!B2&"A2"`, "C3": `A3*$B$2+LOG10(A3)+Blad1!A3&"A2"`,
		"D3": "SUM(A1:A2*B1:B2)", "D4": "", "E4": "TABLE(A1,A2)",
	} {
		if got := wb.at(t, ref).Formula; got != want {
			t.Errorf("%s: %q, want %q", ref, got, want)
		}
	}
}

func TestMerges(t *testing.T) {
	wb := sound(t, mustRead(t, workbookOf(rowsOf(
		`<row r="1"><c r="A1"><v>1</v></c><c r="D1"><v>4</v></c></row><row r="3"><c r="B3"><v>9</v></c></row>`)+
		`<mergeCells count="4"><mergeCell ref="A1:B2"/><mergeCell ref="A3:C1048576"/><mergeCell ref="F1:G9"/><mergeCell ref="C1"/></mergeCells>`)))
	table := &wb.Tables[0]
	if len(table.Rows) != 3 {
		t.Fatalf("%d rows", len(table.Rows))
	}
	if c := table.Cell(0, 0); c.RowSpan != 2 || c.ColSpan != 2 || c.Covered {
		t.Errorf("A1: %+v", c)
	}
	for _, at := range [][4]int{{0, 1, 0, 0}, {1, 0, 0, 0}, {1, 1, 0, 0}, {2, 1, 2, 0}, {2, 2, 2, 0}} {
		c := table.Cell(at[0], at[1])
		if !c.Covered || int(c.OriginRow) != at[2] || int(c.OriginCol) != at[3] || c.Text != "" {
			t.Errorf("row %d column %d: %+v", at[0], at[1], c)
		}
		if int(c.At.Row) != at[0]+1 || int(c.At.Col) != at[1]+1 {
			t.Errorf("row %d column %d stands at %+v", at[0], at[1], c.At)
		}
	}
	if c := table.Cell(2, 0); c.RowSpan != 1048574 || c.ColSpan != 3 {
		t.Errorf("A3: %+v", c)
	}
	if c := table.Cell(0, 2); c.Covered || c.RowSpan != 0 {
		t.Errorf("C1: %+v", c)
	}
	if len(wb.Beneath) != 1 || wb.Beneath[0].Text != "9" || wb.Beneath[0].At.Cell() != "B3" {
		t.Errorf("beneath: %+v", wb.Beneath)
	}
}

func TestDamage(t *testing.T) {
	row := `<row r="1"><c r="A1" t="s"><v>0</v></c></row>`
	good := workbookOf(rowsOf(row), rowsOf(row))
	sheet := func(body string) parts {
		return good.with("xl/worksheets/sheet1.xml", "<worksheet "+nsMain+">"+body+"</worksheet>")
	}
	tests := []struct {
		name string
		p    parts
		want string
		kept int // cells of both sheets
	}{
		{"sound", good, "", 2},
		{"sheet cut", good.with("xl/worksheets/sheet1.xml", `<worksheet><sheetData><row r="1"><c r="A1"><v>4</v></c><c r="B1"><v>5</v>`), "sheet-damaged", 2},
		{"sheet missing", good.with("xl/worksheets/sheet1.xml", ""), "sheet-damaged", 1},
		{"relation missing", good.with("xl/_rels/workbook.xml.rels", strings.Replace(good["xl/_rels/workbook.xml.rels"], `Id="rId1"`, `Id="rId9"`, 1)), "sheet-damaged", 1},
		{"another root", good.with("xl/worksheets/sheet1.xml", "<chartsheet/>"), "sheet-damaged", 1},
		{"bad UTF-8", sheet(rowsOf(row) + "<x>\xff</x>"), "sheet-damaged", 2},
		{"tags crossed", sheet("<sheetData>" + row + "<row r=\"2\"><c r=\"A2\"><v>4</c></v></row></sheetData>"), "sheet-damaged", 2},
		{"rows out of order", sheet(rowsOf(`<row r="3"><c r="A3"><v>4</v></c></row><row r="2"><c r="A2"><v>4</v></c></row>`)), "sheet-damaged", 3},
		{"cell twice", sheet(rowsOf(`<row r="3"><c r="A3"><v>4</v></c><c r="A3"><v>5</v></c></row>`)), "sheet-damaged@A3", 2},
		{"cell of another row", sheet(rowsOf(`<row r="3"><c r="A4"><v>4</v></c></row>`)), "sheet-damaged@A3", 2},
		{"no number", sheet(rowsOf(`<row r="3"><c r="A3"><v>fyra</v></c></row>`)), "sheet-damaged@A3", 2},
		{"number of Go", sheet(rowsOf(`<row r="3"><c r="A3"><v>0x1p4</v></c></row>`)), "sheet-damaged@A3", 2},
		{"unknown type", sheet(rowsOf(`<row r="3"><c r="A3" t="q"><v>4</v></c></row>`)), "sheet-damaged@A3", 2},
		{"unknown element", sheet(rowsOf(`<rov r="1"><c r="A1"><v>4</v></c></rov>`)), "sheet-damaged", 1},
		{"shared formula without master", sheet(rowsOf(`<row r="3"><c r="A3"><f t="shared" si="1"/><v>4</v></c></row>`)), "sheet-damaged@A3", 2},
		{"merge without area", sheet(rowsOf(row) + `<mergeCells><mergeCell ref="hej"/></mergeCells>`), "sheet-damaged", 2},
		{"merges overlap", sheet(rowsOf(row+`<row r="2"><c r="B2"><v>4</v></c></row>`) + `<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="A1:A2"/></mergeCells>`), "sheet-damaged@A1", 3},
		{"row out of bounds", sheet(rowsOf(`<row r="4000000000"><c r="A4000000000"><v>4</v></c></row>`)), "row-bounds", 1},
		{"row 0", sheet(rowsOf(`<row r="0"><c><v>4</v></c></row>`)), "row-bounds", 1},
		{"column out of bounds", sheet(rowsOf(`<row r="1"><c r="XFE1"><v>4</v></c><c r="ZZZZ1"><v>4</v></c></row>`)), "row-bounds", 1},
		{"column far out of bounds", sheet(rowsOf(`<row r="1"><c r="ZZZZZZZZZZZZZZ1"><v>4</v></c></row>`)), "row-bounds", 1},
		{"reference that is none", sheet(rowsOf(`<row r="1"><c r="1A"><v>4</v></c></row>`)), "sheet-damaged", 1},
		{"reference of a formula", sheet(rowsOf(`<row r="1"><c r="$A$1"><v>4</v></c></row>`)), "sheet-damaged", 1},
		{"row that is no number", sheet(rowsOf(`<row r="1x"><c r="A1"><v>4</v></c></row>`)), "sheet-damaged", 1},
		{"no rows", sheet(`<sheetDaba><row r="1"><c r="A1"><v>4</v></c></row></sheetDaba>`), "sheet-damaged", 1},
		{"row in another vocabulary", sheet(rowsOf(`<w:q xmlns:w="urn:w"><row r="1"><c r="A1"><v>4</v></c></row></w:q>`)), "sheet-damaged", 1},
		{"extension without a text", sheet(rowsOf(row + `<w:q xmlns:w="urn:w"><w:r> </w:r></w:q>`)), "", 2},
		{"rows beside the rows", sheet(rowsOf(row) + `<row r="2"><c r="A2"><v>4</v></c></row>`), "sheet-damaged", 2},
		{"rows in an extension", sheet(rowsOf(row) + `<extLst><ext>` + rowsOf(`<row r="2"><c r="A2"><v>4</v></c></row>`) + `</ext></extLst>`), "sheet-damaged", 2},
		{"places of a button", sheet(rowsOf(row) + `<controls xmlns:xdr="urn:x"><control><anchor><from><xdr:row>2</xdr:row></from></anchor></control></controls>`), "", 2},
		{"text between rows", sheet(rowsOf(`<![CDATA[<row r="2">]]>` + row)), "sheet-damaged", 2},
		{"text between cells", sheet(rowsOf(`<row r="1">&lt;c r="A1"&gt;<c r="B1"><v>4</v></c></row>`)), "sheet-damaged", 2},
		{"text in a cell", sheet(rowsOf(`<row r="1"><c r="A1">4</c></row>`)), "sheet-damaged@A1", 1},
		{"value in another vocabulary", sheet(rowsOf(`<row r="1"><c r="A1"><w:v2 xmlns:w="urn:w">4</w:v2></c></row>`)), "sheet-damaged", 1},
		{"two values", sheet(rowsOf(`<row r="1"><c r="A1"><v>4</v><v>5</v></c></row>`)), "sheet-damaged@A1", 2},
		{"a value and a text", sheet(rowsOf(`<row r="1"><c r="A1" t="inlineStr"><v>4</v><is><t>5</t></is></c></row>`)), "sheet-damaged@A1", 2},
		{"an empty value and a text", sheet(rowsOf(`<row r="1"><c r="A1" t="inlineStr"><v/><is><t>5</t></is></c></row>`)), "", 2},
		{"two formulas", sheet(rowsOf(`<row r="1"><c r="A1"><f>2+2</f><f>2+3</f><v>4</v></c></row>`)), "sheet-damaged@A1", 2},
		{"element in a value", sheet(rowsOf(`<row r="1"><c r="A1"><v>1<q>2</q>6</v></c></row>`)), "sheet-damaged@A1", 2},
		{"element in a formula", sheet(rowsOf(`<row r="1"><c r="A1"><f>1+<q>2</q>6</f><v>7</v></c></row>`)), "sheet-damaged@A1", 2},
		{"element in an inline text", sheet(rowsOf(`<row r="1"><c r="A1" t="inlineStr"><is><u>Möjlig</u></is></c></row>`)), "sheet-damaged@A1", 1},
		{"unknown attribute", sheet(rowsOf(`<row r="1"><c r="A1" u="s"><v>0</v></c></row>`)), "sheet-damaged@A1", 2},
		{"attribute of an extension", sheet(rowsOf(`<row r="1"><c r="A1" t="s" cm="1" xmlns:x="urn:x" x:u="s"><v>0</v></c></row>`)), "", 2},
		{"neither true nor false", sheet(rowsOf(`<row r="1"><c r="A1" t="b"><v>6</v></c></row>`)), "sheet-damaged@A1", 2},
		{"string index too high", sheet(rowsOf(`<row r="1"><c r="A1" t="s"><v>2</v></c></row>`)), "strings-missing@A1", 1},
		{"string index negative", sheet(rowsOf(`<row r="1"><c r="A1" t="s"><v>-1</v></c></row>`)), "strings-missing@A1", 1},
		{"strings missing", good.with("xl/sharedStrings.xml", ""), "strings-damaged strings-missing@A1 strings-missing@A1", 0},
		{"strings cut", good.with("xl/sharedStrings.xml", `<sst><si><t>Möjlig</t></si><si><t>All`), "strings-damaged", 2},
		{"strings with something else", good.with("xl/sharedStrings.xml", `<sst><sj/><si><t>Möjlig</t></si></sst>`), "strings-damaged strings-missing@A1 strings-missing@A1", 0},
		{"strings with a text", good.with("xl/sharedStrings.xml", `<sst><si><t>Möjlig</t></si>si/></sst>`), "strings-damaged", 2},
		{"strings wrapped", good.with("xl/sharedStrings.xml", `<sst xmlns:mc="urn:mc"><mc:AlternateContent><mc:Fallback><si><t>Hög</t></si></mc:Fallback></mc:AlternateContent><si><t>Möjlig</t></si></sst>`), "strings-damaged strings-missing@A1 strings-missing@A1", 0},
		{"strings of another vocabulary", good.with("xl/sharedStrings.xml", `<sst xmlns:x="urn:x"><x:si><x:t>Hög</x:t></x:si><si><t>Möjlig</t></si></sst>`), "strings-damaged strings-missing@A1 strings-missing@A1", 0},
		{"strings with a prefix", good.with("xl/sharedStrings.xml", `<x:sst xmlns:x="urn:x"><x:si><x:t>Möjlig</x:t></x:si></x:sst>`), "", 2},
		{"strings twice", good.with("xl/strings2.xml", `<sst><si><t>Hög</t></si></sst>`).with("xl/_rels/workbook.xml.rels", strings.Replace(good["xl/_rels/workbook.xml.rels"], "</Relationships>", `<Relationship Id="rId99" Type="`+relURI+`sharedStrings" Target="strings2.xml"/></Relationships>`, 1)), "strings-damaged", 2},
		{"part twice", good.with("XL/worksheets/SHEET1.xml", good["xl/worksheets/sheet1.xml"]), "part-twice", 2},
		{"text wrapped", good.with("xl/sharedStrings.xml", `<sst xmlns:mc="urn:mc"><si><mc:AlternateContent><mc:Fallback><t>Möjlig</t></mc:Fallback></mc:AlternateContent></si></sst>`), "strings-damaged", 0},
		{"text in text", good.with("xl/sharedStrings.xml", `<sst><si><t>Inte <b>så</b> möjlig</t></si></sst>`), "strings-damaged", 2},
		{"text outside its element", good.with("xl/sharedStrings.xml", `<sst><si>Möjlig</si></sst>`), "strings-damaged", 0},
		{"text in a wrong element", good.with("xl/sharedStrings.xml", `<sst><si><r><u>Möjlig</u></r></si></sst>`), "strings-damaged", 0},
		{"readings of a text", good.with("xl/sharedStrings.xml", `<sst><si><r><rPr><b/></rPr><t>Möjlig</t></r><rPh sb="0" eb="1"><t>x</t></rPh><phoneticPr fontId="1"/></si></sst>`), "", 2},
		{"styles cut", good.with("xl/styles.xml", "<styleSheet"), "part-damaged", 2},
		{"other part cut", good.with("xl/theme/theme1.xml", "<a:theme"), "part-damaged", 2},
		{"other part a bitmap", good.with("xl/media/bild.png", "<a"), "", 2},
	}
	for _, tt := range tests {
		wb := mustRead(t, tt.p)
		if got := wb.codes(); got != tt.want || wb.filled() != tt.kept {
			t.Errorf("%s: damage %q, want %q; %d cells, want %d", tt.name, got, tt.want, wb.filled(), tt.kept)
		}
		for _, d := range wb.Damage {
			if d.At.Doc != 7 || d.Args["part"] == "" && d.Code != "sheet-damaged" {
				t.Errorf("%s: %+v", tt.name, d)
			}
		}
	}
}

// Of two cells in one place the first is kept.
func TestFirstOfTwo(t *testing.T) {
	for name, rows := range map[string]string{
		"cells": `<row r="1"><c r="A1"><v>4</v></c><c r="A1"><v>5</v></c></row>`,
		"rows":  `<row r="1"><c r="A1"><v>4</v></c></row><row r="1"><c r="A1"><v>5</v></c><c r="B1"><v>6</v></c></row>`,
	} {
		wb := mustRead(t, workbookOf(rowsOf(rows)))
		if got := wb.at(t, "A1").Text; got != "4" || len(wb.Damage) != 1 {
			t.Errorf("%s: %q, damage %v", name, got, wb.Damage)
		}
	}
}

func TestLimits(t *testing.T) {
	far := ""
	for r := 1; r <= 300; r++ {
		far += fmt.Sprintf(`<row r="%d"><c r="XFD%d"><v>1</v></c></row>`, r, r)
	}
	many := strings.Repeat(`<mergeCell ref="A1:XFD1048576"/>`, 10_000)
	long := "1" + strings.Repeat("+A1", 2000)
	var shared strings.Builder
	shared.WriteString(`<row r="1"><c r="A1"><f t="shared" si="0" ref="A1:A9999">` + long + `</f><v>1</v></c></row>`)
	for r := 2; r < 9999; r++ {
		fmt.Fprintf(&shared, `<row r="%d"><c r="A%d"><f t="shared" si="0"/><v>1</v></c></row>`, r, r)
	}
	tests := []struct {
		name   string
		sheet  string
		limits source.Limits
		want   string
	}{
		{"far cells", rowsOf(far), source.Limits{Cells: 1 << 20}, "limit"},
		{"far row", rowsOf(`<row r="1048576"><c r="A1048576"><v>1</v></c></row>`), source.Limits{Cells: 1 << 16}, "limit"},
		{"far cell allowed", rowsOf(`<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>`), source.Limits{}, ""},
		{"large merge", rowsOf(`<row r="1"><c r="A1"><v>1</v></c></row>`) + `<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>`, source.Limits{}, ""},
		{"many merges", rowsOf(`<row r="1"><c r="A1"><v>1</v></c></row><row r="1000"><c r="Z1000"><v>1</v></c></row>`) + "<mergeCells>" + many + "</mergeCells>", source.Limits{Cells: 1 << 20}, "limit sheet-damaged"},
		{"bytes", rowsOf(far), source.Limits{TotalBytes: 8000}, "limit"},
		{"shared formulas", rowsOf(shared.String()), source.Limits{TotalBytes: 1 << 20}, "limit"},
	}
	for _, tt := range tests {
		wb, err := Sheets(context.Background(), model.File{Data: workbookOf(tt.sheet).zipped(t)}, source.Options{Limits: tt.limits})
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
			continue
		}
		var codes []string
		for _, d := range wb.Damage {
			codes = append(codes, d.Code)
		}
		slices.Sort(codes)
		if got := strings.Join(codes, " "); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
		cost := 0 // in halves
		for _, row := range wb.Tables[0].Rows {
			for i := range row {
				if cost += emptyCell; row[i].Text != "" {
					cost += filledCell - emptyCell
				}
			}
		}
		if limit := filledCell * tt.limits.Known().Cells; cost > limit {
			t.Errorf("%s: cells of %d halves stored, limit %d", tt.name, cost, limit)
		}
	}
}
