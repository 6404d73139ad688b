package correction

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
)

// scanSheet reads a sheet part. Every cell is given to visit, in the order of
// the part; wanted rows are kept whole.
func scanSheet(data []byte, wanted map[int]bool, visit func(c *cell)) (*layout, error) {
	l := &layout{data: data, rows: map[int]row{}, after: map[int]int{}, hidden: map[int]bool{}, dataEnd: -1, used: area{c1: 1, r1: 1, c2: 1, r2: 1}}
	s := &scanner{layout: l, wanted: wanted, visit: visit}
	s.missing = slices.Sorted(maps.Keys(wanted))
	for t := range tags(data) {
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
	child   tag
}

func (s *scanner) tag(t tag) error {
	switch {
	case t.name == "sheetData":
		return s.dataTag(t)
	case s.inCell:
		s.inside(t)
	case s.inData && t.name == "row":
		return s.rowTag(t)
	case s.inData && t.name == "c" && !t.close:
		s.openCell(t)
	case !s.inData && t.name == "sheetFormatPr" && !t.close:
		zero := t.attr("zeroHeight")
		s.hiding = zero == "1" || zero == "true"
	case !s.inData && t.name == "col" && !t.close:
		s.column(t)
	case !s.inData && t.name == "mergeCell" && !t.close:
		if a, ok := parseArea(t.attr("ref"), 0); ok {
			s.merged = append(s.merged, a)
		}
	}
	return nil
}

// dataTag notes where the rows begin and end.
func (s *scanner) dataTag(t tag) error {
	if t.close {
		s.dataEnd = t.start
	} else {
		s.prefix, s.sheetData, s.inData = t.prefix, t, true
	}
	if t.empty {
		s.dataEnd = t.end
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

func (s *scanner) column(t tag) {
	style, err := strconv.Atoi(t.attr("style"))
	from, err1 := strconv.Atoi(t.attr("min"))
	to, err2 := strconv.Atoi(t.attr("max"))
	if err1 != nil || err2 != nil {
		return
	}
	if err == nil {
		s.columns = append(s.columns, columnStyle{from, to, style})
	}
	if width, err := strconv.ParseFloat(t.attr("width"), 64); err == nil {
		s.widths = append(s.widths, columnWidth{from, to, width})
	}
}

func (s *scanner) rowTag(t tag) error {
	if t.close {
		s.row.end = t.start
		s.closeRow()
		return nil
	}
	number := s.row.number + 1
	if n, err := strconv.Atoi(t.attr("r")); err == nil {
		number = n
	}
	if number < 1 || number > maxRow {
		return fmt.Errorf("sheet: row %d: expected 1 to %d", number, maxRow)
	}
	s.row = row{number: number, tag: t, end: t.end, style: -1}
	s.lastCol = 0
	if c := t.attr("customFormat"); c == "1" || c == "true" {
		if n, err := strconv.Atoi(t.attr("s")); err == nil {
			s.row.style = n
		}
	}
	if h := t.attr("hidden"); h == "1" || h == "true" || t.attr("ht") == "0" {
		s.hidden[number] = true
	}
	s.used.r2 = max(s.used.r2, number)
	for len(s.missing) > 0 && s.missing[0] < number {
		s.after[s.missing[0]] = t.start
		s.missing = s.missing[1:]
	}
	if t.empty {
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

func (s *scanner) openCell(t tag) {
	s.cell = cell{at: position{s.lastCol + 1, s.row.number}, whole: span{t.start, t.end}, open: span{t.start, t.end}, style: -1}
	for a := range t.attributes() {
		value := a.value.of(t.data)
		switch a.name {
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
	if t.empty {
		s.closeCell()
		return
	}
	s.inCell = true
}

// inside notes the elements of a cell.
func (s *scanner) inside(t tag) {
	if t.name == "c" && t.close {
		s.cell.whole.end = t.end
		s.inCell = false
		s.closeCell()
		return
	}
	if !t.close {
		switch t.name {
		case "f", "v", "is":
			s.child = t
		}
	}
	if (t.close || t.empty) && t.name == s.child.name {
		whole := span{s.child.start, t.end}
		switch t.name {
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
