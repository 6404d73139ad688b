package correction

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"riskbok/exporters/correction/opc"
	"riskbok/exporters/workbook/booktest"
	"riskbok/rules/fulltest"

	"github.com/xuri/excelize/v2"

	"riskbok/rules"
)

// rows writes cells as a sheet part holds them, from lines of "B2 =formula|value"
// or "B2 value"; a value that is no number is a text, an empty one is not stored.
func rows(lines ...string) string {
	byRow := map[int][]string{}
	last := 0
	for _, line := range lines {
		ref, rest, _ := strings.Cut(line, " ")
		p, _ := parsePosition(ref)
		last = max(last, p.row)
		formula, value := "", rest
		if f, ok := strings.CutPrefix(rest, "="); ok {
			formula, value, _ = strings.Cut(f, "|")
			if !strings.HasPrefix(formula, "<") {
				formula = "<f>" + opc.Escape(formula) + "</f>"
			}
		}
		kind := ""
		if value != "" && !sameNumber(value, value) {
			kind = ` t="str"`
		}
		if strings.HasPrefix(value, "#") {
			kind = ` t="e"`
		}
		if value != "" {
			value = "<v>" + opc.Escape(value) + "</v>"
		}
		byRow[p.row] = append(byRow[p.row], fmt.Sprintf(`<c r="%s"%s>%s%s</c>`, ref, kind, formula, value))
	}
	var b strings.Builder
	b.WriteString("<sheetData>")
	for r := 1; r <= last; r++ {
		if cells := byRow[r]; cells != nil {
			fmt.Fprintf(&b, `<row r="%d">%s</row>`, r, strings.Join(cells, ""))
		}
	}
	return b.String() + "</sheetData>"
}

func TestDependantsShowTheRightResultOrNone(t *testing.T) {
	table := []string{"A1 1", "A2 4", "A3 12", "B1 Acceptera", "B2 Reducera", "B3 Minimera"}
	for _, tt := range []struct {
		name, formula, before, after string
		load                         bool
	}{
		{"product", "D1*2", "6", "16", false},
		{"text", `IF(D1>=8,"Reducera","Acceptera")`, "Acceptera", "Reducera", false},
		{"lookup", "VLOOKUP(D1,A1:B3,2,TRUE())", "Acceptera", "Reducera", false},
		{"inside IFERROR", "IFERROR(VLOOKUP(4,A1:B3,1,FALSE())*VLOOKUP(1,A1:B3,1,FALSE())*D1,0)", "12", "32", false},
		{"whole column", "SUM(D:D)", "3", "8", false},
		{"not depending", "A1*2", "2", "2", false},
		{"not depending, though wrong", "A1*2", "77", "77", false},
		{"same result", "IF(D1>2,1,0)", "1", "1", false},
		{"stale before", "D1*2", "7", "", true},
		{"not stored before", "D1*2", "", "", true},
		{"array", "SUMPRODUCT(--(D1:D2>2),A1:A2)", "1", "1", false},
		{"array that changes", "SUMPRODUCT(D1:D2*A1:A2)", "3", "8", false},
		{"unknown function", "MYFUNC(D1)", "3", "", true},
		{"error before", "1/(D1-3)", "#DIV/0!", "0.2", false},
		{"error after", "1/(D1-8)", "-0.2", "#DIV/0!", false},
		{"circle", "D1+C1", "3", "", true},
		{"reads other cells than its text says", `INDIRECT("A1")`, "1", "1", false},
		{"in what cannot be calculated reads the cell that it names", `MYFUNC(INDIRECT("D1"))`, "1", "", true},
		{"reads the cell that it names by row and column", `INDIRECT("R1C4",FALSE)`, "3", "", true},
		{"of a place reads nothing there", `MYFUNC(ROW(INDIRECT("1:9")))`, "1", "1", true},
		{"reads the cell that it names", `INDIRECT("D"&A1)*2`, "6", "16", false},
		{"reads beside the cell that it names", "SUM(OFFSET(D1,1,0,3,1))", "5", "5", false},
		{"reads the cell beside the one that it names", "SUM(OFFSET(A1,0,A2-1,2,1))", "3", "8", false},
		{"reaches elsewhere afterwards", "OFFSET(A1,0,D1)", "3", "", true},
		{"reads what no one can tell", `INDIRECT(MYFUNC("A1"))`, "1", "1", true},
		{"takes a cell for its place", "ROW(D1)+MYFUNC(A1)", "3", "3", false},
		{"decimal comma", `D1/2&" p"`, "1,5 p", "4 p", false},
		{"decimal point", `TEXT(D1/2,"0.0")`, "1.5", "4.0", false},
		{"own row", "D1:D3*2", "6", "16", false},
		{"text that is a number", `LEFT(D1&"x",1)`, "3", "8", false},
		{"logical", "D1>5", "0", "", true}, // stored here as a number: not what the formula gives
		{"another workbook", "[1]Blad1!A1+D1", "3", "", true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			data := sheetXML(t, rows(append(table, "C1 ="+tt.formula+"|"+tt.before, "D1 3")...))
			if tt.name == "text that is a number" || tt.name == "decimal point" {
				p := booktest.Parts(t, data)["xl/worksheets/sheet1.xml"]
				data = repack(t, data, "xl/worksheets/sheet1.xml", strings.Replace(p, `<c r="C1">`, `<c r="C1" t="str">`, 1))
			}
			_, after := applied(t, data, change{"Plan", "D1", rules.SetNumber, "3", "8", ""})
			cell := regexp.MustCompile(`<c r="C1".*?</c>`).FindString(after["xl/worksheets/sheet1.xml"])
			got := ""
			if m := regexp.MustCompile(`<v>(.*)</v>`).FindStringSubmatch(cell); m != nil {
				got = m[1]
			}
			if got != tt.after {
				t.Errorf("shows %q, want %q in %s", got, tt.after, cell)
			}
			if !strings.Contains(cell, "<f>") {
				t.Errorf("lost its formula: %s", cell)
			}
			if got := strings.Contains(after["xl/workbook.xml"], `fullCalcOnLoad="1"`); got != tt.load {
				t.Errorf("calculated when opened: %v, want %v", got, tt.load)
			}
		})
	}
}

