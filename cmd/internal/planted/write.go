package planted

import "riskbok/rules/model"

// canvases draws sheets, of this draft or of others with its layout, and the
// definitions they need. Afterwards the draft knows where every row, head and
// heading was put.
func (d *Draft) canvases(sheets []*Sheet) []*canvas {
	var out []*canvas
	var refs [2]axisRefs
	ds := d.Layout.Definitions
	if ds != nil && ds.Beside == Apart {
		c := newCanvas(ds.Sheet)
		refs[0], refs[1], d.ranges = ds.draw(c, &d.printed)
		d.stated = region{sheet: c.name, from: spot{1, 1}}
		out = append(out, c)
	}
	for i, s := range sheets {
		c := newCanvas(s.Name)
		for _, h := range s.Heads {
			h.draw(c, s.Spec)
		}
		s.drawHeadings(c)
		end := s.draft.drawRows(c, s, refs)
		if ds != nil && ds.Beside != Apart && i == 0 {
			place := *ds
			place.Row, place.Col = end+4, s.Spec.Col
			if ds.Beside == ToTheRight {
				place.Row, place.Col = s.Spec.Row, s.Spec.Col+len(s.Spec.Columns)+2
			}
			_, _, d.ranges = place.draw(c, &d.printed)
			d.stated = region{sheet: c.name, from: spot{place.Row, place.Col}, until: c.last()}
		}
		out = append(out, c)
	}
	if ds != nil && ds.Beside == Apart && !ds.First {
		out = append(out[1:], out[0])
	}
	return out
}

// index gives a column's place among the sheet's, from 0, or −1.
func (s *SheetSpec) index(c Column) int {
	for i := range s.Columns {
		if s.Columns[i].Column == c {
			return i
		}
	}
	return -1
}

func (s *Sheet) drawHeadings(c *canvas) {
	spec := s.Spec
	s.heading = spot{spec.Row, spec.Col}
	for i := 0; i < len(spec.Columns); i++ {
		k := &spec.Columns[i]
		at := spot{spec.Row, spec.Col + i}
		if k.Hidden {
			c.hidden = append(c.hidden, at.col)
		}
		if k.Width > 0 {
			c.widths[at.col] = k.Width
		}
		top := spot{at.row - 1, at.col}
		if k.Band == "" && spec.SplitTop {
			if i == 0 {
				s.heading = top
			}
			c.head(top.row, top.col, k.Heading)
			c.merge(top, at)
			continue
		}
		if k.Heading != "" {
			c.head(at.row, at.col, k.Heading)
		}
		if k.Band != "" && (i == 0 || spec.Columns[i-1].Band != k.Band) {
			end := i
			for end+1 < len(spec.Columns) && spec.Columns[end+1].Band == k.Band {
				end++
			}
			c.head(top.row, top.col, k.Band)
			c.merge(top, spot{top.row, spec.Col + end})
		}
	}
}

var perRisk = map[model.Field]bool{
	model.FieldNumber: true, model.FieldPlanNumber: true, model.FieldEvent: true, model.FieldArea: true,
	model.FieldLikelihood: true, model.FieldConsequence: true, model.FieldScore: true, model.FieldTreatment: true,
}

// drawRows writes the rows and what stands below them, and gives the last row.
func (d *Draft) drawRows(c *canvas, s *Sheet, refs [2]axisRefs) int {
	spec := s.Spec
	r := spec.Row
	for i, row := range s.Rows {
		r++
		r += d.between(c, s, i, r)
		if l, ok := s.Lines[i]; ok {
			s.drawLine(c, l, r)
			r++
		}
		row.line = r
		for j, k := range spec.Columns {
			at := spot{r, spec.Col + j}
			row.at[k.Column] = at
			if prev := s.above(i, k.Field, d.Layout.Areas); prev != nil {
				if k.Field != model.FieldArea || d.Layout.Areas == AreaMerged || spec.Merged {
					row.at[k.Column] = prev.at[k.Column]
				}
				continue
			}
			if cell := row.Cells[k.Column]; cell.Text != "" || cell.Auto || cell.Formula != "" {
				c.cells[at] = d.finish(s, *cell, k.Field, r, refs)
			}
		}
	}
	d.mergeRows(c, s)
	return d.drawEnd(c, s, r+1, refs)
}

