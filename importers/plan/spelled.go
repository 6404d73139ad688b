package plan

import (
	"regexp"
	"slices"
	"strings"
	"sync"

	"riskbok/importers/grid"
	"riskbok/importers/plan/words"
	"riskbok/rules/model"
)

// A column may spell the product out, "3 × 4 = 12": it holds both levels and the
// value.

// spelledProduct is such a text.
var spelledProduct = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^(\d{1,2})\s*[×xX*·]\s*(\d{1,2})\s*=\s*(\d{1,3})$`)
})

// spellOut puts each column that spells products into three: the levels, headed as
// its heading names them, and the value. Only tables of pages are so: nobody writes
// into their cells.
func spellOut(w *words.Index, t *grid.Table) {
	for col := t.Width(0, len(t.Rows)-1) - 1; col >= 0; col-- {
		head, ok := spelledColumn(t, col)
		if !ok {
			continue
		}
		for r := range t.Rows {
			t.Rows[r] = spellRow(w, t.Rows[r], col, r == head)
		}
		shiftOrigins(t, col)
	}
}

// spelledColumn gives the row of the heading over the first product of a column.
func spelledColumn(t *grid.Table, col int) (head int, ok bool) {
	first, n, all := -1, 0, 0
	for r := range t.Rows {
		c := t.Cell(r, col)
		if c.ColSpan > 1 && n > 0 || c.Covered || c.Blank() {
			continue
		}
		is := strings.Contains(c.Text, "=") && spelledProduct().MatchString(c.Clean())
		if is && first < 0 {
			first = r
		}
		if first >= 0 {
			all++
		}
		if is {
			n++
		}
	}
	head = first - 1
	for head > 0 && t.Cell(head, col).Blank() {
		head--
	}
	return head, n >= tolerances.leastSpelled && head >= 0 && float64(n) >= tolerances.spelledShare*float64(all)
}

// spellRow gives a row with three cells for one.
func spellRow(w *words.Index, row []grid.Cell, col int, head bool) []grid.Cell {
	if col >= len(row) {
		return row
	}
	c := row[col]
	parts := []grid.Cell{c, c, c}
	switch m := spelledProduct().FindStringSubmatch(c.Clean()); {
	case m != nil:
		for i := range parts {
			parts[i] = grid.Cell{Text: m[i+1], Kind: grid.Text, At: c.At}
		}
	case head:
		names := w.Factors(c.Text)
		for i, name := range append(names, strings.TrimSpace(c.Text[:max(strings.IndexByte(c.Text, '('), 0)])) {
			parts[i] = grid.Cell{Text: name, Kind: grid.Text, At: c.At}
		}
	default:
		parts[0].ColSpan = max(c.ColSpan, 1) + 2
		for i := 1; i < 3; i++ {
			parts[i] = grid.Cell{Covered: true, OriginRow: c.At.Row - 1, OriginCol: int32(col), At: c.At}
		}
	}
	out := slices.Concat(row[:col], parts, row[col+1:])
	for i := col; i < len(out); i++ {
		out[i].At.Col = int32(i + 1)
	}
	return out
}

// shiftOrigins moves what covered cells say of where they begin past two new columns.
func shiftOrigins(t *grid.Table, col int) {
	for r := range t.Rows {
		for k := range t.Rows[r] {
			if c := &t.Rows[r][k]; c.Covered && int(c.OriginCol) > col {
				c.OriginCol += 2
			}
		}
	}
}

// spelled spells the products out in the tables of a document with pages.
func spelled(w *words.Index, doc *model.Document, tables []grid.Table) {
	if doc.Kind != model.KindPDF {
		return
	}
	for i := range tables {
		spellOut(w, &tables[i])
	}
}
