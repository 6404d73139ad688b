package excel

import (
	"riskbok/importers/excel/xmlscan"
	"riskbok/rules/model"
	"riskbok/rules/model/formula"
)

// unseen gathers what a sheet hides and what is struck through on it.
type unseen struct {
	model.Unseen
	at             int // the row that filled and struck are of
	filled, struck int // its cells
}

// maxUnseen bounds the spans and cells that are kept of a sheet.
const maxUnseen = 100_000

// column reads a <col>, which may stand for many.
func (u *unseen) column(s *xmlscan.Scanner) {
	first, last := smallInt(s.Attr("min")), smallInt(s.Attr("max"))
	if first < 1 || last < first || !isTrue(s.Attr("hidden")) && !isZero(s.Attr("width")) || len(u.Cols) >= maxUnseen {
		return
	}
	u.Cols = append(u.Cols, [2]int32{int32(first), int32(min(last, formula.MaxCols))})
}

// row reads whether the <row> whose Start was just given is hidden.
func (u *unseen) row(s *xmlscan.Scanner, at int) {
	u.endRow()
	u.at, u.filled, u.struck = at, 0, 0
	if isTrue(s.Attr("hidden")) || isZero(s.Attr("ht")) {
		u.Rows = appendRow(u.Rows, at)
	}
}

// cell notes a cell that holds something.
func (u *unseen) cell(row, col int, struck strike) {
	u.filled++
	if struck == (strike{}) {
		return
	}
	if struck.out {
		u.struck++
	}
	if len(u.Struck) < maxUnseen {
		if u.Struck == nil {
			u.Struck = map[[2]int32]bool{}
		}
		u.Struck[[2]int32{int32(row), int32(col)}] = struck.out
	}
}

// endRow notes that a row is struck through where most of what it holds is.
func (u *unseen) endRow() {
	if u.struck*2 > u.filled {
		u.StruckRows = appendRow(u.StruckRows, u.at)
	}
}

// place gives what was gathered, nil where all is seen.
func (u *unseen) place() *model.Unseen {
	u.endRow()
	u.filled, u.struck = 0, 0
	if len(u.Rows)+len(u.Cols)+len(u.StruckRows)+len(u.Struck)+len(u.Dated) == 0 {
		return nil
	}
	out := u.Unseen // a pointer to the field would keep all that the sheet was read from
	return &out
}

// appendRow adds a row to spans of rows, which rise.
func appendRow(spans [][2]int32, row int) [][2]int32 {
	if n := len(spans); n > 0 && spans[n-1][1] == int32(row-1) {
		spans[n-1][1]++
		return spans
	}
	if len(spans) >= maxUnseen {
		return spans
	}
	return append(spans, [2]int32{int32(row), int32(row)})
}

// isZero reports whether a size is written as nothing: "0", "0.0".
func isZero(v []byte) bool {
	f, ok := parseFloat(v)
	return ok && f == 0
}
