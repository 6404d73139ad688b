package correction

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"riskbok/rules"
)

// A value that a date format shows as a day becomes a number that is shown as
// one.
func TestNumberInDateFormat(t *testing.T) {
	custom := `[$-41D]yyyy\-mm\-dd`
	for _, style := range []*excelize.Style{{NumFmt: 14}, {CustomNumFmt: &custom}} {
		data := build(t, func(f *excelize.File) {
			id, err := f.NewStyle(style)
			must(t, err, f.SetCellValue("Plan", "C3", 3), f.SetCellStyle("Plan", "C3", "C3", id))
		})
		res, _ := applied(t, data, change{sheet: "Plan", cell: "C3", kind: rules.SetNumber, old: "1900-01-03", new: "4"})
		f, err := excelize.OpenReader(bytes.NewReader(res.Data))
		must(t, err)
		if got, _ := f.GetCellValue("Plan", "C3"); got != "4" {
			t.Errorf("C3 shows %q", got)
		}
		f.Close()
	}
}
