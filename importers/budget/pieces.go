package budget

import (
	"riskbok/importers/grid"
	"riskbok/rules/model"
)

// pieces joins the parts that a page's layout has cut a table into: a grid without
// a heading of its own whose rows are lines under the headings of the grid before,
// on the same page or at the top of the next, is the rest of that one. A blank row
// stands between the parts.
func (d *reader) pieces(tables []grid.Table) []grid.Table {
	if d.doc.Kind == model.KindWorkbook {
		return tables
	}
	var out []grid.Table
	for i := range tables {
		if n := len(out); n > 0 && d.rest(&out[n-1], &tables[i]) {
			rows := append(out[n-1].Rows[:len(out[n-1].Rows):len(out[n-1].Rows)], nil)
			out[n-1].Rows = append(rows, tables[i].Rows...)
			continue
		}
		out = append(out, tables[i])
	}
	return out
}

// rest reports whether a grid goes on with the one before it.
func (d *reader) rest(before, t *grid.Table) bool {
	if len(t.Rows) == 0 || len(before.Rows) == 0 || width(t) != width(before) || d.isTaken(t, 0) || d.isTaken(before, 0) {
		return false
	}
	if a, b := d.page(firstSource(before)), d.page(firstSource(t)); b.Page != a.Page && b.Page != a.Page+1 {
		return false
	}
	for r := 0; r < len(t.Rows) && r < tolerances.sampleRows; r++ {
		if d.w.hinted(t, r) && d.w.headerAt(t, r) != nil {
			return false
		}
	}
	for r := range before.Rows {
		if !d.w.hinted(before, r) {
			continue
		}
		if h := d.w.headerAt(before, r); h != nil {
			return d.lines(t, h)
		}
	}
	return false
}

// lines reports whether most rows of a grid have a name and amounts where a heading
// has them.
func (d *reader) lines(t *grid.Table, h *header) bool {
	n := 0
	for r := range t.Rows {
		if name, _ := nameOf(t, h, r); model.Clean(name) != "" && 2*d.w.amountsIn(t, h, r) >= len(h.cols) {
			n++
		}
	}
	return 2*n > len(t.Rows)
}

func width(t *grid.Table) int {
	n := 0
	for _, row := range t.Rows {
		n = max(n, len(row))
	}
	return n
}

func firstSource(t *grid.Table) model.Source {
	for _, row := range t.Rows {
		if len(row) > 0 {
			return row[0].At
		}
	}
	return model.Source{}
}
