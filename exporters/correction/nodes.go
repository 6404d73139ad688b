package correction

import (
	"bytes"

	"riskbok/exporters/correction/opc"
	"riskbok/rules/model/formula"
)

// cellKey is a cell of a workbook in one word.
type cellKey uint64

func keyOf(sheet int, p position) cellKey {
	return cellKey(sheet)<<40 | cellKey(p.row)<<16 | cellKey(p.col)
}

func (k cellKey) sheet() int { return int(k >> 40) }

func (k cellKey) position() position { return position{int(k & 0xffff), int(k >> 16 & 0xffffff)} }

// node is one formula of a workbook.
type node struct {
	key    cellKey
	cell   cell
	text   string // the formula as this cell reads it
	shared int    // the group of a shared formula, −1 outside groups
	master bool   // holds the group's text
	array  bool   // an array formula
	spills bool   // an array formula that is as large as its result
	cover  area   // the cells it fills; in a master, those that share it
	areas  []area
	opaque bool   // it may read more than areas
	moving bool   // OFFSET or INDIRECT is in it, or in a name that it uses
	reach  []area // of areas, what OFFSET and INDIRECT found
	table  *dataTable
	stored bool // its result is stored
	old    value
}

// formulas are all formulas of a workbook, and the typed cells that are to
// become formulas.
type formulas struct {
	w       *workbook
	nodes   []node
	at      map[cellKey]int
	covered []int // nodes of array formulas, and the first of each data table
	scopes  map[string]definedName
	tables  map[string]area
	lists   []formula.Table     // the same tables, with their columns
	columns map[string][]string // and the formulas that they state for them
}

// plain gives a formula's text with its structured references as cells, or as
// it is where one of them is not understood.
func (fs *formulas) plain(n *node) string {
	p := n.key.position()
	text, _ := formula.Plain(n.text, fs.lists, fs.w.sheets[n.key.sheet()].name, p.row, p.col)
	return text
}

// scan reads a sheet for its formulas and, where rows are wanted, for its
// layout.
func (fs *formulas) scan(index int, wanted map[int]bool) (*layout, error) {
	data := fs.w.sheets[index].data
	shared, first := sharing{}, len(fs.nodes)
	var tables []*dataTable
	l, err := scanSheet(data, wanted, func(c *cell) {
		if c.formula.None() {
			fs.takeTable(tables, data, c)
			return
		}
		n := node{key: keyOf(index, c.at), cell: *c, shared: -1}
		n.text = decode(plainText(c.formula.Inner(data)))
		hasRef := false
		for t := range opc.Tags(c.formula.Of(data)) {
			n.readTag(t, index)
			_, hasRef = t.Raw("ref")
			break
		}
		n.spills = n.array && c.meta
		if n.table != nil {
			tables = append(tables, n.table)
		}
		shared.take(&n, hasRef)
		n.old = fs.w.value(data, c)
		n.stored = n.old.text != "" || n.old.kind == "str"
		fs.add(n)
	})
	if err != nil {
		return nil, err
	}
	for i := range fs.nodes[first:] {
		if n := &fs.nodes[first+i]; n.text == "" {
			n.text = shared.text(n)
		}
	}
	return l, nil
}

func (fs *formulas) add(n node) {
	if n.array || n.table != nil && !n.cell.formula.None() {
		fs.covered = append(fs.covered, len(fs.nodes))
	}
	fs.at[n.key] = len(fs.nodes)
	fs.nodes = append(fs.nodes, n)
}

// hasFormulas tells quickly whether a sheet part may hold formulas.
func hasFormulas(data []byte) bool {
	return bytes.Contains(data, []byte("<f>")) || bytes.Contains(data, []byte("<f ")) || bytes.Contains(data, []byte(":f>")) || bytes.Contains(data, []byte(":f "))
}

// inArray gives the array formula or data table that fills a cell, or nil.
func (fs *formulas) inArray(sheet int, p position) *node {
	for _, i := range fs.covered {
		if n := &fs.nodes[i]; n.cover.has(sheet, p) || n.key == keyOf(sheet, p) {
			return n
		}
	}
	return nil
}
