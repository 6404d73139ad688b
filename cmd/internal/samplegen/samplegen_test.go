package samplegen_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"riskbok/cmd/internal/samplegen"
)

var update = flag.Bool("update", false, "rewrite samples/")

const folder = "../../../samples"

// packedBy is the Go whose compression packed the workbooks; another may pack them
// otherwise.
const packedBy = "go1.26"

// TestSamples holds samples/ to the generator, byte for byte. Of workbooks that differ
// it tells the first cell, formula, style, merged cells or width; that alone counts
// where another Go packs them.
func TestSamples(t *testing.T) {
	samples, err := samplegen.All()
	if err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{"README.md": true, "BENCHMARKS.md": true, "pictures": true}
	for _, s := range samples {
		names[strings.Split(s.Name, "/")[0]] = true
		path := filepath.Join(folder, filepath.FromSlash(s.Name))
		if *update {
			if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, s.Data, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		data, err := os.ReadFile(path)
		if err != nil {
			t.Errorf("%v (run the test with -update)", err)
			continue
		}
		if bytes.Equal(data, s.Data) {
			continue
		}
		if strings.HasPrefix(runtime.Version(), packedBy) || !strings.HasSuffix(s.Name, ".xlsx") {
			t.Errorf("%s differs from what is generated", s.Name)
		}
		if !strings.HasSuffix(s.Name, ".xlsx") {
			continue
		}
		want, got := listing(t, s.Data), listing(t, data)
		for i := range max(len(want), len(got)) {
			if i >= len(want) || i >= len(got) || want[i] != got[i] {
				t.Errorf("%s: from line %d:\n got  %s\n want %s", s.Name, i, at(got, i), at(want, i))
				break
			}
		}
	}
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		if !names[e.Name()] {
			t.Errorf("samples/%s is not generated", e.Name())
		}
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "(nothing)"
}

// listing gives a workbook as lines: each cell with value, formula and style,
// then merged cells, widths and heights.
func listing(t *testing.T, data []byte) []string {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var out []string
	must := func(err error) {
		if err != nil {
			t.Fatal(err)
		}
	}
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet, excelize.Options{RawCellValue: true})
		must(err)
		for r, row := range rows {
			height, err := f.GetRowHeight(sheet, r+1)
			must(err)
			out = append(out, fmt.Sprintf("%s row %d height %g", sheet, r+1, height))
			for c, value := range row {
				cell, err := excelize.CoordinatesToCellName(c+1, r+1)
				must(err)
				formula, err := f.GetCellFormula(sheet, cell)
				must(err)
				id, err := f.GetCellStyle(sheet, cell)
				must(err)
				style, err := f.GetStyle(id)
				must(err)
				look, err := json.Marshal(style)
				must(err)
				out = append(out, fmt.Sprintf("%s!%s %q =%s %s", sheet, cell, value, formula, look))
			}
		}
		merged, err := f.GetMergeCells(sheet)
		must(err)
		for _, m := range merged {
			out = append(out, sheet+" merged "+m[0])
		}
		for c := 1; c <= 15; c++ {
			name, err := excelize.ColumnNumberToName(c)
			must(err)
			width, err := f.GetColWidth(sheet, name)
			must(err)
			visible, err := f.GetColVisible(sheet, name)
			must(err)
			out = append(out, fmt.Sprintf("%s column %s width %g visible %v", sheet, name, width, visible))
		}
	}
	return out
}
