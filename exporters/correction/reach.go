package correction

import "riskbok/rules/model/calc"

// The bounds of following OFFSET and INDIRECT. What is beyond them counts as
// not proven, as what they cannot be followed to does.
const (
	reachFormulas = 20_000
	reachCells    = 4_000_000
	reachSheet    = 64 << 20 // bytes of a sheet part that is loaded for it
)

// follow finds out what OFFSET and INDIRECT read, by calculating the formulas
// that have them from the stored results.
func (fs *formulas) follow() {
	w := &wideView{view: view{fs: fs, sheets: map[int]*viewSheet{}}}
	reads, left := reachCells, reachFormulas
	for i := range fs.nodes {
		n := &fs.nodes[i]
		if !n.opaque || left == 0 || !n.moving {
			continue
		}
		left--
		w.home = n.key.sheet()
		p, ok := calc.CompileReaching(fs.plain(n), n.key.sheet(), w)
		if !ok {
			continue
		}
		out, _ := p.RunAs(n.how(), w, &reads)
		for _, a := range out.Reached {
			n.reach = append(n.reach, area{a.Sheet, a.Left, a.Top, a.Right, a.Bottom})
		}
		n.areas = append(n.areas, n.reach...)
	}
}

// how tells the evaluator where a formula stands.
func (n *node) how() calc.How {
	p := n.key.position()
	return calc.How{Row: p.row, Col: p.col, Array: n.array}
}

// within reports whether cells that were reached are among those that a formula
// was known to reach.
func (n *node) within(reached []calc.Area) bool {
	for _, a := range reached {
		inside := false
		for _, known := range n.reach {
			inside = inside || known == area{a.Sheet, a.Left, a.Top, a.Right, a.Bottom}
		}
		if !inside {
			return false
		}
	}
	return true
}

// wideView is a view that loads a sheet when one of its cells is asked for.
type wideView struct{ view }

func (w *wideView) load(sheet int) {
	if w.sheets[sheet] != nil {
		return
	}
	w.sheets[sheet] = &viewSheet{unknown: true}
	if data := w.fs.w.sheets[sheet].data; data != nil && len(data) <= reachSheet {
		all := bands{rows: [][2]int{{1, maxRow}}, left: 1, right: maxCol}
		w.sheets[sheet] = w.fs.w.viewSheet(sheet, all)
	}
}

// Used gives the size of the rectangle beyond which a sheet is empty.
func (w *wideView) Used(sheet int) (rows, cols int) {
	w.load(sheet)
	return w.view.Used(sheet)
}

// Cell gives a cell's value.
func (w *wideView) Cell(sheet, row, col int) (calc.Value, bool) {
	w.load(sheet)
	return w.view.Cell(sheet, row, col)
}

// Row tells whether a row is hidden.
func (w *wideView) Row(sheet, row int) calc.Visibility {
	w.load(sheet)
	return w.view.Row(sheet, row)
}
