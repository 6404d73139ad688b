package correction

import (
	"strconv"
	"strings"

	"riskbok/rules/model"
)

// reference is one place that a formula reads: cells, whole columns or rows of
// a sheet, or of the sheets from one to another. Start and end are where it
// stands in the formula, without the sheet. A side of a range that is fixed
// ($) does not move with the cell.
type reference struct {
	start, end  int
	sheet, last string // "" for the formula's own sheet; last ends a span of sheets
	from, to    corner
	single      bool // one cell, written without a colon
}

// corner is one end of a reference; col or row is 0 in whole rows or columns.
type corner struct {
	col, row           int
	fixedCol, fixedRow bool
}

// parsed is what a formula reads. Opaque is set where that cannot be known
// from its text: ranges that functions make, and what could not be read.
type parsed struct {
	refs      []reference
	names     []string // defined names, with their sheet where one is written
	tables    []string // tables of structured references
	functions []string
	opaque    bool
	external  bool // reads another workbook
}

// functionName gives a function's name without the marks of later versions.
func functionName(word string) string {
	name := strings.ToUpper(word)
	for _, mark := range []string{"_XLFN.", "_XLWS.", "_XLL."} {
		name = strings.TrimPrefix(name, mark)
	}
	return name
}

type cornerKind int

const (
	noCorner cornerKind = iota
	cellCorner
	columnCorner
	rowCorner
)

// parseCorner reads "$F$8", "F" or "8".
func parseCorner(s string) (corner, cornerKind) {
	var c corner
	i := 0
	dollar := i < len(s) && s[i] == '$'
	if dollar {
		i++
	}
	letters := i
	for i < len(s) && (s[i]|0x20) >= 'a' && (s[i]|0x20) <= 'z' && i-letters < 4 {
		c.col = c.col*26 + int(s[i]|0x20) - 'a' + 1
		i++
	}
	if i > letters {
		c.fixedCol = dollar
		if i == len(s) && c.col <= maxCol {
			return c, columnCorner
		}
		if dollar = s[min(i, len(s)-1)] == '$'; dollar {
			i++
		}
	}
	row, err := strconv.Atoi(s[min(i, len(s)):])
	if err != nil || row < 1 || row > maxRow || c.col > maxCol {
		return corner{}, noCorner
	}
	c.row, c.fixedRow = row, dollar
	if c.col == 0 {
		return c, rowCorner
	}
	return c, cellCorner
}

// shifted gives a formula as it stands the given number of columns and rows
// further: that is how the other cells of a shared formula read it.
func shifted(text string, cols, rows int) string {
	var b strings.Builder
	pos := 0
	for _, r := range parseFormula(text).refs {
		b.WriteString(text[pos:r.start])
		b.WriteString(r.from.shifted(cols, rows))
		if !r.single {
			b.WriteByte(':')
			b.WriteString(r.to.shifted(cols, rows))
		}
		pos = r.end
	}
	return b.String() + text[pos:]
}

func (c corner) shifted(cols, rows int) string {
	var b strings.Builder
	if c.col > 0 {
		if c.fixedCol {
			b.WriteByte('$')
		} else if c.col += cols; c.col < 1 || c.col > maxCol {
			return "#REF!"
		}
		b.WriteString(model.ColumnName(c.col))
	}
	if c.row > 0 {
		if c.fixedRow {
			b.WriteByte('$')
		} else if c.row += rows; c.row < 1 || c.row > maxRow {
			return "#REF!"
		}
		b.WriteString(strconv.Itoa(c.row))
	}
	return b.String()
}

// moves reports whether a reference depends on where its formula stands.
func (r reference) moves() bool {
	fixed := func(c corner) bool { return (c.fixedCol || c.col == 0) && (c.fixedRow || c.row == 0) }
	return !fixed(r.from) || !fixed(r.to)
}

// sameFormula reports whether two formulas read the same to Excel: blanks
// outside quotes, case and the equals sign do not matter.
func sameFormula(a, b string) bool { return bareFormula(a) == bareFormula(b) }

func bareFormula(s string) string {
	var b strings.Builder
	quote := byte(0)
	s = strings.TrimPrefix(strings.TrimSpace(s), "=")
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case space(c):
			continue
		case 'a' <= c && c <= 'z':
			c -= 'a' - 'A'
		}
		b.WriteByte(c)
	}
	return strings.NewReplacer("_XLFN.", "", "_XLWS.", "").Replace(b.String())
}
