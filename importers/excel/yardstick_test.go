package excel

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"riskbok/importers/grid"
	"riskbok/importers/source"
	"riskbok/rules/fulltest"
	"riskbok/rules/model"
)

// generated makes a workbook of several sheets with excelize: texts, numbers,
// truth values, formulas with and without results, merged areas, gaps.
func generated(t testing.TB, seed uint64, sheets, rows, cols int) []byte {
	t.Helper()
	rnd := rand.New(rand.NewPCG(seed, 1))
	f := excelize.NewFile()
	defer f.Close()
	check := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	words := []string{"Osannolik", "Mindre sannolik", "Möjlig", "Sannolik", "  mellan  rum ", "rad 1\nrad 2", "<&\"'>", "_x000D_", "år 2025", "=inte formel", "R1", "\tflik"}
	date, err := f.NewStyle(&excelize.Style{NumFmt: 14})
	check(err)
	for s := range sheets {
		sheet := "Blad " + strconv.Itoa(s+1)
		_, err := f.NewSheet(sheet)
		check(err)
		for r := 1; r <= rows; r++ {
			for c := 1; c <= cols; c++ {
				cell := model.ColumnName(c) + strconv.Itoa(r)
				switch rnd.IntN(10) {
				case 0, 1, 2:
					check(f.SetCellStr(sheet, cell, words[rnd.IntN(len(words))]))
				case 3:
					check(f.SetCellValue(sheet, cell, rnd.IntN(17)))
				case 4:
					check(f.SetCellValue(sheet, cell, float64(rnd.IntN(1_000_000))/1000))
				case 5:
					check(f.SetCellValue(sheet, cell, rnd.IntN(2) == 0))
				case 6:
					check(f.SetCellFormula(sheet, cell, fmt.Sprintf("$A%d&\"x\"", r)))
				case 7:
					check(f.SetCellRichText(sheet, cell, []excelize.RichTextRun{{Text: "Möj"}, {Text: "lig ", Font: &excelize.Font{Bold: true}}}))
				case 8:
					check(f.SetCellStyle(sheet, cell, cell, date))
				}
			}
		}
		kind, ref := excelize.STCellFormulaTypeShared, "H2:H"+strconv.Itoa(rows)
		check(f.SetCellFormula(sheet, "H2", "C2*$D$1+SUM(A$1:B2)", excelize.FormulaOpts{Type: &kind, Ref: &ref}))
		check(f.MergeCell(sheet, "A"+strconv.Itoa(rows+2), "C"+strconv.Itoa(rows+3)))
		check(f.SetCellStr(sheet, "A"+strconv.Itoa(rows+2), "sammanfogad"))
		check(f.SetCellInt(sheet, "F"+strconv.Itoa(rows+4), 1))
		check(f.SetColVisible(sheet, "B", false))
	}
	check(f.SetSheetVisible("Blad 1", false))
	var buf bytes.Buffer
	check(f.Write(&buf))
	return buf.Bytes()
}

// Our cells are excelize's: raw values, formulas, merged areas.
func TestSameCellsAsExcelize(t *testing.T) {
	for seed := range uint64(fulltest.Cases(3, 20)) {
		data := generated(t, seed, 3, 40, 8)
		f, err := excelize.OpenReader(bytes.NewReader(data))
		if err != nil {
			t.Fatal(err)
		}
		wb, err := read(t, data)
		if err != nil {
			t.Fatal(err)
		}
		sound(t, wb)
		if names := f.GetSheetList(); len(names) != len(wb.Tables) {
			t.Fatalf("sheets %v, %d tables", names, len(wb.Tables))
		}
		if n := wb.filled(); n < 500 {
			t.Fatalf("only %d cells to compare", n)
		}
		for i := range wb.Tables {
			compareTable(t, f, &wb.Tables[i])
		}
		f.Close()
	}
}

