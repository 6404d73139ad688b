package budget

import (
	"github.com/xuri/excelize/v2"

	"riskbok/exporters/workbook"
)

// write writes one gathered sheet with its charts and print set-up.
func (b *builder) write(s *sheet) error {
	var panes *excelize.Panes
	if s.frozen > 0 {
		panes = workbook.Panes(s.frozen, 1)
	}
	// Fitting to the page would do too, but for the page breaks.
	s.ScaleTo(s.wide())
	s.heighten()
	if err := s.Prepare(b.file); err != nil {
		return err
	}
	return s.Stream(b.file, b.styles, panes, func(*excelize.StreamWriter) error {
		for _, c := range s.charts {
			if err := b.file.AddChart(s.Name, workbook.Ref(c.row, c.col), c.chart); err != nil {
				return err
			}
		}
		if err := workbook.SetAside(b.file, s.Name, s.beside); err != nil {
			return err
		}
		pages := b.cat.T("budget.footer", "page", "&P", "pages", "&N")
		return s.Print(b.file, workbook.Footer(b.book.Board, s.Name, pages), 0, -1)
	})
}

// heighten gives every row a height, down to the end of the last chart.
func (s *sheet) heighten() {
	for _, c := range s.charts {
		for len(s.Rows) < c.row+rowsOf(int(c.chart.Dimension.Height)) {
			s.Rows = append(s.Rows, nil)
		}
	}
	for row := range s.Rows {
		s.Heights[row] = emptyRow
	}
}

// wide is the width of columns and charts in pixels.
func (s *sheet) wide() float64 {
	total := s.Pixels(len(s.Widths))
	for _, c := range s.charts {
		total = max(total, s.Pixels(c.col)+float64(c.chart.Dimension.Width))
	}
	return total
}
