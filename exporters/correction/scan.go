package correction

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"riskbok/exporters/correction/opc"
)

// scanSheet reads a sheet part. Every cell is given to visit, in the order of
// the part; wanted rows are kept whole.
func scanSheet(data []byte, wanted map[int]bool, visit func(c *cell)) (*layout, error) {
	l := &layout{data: data, rows: map[int]row{}, after: map[int]int{}, hidden: map[int]bool{}, dataEnd: -1, used: area{c1: 1, r1: 1, c2: 1, r2: 1}}
	s := &scanner{layout: l, wanted: wanted, visit: visit}
	s.missing = slices.Sorted(maps.Keys(wanted))
	for t := range opc.Tags(data) {
		if err := s.tag(t); err != nil {
			return nil, err
		}
	}
	if l.dataEnd < 0 {
		return nil, fmt.Errorf("sheet: expected rows, found none")
	}
	return l, nil
}

// scanner is the state of reading one sheet part.
type scanner struct {
	*layout
	wanted  map[int]bool
	missing []int // wanted rows not met yet, in order
	visit   func(c *cell)
	inData  bool
	row     row
	cell    cell
	inCell  bool
	lastCol int
	child   opc.Tag
}

func (s *scanner) tag(t opc.Tag) error {
	switch {
	case t.Name == "sheetData":
		return s.dataTag(t)
	case s.inCell:
		s.inside(t)
	case s.inData && t.Name == "row":
		return s.rowTag(t)
	case s.inData && t.Name == "c" && !t.Close:
		s.openCell(t)
	case !s.inData && t.Name == "sheetFormatPr" && !t.Close:
		zero := t.Attr("zeroHeight")
		s.hiding = zero == "1" || zero == "true"
	case !s.inData && t.Name == "col" && !t.Close:
		s.column(t)
	case !s.inData && t.Name == "mergeCell" && !t.Close:
		if a, ok := parseArea(t.Attr("ref"), 0); ok {
			s.merged = append(s.merged, a)
		}
	}
	return nil
}

// dataTag notes where the rows begin and end.
func (s *scanner) dataTag(t opc.Tag) error {
	if t.Close {
		s.dataEnd = t.Start
	} else {
		s.prefix, s.sheetData, s.inData = t.Prefix, t, true
	}
	if t.Empty {
		s.dataEnd = t.End
	}
	if s.dataEnd >= 0 {
		s.inData = false
		for _, n := range s.missing {
			s.after[n] = s.dataEnd
		}
		s.missing = nil
	}
	return nil
}

func (s *scanner) column(t opc.Tag) {
	style, err := strconv.Atoi(t.Attr("style"))
	from, err1 := strconv.Atoi(t.Attr("min"))
	to, err2 := strconv.Atoi(t.Attr("max"))
	if err1 != nil || err2 != nil {
		return
	}
	if err == nil {
		s.columns = append(s.columns, columnStyle{from, to, style})
	}
	if width, err := strconv.ParseFloat(t.Attr("width"), 64); err == nil {
		s.widths = append(s.widths, columnWidth{from, to, width})
	}
}

func (s *scanner) rowTag(t opc.Tag) error {
	if t.Close {
		s.row.end = t.Start
		s.closeRow()
		return nil
	}
	number := s.row.number + 1
	if n, err := strconv.Atoi(t.Attr("r")); err == nil {
		number = n
	}
	if number < 1 || number > maxRow {
		return fmt.Errorf("sheet: row %d: expected 1 to %d", number, maxRow)
	}
	s.row = row{number: number, tag: t, end: t.End, style: -1}
	s.lastCol = 0
	if c := t.Attr("customFormat"); c == "1" || c == "true" {
		if n, err := strconv.Atoi(t.Attr("s")); err == nil {
			s.row.style = n
		}
	}
	if h := t.Attr("hidden"); h == "1" || h == "true" || t.Attr("ht") == "0" {
		s.hidden[number] = true
	}
	s.used.r2 = max(s.used.r2, number)
	for len(s.missing) > 0 && s.missing[0] < number {
		s.after[s.missing[0]] = t.Start
		s.missing = s.missing[1:]
	}
	if t.Empty {
		s.closeRow()
	}
	return nil
}

func (s *scanner) closeRow() {
	if len(s.missing) > 0 && s.missing[0] == s.row.number {
		s.missing = s.missing[1:]
	}
	if s.wanted[s.row.number] {
		s.rows[s.row.number] = s.row
	}
	s.row.cells = nil
}

func (s *scanner) openCell(t opc.Tag) {
	s.cell = cell{at: position{s.lastCol + 1, s.row.number}, whole: opc.Span{Start: t.Start, End: t.End}, open: opc.Span{Start: t.Start, End: t.End}, style: -1}
	for a := range t.Attributes() {
		value := a.Value.Of(t.Data)
		switch a.Name {
		case "r":
			if p, ok := parsePosition(string(value)); ok {
				s.cell.at = p
			}
		case "cm":
			s.cell.meta = string(value) != "0"
		case "t":
			s.cell.kind = string(value)
		case "s":
			if n, err := strconv.Atoi(string(value)); err == nil {
				s.cell.style = n
			}
		}
	}
	s.lastCol = s.cell.at.col
	s.used.c2 = max(s.used.c2, s.lastCol)
	if t.Empty {
		s.closeCell()
		return
	}
	s.inCell = true
}

// inside notes the elements of a cell.
func (s *scanner) inside(t opc.Tag) {
	if t.Name == "c" && t.Close {
		s.cell.whole.End = t.End
		s.inCell = false
		s.closeCell()
		return
	}
	if !t.Close {
		switch t.Name {
		case "f", "v", "is":
			s.child = t
		}
	}
	if (t.Close || t.Empty) && t.Name == s.child.Name {
		whole := opc.Span{Start: s.child.Start, End: t.End}
		switch t.Name {
		case "f":
			s.cell.formula = whole
		case "v":
			s.cell.value = whole
		case "is":
			s.cell.inline = whole
		}
	}
}

func (s *scanner) closeCell() {
	if s.wanted[s.row.number] {
		s.row.cells = append(s.row.cells, s.cell)
	}
	if s.visit != nil {
		s.visit(&s.cell)
	}
}
