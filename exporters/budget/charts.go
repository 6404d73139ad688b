package budget

import (
	"github.com/xuri/excelize/v2"

	"riskbok/exporters/workbook"
	"riskbok/rules/model"
)

// Sizes of charts in pixels.
const (
	pieWidth, pieHeight = 460, 260
	barWidth, barHeight = 760, 340
)

// rowsOf gives how many empty rows a chart of such a height covers.
func rowsOf(pixels int) int { return (pixels + emptyRow*96/72 - 1) / (emptyRow * 96 / 72) }

func chartText(text string) []excelize.RichTextRun {
	return []excelize.RichTextRun{{Text: text, Font: &excelize.Font{Family: "Calibri", Size: 12, Bold: true, Color: workbook.InkDark}}}
}

// pie makes a chart of the shares of some cells, each with its name and share.
func pie(title, format, name, categories, values string, slices int) *excelize.Chart {
	series := excelize.ChartSeries{
		Name: name, Categories: categories, Values: values,
		DataLabelPosition: excelize.ChartDataLabelsPositionOutsideEnd,
		DataLabel:         excelize.ChartDataLabel{Font: excelize.Font{Family: "Calibri", Size: 10, Color: workbook.InkDark}},
	}
	for i := range slices {
		series.DataPoint = append(series.DataPoint, excelize.ChartDataPoint{Index: i, Fill: solid(palette[i%len(palette)])})
	}
	return &excelize.Chart{
		Type: excelize.Pie, Series: []excelize.ChartSeries{series},
		Title:     excelize.ChartTitle{Paragraph: chartText(title)},
		Format:    graphic(title),
		Legend:    excelize.ChartLegend{Position: "right", Font: &excelize.Font{Family: "Calibri", Size: 10, Color: workbook.InkDark}},
		Dimension: excelize.ChartDimension{Width: pieWidth, Height: pieHeight},
		PlotArea:  excelize.ChartPlotArea{ShowPercent: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: format}},
	}
}

// bars makes a chart of columns side by side.
func bars(title, unit, format string, series []excelize.ChartSeries) *excelize.Chart {
	for i := range series {
		series[i].Fill = solid(palette[i%len(palette)])
	}
	small := excelize.Font{Family: "Calibri", Size: 10, Color: workbook.InkDark}
	c := &excelize.Chart{
		Type: excelize.Col, Series: series,
		Title:     excelize.ChartTitle{Paragraph: chartText(title)},
		Format:    graphic(title),
		Legend:    excelize.ChartLegend{Position: "bottom", Font: &small},
		Dimension: excelize.ChartDimension{Width: barWidth, Height: barHeight},
		// With negative columns the names would stand inside them.
		XAxis: excelize.ChartAxis{Font: small, TickLabelPosition: excelize.ChartTickLabelLow},
		YAxis: excelize.ChartAxis{Font: small, MajorGridLines: true, NumFmt: excelize.ChartNumFmt{CustomNumFmt: format}},
	}
	if unit != "" {
		c.YAxis.Title = excelize.ChartTitle{Paragraph: []excelize.RichTextRun{{Text: unit, Font: &small}}}
	}
	return c
}

func solid(colour string) excelize.Fill {
	return excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{colour}}
}

// graphic gives a chart its text for those who cannot see it.
func graphic(text string) excelize.GraphicOptions {
	return excelize.GraphicOptions{AltText: text, Positioning: "oneCell"}
}

// shareCharts puts a chart of the parties' shares under each alternative.
func (b *builder) shareCharts(s *sheet, blocks []*block, rows []int, row int) {
	col := 0
	for n, k := range blocks {
		latest := k.columns[k.latest]
		from, to := parties(k.b, latest)
		if to <= from {
			continue
		}
		title := b.cat.T("budget.chart.shares.plain")
		switch year := yearText(k.b.Columns[latest].Year); {
		case len(blocks) > 1:
			title = b.cat.T("budget.chart.shares.alternative", "n", n+1, "year", year)
		case year != "":
			title = b.cat.T("budget.chart.shares", "year", year)
		}
		c := k.col(latest)
		s.charts = append(s.charts, chart{row, col, pie(title, b.percentFormat(), s.area(rowHeading, c, rowHeading, c),
			s.area(rows[from], 0, rows[to], 0), s.area(rows[from], c, rows[to], c), to-from+1)})
		col = s.columnAfter(col, pieWidth+20)
	}
}

// columnAfter gives the column that begins so many pixels right of another.
func (s *sheet) columnAfter(col int, pixels float64) int {
	from := s.Pixels(col)
	for s.Pixels(col)-from < pixels {
		col++
	}
	return col
}

// parties gives the first and the last of the lines that follow each other
// and have shares in a column: at least two, none negative, some positive.
func parties(b *model.Budget, col int) (from, to int) {
	from, to = 0, -1
	positive := false
	for i := range b.Lines {
		l := &b.Lines[i]
		if l.Total || l.Kind == model.LineGroup || l.Kind == model.LineNet || l.Kind == model.LineOfWhich || !l.Amounts[col].OK {
			if to >= 0 {
				break
			}
			from = i + 1
			continue
		}
		if l.Amounts[col].V.IsNegative() {
			return 0, -1
		}
		positive = positive || l.Amounts[col].V.IsPositive()
		to = i
	}
	if !positive {
		return 0, -1
	}
	return from, to
}