func TestDependantsOverSheetsNamesAndTables(t *testing.T) {
	data := build(t, func(f *excelize.File) {
		_, err := f.NewSheet("Min 'a' plan")
		must(t, err,
			f.SetSheetRow("Plan", "A1", &[]any{"Nr", "Värde"}), f.SetSheetRow("Plan", "A2", &[]any{"R1", 4}), f.SetSheetRow("Plan", "A3", &[]any{"R2", 5}),
			f.SetDefinedName(&excelize.DefinedName{Name: "Högst", RefersTo: "MAX(Värden)"}),
			f.SetDefinedName(&excelize.DefinedName{Name: "Värden", RefersTo: "Plan!$B$2:$B$3"}),
			f.SetDefinedName(&excelize.DefinedName{Name: "Annat", RefersTo: "Plan!$A$2:$A$3"}),
			f.AddTable("Plan", &excelize.Table{Range: "A1:B3", Name: "Risker"}),
		)
	})
	data = repack(t, data, "xl/worksheets/sheet2.xml", `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`+rows(
		"A1 =Plan!B2+1|5", "A2 ='Min ''a'' plan'!A1*2|10", "A3 =SUM(Värden)|9", "A4 =COUNTA(Annat)|2", "A5 =SUM(Risker[Värde])|9", "A6 =Högst|5", "A7 =A2&\" p\"|10 p")+`</worksheet>`)
	res, after := applied(t, data, change{"Plan", "B2", rules.SetNumber, "4", "8", ""})
	got := after["xl/worksheets/sheet2.xml"]
	for cell, want := range map[string]string{"A1": "9", "A2": "18", "A3": "13", "A4": "2", "A5": "13", "A7": "18 p"} {
		f := booktest.Open(t, res.Data)
		if v := raw(t, f, "Min 'a' plan", cell); v != want {
			t.Errorf("%s shows %q, want %q\n%s", cell, v, want, got)
		}
	}
	// What a name computes is either right or left to the opening program.
	if v := raw(t, booktest.Open(t, res.Data), "Min 'a' plan", "A6"); v != "8" && v != "" {
		t.Errorf("A6 shows %q", v)
	}
}

