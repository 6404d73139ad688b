package correction

import (
	"fmt"
	"strings"
	"testing"

	"riskbok/exporters/correction/opc"
	"riskbok/exporters/workbook/booktest"

	"github.com/xuri/excelize/v2"

	"riskbok/rules"
)

// The formulas of a value and a treatment as control plans have them, labels
// looked up in a sheet of definitions.
func valueFormula(r int) string {
	return fmt.Sprintf("IFERROR(VLOOKUP(D%d,Definitioner!$A$5:$C$8,3,FALSE())*VLOOKUP(E%d,Definitioner!$A$11:$C$14,3,FALSE()),0)", r, r)
}

func treatmentFormula(r int) string {
	return fmt.Sprintf(`IF(F%d=0,"",IF(F%d>=12,Definitioner!$B$18,IF(F%d>=4,Definitioner!$B$19,Definitioner!$B$20)))`, r, r, r)
}

// looked is a plan whose row 8 has a value typed over its formula, whose row 9
// has a label with a blank behind it, and whose row 10 shows what it did before
// its level was changed. One label is a part of two others.
func looked(t testing.TB) []byte {
	lines := []string{"A1 Riskanalys"}
	for _, r := range []struct {
		row                    int
		likely, severe, v, txt string
	}{
		{7, "Osannolik", "Allvarlig", "4", "Reducera risk"}, {8, "Sannolik", "Allvarlig", "4", "Reducera risk"},
		{9, "Sannolik ", "Kännbar", "3", "Acceptera risk"}, {10, "Mindre sannolik", "Kännbar", "12", "Minimera risk"},
		{11, "Möjlig", "Försumbar", "3", "Acceptera risk"}, {12, "", "", "0", ""},
	} {
		value := "=" + valueFormula(r.row) + "|" + r.v
		if r.row == 8 || r.row == 9 {
			value = r.v
		}
		lines = append(lines, fmt.Sprintf("C%d R%d", r.row, r.row-6), fmt.Sprintf("D%d %s", r.row, r.likely), fmt.Sprintf("E%d %s", r.row, r.severe),
			fmt.Sprintf("F%d %s", r.row, value), fmt.Sprintf("G%d =%s|%s", r.row, treatmentFormula(r.row), r.txt), fmt.Sprintf("H%d =C%d|R%d", r.row, r.row, r.row-6))
	}
	lines = append(lines, "F14 =SUM(F7:F12)|26", `G14 =COUNTIF(G7:G12,"Minimera*")|1`, `H14 =INDEX(D7:D12,MATCH(MAX(F7:F12),F7:F12,0))|Mindre sannolik`)
	scale := []string{"B18 Minimera risk", "B19 Reducera risk", "B20 Acceptera risk"}
	for i, labels := range [][2]string{{"Osannolik", "Försumbar"}, {"Mindre sannolik", "Lindrig"}, {"Möjlig", "Kännbar"}, {"Sannolik", "Allvarlig"}} {
		scale = append(scale, fmt.Sprintf("A%d %s", i+5, labels[0]), fmt.Sprintf("C%d %d", i+5, i+1), fmt.Sprintf("A%d %s", i+11, labels[1]), fmt.Sprintf("C%d %d", i+11, i+1))
	}
	data := build(t, func(f *excelize.File) {
		_, err := f.NewSheet("Definitioner")
		must(t, err)
	})
	sheet := `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%s</worksheet>`
	plan := strings.ReplaceAll(fmt.Sprintf(sheet, rows(lines...)), `<c r="G12">`, `<c r="G12" t="str">`)
	plan = strings.Replace(plan, `,Definitioner!$B$20)))</f></c><c r="H12"`, `,Definitioner!$B$20)))</f><v></v></c><c r="H12"`, 1)
	return repack(t, data, "xl/worksheets/sheet1.xml", plan, "xl/worksheets/sheet2.xml", fmt.Sprintf(sheet, rows(scale...)))
}

