package correction

import (
	"bytes"
	"slices"
	"strings"

	"riskbok/rules/model/calc"
	"riskbok/rules/model/formula"
)

// view is the workbook as formulas see it: the cells that were loaded, with
// what was put into them since.
type view struct {
	fs     *formulas
	home   int // the sheet whose own names hold
	sheets map[int]*viewSheet
}

// viewSheet holds the cells of one sheet, row by row.
type viewSheet struct {
	rows    map[int][]held
	used    position // the last row and column of a cell that was loaded
	unknown bool     // all of its cells are

	hidden   map[int]bool // rows
	hiding   bool         // rows that the part does not name are hidden
	filtered bool         // a filter is set on the sheet
}

// held is what a cell holds. The value of one that is not known must not be
// calculated with.
type held struct {
	col   int32
	known bool
	value calc.Value
}

// newView loads the cells of some areas. Cells outside them must not be asked
// for.
func newView(fs *formulas, areas []calc.Area) *view {
	v := &view{fs: fs, sheets: map[int]*viewSheet{}}
	bySheet := map[int][]calc.Area{}
	for _, a := range areas {
		bySheet[a.Sheet] = append(bySheet[a.Sheet], a)
	}
	for sheet, list := range bySheet {
		v.sheets[sheet] = fs.w.viewSheet(sheet, newBands(list))
	}
	return v
}

func (w *workbook) viewSheet(index int, wanted bands) *viewSheet {
	s := &viewSheet{rows: map[int][]held{}}
	data := w.sheets[index].data
	l, err := scanSheet(data, nil, func(c *cell) {
		if wanted.has(c.at) {
			s.set(c.at, w.held(data, c))
		}
	})
	if err != nil {
		s.forget() // a chart sheet, or one that is damaged
		return s
	}
	s.hidden, s.hiding = l.hidden, l.hiding
	if len(s.hidden) > 0 {
		s.filtered = w.filtered(index)
	}
	return s
}

// filtered reports whether a filter is set on a sheet, or on one of its tables.
func (w *workbook) filtered(index int) bool {
	set := []byte("filterColumn")
	if bytes.Contains(w.sheets[index].data, set) {
		return true
	}
	related, err := w.Relations(w.sheets[index].part)
	if err != nil {
		return true
	}
	for _, r := range related {
		if r.Kind != "table" {
			continue
		}
		if data, err := w.Read(r.Target); err != nil || bytes.Contains(data, set) {
			return true
		}
	}
	return false
}

// Row tells whether a row is hidden.
func (v *view) Row(sheet, row int) calc.Visibility {
	s := v.sheets[sheet]
	switch {
	case s == nil || s.unknown || s.hiding:
		return calc.Unseen
	case !s.hidden[row]:
		return calc.Visible
	case s.filtered:
		return calc.Filtered
	}
	return calc.Hidden
}

// Subtotal reports whether a cell is itself a subtotal.
func (v *view) Subtotal(sheet, row, col int) (is, ok bool) {
	i, found := v.fs.at[keyOf(sheet, position{col, row})]
	if !found {
		return false, true
	}
	f := formula.Parse(v.fs.nodes[i].text)
	calls := f.Reads().Functions
	if !slices.Contains(calls, "SUBTOTAL") && !slices.Contains(calls, "AGGREGATE") {
		return false, true
	}
	last := f[len(f)-1].Text
	return true, f[0].Kind == formula.Function && len(calls) == 1 && strings.TrimSpace(last[strings.LastIndexByte(last, ')')+1:]) == "" && strings.HasSuffix(strings.TrimSpace(last), ")")
}

// forget makes every cell of a sheet unknown.
func (s *viewSheet) forget() {
	s.unknown, s.rows = true, nil
	s.used = position{maxCol, maxRow}
}

// held gives what a cell holds. A formula without a stored result is not
// known, and neither is what is not understood.
func (w *workbook) held(data []byte, c *cell) held {
	stored := w.value(data, c)
	value, ok := w.operand(stored)
	if stored.kind+stored.text == "" {
		ok = c.formula.None() && c.kind != "s"
	}
	return held{known: ok, value: value}
}

// set puts what a cell holds in its place. Cells mostly come in their order.
func (s *viewSheet) set(at position, h held) {
	h.col = int32(at.col)
	row := s.rows[at.row]
	i, found := len(row), false
	if i > 0 && row[i-1].col >= h.col {
		i, found = slices.BinarySearchFunc(row, h.col, func(h held, col int32) int { return int(h.col - col) })
	}
	if found {
		row[i] = h
	} else {
		s.rows[at.row] = slices.Insert(row, i, h)
	}
	s.used = position{max(s.used.col, at.col), max(s.used.row, at.row)}
}

// put puts a value into a cell.
func (v *view) put(key cellKey, value calc.Value) { v.change(key, held{known: true, value: value}) }

func (v *view) change(key cellKey, h held) {
	// A sheet that was not loaded is not read by what is calculated.
	if s := v.sheets[key.sheet()]; s != nil && !s.unknown {
		s.set(key.position(), h)
	}
}

// forget makes what a formula results in unknown.
func (v *view) forget(n *node) {
	v.change(n.key, held{})
	switch s := v.sheets[n.key.sheet()]; {
	case s == nil || !n.array:
	case n.cover.size() > searchWork/100:
		s.forget()
	default:
		for key := range n.cover.cells() {
			v.change(key, held{})
		}
	}
}

// Sheet gives the index of a sheet, −1 where there is none of the name.
func (v *view) Sheet(name string) int { return v.fs.w.sheetIndex(name) }

// Used gives the size of the rectangle beyond which the loaded areas are empty.
func (v *view) Used(sheet int) (rows, cols int) {
	if s := v.sheets[sheet]; s != nil {
		return s.used.row, s.used.col
	}
	return 0, 0
}

// Cell gives a cell's value.
func (v *view) Cell(sheet, row, col int) (calc.Value, bool) {
	s := v.sheets[sheet]
	if s == nil || s.unknown {
		return calc.Value{}, false
	}
	list := s.rows[row]
	i, found := slices.BinarySearchFunc(list, int32(col), func(h held, col int32) int { return int(h.col - col) })
	if !found {
		return calc.Value{}, true
	}
	return list[i].value, list[i].known
}

// Name gives what a defined name refers to.
func (v *view) Name(name string) (string, bool) {
	d, ok := v.fs.named(v.home, name)
	return strings.TrimPrefix(d.text, "="), ok
}

// bands are the rows that areas cover, and the columns from the first to the
// last of them.
type bands struct {
	rows        [][2]int // first and last, rising, apart from each other
	left, right int
}

func newBands(areas []calc.Area) bands {
	slices.SortFunc(areas, func(a, b calc.Area) int { return a.Top - b.Top })
	b := bands{left: maxCol, right: 1}
	for _, a := range areas {
		b.left, b.right = min(b.left, a.Left), max(b.right, a.Right)
		if n := len(b.rows); n > 0 && a.Top <= b.rows[n-1][1]+1 {
			b.rows[n-1][1] = max(b.rows[n-1][1], a.Bottom)
			continue
		}
		b.rows = append(b.rows, [2]int{a.Top, a.Bottom})
	}
	return b
}

func (b bands) has(p position) bool {
	if p.col < b.left || p.col > b.right {
		return false
	}
	i, found := slices.BinarySearchFunc(b.rows, p.row, func(r [2]int, row int) int { return r[0] - row })
	return found || i > 0 && p.row <= b.rows[i-1][1]
}
