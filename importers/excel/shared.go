package excel

import (
	"riskbok/importers/source"
	"riskbok/rules/model"
	"riskbok/rules/model/formula"
)

// master is the cell that a shared formula is written in (ECMA-376 part 1,
// 18.3.1.40).
type master struct {
	row, col int
	text     string
	parsed   formula.Formula
}

// Bounds of shared formulas: bytes of one (Excel allows 8,192 characters), and
// bytes of all that are kept in tokens.
const (
	maxShared  = 4 * 8192
	keepParsed = 1 << 20
)

// waiting is a cell whose shared formula was not yet known when it was read.
type waiting struct{ row, col, index int }

// formulaOf reads an <f>. Cells of a shared formula other than its first may
// repeat a text; the shared formula is what counts, as in LibreOffice.
func (r *sheetReader) formulaOf(raw *rawCell, col int) extent {
	kind, index, first := "", -1, false
	var r1, r2 string
	for i := range r.s.Attrs() {
		switch name, v := r.s.AttrAt(i); string(name) {
		case "t":
			kind = string(v)
		case "si":
			index = smallInt(v)
		case "ref":
			first = true
		case "r1":
			r1 = string(v)
		case "r2":
			r2 = string(v)
		}
	}
	text, read := elementText(r.s, r.buf[:0])
	r.buf = text
	if read == cut {
		return cut
	}
	raw.hasFormula = true
	raw.formula = string(text)
	switch {
	case kind == "dataTable" && raw.formula == "":
		raw.formula = "TABLE(" + r1 + "," + r2 + ")"
	case kind == "shared" && raw.formula != "" && (first || r.shared[index] == nil):
		if r.shared == nil {
			r.shared = map[int]*master{}
		}
		if r.shared[index] == nil {
			r.shared[index] = &master{row: r.row, col: col, text: raw.formula}
		}
	case kind == "shared":
		if m := r.shared[index]; m != nil {
			raw.formula = r.expand(m, r.row, col)
			break
		}
		raw.shared = true
		r.waits = append(r.waits, waiting{r.row, col, index})
	case raw.formula == "":
		// A cell inside an array formula may have an empty element of its own.
		raw.hasFormula = false
	}
	return read
}

// expand writes a shared formula as it stands in another cell.
func (r *sheetReader) expand(m *master, row, col int) string {
	if r.formulasFull {
		return ""
	}
	if r.waited += int64(len(m.text)); r.waited > r.limits.Formulas {
		r.formulasFull = true
		r.reached(source.CostFormulas)
		return ""
	}
	if len(m.text) > maxShared {
		r.damage("sheet-damaged", r.at(col), "detail", "formula longer than Excel allows")
		return ""
	}
	parsed := m.parsed
	if parsed == nil {
		parsed = formula.Parse(m.text)
		// Kept where a cell of a column asks for the next one's; the tokens
		// take many times the text.
		if r.keepParsed -= len(m.text); r.keepParsed >= 0 {
			m.parsed = parsed
		}
	}
	return parsed.Shift(row-m.row, col-m.col)
}

// writeOutShared gives the cells that came before the master of their shared
// formula its text.
func (r *sheetReader) writeOutShared() {
	for _, w := range r.waits {
		m := r.shared[w.index]
		if m == nil {
			r.damage("sheet-damaged", model.Source{Row: int32(w.row), Col: int32(w.col)}, "detail", "shared formula without a text")
			continue
		}
		if w.row <= len(r.table.Rows) && w.col <= len(r.table.Rows[w.row-1]) {
			r.table.Rows[w.row-1][w.col-1].Formula = r.expand(m, w.row, w.col)
		}
	}
}
