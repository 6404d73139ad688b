package samplegen

import (
	"bytes"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"riskbok/exporters/workbook"
	"riskbok/rules/model"
)

// cell is one cell to write; a formula carries its result in value.
type cell struct {
	value   any
	formula string
	style   string // a name in looks
}

// sheet is a worksheet to be. Rows and columns count from 1.
type sheet struct {
	name    string
	cells   map[[2]int]cell
	merges  [][4]int
	widths  []float64
	hidden  []int
	heights map[int]float64
	heading int // the row that is frozen and repeated on each printed page
	lists   []list
	colours []colour
	footer  string
}

// list is a drop-down for a range, from a range of another sheet.
type list struct{ cells, source string }

// colour is a conditional fill for a range: cells that begin with a text.
type colour struct{ cells, first, text, fill string }

func newSheet(name string, widths ...float64) *sheet {
	return &sheet{name: name, widths: widths, cells: map[[2]int]cell{}, heights: map[int]float64{}, footer: "&LStorvik-Åby kommun&RSida &P av &N"}
}

func (s *sheet) set(row, col int, style string, value any) {
	s.cells[[2]int{row, col}] = cell{value: value, style: style}
}

func (s *sheet) calc(row, col int, style, formula string, value any) {
	s.cells[[2]int{row, col}] = cell{value, formula, style}
}

// row sets the cells of a row from col on.
func (s *sheet) row(row, col int, style string, values ...any) {
	for i, v := range values {
		s.set(row, col+i, style, v)
	}
}

// band merges cells of a row under one heading.
func (s *sheet) band(row, from, to int, style, text string) {
	for c := from; c <= to; c++ {
		s.set(row, c, style, nil)
	}
	s.set(row, from, style, text)
	s.merges = append(s.merges, [4]int{row, from, row, to})
}

// fit gives each row from first on the height that its longest text needs.
func (s *sheet) fit(first int) {
	lines := map[int]int{}
	for at, c := range s.cells {
		text, ok := c.value.(string)
		if !ok || at[0] < first {
			continue
		}
		n := 0
		for _, line := range strings.Split(text, "\n") {
			n += 1 + int(float64(utf8.RuneCountInString(line))*1.05/s.widths[at[1]-1])
		}
		lines[at[0]] = max(lines[at[0]], n)
	}
	for row, n := range lines {
		s.heights[row] = max(s.heights[row], 4+13*float64(n))
	}
}

// build writes the sheets as a workbook.
func build(title, subject string, sheets ...*sheet) ([]byte, error) {
	f := excelize.NewFile().SetZipWriter(workbook.NewOrdered)
	defer f.Close()
	styles := map[string]int{}
	known := looks()
	for _, name := range slices.Sorted(maps.Keys(known)) { // the same numbers each time
		id, err := f.NewStyle(known[name])
		if err != nil {
			return nil, err
		}
		styles[name] = id
	}
	for i, s := range sheets {
		if i == 0 {
			if err := f.SetSheetName("Sheet1", s.name); err != nil {
				return nil, err
			}
		} else if _, err := f.NewSheet(s.name); err != nil {
			return nil, err
		}
		if err := s.write(f, styles); err != nil {
			return nil, err
		}
	}
	err := f.SetDocProps(&excelize.DocProperties{Title: title, Subject: subject, Creator: "Storvik-Åby kommun", Language: "sv-SE"})
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func (s *sheet) write(f *excelize.File, styles map[string]int) error {
	if err := s.setUp(f); err != nil {
		return err
	}
	w, err := f.NewStreamWriter(s.name)
	if err != nil {
		return err
	}
	for i, width := range s.widths {
		if err := w.SetColWidth(i+1, i+1, width); err != nil {
			return err
		}
	}
	for _, col := range s.hidden {
		if err := w.SetColVisible(col, col, false); err != nil {
			return err
		}
	}
	if s.heading > 0 {
		top := "A" + itoa(s.heading+1)
		panes := excelize.Panes{Freeze: true, YSplit: s.heading, TopLeftCell: top, ActivePane: "bottomLeft"}
		if err := w.SetPanes(&panes); err != nil {
			return err
		}
	}
	last := [2]int{}
	for at := range s.cells {
		last = [2]int{max(last[0], at[0]), max(last[1], at[1])}
	}
	for row := 1; row <= last[0]; row++ {
		values := make([]any, last[1])
		for col := 1; col <= last[1]; col++ {
			if c, ok := s.cells[[2]int{row, col}]; ok {
				values[col-1] = excelize.Cell{StyleID: styles[c.style], Formula: c.formula, Value: c.value}
			}
		}
		if err := w.SetRow("A"+itoa(row), values, excelize.RowOpts{Height: s.heights[row]}); err != nil {
			return err
		}
	}
	for _, m := range s.merges {
		if err := w.MergeCell(ref(m[0], m[1]), ref(m[2], m[3])); err != nil {
			return err
		}
	}
	return w.Flush()
}

// setUp prepares print, drop-downs and colours, which stream writing keeps.
func (s *sheet) setUp(f *excelize.File) error {
	a4, landscape, wide, tall, fits := 9, "landscape", 1, 0, true
	if err := f.SetPageLayout(s.name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &landscape, FitToWidth: &wide, FitToHeight: &tall}); err != nil {
		return err
	}
	if err := f.SetSheetProps(s.name, &excelize.SheetPropsOptions{FitToPage: &fits}); err != nil {
		return err
	}
	if err := f.SetHeaderFooter(s.name, &excelize.HeaderFooterOptions{OddFooter: s.footer}); err != nil {
		return err
	}
	if s.heading > 0 {
		rows := "'" + s.name + "'!$" + itoa(max(s.heading-1, 1)) + ":$" + itoa(s.heading)
		if err := f.SetDefinedName(&excelize.DefinedName{Name: "_xlnm.Print_Titles", RefersTo: rows, Scope: s.name}); err != nil {
			return err
		}
	}
	for _, l := range s.lists {
		dv := excelize.NewDataValidation(true)
		dv.Sqref = l.cells
		dv.SetSqrefDropList(l.source)
		if err := f.AddDataValidation(s.name, dv); err != nil {
			return err
		}
	}
	for _, c := range s.colours {
		id, err := f.NewConditionalStyle(&excelize.Style{Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{c.fill}}})
		if err != nil {
			return err
		}
		rule := excelize.ConditionalFormatOptions{Type: "formula", Criteria: `LEFT(` + c.first + `,` + itoa(utf8.RuneCountInString(c.text)) + `)="` + c.text + `"`, Format: &id}
		if err := f.SetConditionalFormat(s.name, c.cells, []excelize.ConditionalFormatOptions{rule}); err != nil {
			return err
		}
	}
	return nil
}

func ref(row, col int) string { return model.ColumnName(col) + itoa(row) }
