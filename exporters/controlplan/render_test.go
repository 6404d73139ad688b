package controlplan

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"riskbok/exporters/workbook/booktest"
	"riskbok/rules/fulltest"

	"riskbok/exporters/workbook"

	"github.com/xuri/excelize/v2"

	"riskbok/config"
	"riskbok/exporters/output"
	"riskbok/rules/model"
)

var (
	update = flag.Bool("update", false, "write the golden files anew")
	keep   = flag.String("keep", "", "folder to keep the example workbooks in, for looking at")
)

// TestGolden holds every cell of the example workbook, in every template: value
// and formula as text.
func TestGolden(t *testing.T) {
	for _, name := range config.TemplateNames() {
		t.Run(name, func(t *testing.T) {
			f, data := rendered(t, harbour(usual(t)).report(), template(t, name))
			kept(t, name, data)
			got := dump(t, f)
			golden := filepath.Join("testdata", name+".golden")
			if *update {
				if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatalf("%v: .ci/golden writes it", err)
			}
			if got != string(want) {
				t.Errorf("cells differ from %s:\n%s", golden, booktest.Difference(got, string(want)))
			}
		})
	}
}

// kept writes a workbook where someone wants to look at it.
func kept(t *testing.T, name string, data []byte) {
	t.Helper()
	if *keep == "" {
		return
	}
	if err := os.WriteFile(filepath.Join(*keep, name+".xlsx"), data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// dump lists every cell: its value and, where it has one, its formula. Of the
// matrix's helper rows below the plan only the first is listed.
func dump(t *testing.T, f *excelize.File) string {
	var b strings.Builder
	for _, sheet := range f.GetSheetList() {
		fmt.Fprintf(&b, "== %s\n", sheet)
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		blank := 0
		for r, row := range rows {
			for c := range row {
				at := workbook.Ref(r, c)
				fx := formula(t, f, sheet, at)
				if row[c] == "" && fx == "" {
					continue
				}
				if row[c] == "" && sheet == "Riskmatris" && r > 12 {
					if blank++; blank > 2 {
						continue
					}
				}
				fmt.Fprintf(&b, "%s %q", at, row[c])
				if fx != "" {
					fmt.Fprintf(&b, " =%s", fx)
				}
				b.WriteByte('\n')
			}
		}
	}
	return b.String()
}

// checkFormulas holds stored results, by default of one formula in 60, equal to what
// the formula gives, and counts the formulas.
func checkFormulas(t *testing.T, f *excelize.File) (checked int) {
	t.Helper()
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		covered := coveredCells(t, f, sheet)
		for r, row := range rows {
			for c := range row {
				at := workbook.Ref(r, c)
				fx := formula(t, f, sheet, at)
				if fx == "" || covered[at] {
					continue
				}
				if checked++; checked%fulltest.Cases(60, 1) != 0 {
					continue
				}
				got, err := f.CalcCellValue(sheet, at, excelize.Options{RawCellValue: true})
				if err != nil {
					t.Errorf("%s!%s: %v: %s", sheet, at, err, fx)
					continue
				}
				if got != row[c] {
					t.Errorf("%s!%s is stored as %q, calculated %q: %s", sheet, at, row[c], got, fx)
				}
			}
		}
	}
	return checked
}

// coveredCells are those that a merged area hides; excelize gives them the
// formula of the area's first cell.
func coveredCells(t *testing.T, f *excelize.File, sheet string) map[string]bool {
	t.Helper()
	merged, err := f.GetMergeCells(sheet)
	if err != nil {
		t.Fatal(err)
	}
	out := map[string]bool{}
	for _, m := range merged {
		c1, r1, _ := excelize.CellNameToCoordinates(m.GetStartAxis())
		c2, r2, _ := excelize.CellNameToCoordinates(m.GetEndAxis())
		for r := r1; r <= r2; r++ {
			for c := c1; c <= c2; c++ {
				out[workbook.Ref(r-1, c-1)] = r != r1 || c != c1
			}
		}
	}
	return out
}

func TestStoredResults(t *testing.T) {
	for _, name := range fulltest.Part(config.TemplateNames(), 4) {
		t.Run(name, func(t *testing.T) {
			f, _ := rendered(t, harbour(usual(t)).report(), template(t, name))
			if n := checkFormulas(t, f); n < 100 {
				t.Errorf("only %d formulas", n)
			}
		})
	}
}

func TestFileNames(t *testing.T) {
	scale := usual(t)
	one := riskRow{number: "R1", event: "Avbrott", likelihood: "Möjlig", consequence: "Lindrig"}
	for _, tt := range []struct {
		board string
		year  int
		want  string
	}{
		{"Miljö- och hamnnämnden", 2026, "miljo-och-hamnnamnden-2026-internkontrollplan.xlsx"},
		{"ÅÄÖ / \\ : * ? \" < > | nämnden.", 2025, "aao-namnden-2025-internkontrollplan.xlsx"},
		{"", 2026, "hamnen-2026-internkontrollplan.xlsx"},
		{"Kultur & fritid", 0, "kultur-fritid-internkontrollplan.xlsx"},
		{"../../etc/passwd", 2026, "etc-passwd-2026-internkontrollplan.xlsx"},
		{"CON", 2026, "con-2026-internkontrollplan.xlsx"},
		{"Ложь", 2026, "hamnen-2026-internkontrollplan.xlsx"},
		{strings.Repeat("Lång nämnd ", 40), 2026, "lang-namnd-lang-namnd-lang-namnd-lang-namnd-lang-namnd-lang-namnd-lang-namnd-lan-2026-internkontrollplan.xlsx"},
	} {
		f := newFixture(tt.board, tt.year)
		f.register("Riskanalys", true, true, scale, one)
		files, err := Render(f.report(), output.Options{Lang: swedish(t), Template: template(t, config.DefaultTemplate)})
		if err != nil {
			t.Fatal(err)
		}
		if len(files) != 1 || files[0].Name != tt.want {
			t.Errorf("%q %d: %v, want %s", tt.board, tt.year, names(files), tt.want)
		}
	}
}

func names(files []model.File) []string {
	var out []string
	for _, f := range files {
		out = append(out, f.Name)
	}
	return out
}

func TestBooks(t *testing.T) {
	scale := usual(t)
	one := riskRow{number: "R1", event: "Avbrott", likelihood: "Möjlig", consequence: "Lindrig"}
	a, b, empty := newFixture("Nämnden", 2026), newFixture("nämnden!", 2026), newFixture("Tom", 2026)
	a.register("A", true, true, scale, one)
	b.register("B", true, true, scale, one)
	empty.register("C", true, true, scale)
	r := a.report()
	r.Books = append(r.Books, b.book, empty.book)
	files, err := Render(r, output.Options{Template: template(t, config.DefaultTemplate)})
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(names(files), " "); got != "namnden-2026-internkontrollplan.xlsx namnden-2026-internkontrollplan-2.xlsx" {
		t.Errorf("workbooks are %s", got)
	}
	if _, err := Render(r, output.Options{}); err == nil {
		t.Error("no error without a template")
	}
}

func TestDeterministic(t *testing.T) {
	_, a := rendered(t, harbour(usual(t)).report(), template(t, config.DefaultTemplate))
	_, b := rendered(t, harbour(usual(t)).report(), template(t, config.DefaultTemplate))
	if string(a) != string(b) {
		t.Error("two runs give different bytes")
	}
}
