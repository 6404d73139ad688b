package correction

import (
	"fmt"
	"maps"
	"slices"
	"strconv"

	"riskbok/exporters/correction/opc"
	"riskbok/rules"
)

// patch is what becomes of one cell. The zero patch leaves it as it is.
type patch struct {
	style   int     // the style it gets, where marked
	marked  bool    //
	formula *string // the formula element it gets; nil keeps its own
	value   *value  // the value it gets; nil keeps its own
	clear   bool    // the value is removed
}

// patches are the patches of one sheet, and its existing cells by position.
type patches struct {
	layout *layout
	byCell map[position]*patch
	cells  map[position]*cell

	heights map[int]float64 // of rows that a text makes higher
}

func newPatches(l *layout) *patches {
	return &patches{l, map[position]*patch{}, map[position]*cell{}, map[int]float64{}}
}

// at gives the patch of a cell; c is the cell as it stands, nil for a new one.
func (p *patches) at(pos position, c *cell) *patch {
	if p.byCell[pos] == nil {
		p.byCell[pos] = &patch{}
	}
	if c != nil {
		p.cells[pos] = c
	}
	return p.byCell[pos]
}

// patchEdits enters the edits into their sheets' patches.
func patchEdits(edits []*edit, fs *formulas, layouts map[int]*layout, results map[int]value, st *styles, book *workbook) map[int]*patches {
	all := map[int]*patches{}
	texts := plainStrings(book)
	for _, e := range edits {
		sheet, pos := e.key.sheet(), e.key.position()
		l := layouts[sheet]
		if all[sheet] == nil {
			all[sheet] = newPatches(l)
		}
		c := l.find(pos)
		p := all[sheet].at(pos, c)
		base := l.styleAt(pos, c)
		p.marked = true
		as := corrected
		if e.change.Suggested {
			as = taken
		}
		switch e.Kind {
		case rules.SetNumber:
			p.style = st.mark(base, asNumber, as)
			p.value = ptr(e.value())
		case rules.SetText:
			p.style = st.mark(base, asText(e.New), as)
			p.value = ptr(texts.shared(e.New))
			all[sheet].room(pos, e.New, st.wraps(base))
		default:
			p.style = st.mark(base, asFormula, as)
			i := fs.at[e.key]
			p.value = ptr(results[i])
			if e.Kind == rules.SetFormula {
				p.formula = ptr(fmt.Sprintf("<%sf>%s</%sf>", l.prefix, cellText(fs.nodes[i].text), l.prefix))
			}
		}
	}
	return all
}

func ptr[T any](v T) *T { return &v }

// patchResults enters the results of the formulas that depend on the edits.
// It gives how many got a new one and how many lost theirs.
func patchResults(all map[int]*patches, fs *formulas, layouts map[int]*layout, after *followed, edited map[cellKey]bool) (recalculated, cleared int) {
	at := func(i int) (*patch, *node) {
		n := &fs.nodes[i]
		sheet := n.key.sheet()
		if all[sheet] == nil {
			all[sheet] = newPatches(layouts[sheet])
		}
		return all[sheet].at(n.cell.at, &n.cell), n
	}
	for _, i := range slices.Sorted(maps.Keys(after.results)) {
		v := after.results[i]
		n := &fs.nodes[i]
		if edited[n.key] || !n.stored {
			continue
		}
		changed := !v.same(n.old)
		if changed {
			p, _ := at(i)
			p.value = &v
		}
		if values := after.spread[i]; values != nil {
			at(i)
			changed = fillCover(all[n.key.sheet()], fs.w, n, values) || changed
		}
		if changed {
			recalculated++
		}
	}
	for _, i := range slices.Sorted(maps.Keys(after.cleared)) {
		if !fs.nodes[i].stored {
			continue
		}
		p, n := at(i)
		p.clear = true
		cleared++
		if n.array {
			clearCover(all[n.key.sheet()], n)
		}
	}
	return recalculated, cleared
}

// clearCover removes the results that an array formula has put into other
// cells.
func clearCover(p *patches, n *node) {
	eachCovered(p, n, func(c *cell) { p.at(c.at, c).clear = true })
}

// fillCover gives the other cells of an array formula their new results, and
// reports whether any was another one.
func fillCover(p *patches, w *workbook, n *node, values [][]value) bool {
	changed := false
	eachCovered(p, n, func(c *cell) {
		v := values[c.at.row-n.cover.r1][c.at.col-n.cover.c1]
		if !v.same(w.value(p.layout.data, c)) {
			p.at(c.at, c).value = &v
			changed = true
		}
	})
	return changed
}

// eachCovered visits the cells beside its own that hold results of an array
// formula.
func eachCovered(p *patches, n *node, visit func(*cell)) {
	rows := map[int]bool{}
	for r := n.cover.r1; r <= n.cover.r2 && len(rows) < searchWork/100; r++ {
		rows[r] = true
	}
	l, err := scanSheet(p.layout.data, rows, nil)
	if err != nil {
		return
	}
	for _, r := range l.rows {
		for i := range r.cells {
			c := &r.cells[i]
			if n.cover.has(n.cover.sheet, c.at) && c.formula.None() && (!c.value.None() || !c.inline.None()) {
				visit(c)
			}
		}
	}
}

// rehome hands a shared formula's text on to another cell of the group when an
// edit takes it from the cell that held it.
func rehome(all map[int]*patches, fs *formulas) {
	type group struct{ sheet, shared int }
	orphaned := map[group]area{}
	for i := range fs.nodes {
		n := &fs.nodes[i]
		p := all[n.key.sheet()]
		if n.master && p != nil && p.byCell[n.cell.at] != nil && p.byCell[n.cell.at].formula != nil {
			orphaned[group{n.key.sheet(), n.shared}] = n.cover
		}
	}
	for i := range fs.nodes {
		n := &fs.nodes[i]
		cover, orphan := orphaned[group{n.key.sheet(), n.shared}]
		if !orphan || n.master || n.shared < 0 {
			continue
		}
		p := all[n.key.sheet()].at(n.cell.at, &n.cell)
		if p.formula != nil {
			continue
		}
		l := all[n.key.sheet()].layout
		ref := position{cover.c1, cover.r1}.String() + ":" + position{cover.c2, cover.r2}.String()
		for t := range opc.Tags(n.cell.formula.Of(l.data)) {
			p.formula = ptr(opc.Opened(t.With("ref", ref)) + cellText(n.text) + "</" + l.prefix + "f>")
			break
		}
		delete(orphaned, group{n.key.sheet(), n.shared})
	}
}

// stringTable finds texts that the workbook already shares.
type stringTable map[string]int

func plainStrings(w *workbook) stringTable {
	t := stringTable{}
	for i, s := range w.texts() {
		if _, known := t[s]; !known {
			t[s] = i
		}
	}
	return t
}

// shared gives how a cell holds a text: by its number in the table where it
// stands there, else in the cell, so that the table needs no change.
func (t stringTable) shared(text string) value {
	if i, ok := t[text]; ok {
		return value{"s", strconv.Itoa(i)}
	}
	return value{"inlineStr", text}
}
