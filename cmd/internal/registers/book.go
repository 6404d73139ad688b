package registers

import (
	"fmt"
	"strconv"
	"strings"
)

// Book is one workbook and what is right about it.
type Book struct {
	Title  string // one line on its shape
	Sheets []Sheet
	Want   Want
}

// Sheet is one sheet, its rows from row 1 on.
type Sheet struct {
	Name string
	Rows [][]Cell
}

// Parse reads a golden register: a title line, sheets and expectations.
//
//	An English project log, probability × impact.
//
//	== Risk log
//	1 | ID | Risk | P | I | Score |
//	2 | 1 | The quay is late | 3 | 4 | =C2*D2{12} |
//
//	-- want
//	register Risk log: 1 risks
//
// The number in front of a row is its row in the sheet; rows without one follow
// each other, so that blank rows can be left out. Errors name the line.
func Parse(text string) (*Book, error) {
	b := &Book{}
	var want []string
	wanting := false
	for i, line := range strings.Split(text, "\n") {
		line = strings.TrimRight(line, " ")
		var err error
		switch name, sheet := strings.CutPrefix(line, "== "); {
		case line == "-- want":
			wanting = true
		case wanting:
			want = append(want, line)
		case sheet:
			b.Sheets = append(b.Sheets, Sheet{Name: name})
		case line == "":
		case len(b.Sheets) == 0:
			b.Title = strings.TrimSpace(b.Title + " " + line)
		default:
			err = b.Sheets[len(b.Sheets)-1].add(line)
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	if len(b.Sheets) == 0 || !wanting {
		return nil, fmt.Errorf("expected sheets (\"== NAME\") and \"-- want\"")
	}
	var err error
	b.Want, err = parseWant(want)
	return b, err
}

// add takes one row of cells, "12 | a | b |".
func (s *Sheet) add(line string) error {
	label, cells, ok := strings.Cut(line, "|")
	if !ok {
		return fmt.Errorf("expected cells between |, got %q", line)
	}
	if label = strings.TrimSpace(label); label != "" {
		row, err := strconv.Atoi(label)
		if err != nil || row <= len(s.Rows) {
			return fmt.Errorf("expected a row after %d, got %q", len(s.Rows), label)
		}
		for len(s.Rows) < row-1 {
			s.Rows = append(s.Rows, nil)
		}
	}
	var row []Cell
	for _, text := range strings.Split(strings.TrimSuffix(strings.TrimSpace(cells), "|"), "|") {
		c, err := parseCell(strings.TrimSpace(text))
		if err != nil {
			return err
		}
		row = append(row, c)
	}
	s.Rows = append(s.Rows, row)
	return nil
}
