// Package booktest reads workbooks back in the tests of what writes them. Begin
// with [Open] for cells, [Parts] for what no library shows.
package booktest

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
)

// Open reads a workbook; it is closed when the test ends.
func Open(t testing.TB, data []byte) *excelize.File {
	t.Helper()
	f, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f
}

// Parts gives the parts of a workbook by name.
func Parts(t testing.TB, data []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	parts := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		parts[f.Name] = string(text)
	}
	return parts
}

// List writes a workbook as text for a golden file: how many tables each sheet
// has, and every cell that has a text or a style, with the style's number and
// where its link leads.
func List(t testing.TB, data []byte) string {
	t.Helper()
	f := Open(t, data)
	var b strings.Builder
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		tables, err := f.GetTables(sheet)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "# %s, tables %v\n", sheet, len(tables))
		for i, row := range rows {
			for j, text := range row {
				cell, _ := excelize.CoordinatesToCellName(j+1, i+1)
				style, _ := f.GetCellStyle(sheet, cell)
				if text == "" && style == 0 {
					continue
				}
				fmt.Fprintf(&b, "%s [%d] %q", cell, style, text)
				if ok, target, _ := f.GetCellHyperLink(sheet, cell); ok {
					fmt.Fprintf(&b, " → %s", target)
				}
				b.WriteByte('\n')
			}
		}
	}
	return b.String()
}

// Difference shows the first line in which two texts differ, "" where they are
// equal.
func Difference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range max(len(g), len(w)) {
		a, b := "", ""
		if i < len(g) {
			a = g[i]
		}
		if i < len(w) {
			b = w[i]
		}
		if a != b {
			return fmt.Sprintf("line %d\n got %s\nwant %s", i+1, a, b)
		}
	}
	return ""
}
