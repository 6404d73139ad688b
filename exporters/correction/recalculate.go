package correction

import (
	"slices"

	"riskbok/rules/model/calc"
)

// The bounds of calculating. Results that are not calculated are removed, so
// that the program that opens the workbook calculates them.
const (
	calculateFormulas = 10_000
	calculateCells    = 4_000_000 // cells that those formulas read
)

// followed is what the edits of a workbook lead to among its formulas.
type followed struct {
	results map[int]value     // formula → its new result
	spread  map[int][][]value // array formula → the new results of all its cells, row by row
	cleared map[int]bool      // formulas whose stored result can no longer be trusted
	refused map[int]string    // edits (by index) that did not give what they should, with the reason
	shown   map[int]value     // and what they gave
	unknown bool              // there are formulas that only the opening program can calculate
}

// follow calculates what the edits change. Every formula of an edit must give
// the result it states. A formula that depends on an edited cell is given its
// new result where the evaluator reproduces the stored one, from the old cells
// or from the new; where it does not, the stored result is to be cleared.
func follow(fs *formulas, edits []*edit) (*followed, error) {
	f := &follower{fs: fs, edits: edits, byNode: map[int]int{}, bad: map[int]bool{}, differs: map[int]bool{},
		programs: map[int]*calc.Program{}, reads: 2 * calculateCells,
		decimals: map[int][]byte{},
		followed: &followed{results: map[int]value{}, spread: map[int][][]value{}, cleared: map[int]bool{}, refused: map[int]string{}, shown: map[int]value{}}}
	if err := fs.resolve(); err != nil {
		return nil, err
	}
	g := newGraph(fs)
	var cells []cellKey
	for i, e := range edits {
		cells = append(cells, e.key)
		if e.calculated() {
			f.byNode[fs.at[e.key]] = i
		}
	}
	set := g.dependants(cells)
	// What is not proven to depend keeps its result until it is calculated.
	f.unknown = g.spent || slices.ContainsFunc(fs.nodes, func(n node) bool { return n.opaque && len(n.reach) == 0 })
	for n := range f.byNode {
		set[n] = true
	}
	if len(set) == 0 {
		return f.followed, nil
	}
	all, lost := g.withUnstored(set)
	f.set, f.order = set, g.sorted(all)
	for n := range lost {
		f.order.loose[n] = true
	}
	f.bound()
	f.compile()
	f.calculateStored()
	f.after()
	f.finish()
	return f.followed, nil
}

// follower is the state of [follow].
type follower struct {
	*followed
	fs       *formulas
	edits    []*edit
	byNode   map[int]int  // formula → the edit that calculates it
	set      map[int]bool // the formulas that depend on edits
	order    order        // those, and what must be calculated for them
	bad      map[int]bool // formulas whose result cannot be trusted
	differs  map[int]bool // formulas whose stored result the old cells do not give
	programs map[int]*calc.Program
	decimals map[int][]byte // formula → the decimal signs with which it gives its stored result
	view     *view
	reads    int // cells that may still be read
}

// bound marks what is too much to calculate.
func (f *follower) bound() {
	cells := 0
	for k, i := range f.order.list {
		for _, a := range f.fs.nodes[i].areas {
			// A cell takes eight bytes of its sheet at the least.
			cells += min(a.size(), len(f.fs.w.sheets[a.sheet].data)/8)
		}
		if k >= calculateFormulas || cells > calculateCells {
			f.bad[i] = true
		}
	}
	for i := range f.order.loose {
		f.bad[i] = true
	}
}

// compile prepares the formulas that can be calculated, and loads the cells
// that they read.
func (f *follower) compile() {
	var areas []calc.Area
	names := &view{fs: f.fs}
	for _, i := range f.order.list {
		n := &f.fs.nodes[i]
		if f.bad[i] || n.opaque && len(n.reach) == 0 || n.text == "" {
			f.bad[i] = true
			continue
		}
		names.home = n.key.sheet()
		p, ok := calc.CompileReaching(f.fs.plain(n), n.key.sheet(), names)
		if !ok {
			f.bad[i] = true
			continue
		}
		f.programs[i] = p
		areas = append(areas, p.Areas...)
		for _, a := range n.reach {
			areas = append(areas, calc.Area{Sheet: a.sheet, Top: a.r1, Left: a.c1, Bottom: a.r2, Right: a.c2})
		}
	}
	f.view = newView(f.fs, areas)
}

// fail gives a formula up: what reads it cannot be calculated either.
func (f *follower) fail(i int) {
	f.bad[i] = true
	f.view.forget(&f.fs.nodes[i])
}