// between writes what stands between row i and the one above it, and gives
// how many rows that takes.
func (d *Draft) between(c *canvas, s *Sheet, i, row int) int {
	spec := s.Spec
	n := 0
	if spec.Repeat > 0 && i > 0 && i%spec.Repeat == 0 {
		for j, k := range spec.Columns {
			if k.Heading != "" {
				c.head(row, spec.Col+j, k.Heading)
			}
		}
		n++
	}
	area := d.areaOf(s.Rows[i])
	if i > 0 && area == d.areaOf(s.Rows[i-1]) {
		return n
	}
	if spec.Gaps && i > 0 {
		n++
	}
	if spec.AreaRows && area != "" {
		at := spot{row + n, spec.Col}
		c.head(at.row, at.col, area)
		c.merge(at, spot{at.row, spec.Col + len(spec.Columns) - 1})
		n++
	}
	return n
}

func (d *Draft) areaOf(r *Row) string {
	if r.Risk < 0 {
		return ""
	}
	return d.Plan.Risks[r.Risk].Area
}

// above gives the row whose cell stands for row i's own, because it is merged
// with it or because a blank means the same as above.
func (s *Sheet) above(i int, f model.Field, areas Areas) *Row {
	if i == 0 {
		return nil
	}
	row, prev := s.Rows[i], s.Rows[i-1]
	same := row.Risk == prev.Risk && row.Risk >= 0
	switch {
	case s.Spec.Merged && perRisk[f] && same && f != model.FieldArea:
		return prev
	case f == model.FieldArea && (areas != AreaRepeated || s.Spec.Merged && same):
		if cell := row.get(f); cell.Text == prev.get(f).Text {
			return prev
		}
	}
	return nil
}

func (d *Draft) mergeRows(c *canvas, s *Sheet) {
	for j, k := range s.Spec.Columns {
		for i := 0; i < len(s.Rows); i++ {
			first := s.Rows[i].at[k.Column]
			end := first
			for i+1 < len(s.Rows) && s.Rows[i+1].at[k.Column] == first {
				i++
				end = spot{s.Rows[i].line, s.Spec.Col + j}
			}
			c.merge(first, end)
		}
	}
}

// drawEnd writes the leftover rows and the notes below the table, from a row
// on, and gives the last.
func (d *Draft) drawEnd(c *canvas, s *Sheet, row int, refs [2]axisRefs) int {
	for i := range s.Blanks {
		if i == 0 {
			s.leftover = spot{row, 0}
		}
		for j, k := range s.Spec.Columns {
			if cell := d.leftover(s, i, k.Field); cell.Text != "" || cell.Auto {
				c.cells[spot{row, s.Spec.Col + j}] = d.finish(s, cell, k.Field, row, refs)
			}
		}
		row++
	}
	for _, l := range s.Totals {
		s.drawLine(c, l, row)
		row++
	}
	s.end = row - 1
	if s.Spec.Close {
		row--
	}
	s.note = spot{row + 1, s.Spec.Col}
	for i := range s.Spec.Notes {
		c.text(row+1+i, s.Spec.Col, notes[(i+d.Plan.Year)%len(notes)])
	}
	return row + s.Spec.Notes
}

// leftover gives the content of a column of the leftover row i.
func (d *Draft) leftover(s *Sheet, i int, f model.Field) Cell {
	byFormula := d.Layout.Values >= Lookup
	switch f {
	case model.FieldNumber, model.FieldPlanNumber:
		if s.Spec.Zero {
			return Cell{}
		}
		text := d.Layout.Numbers.text(&Risk{}, len(d.Plan.Risks)+1+i)
		return Cell{Text: text, Number: d.Layout.Numbers == Counted, Auto: f == model.FieldPlanNumber && d.Layout.Values == Lookup}
	case model.FieldScore:
		if byFormula || s.Spec.Zero {
			return Cell{Text: "0", Number: true, Auto: byFormula && !s.Spec.Zero}
		}
	case model.FieldTreatment:
		return Cell{Auto: byFormula && !s.Spec.Zero}
	}
	return Cell{}
}
