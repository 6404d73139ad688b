package correction

import (
	"maps"
	"slices"
)

// The bounds of following formulas. What is beyond them is not proven to depend
// on anything: its stored result stays, and the program that opens the workbook
// calculates it.
const (
	smallArea  = 256        // cells of an area that are indexed one by one
	searchWork = 20_000_000 // comparisons with larger areas
)

// graph tells which formulas read a cell.
type graph struct {
	fs     *formulas
	ids    map[area]int
	areas  []area
	nodes  [][]int           // area → the formulas that read it
	byCell map[cellKey][]int // cell → the small areas it lies in
	large  map[int][]int     // sheet → its large areas
	wide   map[int][]int     // sheet → array formulas that fill more than a small area
	work   int
	spent  bool // the work was used up: not all that depends was found
}

func newGraph(fs *formulas) *graph {
	g := &graph{fs: fs, ids: map[area]int{}, byCell: map[cellKey][]int{}, large: map[int][]int{}, wide: map[int][]int{}}
	for _, i := range fs.covered {
		if n := &fs.nodes[i]; n.cover.size() > smallArea {
			g.wide[n.key.sheet()] = append(g.wide[n.key.sheet()], i)
		}
	}
	for i := range fs.nodes {
		for _, a := range fs.nodes[i].areas {
			id, known := g.ids[a]
			if !known {
				id = len(g.areas)
				g.ids[a] = id
				g.areas = append(g.areas, a)
				g.nodes = append(g.nodes, nil)
				g.index(id, a)
			}
			g.nodes[id] = append(g.nodes[id], i)
		}
	}
	return g
}

func (g *graph) index(id int, a area) {
	if a.size() > smallArea {
		g.large[a.sheet] = append(g.large[a.sheet], id)
		return
	}
	for key := range a.cells() {
		g.byCell[key] = append(g.byCell[key], id)
	}
}

// cells gives the cells of an area, row by row.
func (a area) cells() func(yield func(cellKey) bool) {
	return func(yield func(cellKey) bool) {
		for r := a.r1; r <= a.r2; r++ {
			for c := a.c1; c <= a.c2; c++ {
				if !yield(keyOf(a.sheet, position{c, r})) {
					return
				}
			}
		}
	}
}

// reached gives the formulas that read one of the cells, directly or through others,
// but not through one that is blocked or a formula that is left out.
func (g *graph) reached(cells []cellKey, blocked map[cellKey]bool, out map[int]bool) map[int]bool {
	found := map[int]bool{}
	queue := slices.Clone(cells)
	add := func(i int) {
		if found[i] || out[i] {
			return
		}
		found[i] = true
		n := &g.fs.nodes[i]
		queue = append(queue, n.key)
		if n.array && n.cover.size() <= searchWork/100 {
			queue = slices.AppendSeq(queue, n.cover.cells())
		}
	}
	hit, large := make([]bool, len(g.areas)), map[int][]int{}
	for sheet, ids := range g.large {
		large[sheet] = slices.Clone(ids)
	}
	take := func(id int) {
		if !hit[id] {
			hit[id] = true
			for _, i := range g.nodes[id] {
				add(i)
			}
		}
	}
	for len(queue) > 0 {
		key := queue[0]
		queue = queue[1:]
		if blocked[key] {
			continue
		}
		for _, id := range g.byCell[key] {
			take(id)
		}
		g.takeLarge(key, large, hit, take)
	}
	return found
}

// takeLarge looks the cell up in the large areas of its sheet that nothing has
// met yet, until the work is used up.
func (g *graph) takeLarge(key cellKey, large map[int][]int, hit []bool, take func(int)) {
	list, met := large[key.sheet()], false
	if g.work += len(list); g.work > searchWork {
		g.spent = true
		return
	}
	for _, id := range list {
		if hit[id] || g.areas[id].has(key.sheet(), key.position()) {
			take(id)
			met = true
		}
	}
	if met {
		large[key.sheet()] = slices.DeleteFunc(list, func(id int) bool { return hit[id] })
	}
}

