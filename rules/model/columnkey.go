package model

import (
	"strconv"
	"strings"
)

// ColumnKey says which column a user means when she binds one to a field. It
// is one of four, the most telling first: a cell of one sheet (Sheet and Cell),
// a column counted from 1 of the tables on a physical page (Page and Column), a
// cell of any sheet (Cell), or a heading. One that reads as a cell is a heading
// too ("T1"), so a Cell without a Sheet has its Heading set.
type ColumnKey struct {
	Heading      string
	Sheet, Cell  string
	Page, Column int
}

// The most columns and rows that a sheet has.
const (
	maxColumn = 16384
	maxRow    = 1 << 20
)

// ParseColumnKey reads "Risktal", "B3", "Plan!B3" ("'Blad 1'!B3") and "s3!2",
// where s or p stands before the page. It reports false for what points at
// nothing: "Plan!B", "s0!1", "'Blad 1'".
func ParseColumnKey(text string) (ColumnKey, bool) {
	text = strings.TrimSpace(text)
	i := strings.LastIndexByte(text, '!')
	if i < 0 {
		k := ColumnKey{Heading: text}
		k.Cell, _ = cellReference(text)
		quoted := len(text) > 1 && text[0] == '\'' && text[len(text)-1] == '\''
		return k, text != "" && !quoted
	}
	before, after := strings.TrimSpace(text[:i]), strings.TrimSpace(text[i+1:])
	quoted := len(before) > 1 && before[0] == '\'' && before[len(before)-1] == '\''
	if quoted {
		before = strings.ReplaceAll(before[1:len(before)-1], "''", "'")
	}
	if cell, ok := cellReference(after); ok {
		return ColumnKey{Sheet: before, Cell: cell}, before != ""
	}
	page, isPage := pageNumber(before)
	column, err := strconv.Atoi(after)
	switch {
	case err == nil && isPage && !quoted:
		return ColumnKey{Page: page, Column: column}, page > 0 && column > 0 && column <= maxColumn
	case err == nil || quoted || columnNumber(after) > 0:
		return ColumnKey{}, false
	}
	return ColumnKey{Heading: text}, true // "OBS! Risk"
}

// String gives the key as [ParseColumnKey] reads it, the sheet's name in
// single quotes where Excel would write it so.
func (k ColumnKey) String() string {
	switch {
	case k.Sheet != "":
		return quotedSheet(k.Sheet) + "!" + k.Cell
	case k.Page > 0:
		return "s" + strconv.Itoa(k.Page) + "!" + strconv.Itoa(k.Column)
	case k.Cell != "":
		return k.Cell
	}
	return k.Heading
}

func quotedSheet(name string) string {
	for _, r := range name {
		if plain := r == '_' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r > 127; !plain {
			return "'" + strings.ReplaceAll(name, "'", "''") + "'"
		}
	}
	return name
}

// cellReference gives "B3" for "b3" and "$B$3".
func cellReference(text string) (string, bool) {
	text = strings.ToUpper(strings.ReplaceAll(text, "$", ""))
	digits := strings.TrimLeft(text, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	letters := text[:len(text)-len(digits)]
	row, err := strconv.Atoi(digits)
	if n := columnNumber(letters); n == 0 || err != nil || digits[0] == '0' || digits[0] == '+' || digits[0] == '-' || row > maxRow {
		return "", false
	}
	return text, true
}

// columnNumber counts a column from 1 by its letters, 0 for what is none.
func columnNumber(letters string) int {
	n := 0
	for _, r := range strings.ToUpper(letters) {
		if r < 'A' || r > 'Z' || n > maxColumn {
			return 0
		}
		n = n*26 + int(r-'A') + 1
	}
	if n > maxColumn {
		return 0
	}
	return n
}

// pageNumber reads "s3" or "p3"; the page is 0 where the number is none.
func pageNumber(text string) (page int, ok bool) {
	if len(text) < 2 || !strings.ContainsRune("sSpP", rune(text[0])) {
		return 0, false
	}
	for _, r := range text[1:] {
		if r < '0' || r > '9' {
			return 0, false
		}
	}
	page, err := strconv.Atoi(text[1:])
	return page, err == nil
}
