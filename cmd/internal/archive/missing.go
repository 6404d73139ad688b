package archive

import (
	"slices"
	"strings"
)

// Unread is a file that could not be read, whose name or folder names a board: what it
// sent for a year, or a part of that. Alone says that nothing else is there of it.
type Unread struct {
	Input int
	Board string
	Year  int
	Alone bool
}

// unread finds the files that could not be read and whose path names a board. One that
// tells no year is of the newest.
func (p *planner) unread() {
	years := p.years()
	for i := range p.inputs {
		if !p.inputs[i].Unread {
			continue
		}
		board, _ := p.boards.of(p.inputs[i].Rel)
		if board == "" {
			continue
		}
		year, _ := looseYearOf(p.inputs[i].Rel, years)
		p.plan.Unread = append(p.plan.Unread, Unread{Input: i, Board: board, Year: year})
	}
}

// missing finds the boards that have sent nothing for the year: of those that are
// configured and those that sent a plan the year before. A budget or a file that could
// not be read is something.
func (p *planner) missing() {
	year := p.plan.Year
	if year == 0 {
		return
	}
	have, names := map[string]bool{}, map[string]string{}
	var expected []string
	expect := func(key, name string) {
		if names[key] == "" {
			names[key] = name
			expected = append(expected, key)
		}
	}
	for name := range p.s.Boards {
		expect(p.key(name), name)
	}
	for _, b := range p.all {
		switch {
		case !b.Writes || b.Name == "":
		case b.Year == year:
			have[b.Board] = true
		case b.Year == year-1 && b.Plan:
			expect(b.Board, b.Name)
		}
	}
	for _, u := range p.plan.Unread {
		switch u.Year {
		case year:
			have[p.key(u.Board)] = true
		case year - 1:
			expect(p.key(u.Board), u.Board)
		}
	}
	slices.SortFunc(expected, func(a, b string) int { return strings.Compare(names[a], names[b]) })
	for _, key := range expected {
		if !have[key] {
			p.plan.Missing = append(p.plan.Missing, Missing{Board: names[key], Configured: p.configured(key)})
		}
	}
}
