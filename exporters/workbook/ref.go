package workbook

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"riskbok/rules/model"
)

// Ref gives a cell's reference from row and column counted from 0.
func Ref(row, col int) string {
	return model.Source{Row: int32(row + 1), Col: int32(col + 1)}.Cell()
}

// FixedRow gives the reference with its row fixed, "A$5".
func FixedRow(row, col int) string {
	name := Ref(row, col)
	i := strings.IndexAny(name, "0123456789")
	return name[:i] + "$" + name[i:]
}

// Absolute gives the reference with both parts fixed, "$A$5".
func Absolute(row, col int) string { return "$" + FixedRow(row, col) }

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
