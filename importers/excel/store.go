package excel

import (
	"riskbok/importers/grid"
	"riskbok/importers/source"
	"riskbok/rules/model"
	"riskbok/rules/model/formula"
)

// What cells count as, in halves: one that holds nothing takes its place in the grid,
// one that holds something is also understood, and what becomes of it is kept.
// Measured with 100,000 risks of 20 to 50 columns: 96 bytes the one, some 300 the other.
const (
	emptyCell  = 1
	filledCell = 2
)

// firstSlab and slabCells are how many cells are allocated at a time: few at first,
// as most workbooks are small, and twice as many each time, up to the other.
const (
	firstSlab = 256
	slabCells = 2048
)

// store puts the cells of r.line at their places in the table. Cells between
// them and rows above them cost as much as those that are there.
func (r *sheetReader) store() {
	if len(r.line) == 0 || r.full {
		return
	}
	width := 0
	for i := range r.line {
		width = max(width, int(r.line[i].At.Col))
	}
	if !r.grow(r.row, width, r.filled()) {
		return
	}
	row := r.table.Rows[r.row-1]
	text, formulas := int64(0), int64(0)
	for i := range r.line {
		text += source.TextCost(len(r.line[i].Text))
		formulas += int64(len(r.line[i].Formula))
	}
	switch {
	case !r.cost.Take(source.CostText, text):
		r.reached(source.CostText)
		return
	case !r.cost.Take(source.CostFormulas, formulas):
		r.reached(source.CostFormulas)
		return
	}
	for i := range r.line {
		c := &r.line[i]
		if old := &row[c.At.Col-1]; old.Text != "" || old.Formula != "" {
			r.damage("sheet-damaged", c.At, "detail", "cell given twice")
			continue
		}
		row[c.At.Col-1] = *c
	}
}

// filled gives how many cells of r.line hold something.
func (r *sheetReader) filled() (n int) {
	for i := range r.line {
		if c := &r.line[i]; c.Text != "" || c.Formula != "" {
			n++
		}
	}
	return n
}

// grow makes the table hold a row of some width with so many filled cells more, and
// reports whether the limit allows it.
func (r *sheetReader) grow(row, width, filled int) bool {
	have := 0
	if row <= len(r.table.Rows) {
		have = len(r.table.Rows[row-1])
	}
	more := emptyCell*(max(0, width-have)+max(0, row-len(r.table.Rows))) + (filledCell-emptyCell)*filled
	if more > r.cells {
		r.limit()
		return false
	}
	r.cells -= more
	for len(r.table.Rows) < row {
		r.table.Rows = append(r.table.Rows, nil)
	}
	if width > have {
		cells := r.take(width)
		copy(cells, r.table.Rows[row-1])
		for i := have; i < width; i++ {
			cells[i].At = model.Source{Doc: r.doc, Place: r.table.Place, Row: int32(row), Col: int32(i + 1)}
		}
		r.table.Rows[row-1] = cells
	}
	r.cols = max(r.cols, width)
	return true
}

// take gives n empty cells.
func (r *reader) take(n int) []grid.Cell {
	if n > len(r.slab) {
		if n > slabCells/4 {
			return make([]grid.Cell, n)
		}
		r.slabs = min(max(2*r.slabs, firstSlab, n), slabCells)
		r.slab = make([]grid.Cell, r.slabs)
	}
	cells := r.slab[:n:n]
	r.slab = r.slab[n:]
	return cells
}

// limit reports that the limit of cells was reached in this sheet.
func (r *sheetReader) limit() { r.reached(source.CostCells) }

// limitOfBytes reports that the limit of unpacked bytes was.
func (r *sheetReader) limitOfBytes() { r.reached(source.CostUnpacked) }

func (r *sheetReader) reached(c source.Cost) {
	r.full = true
	args := r.limits.Args(c)
	r.damage("limit", model.Source{Row: int32(r.row)}, "limit", args["limit"], "cost", args["cost"], "setting", args["setting"])
}