func TestValueTypedOverALookup(t *testing.T) {
	data := looked(t)
	res, after := applied(t, data,
		change{"Plan", "F8", rules.SetFormula, "4", valueFormula(8), "16"},
		change{"Plan", "F10", rules.Recalculate, valueFormula(10), "6", "6"})
	f := booktest.Open(t, res.Data)
	for cell, want := range map[string]string{
		"F7": "4", "F8": "16", "F10": "6", "G7": "Reducera risk", "G8": "Minimera risk", "G10": "Reducera risk", "G12": "", "H8": "R2",
		"F14": "32", "G14": "1", "H14": "Sannolik",
	} {
		if got := raw(t, f, "Plan", cell); got != want {
			t.Errorf("%s shows %q, want %q", cell, got, want)
		}
	}
	if got, _ := f.GetCellFormula("Plan", "F8"); got != valueFormula(8) {
		t.Errorf("F8 has formula %q", got)
	}
	if res.Cleared != 0 || res.Recalculated != 4 || strings.Contains(after["xl/workbook.xml"], "fullCalcOnLoad") {
		t.Errorf("%d recalculated, %d cleared", res.Recalculated, res.Cleared)
	}
	onlyCells(t, booktest.Parts(t, data)["xl/worksheets/sheet1.xml"], after["xl/worksheets/sheet1.xml"], "F8", "F10", "G8", "G10", "F14", "H14")
	if booktest.Parts(t, data)["xl/worksheets/sheet2.xml"] != after["xl/worksheets/sheet2.xml"] {
		t.Error("the definitions were touched")
	}
}

// A formula that would not give the right value is not put in: the lookup does
// not find a label with a blank behind it.
func TestLookupThatFindsNothing(t *testing.T) {
	res := apply(t, looked(t), change{"Plan", "F9", rules.SetFormula, "3", valueFormula(9), "12"})
	if len(res.Refused) != 1 || res.Refused[0].Reason != reasonOtherResult || res.Refused[0].Found != "0" || res.Data != nil {
		t.Errorf("made %v, refused %v", res.Applied, res.Refused)
	}
	_, after := applied(t, looked(t), change{"Plan", "D9", rules.SetText, "Sannolik", "Sannolik", ""}, change{"Plan", "F9", rules.SetFormula, "3", valueFormula(9), "12"})
	if got := after["xl/worksheets/sheet1.xml"]; !strings.Contains(got, "</f><v>12</v></c><c r=\"G9\" t=\"str\"><f>"+opc.Escape(treatmentFormula(9))+"</f><v>Minimera risk</v>") {
		t.Errorf("got %s", got)
	}
}

// A result that was right though what it reads showed something old is kept.
func TestResultThatWasRightBeforeTheEditIsKept(t *testing.T) {
	data := sheetXML(t, rows("A1 2", "B1 =A1*2|3", "C1 =B1*10|40", "D1 =B1*10|50"))
	res, after := applied(t, data, change{"Plan", "B1", rules.Recalculate, "A1*2", "4", "4"})
	if got := after["xl/worksheets/sheet1.xml"]; !strings.Contains(got, "<f>B1*10</f><v>40</v></c><c r=\"D1\"><f>B1*10</f></c>") || res.Cleared != 1 || res.Recalculated != 0 {
		t.Errorf("%d recalculated, %d cleared: %s", res.Recalculated, res.Cleared, got)
	}
}

func TestErrorsAreResultsToo(t *testing.T) {
	data := sheetXML(t, rows("A1 4", "A2 0", "B1 =1/A2|#DIV/0!", "B2 =A1*2|8", "B3 =SUM(B1:B2)|#DIV/0!", "C1 =B2/A2|#DIV/0!", `D1 =IFERROR(B3,"fel")|fel`))
	res, after := applied(t, data, change{"Plan", "A1", rules.SetNumber, "4", "6", ""})
	if res.Recalculated != 1 || res.Cleared != 0 {
		t.Errorf("%d recalculated, %d cleared: %s", res.Recalculated, res.Cleared, after["xl/worksheets/sheet1.xml"])
	}
	res, after = applied(t, data, change{"Plan", "A2", rules.SetNumber, "0", "2", ""})
	if got := after["xl/worksheets/sheet1.xml"]; !strings.Contains(got, `<c r="B1"><f>1/A2</f><v>0.5</v></c>`) || !strings.Contains(got, `<c r="D1"><f>IFERROR(B3,"fel")</f><v>8.5</v></c>`) && !strings.Contains(got, `&quot;fel&quot;)</f><v>8.5</v></c>`) || res.Recalculated != 4 {
		t.Errorf("%d recalculated: %s", res.Recalculated, got)
	}
}