func TestRecalculateFollowsOtherEdits(t *testing.T) {
	data := sheetXML(t, rows("A1 7", `B1 =IF(A1>=4,"Reducera risk","Acceptera risk")|Reducera risk`, "C1 =LEN(B1)|13", "A2 2", "B2 =A2*2|3"))
	res, after := applied(t, data,
		change{"Plan", "A1", rules.SetFormula, "7", "1*3", "3"},
		change{"Plan", "B1", rules.Recalculate, "Reducera risk", "Acceptera risk", "Acceptera risk"},
		change{"Plan", "B2", rules.Recalculate, "A2*2", "4", "4"})
	want := []string{`<f>1*3</f><v>3</v>`, `</f><v>Acceptera risk</v>`, `<f>LEN(B1)</f><v>14</v>`, `<f>A2*2</f><v>4</v>`}
	for _, w := range want {
		if !strings.Contains(after["xl/worksheets/sheet1.xml"], w) {
			t.Errorf("no %s in %s", w, after["xl/worksheets/sheet1.xml"])
		}
	}
	if res.Recalculated != 1 || res.Cleared != 0 {
		t.Errorf("%d recalculated, %d cleared", res.Recalculated, res.Cleared)
	}
}

func TestRefusedFormulaDoesNotTouchItsDependants(t *testing.T) {
	data := sheetXML(t, rows("A1 7", "B1 =A1*2|14", "A2 3", "B2 =A2*2|6"))
	res := apply(t, data, change{"Plan", "A1", rules.SetFormula, "7", "1*3", "4"}, change{"Plan", "A2", rules.SetNumber, "3", "8", ""})
	after := booktest.Parts(t, res.Data)["xl/worksheets/sheet1.xml"]
	if !strings.Contains(after, `<c r="A1" s="2"><v>7</v></c><c r="B1"><f>A1*2</f><v>14</v></c>`) || !strings.Contains(after, `<f>A2*2</f><v>16</v>`) {
		t.Errorf("got %s", after)
	}
	if len(res.Refused) != 1 || len(res.Applied) != 1 {
		t.Errorf("made %v, refused %v", res.Applied, res.Refused)
	}
}

func TestSharedFormulaFindsANewHome(t *testing.T) {
	data := sheetXML(t, rows("A1 1", "A2 2", "A3 3",
		`B1 =<f t="shared" ref="B1:B3" si="4">A1*$A$3</f>|3`, `B2 =<f t="shared" si="4"/>|6`, `B3 =<f t="shared" si="4"/>|9`))
	res, after := applied(t, data, change{"Plan", "B1", rules.SetFormula, "A1*$A$3", "A1*2", "2"}, change{"Plan", "A2", rules.SetNumber, "2", "5", ""})
	f := booktest.Open(t, res.Data)
	for cell, want := range map[string]string{"B1": "A1*2 2", "B2": "A2*$A$3 15", "B3": "A3*$A$3 9"} {
		formula, err := f.GetCellFormula("Plan", cell)
		must(t, err)
		if got := formula + " " + raw(t, f, "Plan", cell); got != want {
			t.Errorf("%s is %q, want %q", cell, got, want)
		}
	}
	if !strings.Contains(after["xl/worksheets/sheet1.xml"], `<f t="shared" si="4" ref="B1:B3">A2*$A$3</f>`) {
		t.Errorf("got %s", after["xl/worksheets/sheet1.xml"])
	}
}

func TestWhatReadsAFormulaThatIsNotCalculated(t *testing.T) {
	data := sheetXML(t, rows("A1 1", "B1 =MYFUNC(A1)|1", "C1 =B1+A1|2", "D1 =A1*5|5"))
	_, after := applied(t, data, change{"Plan", "A1", rules.SetNumber, "1", "8", ""})
	if got := after["xl/worksheets/sheet1.xml"]; !strings.Contains(got, `</f></c><c r="C1"><f>B1+A1</f></c><c r="D1"><f>A1*5</f><v>40</v></c>`) {
		t.Errorf("got %s", got)
	}
}

