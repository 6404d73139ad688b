package controlplan

import (
	"slices"
	"strconv"

	"riskbok/exporters/workbook"

	"github.com/xuri/excelize/v2"

	"riskbok/rules/model"
)

// printed sets how a sheet is printed, and repeats the rows from first to last,
// counted from 0, on every page.
func (b *builder) printed(s *workbook.Sheet, first, last int) error {
	pages := b.cat.T("controlplan.footer", "page", "&P", "pages", "&N")
	return s.Print(b.file, workbook.Footer(b.plan.board, s.Name, pages), first, last)
}

// table makes a range a named table with a filter. Where two headings are
// alike, which a table forbids, it gets the filter alone.
func (b *builder) table(sw *excelize.StreamWriter, s *workbook.Sheet, heading, columns int, name string) error {
	area := workbook.Ref(heading, 0) + ":" + workbook.Ref(len(s.Rows)-1, columns-1)
	if !workbook.Distinct(s.Rows[heading][:columns]) {
		return b.file.AutoFilter(s.Name, area, nil)
	}
	b.tables++
	if b.tables > 1 && slices.ContainsFunc(b.registers, func(r *registerSheet) bool { return r.Name == s.Name }) {
		name += "_" + strconv.Itoa(b.tables)
	}
	no := false
	return sw.AddTable(&excelize.Table{Range: area, Name: name, ShowRowStripes: &no})
}

// frozenColumns is how many columns stay in sight: up to the risk's number,
// if that leaves room for the others.
func frozenColumns(columns []model.LayoutColumn) int {
	const room = 64
	total := 0.0
	for i, c := range columns {
		if total += c.Width; total > room {
			return 0
		}
		if c.Field == model.FieldNumber {
			return i + 1
		}
	}
	return 0
}

// choose puts a drop-down on a column from the first row to far beyond the
// last. A strict one refuses other values, else it only asks.
func (b *builder) choose(s *workbook.Sheet, col, first int, name, message string, strict bool) error {
	dv := excelize.NewDataValidation(true)
	dv.Sqref = workbook.Ref(first, col) + ":" + workbook.Ref(len(s.Rows)-1+beyond, col)
	dv.SetSqrefDropList(name)
	style := excelize.DataValidationErrorStyleWarning
	if strict {
		style = excelize.DataValidationErrorStyleStop
	}
	dv.SetError(style, b.cat.T("controlplan.choose.title"), b.cat.T(message))
	return b.file.AddDataValidation(s.Name, dv)
}
