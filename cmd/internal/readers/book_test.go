//go:build readers

package readers_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"math"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"riskbok/exporters/workbook"
)

// book is what one reader saw of a workbook.
type book struct {
	Error  string
	Sheets []sheet
	Names  [][2]string // with what they refer to
}

type sheet struct {
	Name      string
	Cells     map[string][2]string // value and formula
	Merged    []string
	Validated int // cells with a drop-down
}

// load reads the result that a reader in another language wrote.
func load(t *testing.T, path string) *book {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	b := &book{}
	if err := json.Unmarshal(data, b); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return b
}

// stored reads a workbook with excelize, each value as it is stored.
func stored(data []byte) (*book, error) {
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	b := &book{}
	for _, name := range f.GetSheetList() {
		s, err := storedSheet(f, name)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		b.Sheets = append(b.Sheets, s)
	}
	for _, n := range f.GetDefinedName() {
		b.Names = append(b.Names, [2]string{n.Name, n.RefersTo})
	}
	return b, nil
}

func storedSheet(f *excelize.File, name string) (sheet, error) {
	s := sheet{Name: name, Cells: map[string][2]string{}}
	rows, err := f.GetRows(name, excelize.Options{RawCellValue: true})
	if err != nil {
		return s, err
	}
	covered, err := under(f, name)
	if err != nil {
		return s, err
	}
	width := 0
	for _, row := range rows {
		width = max(width, len(row))
	}
	for r, row := range rows {
		for c := range width {
			cell, err := excelize.CoordinatesToCellName(c+1, r+1)
			if err != nil {
				return s, err
			}
			if covered[[2]int{r + 1, c + 1}] {
				continue // excelize would give the formula of the first cell of the merged range
			}
			formula, err := f.GetCellFormula(name, cell)
			if err != nil {
				return s, err
			}
			value := ""
			if c < len(row) {
				value = row[c]
			}
			if kind, err := f.GetCellType(name, cell); err == nil && kind == excelize.CellTypeBool {
				value = map[string]string{"1": "TRUE", "0": "FALSE"}[value]
			}
			if value != "" || formula != "" {
				s.Cells[cell] = [2]string{value, formula}
			}
		}
	}
	merged, err := f.GetMergeCells(name)
	if err != nil {
		return s, err
	}
	for _, m := range merged {
		s.Merged = append(s.Merged, m.GetStartAxis()+":"+m.GetEndAxis())
	}
	s.Validated, err = validated(f, name)
	return s, err
}

