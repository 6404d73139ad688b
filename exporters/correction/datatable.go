package correction

import "riskbok/exporters/correction/opc"

// dataTable is a what-if table (ECMA-376 part 1, 18.3.1.40): each of its cells shows
// what a formula beside the table gives where one or two cells, the inputs, hold the
// values that stand before its row and above its column.
type dataTable struct {
	cover  area
	two    bool // both rows and columns have values
	byRow  bool // of one list of values, that it stands above
	inputs []cellKey
}

// readDataTable reads the element of a table's first cell.
func readDataTable(t opc.Tag, cover area) *dataTable {
	set := func(name string) bool { v := t.Attr(name); return v == "1" || v == "true" }
	d := &dataTable{cover: cover, two: set("dt2D"), byRow: set("dtr")}
	for _, name := range []string{"r1", "r2"} {
		if p, ok := parsePosition(t.Attr(name)); ok && (name == "r1" || d.two) {
			d.inputs = append(d.inputs, keyOf(cover.sheet, p))
		}
	}
	return d
}

// reads gives the cells that one of the table's cells is calculated from: its
// formula and the values that it is given.
func (d *dataTable) reads(p position) []area {
	one := func(row, col int) area { return area{d.cover.sheet, col, row, col, row} }
	above, before := one(d.cover.r1-1, p.col), one(p.row, d.cover.c1-1)
	if d.two {
		return []area{one(d.cover.r1-1, d.cover.c1-1), above, before}
	}
	return []area{above, before} // the one is the formula, the other the value
}

// takeTable makes a cell of a data table that has been met a node of its own. Its
// text is not known, so that its result is never calculated here.
func (fs *formulas) takeTable(tables []*dataTable, data []byte, c *cell) {
	for _, d := range tables {
		if !d.cover.has(d.cover.sheet, c.at) {
			continue
		}
		n := node{key: keyOf(d.cover.sheet, c.at), cell: *c, shared: -1, opaque: true, table: d}
		n.old = fs.w.value(data, c)
		n.stored = n.old.text != "" || n.old.kind == "str"
		fs.add(n)
		return
	}
}

// dependants gives the formulas that are proven to read one of the cells, directly or
// through others. A data table that reads it only through a cell for which it puts
// in values of its own does not.
func (g *graph) dependants(cells []cellKey) map[int]bool {
	found := g.reached(cells, nil, nil)
	touched := map[cellKey]bool{}
	for _, key := range cells {
		touched[key] = true
	}
	for i := range found {
		touched[g.fs.nodes[i].key] = true
	}
	beside := map[*dataTable]map[int]bool{} // what is reached beside a table's inputs
	apart := map[int]bool{}
	for i := range found {
		d := g.fs.nodes[i].table
		if d == nil {
			continue
		}
		if _, known := beside[d]; !known {
			beside[d] = found
			blocked := map[cellKey]bool{}
			for _, key := range d.inputs {
				blocked[key] = touched[key]
			}
			for _, is := range blocked {
				if is {
					beside[d] = g.reached(cells, blocked, nil)
				}
			}
		}
		apart[i] = !beside[d][i]
	}
	for _, is := range apart {
		if is {
			return g.reached(cells, nil, apart)
		}
	}
	return found
}
