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

// Cells that riskbok put beside the matter are passed over, on their own sheet
// alone.
func TestAside(t *testing.T) {
	const cells = `<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c><c r="C1"><v>3</v></c></row><row r="2"><c r="A2"><v>4</v></c><c r="C2"><v>5</v></c></row>`
	for name, tt := range map[string]struct {
		names string
		want  [2]string
	}{
		"one area":           {`<definedName name="_riskbok_aside" localSheetId="1" hidden="1">Blad2!$C$1:$C$2</definedName>`, [2]string{"1 2 3 4 5", "1 2 4"}},
		"two":                {`<definedName name="_riskbok_aside" localSheetId="0" hidden="1">Blad1!$C$1:$C$1,Blad1!$A$2:$A$2</definedName>`, [2]string{"1 2 5", "1 2 3 4 5"}},
		"another's spelling": {`<definedName name="_RISKBOK_ASIDE" localSheetId="0">Blad1!$A$1:$C$9</definedName>`, [2]string{"", "1 2 3 4 5"}},
		"the workbook's":     {`<definedName name="_riskbok_aside">Blad1!$A$1:$C$9</definedName>`, [2]string{"1 2 3 4 5", "1 2 3 4 5"}},
		"broken":             {`<definedName name="_riskbok_aside" localSheetId="0">#REF!</definedName>`, [2]string{"1 2 3 4 5", "1 2 3 4 5"}},
	} {
		p := workbookOf(rowsOf(cells), rowsOf(cells))
		p["xl/workbook.xml"] = strings.Replace(p["xl/workbook.xml"], "</workbook>", "<definedNames>"+tt.names+"</definedNames></workbook>", 1)
		wb := mustRead(t, p)
		for i, want := range tt.want {
			var got []string
			for r := range wb.Tables[i].Rows {
				for c := range wb.Tables[i].Rows[r] {
					if text := wb.Tables[i].Rows[r][c].Text; text != "" {
						got = append(got, text)
					}
				}
			}
			if s := strings.Join(got, " "); s != want {
				t.Errorf("%s: sheet %d has %q, want %q", name, i+1, s, want)
			}
		}
	}
}
