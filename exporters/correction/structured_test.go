package correction

import (
	"bytes"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"riskbok/exporters/workbook/booktest"

	"riskbok/rules"
)

// A typed value in a column of structured references becomes the column's
// formula with its result, and the results beside it stay.
func TestStructuredReferences(t *testing.T) {
	const formula = "Risker[[#This Row],[S]]*Risker[[#This Row],[K]]"
	data := build(t, func(f *excelize.File) {
		for i, row := range [][]any{{"Nr", "S", "K", "Värde"}, {"R1", 2, 3}, {"R2", 4, 1, 3}, {"R3", 3, 3}} {
			cell, _ := excelize.CoordinatesToCellName(1, i+1)
			must(t, f.SetSheetRow("Plan", cell, &row))
		}
		must(t, f.AddTable("Plan", &excelize.Table{Range: "A1:D4", Name: "Risker"}))
	})
	sheet := booktest.Parts(t, data)["xl/worksheets/sheet1.xml"]
	for cell, v := range map[string]string{"D2": "6", "D4": "9"} {
		row := cell[1:]
		sheet = strings.Replace(sheet, `<c r="C`+row+`"><v>3</v></c>`, `<c r="C`+row+`"><v>3</v></c><c r="`+cell+`"><f>`+formula+`</f><v>`+v+`</v></c>`, 1)
	}
	data = repack(t, data, "xl/worksheets/sheet1.xml", sheet)
	res, _ := applied(t, data, change{sheet: "Plan", cell: "D3", kind: rules.SetFormula, old: "3", new: formula, result: "4"})
	f, err := excelize.OpenReader(bytes.NewReader(res.Data))
	must(t, err)
	defer f.Close()
	for cell, want := range map[string]string{"D2": "6", "D3": "4", "D4": "9"} {
		if got := raw(t, f, "Plan", cell); got != want {
			t.Errorf("%s is %q, not %s", cell, got, want)
		}
		if got, _ := f.GetCellFormula("Plan", cell); got != formula {
			t.Errorf("%s has %q", cell, got)
		}
	}
}

// The formula that a table states for a column is the one that a mended cell
// gets, unless it does not give the right result.
func TestColumnFormula(t *testing.T) {
	const stated, written = "Risker[[#This Row],[S]]*Risker[[#This Row],[K]]", "B3*C3"
	for _, tt := range []struct{ column, want string }{
		{stated, stated}, {"Risker[[#This Row],[S]]+99", written}, {"B2*C2", written}, {"", written},
	} {
		data := build(t, func(f *excelize.File) {
			must(t, f.SetSheetRow("Plan", "A1", &[]any{"Nr", "S", "K", "Värde"}), f.SetSheetRow("Plan", "A2", &[]any{"R1", 2, 3, 6}), f.SetSheetRow("Plan", "A3", &[]any{"R2", 4, 1, 3}),
				f.AddTable("Plan", &excelize.Table{Range: "A1:D3", Name: "Risker"}))
		})
		table := booktest.Parts(t, data)["xl/tables/table1.xml"]
		with := strings.Replace(table, `name="Värde"></tableColumn>`, `name="Värde"><calculatedColumnFormula>`+tt.column+`</calculatedColumnFormula></tableColumn>`, 1)
		if with == table {
			t.Fatal(table)
		}
		res, after := applied(t, repack(t, data, "xl/tables/table1.xml", with), change{sheet: "Plan", cell: "D3", kind: rules.SetFormula, old: "3", new: written, result: "4"})
		if got, _ := booktest.Open(t, res.Data).GetCellFormula("Plan", "D3"); got != tt.want {
			t.Errorf("stated %q: D3 has %q, want %q", tt.column, got, tt.want)
		}
		if after["xl/tables/table1.xml"] != with {
			t.Error("the table's part was changed")
		}
	}
}
