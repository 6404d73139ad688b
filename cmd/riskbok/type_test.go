package main

import (
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
	"github.com/xuri/excelize/v2"
)

// typeIn is "type FILE [SHEET!]CELL TEXT": what a person types into a workbook
// and saves. An empty text empties the cell; without a sheet it is the first.
func typeIn(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: type FILE [SHEET!]CELL TEXT")
	}
	path := ts.MkAbs(args[0])
	f, err := excelize.OpenFile(path)
	ts.Check(err)
	defer f.Close()
	sheet, cell, ok := strings.Cut(args[1], "!")
	if !ok {
		sheet, cell = f.GetSheetName(0), args[1]
	}
	var value any
	if args[2] != "" {
		value = args[2]
	}
	ts.Check(f.SetCellValue(sheet, cell, value))
	ts.Check(f.SaveAs(path))
}