// order is a set of formulas in an order in which each comes after those it
// reads; loose are those that no order could be found for.
type order struct {
	list  []int
	loose map[int]bool
}

// sorted puts formulas in order.
func (g *graph) sorted(set map[int]bool) order {
	o := order{loose: map[int]bool{}}
	members := slices.Sorted(maps.Keys(set))
	bySheet := map[int][]int{}
	owner := map[cellKey]int{}
	for _, i := range members {
		n := &g.fs.nodes[i]
		bySheet[n.key.sheet()] = append(bySheet[n.key.sheet()], i)
		owner[n.key] = i
		if n.array && n.cover.size() <= smallArea {
			for key := range n.cover.cells() {
				owner[key] = i
			}
		}
	}
	after := map[int][]int{}
	waiting := map[int]int{}
	work := 0
	for _, i := range members {
		reads, ok := g.readsOf(i, owner, bySheet, &work)
		if !ok {
			o.loose[i] = true
		}
		waiting[i] = len(reads)
		for _, j := range reads {
			after[j] = append(after[j], i)
		}
	}
	var ready []int
	for _, i := range members {
		if waiting[i] == 0 {
			ready = append(ready, i)
		}
	}
	for len(ready) > 0 {
		i := ready[0]
		ready = ready[1:]
		o.list = append(o.list, i)
		for _, j := range after[i] {
			if waiting[j]--; waiting[j] == 0 {
				ready = append(ready, j)
			}
		}
	}
	for _, i := range members {
		if waiting[i] > 0 {
			o.loose[i] = true // a circle, or something after one
		}
	}
	return o
}

// readsOf gives the members that a formula reads. It is not ok where the work
// of finding them is used up.
func (g *graph) readsOf(i int, owner map[cellKey]int, bySheet map[int][]int, work *int) ([]int, bool) {
	found := map[int]bool{}
	for _, a := range g.fs.nodes[i].areas {
		for _, j := range g.wide[a.sheet] {
			n := &g.fs.nodes[j]
			if k, member := owner[n.key]; member && k == j && overlap(a, n.cover) {
				found[j] = true
			}
		}
		if a.size() <= smallArea {
			for key := range a.cells() {
				if j, ok := owner[key]; ok {
					found[j] = true
				}
			}
			continue
		}
		members := bySheet[a.sheet]
		if *work += len(members); *work > searchWork {
			return nil, false
		}
		for _, j := range members {
			n := &g.fs.nodes[j]
			if a.has(a.sheet, n.key.position()) || n.array && overlap(a, n.cover) {
				found[j] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(found)), true
}

func overlap(a, b area) bool {
	return a.sheet == b.sheet && a.c1 <= b.c2 && b.c1 <= a.c2 && a.r1 <= b.r2 && b.r1 <= a.r2
}

// withUnstored adds the formulas without a stored result that the set reads,
// directly or through others: their results must be calculated first. Lost are
// those for which that took too much work to find out.
func (g *graph) withUnstored(set map[int]bool) (all, lost map[int]bool) {
	owner, bySheet := map[cellKey]int{}, map[int][]int{}
	for i := range g.fs.nodes {
		if n := &g.fs.nodes[i]; !n.stored {
			owner[n.key] = i
			bySheet[n.key.sheet()] = append(bySheet[n.key.sheet()], i)
		}
	}
	if len(owner) == 0 {
		return set, nil
	}
	all, lost = map[int]bool{}, map[int]bool{}
	queue := slices.Sorted(maps.Keys(set))
	for _, i := range queue {
		all[i] = true
	}
	work := 0
	for len(queue) > 0 {
		reads, ok := g.readsOf(queue[0], owner, bySheet, &work)
		if !ok {
			lost[queue[0]] = true
		}
		queue = queue[1:]
		for _, j := range reads {
			if !all[j] {
				all[j] = true
				queue = append(queue, j)
			}
		}
	}
	return all, lost
}
