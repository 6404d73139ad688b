package controlplan

import (
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"riskbok/rules/model"
)

// Paper sizes of the OOXML standard, part 1, 18.3.1.63.
const (
	paperA3 = 8
	paperA4 = 9
)

// wideSheet is the width in characters from which a sheet is printed on A3:
// on A4 its text would be smaller than 7 points.
const wideSheet = 160

// prepare sets what must stand before a sheet is streamed: printed as wide as
// the paper, as many pages high as it takes.
func (b *builder) prepare(s *sheet) error {
	yes := true
	return b.file.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &yes})
}

// printed sets paper, margins and footer, and repeats the rows from first to
// last, counted from 0, on every page.
func (b *builder) printed(s *sheet, first, last int) error {
	size, wide, high, orientation := paperA4, 1, 0, "landscape"
	total := 0.0
	for _, w := range s.widths {
		total += w
	}
	if total > wideSheet {
		size = paperA3
	}
	if err := b.file.SetPageLayout(s.name, &excelize.PageLayoutOptions{
		Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &high,
	}); err != nil {
		return err
	}
	side, top, bottom, edge := 0.4, 0.5, 0.6, 0.3
	if err := b.file.SetPageMargins(s.name, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &top, Bottom: &bottom, Header: &edge, Footer: &edge,
	}); err != nil {
		return err
	}
	if err := b.file.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{OddFooter: b.footer(s.name)}); err != nil {
		return err
	}
	if last < first {
		return nil
	}
	return b.file.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", Scope: s.name,
		RefersTo: quoted(s.name) + "!$" + strconv.Itoa(first+1) + ":$" + strconv.Itoa(last+1),
	})
}

// footer has the board and the sheet on the left, page and pages on the right.
// A footer can have 255 characters.
func (b *builder) footer(name string) string {
	left := []rune(strings.Join(strings.Fields(b.plan.board), " "))
	if len(left) > 80 {
		left = append(left[:79], '…')
	}
	what := name
	if len(left) > 0 {
		what = string(left) + " – " + name
	}
	return "&L" + strings.ReplaceAll(what, "&", "&&") + "&R" + b.cat.T("controlplan.footer", "page", "&P", "pages", "&N")
}

// protected locks the cells that are marked so, without a password: who wants
// to change the formulas can.
func (b *builder) protected(s *sheet) error {
	return b.file.ProtectSheet(s.name, &excelize.SheetProtectionOptions{
		SelectLockedCells: true, SelectUnlockedCells: true, AutoFilter: true, Sort: true,
		FormatCells: true, FormatColumns: true, FormatRows: true, InsertRows: true, DeleteRows: true,
		EditObjects: true, EditScenarios: true, InsertHyperlinks: true,
	})
}

// table makes a range a named table with a filter. Where two headings are
// alike, which a table forbids, it gets the filter alone.
func (b *builder) table(sw *excelize.StreamWriter, s *sheet, heading, columns int, name string) error {
	area := ref(heading, 0) + ":" + ref(len(s.rows)-1, columns-1)
	if !distinctHeadings(s.rows[heading][:columns]) {
		return b.file.AutoFilter(s.name, area, nil)
	}
	b.tables++
	if b.tables > 1 && slices.ContainsFunc(b.registers, func(r *registerSheet) bool { return r.name == s.name }) {
		name += "_" + strconv.Itoa(b.tables)
	}
	no := false
	return sw.AddTable(&excelize.Table{Range: area, Name: name, ShowRowStripes: &no})
}

func distinctHeadings(cells []cell) bool {
	seen := map[string]bool{}
	for _, c := range cells {
		text, _ := c.value.(string)
		k := strings.ToLower(text)
		if k == "" || seen[k] || strings.ContainsAny(k, "\n\t") {
			return false
		}
		seen[k] = true
	}
	return true
}

// panes freezes what lies above and left of a cell.
func panes(row, col int) *excelize.Panes {
	pane := "bottomLeft"
	if col > 0 {
		pane = "bottomRight"
	}
	at := ref(row, col)
	return &excelize.Panes{
		Freeze: true, XSplit: col, YSplit: row, TopLeftCell: at, ActivePane: pane,
		Selection: []excelize.Selection{{SQRef: at, ActiveCell: at, Pane: pane}},
	}
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
func (b *builder) choose(s *sheet, col, first int, name, message string, strict bool) error {
	dv := excelize.NewDataValidation(true)
	dv.Sqref = ref(first, col) + ":" + ref(len(s.rows)-1+beyond, col)
	dv.SetSqrefDropList(name)
	style := excelize.DataValidationErrorStyleWarning
	if strict {
		style = excelize.DataValidationErrorStyleStop
	}
	dv.SetError(style, b.cat.T("controlplan.choose.title"), b.cat.T(message))
	return b.file.AddDataValidation(s.name, dv)
}
