package budgetforms_test

import (
	"bytes"
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"riskbok/cmd/internal/budgetforms"
	"riskbok/exporters/budget"
	"riskbok/exporters/output"
	"riskbok/rules/model"
	"riskbok/rules/model/calc"
)

// written is a workbook whose formulas the project's own evaluation computes.
type written struct {
	file   *excelize.File
	sheets []string
	stored bool
	rows   [][][]string // by sheet
	known  map[[3]int]calc.Value
}

func (w *written) Sheet(name string) int {
	for i, s := range w.sheets {
		if s == name {
			return i
		}
	}
	return -1
}

func (w *written) Used(sheet int) (rows, cols int) { return 400, 40 }

func (w *written) Name(string) (string, bool) { return "", false }

// Cell computes a formula anew and gives the stored value of any other cell.
func (w *written) Cell(sheet, row, col int) (calc.Value, bool) {
	at := [3]int{sheet, row, col}
	if v, ok := w.known[at]; ok {
		return v, true
	}
	name, _ := excelize.CoordinatesToCellName(col, row)
	formula, _ := w.file.GetCellFormula(w.sheets[sheet], name)
	if formula != "" && !w.stored {
		p, ok := calc.Compile(formula, sheet, w)
		if !ok {
			return calc.Value{}, false
		}
		reads := 1 << 20
		v, ok := p.Run(w, &reads)
		if ok {
			w.known[at] = v
		}
		return v, ok
	}
	raw, _ := w.file.GetCellValue(w.sheets[sheet], name, excelize.Options{RawCellValue: true})
	var number float64
	if _, err := fmt.Sscan(raw, &number); err == nil && !strings.ContainsAny(raw, " –") {
		return calc.Value{Kind: calc.Number, Num: number}, true
	}
	return calc.Value{}, true
}

// TestConvert: what is written of a budget in order has a formula for every amount
// that follows from others, and each gives the amount of the source.
func TestConvert(t *testing.T) {
	for seed := range *seeds {
		f := budgetforms.Make(uint64(seed))
		r, _ := judge(t, "form.xlsx", write(t, f))
		files, err := budget.Render(r, output.Options{Version: "1"})
		if err != nil || len(files) == 0 {
			t.Fatalf("seed %d: %d workbooks, %v", seed, len(files), err)
		}
		if faults := held(t, f, r.Documents[0].Budgets, files, false); len(faults) > 0 {
			t.Errorf("seed %d (%s): %s", seed, f.Name, strings.Join(faults, "; "))
			keep(t, fmt.Sprintf("convert-%d.xlsx", seed), files[0].Data)
		}
	}
}

// held compares the lines of written workbooks, one for each year, with those of
// their source. Of files that another program computed the stored values count, else
// formulas are computed here.
func held(t *testing.T, f *budgetforms.Form, budgets []model.Budget, files []model.File, stored bool) (faults []string) {
	t.Helper()
	var books []*written
	for i := range files {
		file, err := excelize.OpenReader(bytes.NewReader(files[i].Data))
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		w := &written{file: file, stored: stored, sheets: file.GetSheetList(), known: map[[3]int]calc.Value{}}
		for _, sheet := range w.sheets {
			rows, err := file.GetRows(sheet)
			if err != nil {
				t.Fatal(err)
			}
			w.rows = append(w.rows, rows)
		}
		books = append(books, w)
	}
	formulas := 0
	for i := range budgets {
		for j := range budgets[i].Lines {
			l := &budgets[i].Lines[j]
			if l.Kind == model.LineGroup {
				continue
			}
			n, fault := lineIn(books, l, budgets[i].Columns)
			formulas += n
			if fault != "" {
				faults = append(faults, fault)
			}
		}
	}
	if formulas < len(f.Totals) {
		faults = append(faults, fmt.Sprintf("%d formulas, want at least %d", formulas, len(f.Totals)))
	}
	return faults
}

// lineIn finds a line by its name in one of some workbooks and counts the formulas
// in its row; each amount of the source must stand there, or below it as printed.
func lineIn(books []*written, l *model.BudgetLine, columns []model.BudgetColumn) (formulas int, fault string) {
	fault = "no line " + l.Name.V
	for _, w := range books {
		for sheet := range w.sheets {
			rows := w.rows[sheet]
			for r := range rows {
				if len(rows[r]) == 0 || rows[r][0] != l.Name.V {
					continue
				}
				printed := r+1 < len(rows) && len(rows[r+1]) > 0 && strings.Contains(rows[r+1][0], l.Name.V) && rows[r+1][0] != l.Name.V
				n, missing := w.row(sheet, r+1, printed, l, columns)
				if missing == "" {
					return n, ""
				}
				fault = missing
			}
		}
	}
	return formulas, fault
}

func (w *written) row(sheet, row int, printed bool, l *model.BudgetLine, columns []model.BudgetColumn) (formulas int, missing string) {
	have, formulas := w.amounts(sheet, row)
	if printed {
		below, _ := w.amounts(sheet, row+1)
		have = append(have, below...)
	}
	for j, v := range l.Amounts {
		role := columns[j].Role // shares are computed anew
		want, found := v.V.InexactFloat64(), !v.OK || role == model.RolePercent || role == model.RolePlain
		for _, h := range have {
			found = found || math.Abs(h-want) <= 2.1*math.Pow10(-model.Decimals(v.V))
		}
		if !found {
			return formulas, fmt.Sprintf("%s: %v is not among %v", l.Name.V, v.V, have)
		}
	}
	return formulas, ""
}

func (w *written) amounts(sheet, row int) (have []float64, formulas int) {
	if row > len(w.rows[sheet]) {
		return nil, 0
	}
	for col := 2; col <= len(w.rows[sheet][row-1])+1; col++ {
		name, _ := excelize.CoordinatesToCellName(col, row)
		if s, _ := w.file.GetCellFormula(w.sheets[sheet], name); s != "" {
			formulas++
		}
		if v, ok := w.Cell(sheet, row, col); ok && v.Kind == calc.Number {
			have = append(have, v.Num)
		}
	}
	return have, formulas
}