func compareTable(t *testing.T, f *excelize.File, table *grid.Table) {
	t.Helper()
	rows, err := f.GetRows(table.Name, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	for r := range max(len(rows), len(table.Rows)) {
		for c := range 12 {
			cell := table.Cell(r, c)
			ref := cell.At.Cell()
			want := ""
			if r < len(rows) && c < len(rows[r]) {
				want = rows[r][c]
			}
			if cell.Kind == grid.Bool { // excelize's raw values are 1 and 0
				want = strings.NewReplacer("1", "TRUE", "0", "FALSE").Replace(want)
			}
			formula, err := f.GetCellFormula(table.Name, ref)
			if err != nil {
				t.Fatal(err)
			}
			if cell.Formula != formula {
				t.Fatalf("%s %s: formula %q, excelize %q", table.Name, ref, cell.Formula, formula)
			}
			if formula == "" && cell.Text != want {
				t.Fatalf("%s %s: %q, excelize %q", table.Name, ref, cell.Text, want)
			}
		}
	}
	merges, err := f.GetMergeCells(table.Name)
	if err != nil {
		t.Fatal(err)
	}
	for _, m := range merges {
		first, last, _ := strings.Cut(m[0], ":")
		col, row, _ := excelize.CellNameToCoordinates(first)
		endCol, endRow, _ := excelize.CellNameToCoordinates(last)
		c := table.Cell(row-1, col-1)
		if int(c.RowSpan) != endRow-row+1 || int(c.ColSpan) != endCol-col+1 {
			t.Errorf("%s: merged area %s, cell %+v", table.Name, m[0], *c)
		}
	}
}

// damagedCopies are ways to damage bytes.
var damagedCopies = []func(rnd *rand.Rand, b []byte) []byte{
	func(rnd *rand.Rand, b []byte) []byte { b[rnd.IntN(len(b))] ^= byte(1 + rnd.IntN(255)); return b },
	func(rnd *rand.Rand, b []byte) []byte { return b[:rnd.IntN(len(b))] },
	func(rnd *rand.Rand, b []byte) []byte {
		at := rnd.IntN(len(b))
		clear(b[at:min(len(b), at+1+rnd.IntN(200))])
		return b
	},
	func(rnd *rand.Rand, b []byte) []byte {
		at := rnd.IntN(len(b))
		return append(b[:at], b[min(len(b), at+1+rnd.IntN(50)):]...)
	},
	func(rnd *rand.Rand, b []byte) []byte {
		at, from := rnd.IntN(len(b)), rnd.IntN(len(b))
		copy(b[at:], bytes.Clone(b[from:min(len(b), from+rnd.IntN(80))]))
		return b
	},
}

// No damaged copy of a workbook gives fewer cells in silence.
func TestDamagedCopies(t *testing.T) {
	data := generated(t, 5, 2, 20, 8)
	whole, err := read(t, data)
	if err != nil {
		t.Fatal(err)
	}
	want := whole.filled()
	rnd := rand.New(rand.NewPCG(11, 2))
	found := 0
	for i := range 1500 {
		wb, err := read(t, damagedCopies[i%len(damagedCopies)](rnd, bytes.Clone(data)))
		if err != nil || len(wb.Damage) > 0 {
			found++
			continue
		}
		if got := wb.filled(); got < want {
			t.Errorf("copy %d: %d cells of %d, and no damage", i, got, want)
		}
	}
	if found < 1000 {
		t.Errorf("only %d of 1500 copies were found damaged", found)
	}
}

// The same with the damage inside the parts, where no checksum tells of it:
// single bytes changed and parts cut short. What is still a sound document
// with other values cannot be told from a right one; it must hold as many
// cells.
func TestDamagedParts(t *testing.T) {
	good := workbookOf(
		rowsOf(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>4</v></c><c r="C1" t="str"><f>A1</f><v>Möjlig</v></c></row>`+
			`<row r="2"><c r="A2" t="s"><v>1</v></c><c r="B2" s="1"><v>45961</v></c></row>`)+`<mergeCells><mergeCell ref="A3:B3"/></mergeCells>`,
		rowsOf(`<row r="2"><c r="B2" t="inlineStr"><is><t>text</t></is></c><c r="C2" t="b"><v>1</v></c></row>`))
	want := mustRead(t, good).filled()
	rnd := rand.New(rand.NewPCG(3, 4))
	for name := range good {
		for i := range fulltest.Cases(40, 400) {
			text := []byte(good[name])
			if i%4 == 0 {
				text = text[:rnd.IntN(len(text))]
			} else {
				text[rnd.IntN(len(text))] = byte(rnd.IntN(256))
			}
			p := good.with(name, string(text))
			wb, err := Sheets(context.Background(), model.File{Data: p.zipped(t)}, source.Options{})
			if err == nil && len(wb.Damage) == 0 && wb.filled() < want {
				t.Errorf("%s: %d cells of %d, and no damage:\n%s", name, wb.filled(), want, text)
			}
		}
	}
}
