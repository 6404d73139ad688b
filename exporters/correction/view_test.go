package correction

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"riskbok/exporters/correction/opc"
	"riskbok/exporters/workbook/booktest"

	"github.com/xuri/excelize/v2"

	"riskbok/rules"
	"riskbok/rules/model/calc"
)

// What a formula sees in every kind of cell: A1 depends on B1 and on Z1, of
// which only B1 is edited.
func TestWhatFormulasSee(t *testing.T) {
	for _, tt := range []struct {
		name, cell, formula, before, after string
	}{
		{"number", `<c r="Z1"><v>2.50</v></c>`, "B1+Z1", "3.5", "4.5"},
		{"number with exponent", `<c r="Z1" t="n"><v>1.5E3</v></c>`, "B1+Z1", "1501", "1502"},
		{"shared text", `<c r="Z1" t="s"><v>0</v></c>`, `IF(Z1="delad text",B1,0)`, "1", "2"},
		{"shared text that is not there", `<c r="Z1" t="s"><v>99</v></c>`, `IF(Z1="",B1,0)`, "1", ""},
		{"text in the cell", `<c r="Z1" t="inlineStr"><is><r><t>i </t></r><r><t>cellen</t></r></is></c>`, `IF(Z1="i cellen",B1,0)`, "1", "2"},
		{"empty text", `<c r="Z1" t="str"><f>""</f><v></v></c>`, `IF(ISBLANK(Z1),0,B1)`, "1", "2"},
		{"styled empty cell", `<c r="Z1" s="0"/>`, `IF(ISBLANK(Z1),B1,0)`, "1", "2"},
		{"true", `<c r="Z1" t="b"><v>1</v></c>`, `IF(Z1,B1,0)`, "1", "2"},
		{"error", `<c r="Z1" t="e"><v>#N/A</v></c>`, `IFNA(Z1,B1)`, "1", "2"},
		{"date", `<c r="Z1" t="d"><v>2026-01-02</v></c>`, `B1+Z1`, "46025", "46026"},
		{"moment", `<c r="Z1" t="d"><v>2026-01-02T12:00:00</v></c>`, `B1+Z1`, "46025.5", "46026.5"},
		{"date in the year of the false leap day", `<c r="Z1" t="d"><v>1900-01-02</v></c>`, `B1+Z1`, "4", ""},
		{"kind that does not exist", `<c r="Z1" t="x"><v>1</v></c>`, `B1+Z1`, "2", ""},
		{"what is no number", `<c r="Z1"><v>0x10</v></c>`, `B1+Z1`, "17", ""},
		{"formula without a result", `<c r="Z1"><f>2+2</f></c>`, `B1+Z1`, "5", "6"},
		{"unknown formula without a result", `<c r="Z1"><f>TODAY()</f></c>`, `B1+Z1`, "5", ""},
		{"unknown formula with a result", `<c r="Z1"><f>TODAY()</f><v>4</v></c>`, `B1+Z1`, "5", "6"},
		{"branch that is not taken", `<c r="Z1"><f>TODAY()</f></c>`, `IF(B1>0,B1,Z1)`, "1", "2"},
		{"twice the same cell", `<c r="Z1"><v>1</v></c><c r="Z1"><v>4</v></c>`, `B1+Z1`, "5", "6"},
		{"cells out of order", `<c r="Z1"><v>4</v></c><c r="Y1"><v>3</v></c>`, `B1+Y1+Z1`, "8", "9"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			data := sheetXML(t, fmt.Sprintf(`<sheetData><row r="1"><c r="A1"><f>%s</f><v>%s</v></c><c r="B1"><v>1</v></c>%s</row></sheetData>`, opc.Escape(tt.formula), tt.before, tt.cell))
			data = withString(t, data, "delad text")
			_, after := applied(t, data, change{"Plan", "B1", rules.SetNumber, "1", "2", ""})
			got := ""
			if m := regexp.MustCompile(`</f><v>([^<]*)</v></c><c r="B1"`).FindStringSubmatch(after["xl/worksheets/sheet1.xml"]); m != nil {
				got = m[1]
			}
			if got != tt.after {
				t.Errorf("shows %q, want %q", got, tt.after)
			}
		})
	}
}

