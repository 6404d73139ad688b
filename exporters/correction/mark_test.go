package correction

import (
	"bytes"
	"testing"

	"github.com/xuri/excelize/v2"

	"riskbok/rules"
)

// The raised mark of a note stays when what it stands behind is changed.
func TestMarkStays(t *testing.T) {
	data := build(t, func(f *excelize.File) {
		must(t, f.SetCellRichText("Plan", "C3", []excelize.RichTextRun{{Text: "6"}, {Text: "1", Font: &excelize.Font{VertAlign: "superscript"}}}))
	})
	res := apply(t, data, change{sheet: "Plan", cell: "C3", kind: rules.SetText, old: "6¹", new: "4¹"})
	if len(res.Refused) > 0 {
		t.Fatalf("refused: %+v", res.Refused)
	}
	f, err := excelize.OpenReader(bytes.NewReader(res.Data))
	must(t, err)
	defer f.Close()
	if got := raw(t, f, "Plan", "C3"); got != "4¹" {
		t.Errorf("C3 is %q", got)
	}
}
