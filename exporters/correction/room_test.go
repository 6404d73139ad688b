package correction

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"riskbok/rules"
)

// A row with a height of its own is made higher for a text that wraps in it,
// and is left alone otherwise.
func TestRoom(t *testing.T) {
	long := strings.TrimSpace(strings.Repeat("Kajen är besiktigad. ", 12))
	for _, tt := range []struct {
		name, row string
		wrap      bool
		text      string
		merged    string
		want      string
	}{
		{"a long text", `<row r="1" ht="30" customHeight="1">`, true, long, "", `<row r="1" ht="180" customHeight="1">`},
		{"a height that is only stored", `<row r="1" ht="30">`, true, long, "", `<row r="1" ht="180" customHeight="1">`},
		{"merged columns", `<row r="1" ht="30" customHeight="1">`, true, long, "B1:C1", `<row r="1" ht="90" customHeight="1">`},
		{"a text that fits", `<row r="1" ht="30" customHeight="1">`, true, "Klart", "", `<row r="1" ht="30" customHeight="1">`},
		{"a row without a height", `<row r="1">`, true, long, "", `<row r="1">`},
		{"a cell that does not wrap", `<row r="1" ht="30">`, false, long, "", `<row r="1" ht="30">`},
		{"merged rows", `<row r="1" ht="30">`, true, long, "B1:B9", `<row r="1" ht="30">`},
		{"more than a row can be", `<row r="1" ht="30">`, true, strings.Repeat(long, 9), "", `<row r="1" ht="409" customHeight="1">`},
	} {
		t.Run(tt.name, func(t *testing.T) {
			data := build(t, func(f *excelize.File) {
				id, err := f.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{WrapText: tt.wrap}})
				if err != nil {
					t.Fatal(err)
				}
				if err := f.SetCellStyle("Plan", "B1", "B1", id); err != nil {
					t.Fatal(err)
				}
			})
			merged := ""
			if tt.merged != "" {
				merged = `<mergeCells count="1"><mergeCell ref="` + tt.merged + `"/></mergeCells>`
			}
			data = repack(t, data, "xl/worksheets/sheet1.xml", `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><cols><col min="2" max="2" width="20" customWidth="1"/><col min="3" max="3" width="24" style="0"/></cols><sheetData>`+
				tt.row+`<c r="B1" s="1"/></row></sheetData>`+merged+`</worksheet>`)
			_, after := applied(t, data, change{"Plan", "B1", rules.SetText, "", tt.text, ""})
			if got := after["xl/worksheets/sheet1.xml"]; !strings.Contains(got, tt.want) {
				t.Errorf("got  %.600s\nwant %s", got, tt.want)
			}
		})
	}
}
