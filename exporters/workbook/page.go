package workbook

import (
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Paper sizes of the OOXML standard, part 1, 18.3.1.63.
const (
	paperA3 = 8
	paperA4 = 9
)

// smallestPrint is the least that the usual text of a sheet may be shrunk to so
// that the sheet fits an A4 page, as a part of its size: 7 points of 10. A wider
// sheet is printed on A3.
const smallestPrint = 0.7

// a4Pixels is the width of an A4 page on its side between the margins of
// [Sheet.Print], at 96 dots an inch.
const a4Pixels = (11.69 - 2*sideMargin) * 96

// sideMargin is the margin on the left and on the right, in inches.
const sideMargin = 0.4

// ScaleTo sets the scale at which so many pixels are as wide as an A4 page on
// its side, 100 per cent at most, with room for programs that draw columns
// wider.
func (s *Sheet) ScaleTo(pixels float64) {
	s.Scale = uint(min(100, max(25, 95*a4Pixels/pixels)))
}

// Prepare sets what must stand before a sheet is streamed: whether it is
// printed as wide as the paper, as many pages high as it takes.
func (s *Sheet) Prepare(f *excelize.File) error {
	if s.Scale != 0 {
		return nil
	}
	yes := true
	return f.SetSheetProps(s.Name, &excelize.SheetPropsOptions{FitToPage: &yes})
}

// Print sets paper, margins and footer, and repeats the rows from first to
// last, counted from 0, on every page; none where last is before first.
func (s *Sheet) Print(f *excelize.File, footer string, first, last int) error {
	layout := s.layout()
	if err := f.SetPageLayout(s.Name, &layout); err != nil {
		return err
	}
	for _, row := range s.Breaks {
		if err := f.InsertPageBreak(s.Name, Ref(row, 0)); err != nil {
			return err
		}
	}
	side, top, bottom, edge := sideMargin, 0.5, 0.6, 0.3
	if err := f.SetPageMargins(s.Name, &excelize.PageLayoutMarginsOptions{
		Left: &side, Right: &side, Top: &top, Bottom: &bottom, Header: &edge, Footer: &edge,
	}); err != nil {
		return err
	}
	if err := f.SetHeaderFooter(s.Name, &excelize.HeaderFooterOptions{OddFooter: footer}); err != nil {
		return err
	}
	if last < first {
		return nil
	}
	return f.SetDefinedName(&excelize.DefinedName{
		Name: "_xlnm.Print_Titles", Scope: s.Name,
		RefersTo: rowsOf(s.Name, first, last),
	})
}

// wide reports whether a sheet would be too small on A4.
func (s *Sheet) wide() bool { return s.Pixels(len(s.Widths))*smallestPrint > a4Pixels }

// layout is the paper, and how the sheet is made to fit it: at a scale on A4,
// else as wide as A4 or A3.
func (s *Sheet) layout() excelize.PageLayoutOptions {
	size, wide, high, orientation := paperA4, 1, 0, "landscape"
	if s.Scale != 0 {
		return excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, AdjustTo: &s.Scale}
	}
	if s.wide() {
		size = paperA3
	}
	return excelize.PageLayoutOptions{Size: &size, Orientation: &orientation, FitToWidth: &wide, FitToHeight: &high}
}

// Repeat prints the rows from first to last, counted from 0, on every page.
func (s *Sheet) Repeat(first, last int) {
	s.Names = append(s.Names, DefinedName{Name: "_xlnm.Print_Titles", RefersTo: rowsOf(s.Name, first, last)})
}

func rowsOf(sheet string, first, last int) string {
	return Quoted(sheet) + "!$" + strconv.Itoa(first+1) + ":$" + strconv.Itoa(last+1)
}

// PrintArea prints no more than an area, from the first cell.
func (s *Sheet) PrintArea(lastRow, lastCol int) {
	s.Names = append(s.Names, DefinedName{Name: "_xlnm.Print_Area", RefersTo: Quoted(s.Name) + "!" + Absolute(0, 0) + ":" + Absolute(lastRow, lastCol)})
}

// Footer has the board and the sheet on the left, page and pages on the right.
// The text pages has the codes "&P" and "&N" for these. A footer can have 255
// characters, so a long name of a board is cut.
func Footer(board, sheet, pages string) string {
	left := []rune(strings.Join(strings.Fields(board), " "))
	if len(left) > 80 {
		left = append(left[:79], '…')
	}
	what := sheet
	if len(left) > 0 {
		what = string(left) + " – " + sheet
	}
	return "&L" + strings.ReplaceAll(what, "&", "&&") + "&R" + pages
}

// Distinct reports whether the headings of a row can be those of a named
// table: texts on one line, no two alike.
func Distinct(cells []Cell) bool {
	seen := map[string]bool{}
	for _, c := range cells {
		text, _ := c.Value.(string)
		k := strings.ToLower(text)
		if k == "" || seen[k] || strings.ContainsAny(k, "\n\t") {
			return false
		}
		seen[k] = true
	}
	return true
}
