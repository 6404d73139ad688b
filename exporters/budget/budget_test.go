package budget

import (
	"flag"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"riskbok/exporters/workbook"
	"riskbok/exporters/workbook/booktest"
	"riskbok/rules"
	"riskbok/rules/model"
)

var (
	update = flag.Bool("update", false, "write the golden files anew")
	keep   = flag.String("keep", "", "file to keep the example workbook in, for looking at")
)

// TestGolden holds every cell of the example workbook: value and formula as
// text, number format where it has one.
func TestGolden(t *testing.T) {
	r, b := harbour()
	f, data := rendered(t, r, b)
	if *keep != "" {
		if err := os.WriteFile(*keep, data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got := dump(t, f)
	const golden = "testdata/harbour.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("cells differ from %s:\n%s", golden, booktest.Difference(got, string(want)))
	}
}

func dump(t *testing.T, f *excelize.File) string {
	var b strings.Builder
	for _, sheet := range f.GetSheetList() {
		fmt.Fprintf(&b, "== %s\n", sheet)
		each(t, f, sheet, func(at, value, formula string) {
			fmt.Fprintf(&b, "%s %q", at, value)
			if formula != "" {
				fmt.Fprintf(&b, " =%s", formula)
			}
			if format := numberFormat(t, f, sheet, at); format != "" {
				fmt.Fprintf(&b, " %s", format)
			}
			if fill(t, f, sheet, at) == workbook.FillWarn {
				b.WriteString(" marked")
			}
			b.WriteByte('\n')
		})
		merged, err := f.GetMergeCells(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range merged {
			fmt.Fprintf(&b, "merged %s:%s\n", m.GetStartAxis(), m.GetEndAxis())
		}
	}
	return b.String()
}

// each visits the cells of a sheet that have a value or a formula.
func each(t *testing.T, f *excelize.File, sheet string, visit func(at, value, formula string)) {
	t.Helper()
	rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	for r, row := range rows {
		for c := range row {
			formula, err := f.GetCellFormula(sheet, workbook.Ref(r, c))
			if err != nil {
				t.Fatal(err)
			}
			if row[c] != "" || formula != "" {
				visit(workbook.Ref(r, c), row[c], formula)
			}
		}
	}
}

func style(t *testing.T, f *excelize.File, sheet, at string) *excelize.Style {
	t.Helper()
	id, err := f.GetCellStyle(sheet, at)
	if err != nil {
		t.Fatal(err)
	}
	s, err := f.GetStyle(id)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func numberFormat(t *testing.T, f *excelize.File, sheet, at string) string {
	if format := style(t, f, sheet, at).CustomNumFmt; format != nil {
		return *format
	}
	return ""
}

func fill(t *testing.T, f *excelize.File, sheet, at string) string {
	if c := style(t, f, sheet, at).Fill.Color; len(c) > 0 {
		return strings.TrimPrefix(c[0], "FF")
	}
	return ""
}

// TestStoredResults holds every stored result equal to what its formula gives.
func TestStoredResults(t *testing.T) {
	r, b := harbour()
	f, _ := rendered(t, r, b)
	checked := 0
	for _, sheet := range f.GetSheetList() {
		each(t, f, sheet, func(at, value, formula string) {
			if formula == "" {
				return
			}
			text, err := f.CalcCellValue(sheet, at, excelize.Options{RawCellValue: true})
			if err != nil {
				t.Errorf("%s!%s: %v: %s", sheet, at, err, formula)
				return
			}
			got, _ := strconv.ParseFloat(text, 64)
			stored, err := strconv.ParseFloat(value, 64)
			if err != nil || math.Abs(got-stored) > 1e-9 {
				t.Errorf("%s!%s is stored as %q, calculated %q: %s", sheet, at, value, text, formula)
			}
			checked++
		})
	}
	if checked < 50 {
		t.Errorf("only %d formulas", checked)
	}
}

// TestCharts: what the charts show are the right cells.
func TestCharts(t *testing.T) {
	r, b := harbour()
	_, data := rendered(t, r, b)
	parts := booktest.Parts(t, data)
	for i, want := range [][]string{
		{"Alternativ 1: andel per part 2027", "<f>&#39;Budget 2027&#39;!$A$6:$A$8</f>", "<f>&#39;Budget 2027&#39;!$C$6:$C$8</f>", "pieChart"},
		{"Alternativ 2: andel per part 2027", "<f>&#39;Budget 2027&#39;!$A$6:$A$7</f>", "<f>&#39;Budget 2027&#39;!$H$6:$H$7</f>", "pieChart"},
		{"budget mot utfall och prognos", "<f>Ekonomiuppföljning!$B$6:$B$8</f>", "<f>Ekonomiuppföljning!$C$6:$C$8</f>", "barChart", "mnkr", "low"},
		{"Ekonomi per post"},
		{"Andel per part", "<f>Kostnadsfördelning!$B$6:$B$8</f>", "pieChart"},
		{"Andel per part"},
	} {
		text := parts[fmt.Sprintf("xl/charts/chart%d.xml", i+1)]
		for _, w := range want {
			if !strings.Contains(text, w) && !strings.Contains(text, strings.ReplaceAll(w, "&#39;", "'")) {
				t.Errorf("chart %d does not have %s", i+1, w)
			}
		}
	}
	if parts["xl/charts/chart7.xml"] != "" {
		t.Error("there are more charts")
	}
	// Rows under charts have their height, and the second follow-up its own page.
	follow := parts["xl/worksheets/sheet2.xml"]
	for _, want := range []string{`<row r="20" ht="15"`, `<row r="50" ht="15"`, `<brk id="`} {
		if !strings.Contains(follow, want) {
			t.Errorf("the sheet of follow-ups does not have %s", want)
		}
	}
}

// TestReversed: a table that counts budget minus outcome keeps doing so.
func TestReversed(t *testing.T) {
	b := table(0, "Ekonomi", 1, model.UnitMnkr, "Budget 2027/budget | Utfall 2027/outcome | Avvikelse/deviation", `
Avgifter:: 5.9 6.2 -0.3
Bidrag:: 2.0 1.5 0.5`)
	b.Year = 2027
	r := &rules.Report{Documents: []*model.Document{{Kind: model.KindPDF, Places: []model.Place{{File: "a.pdf", Page: 1}}}}}
	f, _ := rendered(t, r, &model.Book{Board: "Nämnden", Year: 2027, Budgets: []*model.Budget{b}})
	for at, want := range map[string]string{"D6": "B6-C6 -0.3", "D7": "B7-C7 0.5"} {
		formula, _ := f.GetCellFormula("Ekonomiuppföljning", at)
		value, _ := f.GetCellValue("Ekonomiuppföljning", at, excelize.Options{RawCellValue: true})
		if got := formula + " " + value; got != want {
			t.Errorf("%s is %s, want %s", at, got, want)
		}
	}
}