// calculateStored calculates every formula from the cells as they were.
func (f *follower) calculateStored() {
	for i := range f.bad {
		f.fail(i)
	}
	for _, i := range f.order.list {
		n := &f.fs.nodes[i]
		if _, edited := f.byNode[i]; edited || f.bad[i] {
			continue
		}
		out, ok := f.run(i, 0)
		if !ok && n.stored {
			ok, out = f.byDecimal(i)
		}
		switch {
		case !ok:
			f.fail(i)
		case !n.stored:
			f.put(n, out)
		default:
			f.differs[i] = !resultOf(out.Value).same(n.old)
		}
	}
}

// run calculates a formula from the cells as they now are.
func (f *follower) run(i int, decimal byte) (calc.Outcome, bool) {
	n := &f.fs.nodes[i]
	how := n.how()
	how.Decimal = decimal
	f.view.home = n.key.sheet()
	out, ok := f.programs[i].RunAs(how, f.view, &f.reads)
	ok = ok && n.within(out.Reached)
	if ok && n.spills {
		ok = len(out.Values) == n.cover.r2-n.cover.r1+1 && len(out.Values[0]) == n.cover.c2-n.cover.c1+1
	}
	return out, ok
}

// byDecimal calculates a formula whose result depends on the decimal sign of
// the program that stored it, with those that give the stored result.
func (f *follower) byDecimal(i int) (ok bool, out calc.Outcome) {
	for _, sign := range []byte{',', '.'} {
		try, done := f.run(i, sign)
		if done && resultOf(try.Value).same(f.fs.nodes[i].old) {
			f.decimals[i] = append(f.decimals[i], sign)
			ok, out = true, try
		}
	}
	return ok, out
}

// again calculates a formula after the edits, as it was calculated before.
func (f *follower) again(i int) (calc.Outcome, bool) {
	signs := f.decimals[i]
	if len(signs) == 0 {
		return f.run(i, 0)
	}
	out, ok := f.run(i, signs[0])
	for _, sign := range signs[1:] {
		other, done := f.run(i, sign)
		ok = ok && done && resultOf(other.Value) == resultOf(out.Value)
	}
	return out, ok
}

// put puts the result of a formula into its cells.
func (f *follower) put(n *node, out calc.Outcome) {
	f.view.put(n.key, out.Value)
	for r, line := range n.filled(out) {
		for c, v := range line {
			f.view.put(keyOf(n.cover.sheet, position{n.cover.c1 + c, n.cover.r1 + r}), v)
		}
	}
}

// filled gives what an array formula puts into each of its cells: a result of
// one row or column is repeated, and what lies beyond it is #N/A.
func (n *node) filled(out calc.Outcome) [][]calc.Value {
	if !n.array || len(out.Values) == 0 || n.cover.size() > searchWork/100 {
		return nil
	}
	var all [][]calc.Value
	for r := range n.cover.r2 - n.cover.r1 + 1 {
		line := make([]calc.Value, n.cover.c2-n.cover.c1+1)
		for c := range line {
			row, col := r, c
			if len(out.Values) == 1 {
				row = 0
			}
			if len(out.Values[0]) == 1 {
				col = 0
			}
			if line[c] = (calc.Value{Kind: calc.Error, Text: "#N/A"}); row < len(out.Values) && col < len(out.Values[0]) {
				line[c] = out.Values[row][col]
			}
		}
		all = append(all, line)
	}
	return all
}

// after writes the edits and calculates every formula again.
func (f *follower) after() {
	for _, e := range f.edits {
		if e.calculated() {
			continue
		}
		if v, ok := f.fs.w.operand(e.value()); ok {
			f.view.put(e.key, v)
		}
	}
	for _, i := range f.order.list {
		n := &f.fs.nodes[i]
		if f.bad[i] {
			continue
		}
		out, ok := f.again(i)
		v := resultOf(out.Value)
		edit, edited := f.byNode[i]
		switch {
		case !ok, edited && out.Value.Kind == calc.Error, f.differs[i] && !v.same(n.old):
			f.fail(i)
			continue
		case edited && !v.shows(f.edits[edit].Result):
			f.refused[edit] = reasonOtherResult
			f.shown[edit] = v
		}
		f.results[i] = v
		for _, line := range n.filled(out) {
			var values []value
			for _, v := range line {
				values = append(values, resultOf(v))
			}
			f.spread[i] = append(f.spread[i], values)
		}
		f.put(n, out)
	}
}

// finish sorts the formulas that depend on edits into those with a new result
// and those without.
func (f *follower) finish() {
	for i, edit := range f.byNode {
		if _, done := f.results[i]; !done && f.refused[edit] == "" {
			f.refused[edit] = reasonNotCalculated
		}
	}
	for i := range f.results {
		if f.bad[i] || !f.set[i] {
			delete(f.results, i)
		}
	}
	for i := range f.set {
		_, done := f.results[i]
		_, edited := f.byNode[i]
		if !done {
			f.cleared[i] = true
		}
		f.unknown = f.unknown || !done || !edited && !f.fs.nodes[i].stored
	}
}
