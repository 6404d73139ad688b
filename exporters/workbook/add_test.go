package workbook_test

import (
	"bytes"
	"strconv"
	"strings"
	"testing"

	"riskbok/exporters/workbook"
	"riskbok/exporters/workbook/booktest"
)

// whole is a workbook with all that a sheet can have.
func whole(t *testing.T, rows int) []byte {
	t.Helper()
	book := workbook.NewBook(workbook.About{Title: "Prov & <titel>", Subject: "Prov", Description: "Prov", Language: "sv-SE"}, "Plan å", "Lista")
	book.Define(workbook.DefinedName{Name: "Val", RefersTo: "Lista!$A$1:$A$2"})
	s := workbook.NewSheet("Plan å", 12, 30, 8)
	for i, text := range []string{"Nr", "Risk <&>\"'", "Värde"} {
		s.Set(0, i, workbook.Cell{Value: text, Look: workbook.LookHeading})
	}
	for i := 1; i <= rows; i++ {
		s.Set(i, 0, workbook.Cell{Value: i, Look: workbook.LookNumber})
		s.Set(i, 1, workbook.Cell{Value: " =rad\n" + strconv.Itoa(i) + " _x000D_ ", Look: workbook.LookInput})
		s.Set(i, 2, workbook.Cell{Formula: `IF(A2<>"",A2*2,"")`, Value: "", Look: workbook.LookFormula})
		s.Note(i, 0, "Källa: rad & "+strconv.Itoa(i))
	}
	s.Set(rows, 2, workbook.Cell{Value: "=text", Look: workbook.LookInput})
	s.Frozen, s.Protected = workbook.Place{Row: 1, Col: 1}, true
	s.Table = &workbook.Table{Name: "Plan", Heading: 0, Columns: 3}
	s.Tinted = []workbook.Tinted{{Area: "A2:A9", Rules: []workbook.Rule{{Formula: `$A2<>""`, Tint: workbook.Tint{Ground: "FCE4D6", Ink: "1F2A37", Bold: true}}}}}
	s.Choices = []workbook.Choice{{Area: "B2:B9", List: "Val", Title: "Välj", Message: `Ur "listan"`, Strict: true}}
	s.Link(1, 0, "Lista", "A1")
	s.Own()
	s.Repeat(0, 0)
	s.PrintArea(4, 2)
	s.Footer = workbook.Footer("Prov & nämnd", s.Name, "&P av &N")
	s.Tail = &workbook.Tail{First: rows + 1, Last: rows + 20, Key: "prov", Row: func(row int) []workbook.Cell {
		return []workbook.Cell{{}, {Formula: "ROW()", Value: row + 1, Look: workbook.LookFormula}}
	}}
	book.Add(s)
	list := workbook.NewSheet("Lista", 200)
	list.Set(0, 0, workbook.Cell{Value: strings.Repeat("ord ", 9000), Look: workbook.LookInput})
	list.Set(1, 0, workbook.Cell{Value: 1.5, Look: workbook.LookCents})
	book.Add(list)
	if len(list.Tall) != 1 || len(list.Cut) != 1 {
		t.Errorf("tall %v, cut %v", list.Tall, list.Cut)
	}
	data, err := book.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// A workbook has no fault by the standard's rules, the same bytes each time, and
// holds what was set, also in the rows that are made once.
func TestBook(t *testing.T) {
	data := whole(t, 3)
	for _, fault := range booktest.Faults(t, data) {
		t.Error(fault)
	}
	whole(t, 5) // something else in between
	if !bytes.Equal(data, whole(t, 3)) {
		t.Error("two runs differ")
	}
	f := booktest.Open(t, data)
	for cell, want := range map[string]string{"A2": "1", "B2": " =rad\n1 _x000D_ ", "C2": "", "C4": "=text", "B5": "5", "B24": "24"} {
		if got, err := f.GetCellValue("Plan å", cell); err != nil || got != want {
			t.Errorf("%s is %q, want %q (%v)", cell, got, want, err)
		}
	}
	for cell, want := range map[string]string{"C2": `IF(A2<>"",A2*2,"")`, "B24": "ROW()", "C4": ""} {
		if got, _ := f.GetCellFormula("Plan å", cell); got != want {
			t.Errorf("the formula of %s is %q, want %q", cell, got, want)
		}
	}
	notes, err := f.GetComments("Plan å")
	if err != nil || len(notes) != 3 || notes[2].Cell != "A4" || notes[2].Paragraph[0].Text != "Källa: rad & 3" {
		t.Errorf("notes %+v (%v)", notes, err)
	}
	if id, _ := f.GetCellStyle("Plan å", "C4"); f.Styles.CellXfs.Xf[id].QuotePrefix == nil {
		t.Error("a text that begins as a formula is not marked")
	}
	if ok, target, _ := f.GetCellHyperLink("Plan å", "A2"); !ok || target != "Lista!A1" {
		t.Errorf("the link leads to %q", target)
	}
	if parts := booktest.Parts(t, data); !strings.Contains(parts["xl/worksheets/sheet1.xml"], `<dimension ref="A1:C24"/>`) {
		t.Error("the sheet's area is wrong")
	}
}

// Two headings that are alike leave the filter and no table.
func TestAlike(t *testing.T) {
	book := workbook.NewBook(workbook.About{}, "Plan")
	s := workbook.NewSheet("Plan", 10, 10)
	for row := range 2 {
		for col := range 2 {
			s.Set(row, col, workbook.Cell{Value: "Nr", Look: workbook.LookHeading})
		}
	}
	s.Table = &workbook.Table{Name: "Plan", Columns: 2}
	book.Add(s)
	data, err := book.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	for _, fault := range booktest.Faults(t, data) {
		t.Error(fault)
	}
	parts := booktest.Parts(t, data)
	if !strings.Contains(parts["xl/worksheets/sheet1.xml"], `<autoFilter ref="A1:B2"/>`) || parts["xl/tables/table1.xml"] != "" {
		t.Errorf("filter and table:\n%s", parts["xl/worksheets/sheet1.xml"])
	}
}

func TestLacking(t *testing.T) {
	if _, err := workbook.NewBook(workbook.About{}, "Plan").Bytes(); err == nil {
		t.Error("a workbook without its sheet was written")
	}
}
