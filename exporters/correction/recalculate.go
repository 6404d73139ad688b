package correction

// The bounds of calculating. Results that are not calculated are removed, so
// that the program that opens the workbook calculates them.
const (
	calculateFormulas = 10_000
	calculateCells    = 4_000_000 // cells that those formulas read
)

// followed is what the edits of a workbook lead to among its formulas.
type followed struct {
	results map[int]value  // formula → its new result
	cleared map[int]bool   // formulas whose stored result can no longer be trusted
	refused map[int]string // edits (by index) that did not give what they should, with the reason
	shown   map[int]value  // and what they gave
	unknown bool           // there are formulas that only the opening program can calculate
}

// follow calculates what the edits change. Every formula of an edit must give
// the result it states. A formula that depends on an edited cell is given its
// new result where the evaluator reproduces the stored one from the old
// cells; where it does not, the stored result is to be cleared.
func follow(data []byte, fs *formulas, edits []*edit) (*followed, error) {
	f := &follower{fs: fs, edits: edits, byNode: map[int]int{}, bad: map[int]bool{},
		followed: &followed{results: map[int]value{}, cleared: map[int]bool{}, refused: map[int]string{}, shown: map[int]value{}}}
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
	calc, err := newCalculator(data, fs)
	if err != nil {
		// The formulas stay as they are for the opening program to calculate.
		f.giveUp()
		return f.followed, nil
	}
	defer calc.close()
	f.calc = calc
	f.before()
	f.after()
	f.finish()
	return f.followed, nil
}

// follower is the state of [follow].
type follower struct {
	*followed
	fs     *formulas
	edits  []*edit
	byNode map[int]int  // formula → the edit that calculates it
	set    map[int]bool // the formulas that depend on edits
	order  order        // those, and what must be calculated for them
	bad    map[int]bool // formulas whose result cannot be trusted
	calc   *calculator
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

// calculable reports whether the evaluator is to be asked at all.
func (f *follower) calculable(n *node) bool {
	if n.array || n.opaque || n.parsed.external || len(n.parsed.tables) > 0 {
		return false
	}
	for _, name := range n.parsed.functions {
		if !trusted[name] {
			return false
		}
	}
	return true
}

// before calculates every formula from the cells as they were.
func (f *follower) before() {
	for _, i := range f.order.list {
		n := &f.fs.nodes[i]
		_, edited := f.byNode[i]
		if edited || f.bad[i] {
			continue
		}
		if !f.calculable(n) {
			f.bad[i] = true
			continue
		}
		if !n.stored && f.readsBad(i) {
			f.bad[i] = true
			continue
		}
		v, ok := f.result(n)
		if !ok || n.stored && !v.same(n.old) {
			f.bad[i] = true
		}
		if n.stored {
			v = n.old
		}
		if f.put(n, v) != nil {
			f.bad[i] = true
		}
	}
}

func (f *follower) readsBad(i int) bool {
	for _, j := range f.order.before[i] {
		if f.bad[j] {
			return true
		}
	}
	return false
}

func (f *follower) result(n *node) (value, bool) {
	return f.calc.result(f.fs.w.sheets[n.key.sheet()].name, n.cell.at, n.text)
}

func (f *follower) put(n *node, v value) error {
	return f.calc.put(f.fs.w.sheets[n.key.sheet()].name, n.cell.at, v)
}

// after writes the edits and calculates every formula again.
func (f *follower) after() {
	for _, e := range f.edits {
		if !e.calculated() {
			// What depends on a cell that cannot be set is not reproduced.
			_ = f.calc.put(f.fs.w.sheets[e.key.sheet()].name, e.key.position(), e.value())
		}
	}
	for _, i := range f.order.list {
		n := &f.fs.nodes[i]
		edit, edited := f.byNode[i]
		if f.bad[i] || f.readsBad(i) {
			f.bad[i] = true
			if edited {
				f.refused[edit] = reasonNotCalculated
			}
			continue
		}
		v, ok := f.result(n)
		switch {
		case !ok || n.opaque || n.array:
			f.bad[i] = true
			if edited {
				f.refused[edit] = reasonNotCalculated
			}
			continue
		case edited && !v.shows(f.edits[edit].Result):
			f.refused[edit] = reasonOtherResult
			f.shown[edit] = v
		}
		f.results[i] = v
		if f.put(n, v) != nil {
			f.bad[i] = true
		}
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

// giveUp treats everything as not calculated.
func (f *follower) giveUp() {
	for _, edit := range f.byNode {
		f.refused[edit] = reasonNotCalculated
	}
	for i := range f.set {
		f.cleared[i] = true
	}
	f.unknown = true
}