// withString gives a workbook that shares one text.
func withString(t testing.TB, data []byte, text string) []byte {
	p := booktest.Parts(t, data)
	name := "xl/_rels/workbook.xml.rels"
	return repack(t, data, "xl/sharedStrings.xml", `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><si><t>`+text+`</t></si></sst>`,
		name, strings.Replace(p[name], "</Relationships>", `<Relationship Id="rIdS" Type="`+opc.RelationSpace+`/sharedStrings" Target="sharedStrings.xml"/></Relationships>`, 1))
}

func TestDaysCountedFrom1904(t *testing.T) {
	data := sheetXML(t, `<sheetData><row r="1"><c r="A1"><f>B1+Z1</f><v>44563</v></c><c r="B1"><v>1</v></c><c r="Z1" t="d"><v>2026-01-02</v></c></row></sheetData>`)
	book := booktest.Parts(t, data)["xl/workbook.xml"]
	data = repack(t, data, "xl/workbook.xml", strings.Replace(book, "<sheets>", `<workbookPr date1904="true"></workbookPr><sheets>`, 1))
	res, _ := applied(t, data, change{"Plan", "B1", rules.SetNumber, "1", "2", ""})
	if got := raw(t, booktest.Open(t, res.Data), "Plan", "A1"); got != "44564" {
		t.Errorf("shows %q", got)
	}
}

func TestNamesOfASheetAndOfTheWorkbook(t *testing.T) {
	data := build(t, func(f *excelize.File) {
		_, err := f.NewSheet("Annan")
		must(t, err,
			f.SetDefinedName(&excelize.DefinedName{Name: "Gräns", RefersTo: "Plan!$A$1"}),
			f.SetDefinedName(&excelize.DefinedName{Name: "Gräns", RefersTo: "Plan!$A$2", Scope: "Annan"}),
			f.SetDefinedName(&excelize.DefinedName{Name: "Bredvid", RefersTo: "Plan!A9"}))
	})
	sheet := `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%s</worksheet>`
	data = repack(t, data,
		"xl/worksheets/sheet1.xml", fmt.Sprintf(sheet, rows("A1 1", "A2 10", "B1 =gräns*2|2", "C1 =Bredvid*2|2")),
		"xl/worksheets/sheet2.xml", fmt.Sprintf(sheet, rows("B1 =Gräns*2|20")))
	res, _ := applied(t, data, change{"Plan", "A1", rules.SetNumber, "1", "3", ""}, change{"Plan", "A2", rules.SetNumber, "10", "30", ""})
	f := booktest.Open(t, res.Data)
	if got := raw(t, f, "Plan", "B1") + " " + raw(t, f, "Annan", "B1") + " " + raw(t, f, "Plan", "C1"); got != "6 60 2" {
		t.Errorf("show %q", got)
	}
}

// A cell far down in a large array formula is not read as it was.
func TestFarCellOfAnArray(t *testing.T) {
	lines := []string{"A1 1", "C1 =B300+1|3"}
	for r := 1; r <= 400; r++ {
		if r == 1 {
			lines = append(lines, `B1 =<f t="array" ref="B1:B400">A1:A400*2</f>|2`)
		} else {
			lines = append(lines, fmt.Sprintf("B%d 2", r))
		}
	}
	res, _ := applied(t, sheetXML(t, rows(lines...)), change{"Plan", "A1", rules.SetNumber, "1", "8", ""})
	if got := raw(t, booktest.Open(t, res.Data), "Plan", "C1"); got != "1" {
		t.Errorf("shows %q", got)
	}
}