// mergeCost is what a merged area counts as, in halves of cells.
const mergeCost = 8 * filledCell

// merge reads a <mergeCell>.
func (r *sheetReader) merge() {
	if r.cells -= mergeCost; r.cells < 0 {
		r.limit()
		return
	}
	first, last, ok := formula.Area(string(r.s.Attr("ref")))
	if !ok {
		r.damage("sheet-damaged", model.Source{}, "detail", "merged area without a reference")
		return
	}
	if first != last {
		r.merges = append(r.merges, area{first, last})
	}
}

// filter reads the <autoFilter> of a sheet: its first row are headings.
func (r *sheetReader) filter() {
	first, last, ok := formula.Area(string(r.s.Attr("ref")))
	r.s.Skip()
	if ok && last.Row > first.Row && last.Col > first.Col {
		r.table.Areas = append(r.table.Areas, grid.Area{
			Region:   grid.Region{Top: first.Row - 1, Bottom: last.Row - 1, Left: first.Col - 1, Right: last.Col - 1},
			HeadRows: 1,
		})
	}
}

// cover marks the cells that merged areas cover, inside the used rectangle.
// Excel keeps what stands in covered cells but shows it to nobody.
func (r *sheetReader) cover() {
	for _, m := range r.merges {
		bottom, right := min(m.last.Row, len(r.table.Rows)), min(m.last.Col, r.cols)
		if m.first.Row > bottom || m.first.Col > right {
			continue
		}
		// Areas that overlap, which no program writes, would otherwise cost
		// their number times their size.
		if r.cells -= filledCell * (bottom - m.first.Row + 1) * (right - m.first.Col + 1); r.cells < 0 {
			r.limit()
			return
		}
		r.row = m.first.Row
		if origin := r.table.Cell(m.first.Row-1, m.first.Col-1); origin.Covered || origin.RowSpan > 0 {
			r.damage("sheet-damaged", r.at(m.first.Col), "detail", "merged areas overlap")
			continue
		}
		for row := m.first.Row; row <= bottom; row++ {
			if !r.grow(row, right, 0) {
				return
			}
			r.coverRow(m, row, right)
		}
		origin := &r.table.Rows[m.first.Row-1][m.first.Col-1]
		origin.RowSpan = int32(m.last.Row - m.first.Row + 1)
		origin.ColSpan = int32(m.last.Col - m.first.Col + 1)
	}
}

func (r *sheetReader) coverRow(m area, row, right int) {
	cells := r.table.Rows[row-1]
	for col := m.first.Col; col <= right; col++ {
		c := &cells[col-1]
		if row == m.first.Row && col == m.first.Col || c.Covered || c.RowSpan > 0 {
			continue
		}
		if c.Text != "" || c.Formula != "" {
			r.wb.Beneath = append(r.wb.Beneath, *c)
		}
		*c = grid.Cell{At: c.At, Covered: true, OriginRow: int32(m.first.Row - 1), OriginCol: int32(m.first.Col - 1)}
	}
}

// Covered gives what merged areas cover, an area at a time, on sheets that
// riskbok did not add itself.
func (w *Workbook) Covered() []model.Beneath {
	var out []model.Beneath
	for i := range w.Beneath {
		c := &w.Beneath[i]
		if w.Own[c.At.Place] {
			continue
		}
		origin := w.Tables[c.At.Place].Resolved(int(c.At.Row-1), int(c.At.Col-1))
		last := model.Source{Row: origin.At.Row + origin.RowSpan - 1, Col: origin.At.Col + origin.ColSpan - 1}
		area := origin.At.Cell() + ":" + last.Cell()
		if n := len(out); n > 0 && out[n-1].At.Place == c.At.Place && out[n-1].Area == area {
			out[n-1].N++
			continue
		}
		text := model.Clean(c.Text)
		if text == "" {
			text = "=" + c.Formula
		}
		out = append(out, model.Beneath{Text: text, Area: area, At: c.At, N: 1})
	}
	return out
}
