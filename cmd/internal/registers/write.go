package registers

import (
	"bytes"
	"fmt"

	"github.com/xuri/excelize/v2"

	"riskbok/rules/model"
)

// Write gives the workbook as an .xlsx file. Formulas are stored with their
// values.
func (b *Book) Write() ([]byte, error) {
	f := excelize.NewFile()
	defer f.Close()
	st := styler{f: f, ids: map[string]int{}}
	for i := range b.Sheets {
		s := &b.Sheets[i]
		var err error
		if i == 0 {
			err = f.SetSheetName("Sheet1", s.Name)
		} else {
			_, err = f.NewSheet(s.Name)
		}
		if err == nil {
			err = s.write(f, &st)
		}
		if err != nil {
			return nil, fmt.Errorf("sheet %s: %w", s.Name, err)
		}
	}
	var out bytes.Buffer
	err := f.Write(&out)
	return out.Bytes(), err
}

func (s *Sheet) write(f *excelize.File, st *styler) error {
	w, err := f.NewStreamWriter(s.Name)
	if err != nil {
		return err
	}
	for r, row := range s.Rows {
		cells := make([]any, len(row))
		for i := range row {
			if cells[i], err = st.cell(&row[i]); err != nil {
				return err
			}
		}
		if err := w.SetRow(ref(r, 0), cells); err != nil {
			return err
		}
	}
	for _, m := range s.merges() {
		if err := w.MergeCell(ref(m.top, m.left), ref(m.bottom, m.right)); err != nil {
			return err
		}
	}
	return w.Flush()
}

// area is a merged area, its rows and columns counted from 0.
type area struct{ top, left, bottom, right int }

// merges lists the merged areas: a cell that others go on from.
func (s *Sheet) merges() []area {
	var out []area
	for r, row := range s.Rows {
		for i := range row {
			if row[i].Left || row[i].Up {
				continue
			}
			a := area{r, i, r, i}
			for a.right+1 < len(row) && row[a.right+1].Left {
				a.right++
			}
			for a.bottom+1 < len(s.Rows) && i < len(s.Rows[a.bottom+1]) && s.Rows[a.bottom+1][i].Up {
				a.bottom++
			}
			if a.right > a.left || a.bottom > a.top {
				out = append(out, a)
			}
		}
	}
	return out
}

func ref(row, col int) string { return fmt.Sprintf("%s%d", model.ColumnName(col+1), row+1) }

// styler makes each style of a workbook once.
type styler struct {
	f   *excelize.File
	ids map[string]int
}

func (st *styler) cell(c *Cell) (any, error) {
	if c.Value == nil && c.Formula == "" && c.Fill == "" {
		return nil, nil
	}
	id, err := st.style(c)
	return excelize.Cell{StyleID: id, Formula: c.Formula, Value: c.Value}, err
}

func (st *styler) style(c *Cell) (int, error) {
	key := fmt.Sprint(c.Date, c.Fill)
	if id, ok := st.ids[key]; ok {
		return id, nil
	}
	style := excelize.Style{Alignment: &excelize.Alignment{WrapText: true, Vertical: "top"}}
	if c.Date {
		style.NumFmt = 14
	}
	if c.Fill != "" {
		style.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{c.Fill}}
	}
	id, err := st.f.NewStyle(&style)
	st.ids[key] = id
	return id, err
}
