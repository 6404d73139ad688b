package workbook

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Ref gives a cell's reference from row and column counted from 0.
func Ref(row, col int) string { return columnName(col) + strconv.Itoa(row+1) }

// FixedRow gives the reference with its row fixed, "A$5".
func FixedRow(row, col int) string { return columnName(col) + "$" + strconv.Itoa(row+1) }

// Absolute gives the reference with both parts fixed, "$A$5".
func Absolute(row, col int) string { return "$" + columnName(col) + "$" + strconv.Itoa(row+1) }

// Quoted gives a sheet's name as a formula refers to it: as it is where it is
// one word of letters that can be no column's name, else in apostrophes.
func Quoted(name string) string {
	plain := utf8.RuneCountInString(name) > 3
	for _, r := range name {
		plain = plain && unicode.IsLetter(r)
	}
	if plain {
		return name
	}
	return InApostrophes(name)
}

// InApostrophes gives a sheet's name in apostrophes, as formulas, links and
// defined names may have every name.
func InApostrophes(name string) string { return "'" + strings.ReplaceAll(name, "'", "''") + "'" }