func TestArrayFormulas(t *testing.T) {
	for _, tt := range []struct {
		name, formula, cells, stored, after string
	}{
		{"several cells", `<f t="array" ref="B1:B3">A1:A3*2</f>`, "B1:B3", "2 4 6", "2 16 6"},
		{"one cell", `<f t="array" ref="B1">SUM(IF(A1:A3>1,A1:A3))</f>`, "B1", "5", "11"},
		{"repeated", `<f t="array" ref="B1:C2">TRANSPOSED+A1:A2*1</f>`, "B1:C2", "2 2 3 3", "   "},
		{"one column over two", `<f t="array" ref="B1:C2">A1:A2*3</f>`, "B1:C2", "3 3 6 6", "3 3 24 24"},
		{"larger than its result", `<f t="array" ref="B1:B4">A1:A3+0</f>`, "B1:B4", "1 2 3 #N/A", "1 8 3 #N/A"},
		{"not what is stored", `<f t="array" ref="B1:B2">A1:A2+A1:A2</f>`, "B1:B2", "9 9", " "},
		{"zeros below the first, as some programs write", `<f t="array" ref="B1:B3">A1:A3*2</f>`, "B1:B3", "2 0 0", "2 16 6"},
		{"sorted", `<f t="array" ref="B1:B3">_xlfn._xlws.SORT(A1:A3,1,-1)</f>`, "B1:B3", "3 2 1", "8 3 1"},
		{"no dependant", `<f t="array" ref="B1:B3">MYFUNC(A3:A5)</f>`, "B1:B3", "1 2 3", "1 2 3"},
		{"unknown", `<f t="array" ref="B1:B3">MYFUNC(A1:A5)</f>`, "B1:B3", "1 2 3", "  "},
		{"data table", `<f t="dataTable" ref="B1:B3" dt2D="0" dtr="0" r1="A2"/>`, "B1:B3", "1 2 3", "1 2 3"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			a, _ := parseArea(tt.cells, 0)
			lines := []string{"A1 1", "A2 2", "A3 3"}
			stored := strings.Split(tt.stored, " ")
			var cells []string
			for key := range a.cells() {
				cell := key.position().String()
				if f := ""; len(cells) == 0 {
					f = "=" + tt.formula + "|"
					lines = append(lines, cell+" "+f+stored[0])
				} else {
					lines = append(lines, cell+" "+stored[len(cells)])
				}
				cells = append(cells, cell)
			}
			res, _ := applied(t, sheetXML(t, rows(lines...)), change{"Plan", "A2", rules.SetNumber, "2", "8", ""})
			var got []string
			f := booktest.Open(t, res.Data)
			for _, cell := range cells {
				got = append(got, raw(t, f, "Plan", cell))
			}
			if s := strings.Join(got, " "); s != tt.after {
				t.Errorf("%s show %q, want %q", tt.cells, s, tt.after)
			}
		})
	}
}

func TestSpillOfAnotherSize(t *testing.T) {
	data := sheetXML(t, rows("A1 1", "A2 2", "A3 9", `B1 =<f t="array" ref="B1:B2">_xlfn._xlws.FILTER(A1:A3,A1:A3&lt;5)</f>|1`, "B2 2"))
	p := booktest.Parts(t, data)["xl/worksheets/sheet1.xml"]
	data = repack(t, data, "xl/worksheets/sheet1.xml", strings.Replace(p, `<c r="B1">`, `<c r="B1" cm="1">`, 1))
	for cell, want := range map[string]string{"A2": "1 4", "A3": " "} {
		old := map[string]string{"A2": "2", "A3": "9"}[cell]
		res, _ := applied(t, data, change{"Plan", cell, rules.SetNumber, old, "4", ""})
		f := booktest.Open(t, res.Data)
		if got := raw(t, f, "Plan", "B1") + " " + raw(t, f, "Plan", "B2"); got != want {
			t.Errorf("%s: show %q, want %q", cell, got, want)
		}
	}
}

func TestArrayFormulaAndWhatReadsIt(t *testing.T) {
	data := sheetXML(t, rows("A1 1", "A2 2", `B1 =<f t="array" ref="B1:B2">A1:A2*2</f>|2`, "B2 4", "C1 =B2+1|5"))
	_, after := applied(t, data, change{"Plan", "A2", rules.SetNumber, "2", "8", ""})
	if got := after["xl/worksheets/sheet1.xml"]; !strings.Contains(got, "<f>B2+1</f><v>17</v>") {
		t.Errorf("got %s", got)
	}
}

// Hidden rows count in a subtotal or not; those that a filter may have hidden
// make it uncertain.
func TestSubtotals(t *testing.T) {
	for _, tt := range []struct{ name, formula, row, filter, stored, after string }{
		{"all visible", "SUBTOTAL(9,A1:A3)", `<row r="2">`, "", "6", "12"},
		{"hidden by hand", "SUBTOTAL(9,A1:A3)", `<row r="2" hidden="1">`, "", "6", "12"},
		{"hidden by hand, visible only", "SUBTOTAL(109,A1:A3)", `<row r="2" hidden="1">`, "", "4", "4"},
		{"perhaps hidden by a filter", "SUBTOTAL(9,A1:A3)", `<row r="2" hidden="1">`, `<autoFilter ref="A1:A3"><filterColumn colId="0"><filters><filter val="1"/></filters></filterColumn></autoFilter>`, "4", ""},
		{"mean", "SUBTOTAL(1,A1:A3)", `<row r="2">`, "", "2", "4"},
		{"over another", "SUBTOTAL(9,A1:A3,B1)", `<row r="2">`, "", "6", "12"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			body := strings.Replace(rows("A1 1", "B1 =SUBTOTAL(2,A1:A3)|3", "C1 ="+tt.formula+"|"+tt.stored, "A2 2", "A3 3"), `<row r="2">`, tt.row, 1)
			res, _ := applied(t, sheetXML(t, body+tt.filter), change{"Plan", "A2", rules.SetNumber, "2", "8", ""})
			if got := raw(t, booktest.Open(t, res.Data), "Plan", "C1"); got != tt.after {
				t.Errorf("shows %q, want %q", got, tt.after)
			}
		})
	}
}

