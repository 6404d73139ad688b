// Command peer does with excelize alone what riskbok's work is measured by:
//
//	peer sheets FILE       opens a workbook and gets the rows of each sheet
//	peer rows FILE         runs through the rows of each sheet
//	peer stream FILE OUT   the same, and writes each row into a new workbook
//	peer save DIR OUT      opens and saves every workbook of a folder, on all cores
package main

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime"

	"github.com/xuri/excelize/v2"
	"golang.org/x/sync/errgroup"
)

func main() {
	works := map[string]func(args []string) error{"sheets": sheets, "rows": rows, "stream": stream, "save": save}
	if len(os.Args) < 3 || works[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "peer: sheets FILE, rows FILE, stream FILE OUT or save DIR OUT was expected")
		os.Exit(2)
	}
	if err := works[os.Args[1]](os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, "peer:", err)
		os.Exit(1)
	}
}

func sheets(args []string) error {
	f, err := excelize.OpenFile(args[0])
	if err != nil {
		return err
	}
	defer f.Close()
	for _, sheet := range f.GetSheetList() {
		if _, err := f.GetRows(sheet); err != nil {
			return err
		}
	}
	return nil
}

func rows(args []string) error { return run(args[0], func([]string) error { return nil }) }

// run hands on each row of a workbook.
func run(name string, each func(row []string) error) error {
	f, err := excelize.OpenFile(name)
	if err != nil {
		return err
	}
	defer f.Close()
	for _, sheet := range f.GetSheetList() {
		r, err := f.Rows(sheet)
		if err != nil {
			return err
		}
		for r.Next() {
			row, err := r.Columns()
			if err == nil {
				err = each(row)
			}
			if err != nil {
				return err
			}
		}
		if err := r.Close(); err != nil {
			return err
		}
	}
	return nil
}

func stream(args []string) error {
	out := excelize.NewFile()
	defer out.Close()
	w, err := out.NewStreamWriter("Sheet1")
	if err != nil {
		return err
	}
	n := 0
	err = run(args[0], func(row []string) error {
		n++
		cells := make([]any, len(row))
		for i, text := range row {
			cells[i] = text
		}
		at, err := excelize.CoordinatesToCellName(1, n)
		if err != nil {
			return err
		}
		return w.SetRow(at, cells)
	})
	if err == nil {
		err = w.Flush()
	}
	if err != nil {
		return err
	}
	return out.SaveAs(args[1])
}

func save(args []string) error {
	var group errgroup.Group
	group.SetLimit(runtime.GOMAXPROCS(0))
	n := 0
	err := filepath.WalkDir(args[0], func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		n++
		target := filepath.Join(args[1], fmt.Sprintf("%d.xlsx", n))
		group.Go(func() error {
			f, err := excelize.OpenFile(name)
			if err != nil {
				return err
			}
			defer f.Close()
			return f.SaveAs(target)
		})
		return nil
	})
	if made := group.Wait(); err == nil {
		err = made
	}
	return err
}
