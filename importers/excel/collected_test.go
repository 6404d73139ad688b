package excel

import (
	"strings"
	"testing"
)

// A sheet given to an owner has a name of its own that says so; the name on
// another sheet, or on the workbook, says nothing of it.
func TestCollected(t *testing.T) {
	for _, tt := range []struct {
		name, names string
		want        [2]bool
	}{
		{"its own name", `<definedName name="_riskbok_collected" localSheetId="1" hidden="1">"riskbok"</definedName>`, [2]bool{false, true}},
		{"as another program spells it", `<definedName name="_RISKBOK_COLLECTED" localSheetId="0">"riskbok"</definedName>`, [2]bool{true, false}},
		{"the workbook's", `<definedName name="_riskbok_collected">"riskbok"</definedName>`, [2]bool{}},
		{"riskbok's own sheet", `<definedName name="_riskbok_own" localSheetId="1">"riskbok"</definedName>`, [2]bool{}},
	} {
		row := rowsOf(`<row r="1"><c r="A1"><v>1</v></c></row>`)
		p := workbookOf(row, row)
		p["xl/workbook.xml"] = strings.Replace(p["xl/workbook.xml"], "</workbook>", "<definedNames>"+tt.names+"</definedNames></workbook>", 1)
		wb := mustRead(t, p)
		if got := [2]bool{wb.Tables[0].Collected, wb.Tables[1].Collected}; got != tt.want {
			t.Errorf("%s: collected %v, want %v", tt.name, got, tt.want)
		}
	}
}
