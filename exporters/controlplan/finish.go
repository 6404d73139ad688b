package controlplan

import (
	"slices"
	"strconv"

	"riskbok/exporters/workbook"

	"riskbok/rules/model"
)

// footer has the board, the sheet and the pages.
func (b *builder) footer(s *workbook.Sheet) string {
	return workbook.Footer(b.plan.board, s.Name, b.cat.T("controlplan.footer", "page", "&P", "pages", "&N"))
}

// table makes the rows of a sheet from its headings on a named table with a filter.
// The second of a workbook's sheets of risks gets a name of its own.
func (b *builder) table(s *workbook.Sheet, heading, columns int, name string) {
	if workbook.Distinct(s.Rows[heading][:columns]) {
		b.tables++
		if b.tables > 1 && slices.ContainsFunc(b.registers, func(r *registerSheet) bool { return r.Name == s.Name }) {
			name += "_" + strconv.Itoa(b.tables)
		}
	}
	s.Table = &workbook.Table{Name: name, Heading: heading, Columns: columns}
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
func (b *builder) choose(s *workbook.Sheet, col, first int, name, message string, strict bool) {
	s.Choices = append(s.Choices, workbook.Choice{
		Area: workbook.Ref(first, col) + ":" + workbook.Ref(len(s.Rows)-1+beyond, col), List: name,
		Title: b.cat.T("controlplan.choose.title"), Message: b.cat.T(message), Strict: strict,
	})
}