func TestSharedFormulaWhoseTextComesLater(t *testing.T) {
	data := sheetXML(t, rows("A1 1", "A2 2", "A3 3", "A4 4", `B1 =<f t="shared" si="0"/>|2`, `B2 =<f t="shared" ref="B1:B3" si="0">A2*2</f>|4`,
		`B3 =<f t="shared" si="0">A1*99</f>|6`, `B4 =<f t="shared" si="7"/>|8`))
	res, _ := applied(t, data, change{"Plan", "A1", rules.SetNumber, "1", "5", ""}, change{"Plan", "A3", rules.SetNumber, "3", "7", ""})
	f := booktest.Open(t, res.Data)
	// The group without a text is not known to read anything that changed.
	if got := raw(t, f, "Plan", "B1") + " " + raw(t, f, "Plan", "B3") + " " + raw(t, f, "Plan", "B4"); got != "10 14 8" {
		t.Errorf("show %q", got)
	}
}

func TestSheetThatCannotBeRead(t *testing.T) {
	data := build(t, func(f *excelize.File) { _, err := f.NewSheet("Trasigt"); must(t, err) })
	sheet := `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%s</worksheet>`
	data = repack(t, data, "xl/worksheets/sheet1.xml", fmt.Sprintf(sheet, rows("A1 1", "B1 =A1+SUM(Trasigt!A1:A9)|1")),
		"xl/worksheets/sheet2.xml", fmt.Sprintf(sheet, `<sheetData><row r="9999999"/></sheetData>`))
	_, after := applied(t, data, change{"Plan", "A1", rules.SetNumber, "1", "5", ""})
	if got := after["xl/worksheets/sheet1.xml"]; !strings.Contains(got, "</f></c>") {
		t.Errorf("got %s", got)
	}
}

func TestView(t *testing.T) {
	data := sheetXML(t, rows("A1 1", "B1 =TODAY()|", "C1 =TODAY()|4", "D7 5", "D9 6"))
	w, err := openWorkbook(data)
	must(t, err)
	v := newView(&formulas{w: w}, []calc.Area{{Top: 1, Left: 1, Bottom: 7, Right: 4}})
	v.put(keyOf(0, position{1, 2}), calc.Value{Kind: calc.Number, Num: 9})
	v.put(keyOf(0, position{3, 1}), calc.Value{Kind: calc.Number, Num: 3})
	got := ""
	for _, p := range []position{{1, 1}, {2, 1}, {3, 1}, {1, 2}, {4, 7}, {4, 6}} {
		value, known := v.Cell(0, p.row, p.col)
		got += fmt.Sprint(p, " ", value.Num, " ", known, " ")
	}
	if want := "A1 1 true B1 0 false C1 3 true A2 9 true D7 5 true D6 0 true "; got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if r, c := v.Used(0); r != 7 || c != 4 {
		t.Errorf("%d rows, %d columns", r, c)
	}
	if _, known := v.Cell(1, 1, 1); known || v.Sheet("plan") != 0 || v.Sheet("borta") != -1 {
		t.Error("a sheet that was not loaded is known")
	}
}

func TestBands(t *testing.T) {
	b := newBands([]calc.Area{{Top: 8, Left: 3, Bottom: 9, Right: 4}, {Top: 1, Left: 2, Bottom: 3, Right: 2}, {Top: 3, Left: 4, Bottom: 5, Right: 4}, {Top: 6, Left: 4, Bottom: 6, Right: 4}})
	if want := [][2]int{{1, 6}, {8, 9}}; fmt.Sprint(b.rows) != fmt.Sprint(want) || b.left != 2 || b.right != 4 {
		t.Fatalf("%+v", b)
	}
	for cell, want := range map[string]bool{"B1": true, "D6": true, "C7": false, "C9": true, "C10": false, "A2": false, "E2": false} {
		if p, _ := parsePosition(cell); b.has(p) != want {
			t.Errorf("%s: %v", cell, !want)
		}
	}
}

func TestNumberText(t *testing.T) {
	for n, want := range map[float64]string{4: "4", 0.5: "0.5", 0.30000000000000004: "0.30000000000000004", 1e6: "1000000", 1e22: "1E+22", -1e-16: "-1E-16", 1.0 / 3: "0.3333333333333333"} {
		if got := numberText(n); got != want {
			t.Errorf("%g: %s, want %s", n, got, want)
		}
	}
}
