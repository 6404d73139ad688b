package archive

import (
	"cmp"
	"maps"
	"slices"
)

// Proposal is two names that are likely one board's: Spelling is one of Name,
// which is the configured one, else one that ends or begins as names of boards do where
// the other does not ("Hamnämden"), else that of more documents, else the one in use
// last.
type Proposal struct {
	Name, Spelling string
}

// named is a board by its name, and what it has sent in.
type named struct {
	key, name string
	inputs    int
	year      int // the newest
	plans     map[int]bool
	budgets   map[int]bool
	spelling  spelling
}

// proposals finds boards whose names are likely two spellings of one. Two that both
// sent in for one year are two boards, unless nothing but a hyphen, a space or a word
// that joins tells their names apart.
func (p *planner) proposals() {
	boards := p.named()
	for i := range boards {
		for j := range boards[i+1:] {
			a, b := &boards[i], &boards[i+1+j]
			if p.configured(a.key) && p.configured(b.key) {
				continue
			}
			switch how := a.spelling.near(&b.spelling, boards); {
			case how == apart, how == near && a.beside(b):
				continue
			}
			second := cmp.Or(cmp.Compare(b.inputs, a.inputs), cmp.Compare(b.year, a.year)) > 0
			if aboard, bboard := a.spelling.sort != "", b.spelling.sort != ""; aboard != bboard {
				second = bboard
			}
			if a.spelling.short != b.spelling.short {
				second = a.spelling.short
			}
			if p.configured(b.key) || second && !p.configured(a.key) {
				a, b = b, a
			}
			p.plan.Proposals = append(p.plan.Proposals, Proposal{a.name, b.name})
		}
	}
	p.plan.Proposals = oneName(p.plan.Proposals)
}

// oneName leads proposals that hang together to one name: of a name that is itself a
// spelling of another the other is meant.
func oneName(list []Proposal) []Proposal {
	of := map[string]string{}
	for _, p := range list {
		if of[p.Spelling] == "" {
			of[p.Spelling] = p.Name
		}
	}
	var out []Proposal
	for _, p := range list {
		for range list {
			if up := of[p.Name]; up != "" && up != p.Spelling {
				p.Name = up
			}
		}
		if !slices.Contains(out, p) {
			out = append(out, p)
		}
	}
	return out
}

// named gives the boards that sent something or are configured, in the order of their
// keys.
func (p *planner) named() []named {
	var boards []named
	index := map[string]int{}
	add := func(key, name string) *named {
		i, ok := index[key]
		if !ok {
			i = len(boards)
			index[key] = i
			boards = append(boards, named{key: key, name: name, plans: map[int]bool{}, budgets: map[int]bool{}, spelling: p.boards.spellingOf(name)})
		}
		return &boards[i]
	}
	for _, b := range p.all {
		if b.Name == "" || b.Year == 0 {
			continue
		}
		n := add(b.Board, b.Name)
		n.inputs += len(b.Inputs)
		n.year = b.Year // they are in order
		n.plans[b.Year] = b.Plan
		n.budgets[b.Year] = b.Writes && !b.Plan
	}
	for _, name := range slices.Sorted(maps.Keys(p.s.Boards)) {
		add(p.key(name), name)
	}
	return boards
}

// beside reports whether two boards have sent the same sort of thing for one year.
func (n *named) beside(o *named) bool {
	for _, of := range []struct{ a, b map[int]bool }{{n.plans, o.plans}, {n.budgets, o.budgets}} {
		for year, sent := range of.a {
			if sent && of.b[year] {
				return true
			}
		}
	}
	return false
}

// configured reports whether a board stands in the settings.
func (p *planner) configured(key string) bool {
	for name := range p.s.Boards {
		if p.key(name) == key {
			return true
		}
	}
	return false
}