// under lists the cells of merged ranges but the first of each.
func under(f *excelize.File, name string) (map[[2]int]bool, error) {
	merged, err := f.GetMergeCells(name, true)
	if err != nil {
		return nil, err
	}
	out := map[[2]int]bool{}
	for _, m := range merged {
		if err := eachCell(m.GetStartAxis(), m.GetEndAxis(), func(row, col int) { out[[2]int{row, col}] = true }); err != nil {
			return nil, err
		}
		if err := eachCell(m.GetStartAxis(), m.GetStartAxis(), func(row, col int) { delete(out, [2]int{row, col}) }); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// eachCell visits the cells of a range.
func eachCell(from, to string, visit func(row, col int)) error {
	c1, r1, err := excelize.CellNameToCoordinates(from)
	if err != nil {
		return err
	}
	c2, r2, err := excelize.CellNameToCoordinates(to)
	if err != nil {
		return err
	}
	for r := r1; r <= r2; r++ {
		for c := c1; c <= c2; c++ {
			visit(r, c)
		}
	}
	return nil
}

// validated counts the cells with a drop-down, each once.
func validated(f *excelize.File, name string) (int, error) {
	rules, err := f.GetDataValidations(name)
	if err != nil {
		return 0, err
	}
	cells := map[[2]int]bool{}
	for _, d := range rules {
		for _, area := range strings.Fields(d.Sqref) {
			from, to, pair := strings.Cut(area, ":")
			if !pair {
				to = from
			}
			if err := eachCell(from, to, func(row, col int) { cells[[2]int{row, col}] = true }); err != nil {
				return 0, err
			}
		}
	}
	return len(cells), nil
}

// differences compares what another reader saw with what is stored: the values
// and, where it keeps them, formulas, merged ranges, drop-downs and names.
func differences(want, got *book, whole bool) []string {
	if !whole {
		want, got = uncoded(want), uncoded(got)
	}
	if got.Error != "" {
		return []string{got.Error}
	}
	if len(want.Sheets) != len(got.Sheets) {
		return []string{fmt.Sprintf("%d sheets, want %d", len(got.Sheets), len(want.Sheets))}
	}
	var out []string
	for i := range want.Sheets {
		w, g := &want.Sheets[i], &got.Sheets[i]
		if w.Name != g.Name {
			out = append(out, fmt.Sprintf("sheet %q, want %q", g.Name, w.Name))
		}
		out = append(out, cellDifferences(w, g, whole)...)
		if whole && fmt.Sprint(sorted(w.Merged)) != fmt.Sprint(sorted(g.Merged)) {
			out = append(out, fmt.Sprintf("%s: merged %v, want %v", w.Name, g.Merged, w.Merged))
		}
		if whole && w.Validated != g.Validated {
			out = append(out, fmt.Sprintf("%s: %d cells with a drop-down, want %d", w.Name, g.Validated, w.Validated))
		}
	}
	if w, g := places(want.Names), places(got.Names); whole && fmt.Sprint(w) != fmt.Sprint(g) {
		out = append(out, fmt.Sprintf("names %v, want %v", g, w))
	}
	return out
}

// uncoded gives a book without the code of the underscore: LibreOffice reads
// the text "_x005F_x000D_" right, and writes it as though it were a code.
func uncoded(b *book) *book {
	out := *b
	out.Sheets = slices.Clone(b.Sheets)
	for i := range out.Sheets {
		s := &out.Sheets[i]
		s.Cells = maps.Clone(s.Cells)
		for at, c := range s.Cells {
			s.Cells[at] = [2]string{strings.ReplaceAll(c[0], "_x005F_", "_"), c[1]}
		}
	}
	return &out
}

func cellDifferences(w, g *sheet, formulas bool) (out []string) {
	for _, cell := range cells(w, g) {
		a, b := w.Cells[cell], g.Cells[cell]
		if !same(a[0], b[0]) {
			out = append(out, fmt.Sprintf("%s %s is %.80q, want %.80q", w.Name, cell, b[0], a[0]))
		}
		if formulas && a[1] != b[1] {
			out = append(out, fmt.Sprintf("%s %s has the formula %.120q, want %.120q", w.Name, cell, b[1], a[1]))
		}
	}
	return out
}

// cells lists the cells of either sheet.
func cells(w, g *sheet) []string {
	var out []string
	for cell := range w.Cells {
		out = append(out, cell)
	}
	for cell := range g.Cells {
		if _, ok := w.Cells[cell]; !ok {
			out = append(out, cell)
		}
	}
	slices.Sort(out)
	return out
}

// same compares two values: as texts, else as numbers, to the 15 digits that
// LibreOffice writes.
func same(a, b string) bool {
	if a == b {
		return true
	}
	x, err := strconv.ParseFloat(a, 64)
	y, err2 := strconv.ParseFloat(b, 64)
	return err == nil && err2 == nil && math.Abs(x-y) <= 1e-14*math.Abs(x)
}

func sorted(list []string) []string {
	out := slices.Clone(list)
	slices.Sort(out)
	return out
}

// places lists the names that refer to cells, but those of print titles and
// filters, which not every reader keeps, and those that sheets have each for
// themselves: of several that are called alike exceljs keeps one.
func places(names [][2]string) []string {
	var out []string
	for _, n := range names {
		if strings.Contains(n[1], "!") && !strings.HasPrefix(n[0], "_xlnm.") && n[0] != workbook.AsideName {
			out = append(out, n[0]+" "+strings.ReplaceAll(n[1], "'", ""))
		}
	}
	return sorted(out)
}
