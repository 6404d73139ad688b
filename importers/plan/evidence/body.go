package evidence

import (
	"strings"

	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// Body is the rows of a table under its headings, with the profile of every
// column. Rows are indices into the table; those that are no risks are left
// out by whoever makes it.
type Body struct {
	Rows    []int
	Columns []*Column

	t   *grid.Table
	lex *Lexicon
	top int // the first row below the headings

	pairs [][2]int // of rows with one number; nil: not looked for
}

// NewBody profiles the columns of a table that have something in the rows. Top
// is the first row below the headings; headings lie parallel to the columns of
// the table from left on.
func NewBody(t *grid.Table, lex *Lexicon, top int, rows []int, left int, headings []Heading) *Body {
	if len(rows) > tolerances.rows {
		rows = rows[:tolerances.rows]
	}
	b := &Body{Rows: rows, t: t, lex: lex, top: top}
	for i, h := range headings {
		if h.Left {
			continue
		}
		c := &Column{Index: left + i, Heading: h}
		if h.Text != "" || h.Mapped {
			c.Strengths = lex.Heading(h)
		}
		words := h.Band + "\n" + h.Text
		c.After, c.Before = lex.After(words), lex.Before(words)
		b.profile(c)
		if c.filled >= 2 || c.filled > 0 && c.filled*10 >= len(rows) || len(c.Strengths) > 0 {
			b.Columns = append(b.Columns, c)
		}
	}
	return b
}

// speaks gives the cell that speaks for a position, nil where that is one of
// another column or of the headings. A cell that is merged down speaks once,
// for the row that it stands on.
func (b *Body) speaks(row, col int) *grid.Cell {
	c := b.t.Cell(row, col)
	if c.Covered {
		return nil
	}
	return c
}

// letters names columns as a workbook's user does.
func letters(columns ...*Column) []string {
	var out []string
	for _, c := range columns {
		out = append(out, model.ColumnName(int(c.Heading.At.Col)))
	}
	return out
}

// At gives the column at an index of the table, or nil.
func (b *Body) At(index int) *Column {
	for _, c := range b.Columns {
		if c.Index == index {
			return c
		}
	}
	return nil
}

// Decimals gives those of the columns of levels in which so many cells are
// decimal numbers that no scale of whole levels is theirs; none where only one
// or two are. Rows without a number count only where number, the column of the
// risks' numbers, is not there: beside numbered risks they are means.
func (b *Body) Decimals(number int, indices ...int) []*Column {
	numbers := b.At(number)
	var out []*Column
	for _, index := range indices {
		c := b.At(index)
		if c == nil {
			continue
		}
		n := 0
		for i, key := range c.keys {
			if Decimal(key) && (numbers == nil || numbers.keys[i] != "") {
				n++
			}
		}
		if n >= tolerances.decimals && float64(n) >= tolerances.decimalShare*float64(c.filled) {
			out = append(out, c)
		}
	}
	return out
}

// Decimal reports whether a text is a number with decimals that are not all
// nought.
func Decimal(text string) bool {
	whole, part, ok := strings.Cut(strings.ReplaceAll(text, ",", "."), ".")
	if !ok || whole == "" || strings.Trim(part, "0") == "" {
		return false
	}
	return strings.Trim(whole+part, "0123456789") == ""
}
