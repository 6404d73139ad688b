package correction

import (
	"bytes"
	"strconv"
	"strings"
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
	array  bool   // an array formula or data table
	cover  area   // the cells it fills; in a master, those that share it
	areas  []area
	parsed parsed
	opaque bool // what it reads cannot be known from its text
	stored bool // its result is stored
	old    value
}

// formulas are all formulas of a workbook, and the typed cells that are to
// become formulas.
type formulas struct {
	w       *workbook
	nodes   []node
	at      map[cellKey]int
	covered []int // nodes of array formulas
	scopes  map[string]definedName
	tables  map[string]area
}

// scan reads a sheet for its formulas and, where rows are wanted, for its
// layout.
func (fs *formulas) scan(index int, wanted map[int]bool) (*layout, error) {
	data := fs.w.sheets[index].data
	masters := map[int]node{}
	return scanSheet(data, wanted, func(c *cell) {
		if c.formula.none() {
			return
		}
		n := node{key: keyOf(index, c.at), cell: *c, shared: -1}
		n.text = decode(plainText(inner(data, c.formula)))
		for t := range tags(c.formula.of(data)) {
			n.readTag(t, index)
			break
		}
		if n.shared >= 0 {
			if n.text != "" {
				n.master = true
				masters[n.shared] = n
			} else if m, ok := masters[n.shared]; ok {
				from := m.cell.at
				n.text = shifted(m.text, c.at.col-from.col, c.at.row-from.row)
			}
		}
		n.old = fs.w.value(data, c)
		n.stored = n.old.text != "" || n.old.kind == "str"
		fs.add(n)
	})
}

// readTag reads how a formula is written (ECMA-376 part 1, 18.3.1.40).
func (n *node) readTag(t tag, sheet int) {
	n.cover, _ = parseArea(t.attr("ref"), sheet)
	switch t.attr("t") {
	case "shared":
		if si, err := strconv.Atoi(t.attr("si")); err == nil {
			n.shared = si
		}
	case "array":
		n.array = true
	case "dataTable":
		n.array, n.opaque = true, true
	}
}

func (fs *formulas) add(n node) {
	if n.array {
		fs.covered = append(fs.covered, len(fs.nodes))
	}
	fs.at[n.key] = len(fs.nodes)
	fs.nodes = append(fs.nodes, n)
}

// hasFormulas tells quickly whether a sheet part may hold formulas.
func hasFormulas(data []byte) bool {
	return bytes.Contains(data, []byte("<f>")) || bytes.Contains(data, []byte("<f ")) || bytes.Contains(data, []byte(":f>")) || bytes.Contains(data, []byte(":f "))
}

// inArray gives the array formula that fills a cell, or nil.
func (fs *formulas) inArray(sheet int, p position) *node {
	for _, i := range fs.covered {
		if n := &fs.nodes[i]; n.cover.has(sheet, p) || n.key == keyOf(sheet, p) {
			return n
		}
	}
	return nil
}

// unseen are the functions that read cells which their arguments do not name.
var unseen = map[string]bool{"INDIRECT": true, "OFFSET": true, "ANCHORARRAY": true}

// resolve finds out what every formula reads.
func (fs *formulas) resolve() error {
	if err := fs.findTables(); err != nil {
		return err
	}
	fs.scopes = map[string]definedName{}
	for _, d := range fs.w.names {
		fs.scopes[scopeKey(d.sheet, d.name)] = d
	}
	for i := range fs.nodes {
		n := &fs.nodes[i]
		n.parsed = parseFormula(n.text)
		n.areas = n.areas[:0]
		n.opaque = n.opaque || n.text == ""
		fs.read(n, n.parsed, n.key.sheet())
		fs.readNames(n)
	}
	return nil
}

func scopeKey(sheet int, name string) string {
	return strconv.Itoa(sheet) + "!" + strings.ToUpper(name)
}

// read adds what a parsed text reads to a formula.
func (fs *formulas) read(n *node, p parsed, home int) {
	n.opaque = n.opaque || p.opaque
	for _, f := range p.functions {
		n.opaque = n.opaque || unseen[f]
	}
	for _, r := range p.refs {
		from, to := home, home
		if r.sheet != "" {
			from = fs.w.sheetIndex(r.sheet)
			to = from
		}
		if r.last != "" {
			to = fs.w.sheetIndex(r.last)
		}
		if from < 0 || to < 0 {
			continue
		}
		a := area{0, min(r.from.col, r.to.col), min(r.from.row, r.to.row), max(r.from.col, r.to.col), max(r.from.row, r.to.row)}
		if a.c1 == 0 {
			a.c1, a.c2 = 1, maxCol
		}
		if a.r1 == 0 {
			a.r1, a.r2 = 1, maxRow
		}
		for a.sheet = min(from, to); a.sheet <= max(from, to); a.sheet++ {
			n.areas = append(n.areas, a)
		}
	}
	for _, t := range p.tables {
		if a, ok := fs.tables[strings.ToUpper(t)]; ok {
			n.areas = append(n.areas, a)
		} else {
			n.opaque = true
		}
	}
}

// readNames follows the defined names of a formula, and the names in those.
func (fs *formulas) readNames(n *node) {
	home := n.key.sheet()
	seen := map[string]bool{}
	for todo := n.parsed.names; len(todo) > 0; {
		name := todo[0]
		todo = todo[1:]
		scope, bare := home, name
		if i := strings.LastIndexByte(name, '!'); i >= 0 {
			scope, bare = fs.w.sheetIndex(name[:i]), name[i+1:]
		}
		d, ok := fs.scopes[scopeKey(scope, bare)]
		if !ok {
			d, ok = fs.scopes[scopeKey(-1, bare)]
		}
		if !ok || seen[scopeKey(d.sheet, d.name)] {
			if a, table := fs.tables[strings.ToUpper(bare)]; table {
				n.areas = append(n.areas, a)
			}
			continue
		}
		seen[scopeKey(d.sheet, d.name)] = true
		p := parseFormula(d.text)
		for _, r := range p.refs {
			// A relative name means another cell for every formula.
			n.opaque = n.opaque || r.moves()
		}
		n.parsed.functions = append(n.parsed.functions, p.functions...)
		fs.read(n, p, home)
		todo = append(todo[:len(todo):len(todo)], p.names...)
	}
}

// findTables reads where the workbook's Excel tables lie.
func (fs *formulas) findTables() error {
	fs.tables = map[string]area{}
	for i := range fs.w.sheets {
		if fs.w.sheets[i].data == nil {
			continue
		}
		related, err := fs.w.relations(fs.w.sheets[i].part)
		if err != nil {
			return err
		}
		for _, r := range related {
			if r.kind != "table" || !fs.w.has(r.target) {
				continue
			}
			data, err := fs.w.read(r.target)
			if err != nil {
				return err
			}
			for t := range tags(data) {
				if a, ok := parseArea(t.attr("ref"), i); ok && t.name == "table" {
					fs.tables[strings.ToUpper(t.attr("displayName"))] = a
				}
				if t.name == "table" {
					break
				}
			}
		}
	}
	return nil
}
