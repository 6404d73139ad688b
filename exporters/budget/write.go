package budget

import (
	"strings"

	"github.com/xuri/excelize/v2"
)

// paperA4 is the paper size of the OOXML standard, part 1, 18.3.1.63.
const paperA4 = 9

// write writes one gathered sheet with its charts and print set-up.
func (b *builder) write(s *sheet) error {
	sw, err := b.file.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	for i, w := range s.widths {
		if err := sw.SetColWidth(i+1, i+1, w); err != nil {
			return err
		}
	}
	if s.frozen > 0 {
		at := ref(s.frozen, 1)
		if err := sw.SetPanes(&excelize.Panes{
			Freeze: true, XSplit: 1, YSplit: s.frozen, TopLeftCell: at, ActivePane: "bottomRight",
			Selection: []excelize.Selection{{SQRef: at, ActiveCell: at, Pane: "bottomRight"}},
		}); err != nil {
			return err
		}
	}
	for _, c := range s.charts {
		for len(s.rows) < c.row+rowsOf(int(c.chart.Dimension.Height)) {
			s.rows = append(s.rows, nil)
		}
	}
	for i := range s.rows {
		if err := b.writeRow(sw, s, i); err != nil {
			return err
		}
	}
	for _, m := range s.spans {
		if err := sw.MergeCell(ref(m.row, m.from), ref(m.row, m.to)); err != nil {
			return err
		}
	}
	// The parts beside the cells must be there before the sheet is closed.
	for _, c := range s.charts {
		if err := b.file.AddChart(s.name, ref(c.row, c.col), c.chart); err != nil {
			return err
		}
	}
	if err := b.printed(s); err != nil {
		return err
	}
	return sw.Flush()
}

func (b *builder) writeRow(sw *excelize.StreamWriter, s *sheet, row int) error {
	values := make([]any, len(s.rows[row]))
	for col := range s.rows[row] {
		c := &s.rows[row][col]
		if *c == (cell{}) {
			continue
		}
		id, err := b.styles.id(c.look)
		if err != nil {
			return err
		}
		values[col] = excelize.Cell{StyleID: id, Formula: c.formula, Value: c.value}
	}
	return sw.SetRow(ref(row, 0), values, excelize.RowOpts{Height: s.height(row)})
}

// pagePixels is the width of an A4 page on its side between margins of 0.4
// inches, at 96 dots an inch.
const pagePixels = (11.69 - 2*0.4) * 96

// scale gives the per cent at which the sheet is as wide as a page, a hundred
// at most, with room for programs that draw columns wider. Fitting to the page
// would do the same, but then Excel leaves out the page breaks that are set.
func (s *sheet) scale() uint {
	total := s.pixels(len(s.widths))
	for _, c := range s.charts {
		total = max(total, s.pixels(c.col)+float64(c.chart.Dimension.Width))
	}
	return uint(min(100, max(25, 95*pagePixels/total)))
}

// pixels gives how wide the first n columns are on a screen of 96 dots an inch.
func (s *sheet) pixels(n int) float64 {
	total := 0.0
	for i := range n {
		total += 7*s.widths[min(i, len(s.widths)-1)] + 5
	}
	return total
}

// printed sets paper, margins and footer: as wide as the page, as many pages
// high as it takes.
func (b *builder) printed(s *sheet) error {
	size, scale, orientation := paperA4, s.scale(), "landscape"
	if err := b.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{
		Size: &size, Orientation: &orientation, AdjustTo: &scale,
	}); err != nil {
		return err
	}
	for _, row := range s.breaks {
		if err := b.file.InsertPageBreak(s.name, ref(row, 0)); err != nil {
			return err
		}
	}
	side, top, bottom, edge := 0.4, 0.5, 0.6, 0.3
	if err := b.file.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &top, Bottom: &bottom, Header: &edge, Footer: &edge,
	}); err != nil {
		return err
	}
	left := s.name
	if board := cut(strings.Join(strings.Fields(b.book.Board), " "), 80); board != "" {
		left = board + " – " + s.name
	}
	return b.file.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{
		OddFooter: "&L" + strings.ReplaceAll(left, "&", "&&") + "&R" + b.cat.T("budget.footer", "page", "&P", "pages", "&N"),
	})
}
