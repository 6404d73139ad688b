package compare

import (
	"cmp"
	"slices"

	"riskbok/rules/model"
)

// boardYears is one board of one side: its editions, the newest last.
type boardYears struct {
	key      string
	editions []Edition
}

// pairEditions finds what is to be compared with what.
func pairEditions(old, new []*model.Book, aliases map[string][]string) (pairs []*Pair, alone []Alone) {
	names := nameKeys(aliases)
	o, n := gather(old, names), gather(new, names)
	usedOld, usedNew := make([]bool, len(o)), make([]bool, len(n))
	join := func(i, j int, by PairedBy) {
		usedOld[i], usedNew[j] = true, true
		p, a := pairYears(o[i], n[j], by)
		pairs, alone = append(pairs, p...), append(alone, a...)
	}
	for j := range n {
		for i := range o {
			if !usedOld[i] && !usedNew[j] && o[i].key != "" && o[i].key == n[j].key {
				join(i, j, ByName)
			}
		}
	}
	for _, c := range byContent(o, n, usedOld, usedNew) {
		if !usedOld[c.i] && !usedNew[c.j] {
			join(c.i, c.j, ByContent)
		}
	}
	if i, j := onlyFree(usedOld), onlyFree(usedNew); i >= 0 && j >= 0 {
		join(i, j, ByOnly)
	}
	for i := range o {
		if !usedOld[i] {
			alone = append(alone, alones(o[i].editions, true)...)
		}
	}
	for j := range n {
		if !usedNew[j] {
			alone = append(alone, alones(n[j].editions, false)...)
		}
	}
	slices.SortStableFunc(alone, func(a, b Alone) int { return cmp.Compare(side(a), side(b)) })
	return pairs, alone
}

func side(a Alone) int {
	if a.Old {
		return 0
	}
	return 1
}

func alones(editions []Edition, old bool) []Alone {
	var out []Alone
	for _, e := range editions {
		out = append(out, Alone{e, old})
	}
	return out
}

// nameKeys turns aliases round: from the key of every name to the first name's.
func nameKeys(aliases map[string][]string) map[string]string {
	keys := map[string]string{}
	for name, others := range aliases {
		for _, o := range others {
			keys[model.Key(o)] = model.Key(name)
		}
	}
	return keys
}

// gather puts books under their boards and years. A book without a board is a
// board of its own; one that holds no table to compare is left out.
func gather(books []*model.Book, names map[string]string) []boardYears {
	var all []boardYears
	index := map[string]int{}
	for _, b := range books {
		if len(b.Registers)+len(b.FollowUps) == 0 {
			continue
		}
		key := model.Key(b.Board)
		if canonical, ok := names[key]; ok {
			key = canonical
		}
		i, ok := index[key]
		if !ok || key == "" {
			i = len(all)
			index[key] = i
			all = append(all, boardYears{key: key})
		}
		all[i].add(b)
	}
	for i := range all {
		slices.SortStableFunc(all[i].editions, func(a, b Edition) int { return cmp.Compare(a.Year, b.Year) })
	}
	return all
}

func (y *boardYears) add(b *model.Book) {
	for i := range y.editions {
		if y.editions[i].Year == b.Year {
			y.editions[i].Books = append(y.editions[i].Books, b)
			return
		}
	}
	y.editions = append(y.editions, Edition{Board: b.Board, Year: b.Year, Books: []*model.Book{b}})
}

// newest gives the index of the newest edition that has risks, else of the
// newest one.
func (y *boardYears) newest() int {
	for i := len(y.editions) - 1; i >= 0; i-- {
		if y.editions[i].registers() > 0 {
			return i
		}
	}
	return len(y.editions) - 1
}

func (e *Edition) registers() int {
	n := 0
	for _, b := range e.Books {
		n += len(b.Registers)
	}
	return n
}

// pairYears pairs the newest editions of one board, or where both are of the
// same year all years that both sides have.
func pairYears(o, n boardYears, by PairedBy) (pairs []*Pair, alone []Alone) {
	i, j := o.newest(), n.newest()
	same := o.editions[i].Year == n.editions[j].Year
	var pairedOld, pairedNew = map[int]bool{}, map[int]bool{}
	for a := range o.editions {
		for b := range n.editions {
			if same && o.editions[a].Year == n.editions[b].Year || !same && a == i && b == j {
				pairedOld[a], pairedNew[b] = true, true
				pairs = append(pairs, &Pair{Old: o.editions[a], New: n.editions[b], By: by})
			}
		}
	}
	for a := range o.editions {
		if !pairedOld[a] {
			alone = append(alone, Alone{o.editions[a], true})
		}
	}
	for b := range n.editions {
		if !pairedNew[b] {
			alone = append(alone, Alone{n.editions[b], false})
		}
	}
	return pairs, alone
}

// likeness is how many of the risks of two boards have the same text, of 1.
type likeness struct {
	i, j  int
	share float64
}

// byContent gives the free boards that share at least half of their risks,
// those that share most first.
func byContent(o, n []boardYears, usedOld, usedNew []bool) []likeness {
	where := map[string][]int{} // text → old boards
	sizes := make([]int, len(o))
	for i := range o {
		if usedOld[i] {
			continue
		}
		texts := o[i].texts()
		sizes[i] = len(texts)
		for t := range texts {
			where[t] = append(where[t], i)
		}
	}
	var out []likeness
	for j := range n {
		if usedNew[j] {
			continue
		}
		shared := map[int]int{}
		texts := n[j].texts()
		for t := range texts {
			for _, i := range where[t] {
				shared[i]++
			}
		}
		for i, k := range shared {
			if share := 2 * float64(k) / float64(sizes[i]+len(texts)); share >= 0.5 {
				out = append(out, likeness{i, j, share})
			}
		}
	}
	slices.SortFunc(out, func(a, b likeness) int {
		return cmp.Or(cmp.Compare(b.share, a.share), cmp.Compare(a.i, b.i), cmp.Compare(a.j, b.j))
	})
	return out
}

// texts gives the keys of the texts of a board's newest risks.
func (y *boardYears) texts() map[string]bool {
	out := map[string]bool{}
	for _, b := range y.editions[y.newest()].Books {
		for _, e := range b.Registers {
			for i := range e.Risks {
				if e.Risks[i].Event.OK {
					out[model.Key(e.Risks[i].Event.V)] = true
				}
			}
		}
	}
	return out
}

// onlyFree gives the index of the only one that is free, or −1.
func onlyFree(used []bool) int {
	found := -1
	for i, u := range used {
		if !u && found >= 0 {
			return -1
		}
		if !u {
			found = i
		}
	}
	return found
}
