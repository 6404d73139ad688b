package correction

import (
	"strings"
	"testing"

	"riskbok/exporters/workbook/booktest"
	"riskbok/rules"
)

// A cell of a data table loses its result where its formula or its value is proven
// to read an edited cell, and no other does.
func TestDataTables(t *testing.T) {
	const edited = "A1" // 3 becomes 8
	for _, tt := range []struct {
		name  string
		lines []string
		cells string // and what they show afterwards
		after string
	}{
		{"values in a column", []string{"A1 3", "A2 1", "B3 =A1*A2|3", "A4 1", "A5 2", `B4 =<f t="dataTable" ref="B4:B5" dt2D="0" dtr="0" r1="A2"/>|3`, "B5 6"}, "B4 B5", " "},
		{"another formula beside", []string{"A1 3", "A2 1", "B3 =A1*A2|3", "C3 =A2*2|2", "A4 1", "A5 2", `B4 =<f t="dataTable" ref="B4:C5" dt2D="0" dtr="0" r1="A2"/>|3`, "C4 2", "B5 6", "C5 4"}, "B4 B5 C4 C5", "  2 4"},
		{"values in a row", []string{"A1 3", "A2 1", "C7 1", "D7 2", "B8 =A1*A2|3", `C8 =<f t="dataTable" ref="C8:D8" dt2D="0" dtr="1" r1="A2"/>|3`, "D8 6"}, "C8 D8", " "},
		{"both ways", []string{"A1 3", "A2 1", "A3 1", "B6 =A1*A2*A3|3", "C6 1", "D6 2", "B7 5", "B8 7", `C7 =<f t="dataTable" ref="C7:D8" dt2D="1" dtr="1" r1="A2" r2="A3"/>|15`, "D7 30", "C8 21", "D8 42"}, "C7 D7 C8 D8", "   "},
		{"nothing of it", []string{"A1 3", "A2 1", "B3 =A2*9|9", "A4 1", "A5 2", `B4 =<f t="dataTable" ref="B4:B5" dt2D="0" dtr="0" r1="A2"/>|9`, "B5 18"}, "B4 B5", "9 18"},
		{"through its own input alone", []string{"A1 3", "B3 =A1*9|27", "A4 1", "A5 2", `B4 =<f t="dataTable" ref="B4:B5" dt2D="0" dtr="0" r1="A1"/>|9`, "B5 18", "C1 =B4+1|10"}, "B4 B5 C1", "9 18 10"},
		{"one of its values", []string{"A1 3", "A2 1", "B3 =A2*9|9", "A4 1", "A5 =A1+1|4", `B4 =<f t="dataTable" ref="B4:B5" dt2D="0" dtr="0" r1="A2"/>|9`, "B5 36"}, "B4 B5", "9 "},
		{"what reads it", []string{"A1 3", "A2 1", "B3 =A1*A2|3", "A4 1", "A5 2", `B4 =<f t="dataTable" ref="B4:B5" dt2D="0" dtr="0" r1="A2"/>|3`, "B5 6", "C1 =MAX(B4:B5)|6", "C2 =A2*4|4"}, "C1 C2", " 4"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			res, _ := applied(t, sheetXML(t, rows(tt.lines...)), change{"Plan", edited, rules.SetNumber, "3", "8", ""})
			f := booktest.Open(t, res.Data)
			var got []string
			for _, cell := range strings.Fields(tt.cells) {
				got = append(got, raw(t, f, "Plan", cell))
			}
			if s := strings.Join(got, " "); s != tt.after {
				t.Errorf("%s show %q, want %q", tt.cells, s, tt.after)
			}
		})
	}
}

// A name that gives INDIRECT a constant text is followed, also one that names itself.
func TestNamesThatPoint(t *testing.T) {
	data := sheetXML(t, rows("A1 1", "A2 2", "B1 =MYFUNC(Peka)|1", "B2 =MYFUNC(Krets)|2", "B3 =MYFUNC(Annan)|3"))
	book := booktest.Parts(t, data)["xl/workbook.xml"]
	data = repack(t, data, "xl/workbook.xml", strings.Replace(book, "</sheets>", `</sheets><definedNames><definedName name="Annan">INDIRECT("Plan!A2")</definedName><definedName name="Krets">INDIRECT("Krets")</definedName><definedName name="Peka">INDIRECT("Plan!A1")+Krets</definedName></definedNames>`, 1))
	res, _ := applied(t, data, change{"Plan", "A1", rules.SetNumber, "1", "8", ""})
	f := booktest.Open(t, res.Data)
	if got := raw(t, f, "Plan", "B1") + "|" + raw(t, f, "Plan", "B2") + "|" + raw(t, f, "Plan", "B3"); got != "|2|3" {
		t.Errorf("show %q", got)
	}
}
