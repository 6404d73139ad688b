package rich_test

import (
	"flag"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"riskbok/cmd/internal/rich"
)

var office = flag.String("office", "", "LibreOffice, which calculates the corrected copies anew; empty: leave it out")

// recalculate is a profile in which LibreOffice calculates every workbook that it
// opens.
const recalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`

// beyondOffice are the formulas that LibreOffice gives no result for: of a cube
// that is not there, of another workbook, and links.
var beyondOffice = []string{"CUBEVALUE", "[1]", "HYPERLINK", "TABLE"}

// TestOffice has LibreOffice calculate the corrected copies: every result is the
// one that is stored.
func TestOffice(t *testing.T) {
	if *office == "" {
		t.Skip("-office is not given")
	}
	dir, profile := t.TempDir(), t.TempDir()
	write(t, filepath.Join(profile, "user", "registrymodifications.xcu"), []byte(recalculate))
	args := []string{"-env:UserInstallation=file://" + profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", filepath.Join(dir, "calculated")}
	var names []string
	for seed := range *workbooks {
		w := rich.Make(seed)
		_, fixed := fix(t, w)
		name := filepath.Join(dir, w.Name)
		write(t, name, fixed.Output.Data)
		names, args = append(names, name), append(args, name)
	}
	if text, err := exec.Command(*office, args...).CombinedOutput(); err != nil {
		t.Fatalf("LibreOffice: %v\n%s", err, text)
	}
	compared := 0
	for _, name := range names {
		stem := strings.TrimSuffix(filepath.Base(name), filepath.Ext(name))
		compared += compareResults(t, name, filepath.Join(dir, "calculated", stem+".xlsx"))
	}
	t.Logf("%d workbooks, %d results compared", len(names), compared)
}

// compareResults compares the results of all formulas of a workbook with those
// of another, and counts them.
func compareResults(t *testing.T, name, calculated string) (n int) {
	t.Helper()
	want, got := opened(t, name), opened(t, calculated)
	for _, sheet := range want.GetSheetList() {
		rows, err := want.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for r := range rows {
			for c := range rows[r] {
				at, err := excelize.CoordinatesToCellName(c+1, r+1)
				if err != nil {
					t.Fatal(err)
				}
				formula, err := want.GetCellFormula(sheet, at)
				if err != nil || formula == "" || slices.ContainsFunc(beyondOffice, func(s string) bool { return strings.Contains(formula, s) }) {
					continue
				}
				n++
				a, b := raw(t, want, sheet, at), raw(t, got, sheet, at)
				if !alike(a, b) {
					t.Errorf("%s %s!%s: %q is stored, LibreOffice has %q (%s)", filepath.Base(name), sheet, at, a, b, formula)
				}
			}
		}
	}
	return n
}

func alike(a, b string) bool {
	x, errX := strconv.ParseFloat(a, 64)
	y, errY := strconv.ParseFloat(b, 64)
	if errX != nil || errY != nil {
		return a == b
	}
	return math.Abs(x-y) <= 1e-9*math.Max(1, math.Abs(x))
}

func opened(t *testing.T, name string) *excelize.File {
	t.Helper()
	if _, err := os.Stat(name); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenFile(name)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

func raw(t *testing.T, f *excelize.File, sheet, at string) string {
	t.Helper()
	v, err := f.GetCellValue(sheet, at, excelize.Options{RawCellValue: true})
	if err != nil {
		t.Fatal(err)
	}
	return v
}
