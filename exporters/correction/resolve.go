package correction

import (
	"strconv"
	"strings"

	"riskbok/rules/model/calc"
	"riskbok/rules/model/formula"
)

// unseen are the functions that read cells which their arguments do not name.
var unseen = map[string]bool{"INDIRECT": true, "OFFSET": true, "ANCHORARRAY": true}

// resolve finds out what every formula reads, as far as that is proven.
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
		n.areas, n.reach, n.moving = n.areas[:0], nil, false
		n.opaque = n.opaque || n.text == ""
		if n.table != nil {
			n.areas = append(n.areas, n.table.reads(n.key.position())...)
			continue
		}
		f := formula.Parse(fs.plain(n))
		r := f.Valued().Reads()
		fs.read(n, r)
		fs.readNames(n, r.Names)
		fs.readNames(n, fs.point(n, f))
	}
	fs.follow()
	return nil
}

func scopeKey(sheet int, name string) string {
	return strconv.Itoa(sheet) + "!" + strings.ToUpper(name)
}

// read adds what a text reads to a formula.
func (fs *formulas) read(n *node, r formula.Reads) {
	n.opaque = n.opaque || r.Opaque
	for _, f := range r.Functions {
		n.opaque = n.opaque || unseen[f]
		n.moving = n.moving || calc.Reaches(f)
	}
	for _, p := range r.Ranges {
		from := n.key.sheet()
		if p.Sheet != "" {
			from = fs.w.sheetIndex(p.Sheet)
		}
		to := from
		if p.Last != "" {
			to = fs.w.sheetIndex(p.Last)
		}
		if from < 0 || to < 0 {
			continue
		}
		for sheet := min(from, to); sheet <= max(from, to); sheet++ {
			n.areas = append(n.areas, area{sheet, p.Left, p.Top, p.Right, p.Bottom})
		}
	}
	for _, t := range r.Tables {
		if a, ok := fs.tables[strings.ToUpper(t)]; ok {
			n.areas = append(n.areas, a)
		} else {
			n.opaque = true
		}
	}
}

// point adds the cells that constant texts name which a formula, or a name that it
// uses, gives INDIRECT, and gives the names among them.
func (fs *formulas) point(n *node, f formula.Formula) (names []string) {
	at := n.key.position()
	for _, text := range f.Pointed(at.row, at.col) {
		r := formula.Parse(text).Reads()
		if r.Opaque || r.External || len(r.Functions) > 0 {
			continue
		}
		fs.read(n, r)
		names = append(names, r.Names...)
	}
	return names
}

// readNames follows the defined names of a formula, and the names in those.
func (fs *formulas) readNames(n *node, todo []string) {
	seen := map[string]bool{}
	for len(todo) > 0 {
		name := todo[0]
		todo = todo[1:]
		scope, bare := n.key.sheet(), name
		if i := strings.LastIndexByte(name, '!'); i >= 0 {
			scope, bare = fs.w.sheetIndex(name[:i]), name[i+1:]
		}
		d, ok := fs.named(scope, bare)
		if !ok || seen[scopeKey(d.sheet, d.name)] {
			if a, table := fs.tables[strings.ToUpper(bare)]; table {
				n.areas = append(n.areas, a)
			}
			continue
		}
		seen[scopeKey(d.sheet, d.name)] = true
		f := formula.Parse(d.text)
		r := f.Valued().Reads()
		for _, p := range r.Ranges {
			// A relative name means another cell for every formula.
			n.opaque = n.opaque || p.Relative
		}
		fs.read(n, r)
		todo = append(append(todo[:len(todo):len(todo)], r.Names...), fs.point(n, f)...)
	}
}

// named gives the name that a text means on a sheet: the sheet's own, else the
// workbook's.
func (fs *formulas) named(sheet int, name string) (definedName, bool) {
	d, ok := fs.scopes[scopeKey(sheet, name)]
	if !ok {
		d, ok = fs.scopes[scopeKey(-1, name)]
	}
	return d, ok
}
