package workbook

import "github.com/xuri/excelize/v2"

// Stream writes the gathered rows; done is called before the sheet is closed,
// while its other parts can still be set.
func (s *Sheet) Stream(f *excelize.File, st *Styles, panes *excelize.Panes, done func(*excelize.StreamWriter) error) error {
	sw, err := f.NewStreamWriter(s.Name)
	if err != nil {
		return err
	}
	free, err := st.ID(LookFree)
	if err != nil {
		return err
	}
	for i, w := range s.Widths {
		if err := sw.SetColWidth(i+1, i+1, w); err != nil {
			return err
		}
		if err := sw.SetColStyle(i+1, i+1, free); err != nil {
			return err
		}
	}
	for _, col := range s.Hidden {
		if err := sw.SetColVisible(col+1, col+1, false); err != nil {
			return err
		}
	}
	if panes != nil {
		if err := sw.SetPanes(panes); err != nil {
			return err
		}
	}
	for i := range s.Rows {
		if err := s.streamRow(sw, st, i); err != nil {
			return err
		}
	}
	for _, m := range s.Spans {
		if err := sw.MergeCell(Ref(m.Row, m.From), Ref(m.Last, m.To)); err != nil {
			return err
		}
	}
	for _, n := range s.Notes {
		if err := s.addNote(f, n); err != nil {
			return err
		}
	}
	for _, l := range s.Links {
		if err := f.SetCellHyperLink(s.Name, Ref(l.Row, l.Col), Quoted(l.Sheet)+"!"+l.Ref, "Location"); err != nil {
			return err
		}
	}
	if err := done(sw); err != nil {
		return err
	}
	return sw.Flush()
}

func (s *Sheet) streamRow(sw *excelize.StreamWriter, st *Styles, row int) error {
	values := make([]any, len(s.Rows[row]))
	for col := range s.Rows[row] {
		c := &s.Rows[row][col]
		if c.Look == (Look{}) && c.Value == nil {
			continue
		}
		id, err := st.ID(c.Look)
		if err != nil {
			return err
		}
		values[col] = excelize.Cell{StyleID: id, Formula: c.Formula, Value: c.Value}
	}
	if len(values) == 0 && s.Heights[row] == 0 {
		return nil
	}
	return sw.SetRow(Ref(row, 0), values, excelize.RowOpts{Height: s.height(row)})
}

// addNote writes a note in a box that is as high as its text.
func (s *Sheet) addNote(f *excelize.File, n Note) error {
	const wide = 320
	text, _ := CellText(n.Text)
	lines := Font{Size: 9}.Lines(text, wide/7)
	return f.AddComment(s.Name, excelize.Comment{
		Cell: Ref(n.Row, n.Col), Author: "riskbok", Width: wide, Height: uint(24 + 17*lines),
		Paragraph: []excelize.RichTextRun{{Text: text, Font: &excelize.Font{Family: "Calibri", Size: 9}}},
	})
}
