package tables

import (
	"math"
	"slices"

	"riskbok/importers/pdf/content"
)

// goOn gives the regions of a page, the first of them in the columns of the
// table that the page before ends with, if the page begins in them. A few rows
// at the top of a page show too little to find their columns again, and the
// rest of a divided row shows one of them.
func goOn(rows []row, previous *Table, page *content.Page) []region {
	all := regions(rows)
	if previous == nil || previous.Ruled {
		return all
	}
	from, n := continuation(rows, previous, page)
	if n == 0 {
		return all
	}
	first := region{rows: rows[from:], cols: previous.cols}
	if k := first.another(); k > 0 {
		n = min(n, k)
	}
	if k := slices.IndexFunc(rows[from:from+n], func(l row) bool { return l.defines }); k >= 0 {
		n = beforeTitle(rows[from:], k)
	}
	if n == 0 {
		return all
	}
	first.rows = rows[from : from+n]
	if len(all) == 0 {
		return []region{first}
	}
	begin := &all[0].rows[0]
	if len(all[0].bands) > 0 {
		begin = &all[0].bands[0]
	}
	at := 0
	for &rows[at] != begin {
		at++
	}
	end := at + len(all[0].bands) + len(all[0].rows)
	switch {
	case from+n <= at:
		return append([]region{first}, all...)
	case end <= from+n, len(all[0].cols) < len(previous.cols):
		// What follows the table may hide its columns.
		return append([]region{first}, regions(rows[from+n:])...)
	}
	return all
}

// continuation gives the lines at the top of a page that stand in the columns
// of the table before: the first of them, and how many.
func continuation(rows []row, previous *Table, page *content.Page) (from, n int) {
	for from+1 < len(rows) && rows[from].Base < tolerances.headerMargin*page.Height && rows[from+1].Base-rows[from].Base > tolerances.headerGap*rows[from].Size {
		from++
	}
	rows = rows[from:]
	several := false
	for n < len(rows) && previous.cols.holds(&rows[n]) {
		if n > 0 && (rows[n].Base-rows[n-1].Base > tolerances.maxRowGap*rows[n].Size || math.Abs(rows[n].Size-rows[0].Size) > tolerances.nearSize*rows[0].Size) {
			break
		}
		several = several || len(rows[n].chunks) > 1
		n++
	}
	// A title may begin where the first column does.
	for n > 1 && len(rows[n-1].chunks) == 1 && previous.cols.of(rows[n-1].chunks[0]) == 0 && !goesOnBelow(&rows[n-2], &rows[n-1]) {
		n--
	}
	if n == 0 || !several || len(rows[0].chunks) == 1 && previous.cols.of(rows[0].chunks[0]) == 0 {
		return 0, 0
	}
	return from, n
}
