package budget

import (
	"strings"

	"github.com/xuri/excelize/v2"

	"riskbok/exporters/workbook"
	"riskbok/rules/budgets"
	"riskbok/rules/model"
)

// followSheet lays out the follow-ups under each other, each with its chart;
// nil where there is none.
func (b *builder) followSheet() *sheet {
	var tables []*model.Budget
	for _, t := range b.book.Budgets {
		if t.FollowsOwnYear() && !repeated([][]*model.Budget{tables}, t) {
			tables = append(tables, t)
		}
	}
	if len(tables) == 0 {
		return nil
	}
	layouts := make([]*followTable, len(tables))
	most := 0
	for i, t := range tables {
		layouts[i] = newFollowTable(t)
		most = max(most, layouts[i].source)
	}
	widths := []float64{30}
	for range most - 1 {
		widths = append(widths, 14)
	}
	s := b.newSheet(b.cat.T("budget.sheet.follow"), "", append(widths, 36)...)
	row, marked, unit := 3, false, true
	for i, f := range layouts {
		if i > 0 && len(f.shown()) > 0 {
			s.Breaks = append(s.Breaks, row)
		}
		row = b.followTable(s, f, row)
		marked = marked || f.marked
		unit = unit && f.b.Unit != model.NoUnit
	}
	b.note(s, marked, unit)
	return s
}

// followTable is where a follow-up's columns stand on the sheet, and those for
// what the source printed otherwise.
type followTable struct {
	*calc
	cols, printed []int // parallel to the budget's columns; printed −1: none
	source        int
	marked        bool
	heading       int // row
}

func newFollowTable(t *model.Budget) *followTable {
	f := &followTable{calc: newCalc(t)}
	at := func(int, int) string { return "" }
	col := 1
	for j := range t.Columns {
		f.cols, f.printed = append(f.cols, col), append(f.printed, -1)
		col++
		for i := range t.Lines {
			differs, wrong := f.differs(i, j, at)
			if differs && f.printed[j] < 0 {
				f.printed[j] = col
				col++
			}
			f.marked = f.marked || wrong
		}
	}
	f.source = col
	return f
}

// followTable writes one follow-up from a row on and gives the row after it
// and its chart.
func (b *builder) followTable(s *sheet, f *followTable, row int) int {
	t := f.b
	if t.Title != s.Rows[rowTitle][0].Value { // else it is a part of the sheet
		s.text(row, 0, t.Title, workbook.LookPart)
		row++
	}
	if t.Caption != "" && t.Caption != t.Title {
		s.text(row, 0, t.Caption, workbook.LookNote)
		s.Merge(row, 0, min(6, f.source))
		row++
	}
	f.heading = row
	s.text(row, 0, b.cat.T("budget.head.line"), workbook.LookHeading)
	for j, c := range t.Columns {
		heading := c.Heading
		if money(&c) {
			heading = b.heading(heading, t.Unit)
		}
		s.text(row, f.cols[j], heading, workbook.LookHeading)
		if f.printed[j] >= 0 {
			s.text(row, f.printed[j], b.heading(b.cat.T("budget.head.printed", "heading", c.Heading), t.Unit), workbook.LookHeading)
		}
	}
	s.text(row, f.source, b.cat.T("budget.head.source"), workbook.LookHeading)
	s.Merge(row, f.source, len(s.Widths)-1)
	first := row + 1
	at := func(line, col int) string { return workbook.Ref(first+line, f.cols[col]) }
	for i := range t.Lines {
		row++
		b.followLine(s, f, i, row, at)
	}
	for _, col := range append(f.printed[:len(f.printed):len(f.printed)], f.source) {
		if col >= 0 {
			s.aside(col, f.heading, row)
		}
	}
	row += 2
	if c := b.followChart(s, f, first); c != nil {
		s.charts = append(s.charts, chart{row, 0, c})
		row += rowsOf(barHeight) + 1
	}
	return row
}

func (b *builder) followLine(s *sheet, f *followTable, i, row int, at refs) {
	l := &f.b.Lines[i]
	name, amount := b.lineLooks(l, f.b.Decimals)
	s.text(row, 0, l.Name.V, name)
	s.fill(row, 1, f.source-1, amount)
	for j := range f.b.Columns {
		b.writeAmount(s, f.calc, i, j, row, f.cols[j], at, amount)
		if f.printed[j] < 0 || !l.Amounts[j].OK {
			continue
		}
		look := amount
		if _, wrong := f.differs(i, j, at); wrong {
			look = warning(look)
		}
		s.amount(row, f.printed[j], l.Amounts[j].V, look)
	}
	s.text(row, f.source, b.sourceText(l.At), lookSource)
	s.Merge(row, f.source, len(s.Widths)-1)
}

// shown gives the columns that a chart shows: budget and outcome, then the
// year's budget and its forecast. None where the table has neither, or only
// zeros.
func (f *followTable) shown() []int {
	var cols []int
	add := func(j int) {
		for _, c := range cols {
			if c == j {
				return
			}
		}
		cols = append(cols, j)
	}
	for _, forecast := range []bool{false, true} {
		for j := range f.b.Columns {
			d, ok := f.s.Columns[j]
			if ok && (forecast && d.Relation == budgets.Forecast || !forecast && d.Relation == budgets.Deviation) {
				add(d.Budget)
				add(d.Of)
			}
		}
	}
	if f.zero(cols) {
		return nil
	}
	return cols
}

// followChart shows budget against outcome and forecast; nil where there is
// nothing to show.
func (b *builder) followChart(s *sheet, f *followTable, first int) *excelize.Chart {
	cols := f.shown()
	if len(cols) == 0 {
		return nil
	}
	last := first + len(f.b.Lines) - 1
	var series []excelize.ChartSeries
	for _, j := range cols {
		c := f.cols[j]
		series = append(series, excelize.ChartSeries{
			Name: s.area(f.heading, c, f.heading, c), Categories: s.area(first, 0, last, 0), Values: s.area(first, c, last, c),
		})
	}
	title := strings.TrimSpace(f.b.Title)
	return bars(b.cat.T("budget.chart.follow", "title", title), b.cat.T("budget.chart.unit", "unit", f.b.Unit), b.amountFormat(f.b.Decimals), series)
}

func (f *followTable) zero(cols []int) bool {
	for i := range f.b.Lines {
		for _, j := range cols {
			if v := f.b.Lines[i].Amounts[j]; v.OK && !v.V.IsZero() {
				return false
			}
		}
	}
	return true
}