func TestLongChain(t *testing.T) {
	lines := []string{"A1 1", "B1 =A1|1"}
	const n = 3000
	for r := 2; r <= n; r++ {
		lines = append(lines, fmt.Sprintf("B%d =B%d+1|%d", r, r-1, r))
	}
	res, _ := applied(t, sheetXML(t, rows(lines...)), change{"Plan", "A1", rules.SetNumber, "1", "8", ""})
	if got := raw(t, booktest.Open(t, res.Data), "Plan", fmt.Sprintf("B%d", n)); got != fmt.Sprint(n+7) {
		t.Errorf("the end of the chain shows %q", got)
	}
	if res.Recalculated != n || res.Cleared != 0 {
		t.Errorf("%d recalculated, %d cleared", res.Recalculated, res.Cleared)
	}
}

func TestChainTooLongToCalculate(t *testing.T) {
	fulltest.Only(t) // 100,000 formulas
	lines := []string{"A1 1", "B1 =A1|1"}
	const n = 100_000
	for r := 2; r <= n; r++ {
		lines = append(lines, fmt.Sprintf("B%d =B%d+1|%d", r, r-1, r))
	}
	res, after := applied(t, sheetXML(t, rows(lines...)), change{"Plan", "A1", rules.SetNumber, "1", "8", ""})
	if res.Recalculated != calculateFormulas || res.Cleared != n-calculateFormulas {
		t.Errorf("%d recalculated, %d cleared", res.Recalculated, res.Cleared)
	}
	if !strings.Contains(after["xl/workbook.xml"], `fullCalcOnLoad="1"`) {
		t.Error("the opening program is not told to calculate")
	}
}

func TestCalcChain(t *testing.T) {
	data := sheetXML(t, rows("A1 7", "B1 =A1*2|14"))
	p := booktest.Parts(t, data)
	data = repack(t, data, "xl/calcChain.xml", `<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="B1" i="1"/></calcChain>`,
		opc.TypesPart, strings.Replace(p[opc.TypesPart], "</Types>", `<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"></Override></Types>`, 1),
		"xl/_rels/workbook.xml.rels", strings.Replace(p["xl/_rels/workbook.xml.rels"], "</Relationships>", `<Relationship Id="rIdC" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>`, 1))
	_, after := applied(t, data, change{"Plan", "A1", rules.SetNumber, "7", "8", ""})
	if after["xl/calcChain.xml"] == "" {
		t.Error("removed though no formula was added")
	}
	_, after = applied(t, data, change{"Plan", "A1", rules.SetFormula, "7", "4*2", "8"})
	for name, text := range after {
		if name == "xl/calcChain.xml" || strings.Contains(text, "calcChain") {
			t.Errorf("%s still has it: %s", name, text)
		}
	}
}

// A name that OFFSET makes is followed as the formula itself would be.
func TestNamesThatMove(t *testing.T) {
	data := sheetXML(t, rows("A1 1", "A2 2", "A3 3", "B1 =SUM(Värden)|6", "B2 =SUM(Andra)|2", "B3 =AVERAGE(Värden)*MYFUNC(1)|2"))
	book := booktest.Parts(t, data)["xl/workbook.xml"]
	data = repack(t, data, "xl/workbook.xml", strings.Replace(book, "</sheets>", `</sheets><definedNames><definedName name="Andra">OFFSET(Plan!$A$1,1,0,1,1)</definedName><definedName name="Värden">OFFSET(Plan!$A$1,0,0,COUNT(Plan!$A:$A),1)</definedName></definedNames>`, 1))
	res, _ := applied(t, data, change{"Plan", "A3", rules.SetNumber, "3", "8", ""})
	f := booktest.Open(t, res.Data)
	if got := raw(t, f, "Plan", "B1") + " " + raw(t, f, "Plan", "B2"); got != "11 2" {
		t.Errorf("show %q", got)
	}
}
