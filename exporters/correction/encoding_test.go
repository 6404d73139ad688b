package correction

import (
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"riskbok/rules"
)

// A part in another encoding than UTF-8 is refused, not written over in two.
func TestOtherEncodingRefused(t *testing.T) {
	data := build(t, func(f *excelize.File) { must(t, f.SetCellValue("Plan", "C3", 6)) })
	data = repack(t, data, "xl/worksheets/sheet1.xml", `<?xml version="1.0" encoding="ISO-8859-1"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="3"><c r="B3" t="inlineStr"><is><t>M`+"\xf6"+`jlig</t></is></c><c r="C3"><v>6</v></c></row></sheetData></worksheet>`)
	places, all := findings(t, change{sheet: "Plan", cell: "C3", kind: rules.SetNumber, old: "6", new: "4"})
	if _, err := Apply(data, places, all, swedish(t)); err == nil || !strings.Contains(err.Error(), "expected UTF-8") {
		t.Errorf("error: %v", err)
	}
}
