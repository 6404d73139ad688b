package archive

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/agnivade/levenshtein"

	"riskbok/exporters/workbook"
)

// Proposal is two names that are likely one board's: Spelling is one of Name,
// which is the configured one, else that of more documents, else the one in use
// last.
type Proposal struct {
	Name, Spelling string
}

// nearNames is how many letters two spellings of one name may differ in, and
// shortName the length below which none may: among the names of boards in the
// reference documents and in some hundred public ones no two boards come nearer
// than three.
const (
	nearNames = 2
	shortName = 8
)

// proposals finds boards whose names differ by no more than a slip of the pen, or
// by a hyphen, a space or a plural "s".
func (p *planner) proposals() {
	type board struct {
		key, name string
		inputs    int
		year      int // the newest
	}
	var boards []board
	index := map[string]int{}
	for _, b := range p.all {
		if b.Name == "" || b.Year == 0 {
			continue
		}
		i, ok := index[b.Board]
		if !ok {
			i = len(boards)
			index[b.Board] = i
			boards = append(boards, board{key: b.Board, name: b.Name})
		}
		boards[i].inputs += len(b.Inputs)
		boards[i].year, boards[i].name = b.Year, b.Name // they are in order: as it is spelt last
	}
	for _, name := range slices.Sorted(maps.Keys(p.s.Boards)) {
		if _, ok := index[p.key(name)]; !ok {
			boards = append(boards, board{key: p.key(name), name: name})
		}
	}
	spelt := make([]spelling, len(boards))
	for i, b := range boards {
		spelt[i] = spellingOf(b.name)
	}
	for i, a := range boards {
		for j, b := range boards[i+1:] {
			if !spelt[i].near(spelt[i+1+j]) || p.configured(a.key) && p.configured(b.key) {
				continue
			}
			second := cmp.Or(cmp.Compare(b.inputs, a.inputs), cmp.Compare(b.year, a.year)) > 0
			if p.configured(b.key) || second && !p.configured(a.key) {
				p.plan.Proposals = append(p.plan.Proposals, Proposal{b.name, a.name})
			} else {
				p.plan.Proposals = append(p.plan.Proposals, Proposal{a.name, b.name})
			}
		}
	}
}

func (p *planner) configured(key string) bool {
	for name := range p.s.Boards {
		if p.key(name) == key {
			return true
		}
	}
	return false
}

// spelling is a name as it is compared: its letters, and its digits.
type spelling struct{ letters, digits string }

func spellingOf(name string) spelling {
	slug := workbook.Slug(name)
	return spelling{strings.ReplaceAll(slug, "-", ""), digits(slug)}
}

// near reports whether two names are likely one board's. Names that differ in a
// digit are two boards' ("Nämnd 1", "Nämnd 2").
func (s spelling) near(o spelling) bool {
	if s.digits != o.digits {
		return false
	}
	if s.letters == o.letters {
		return true
	}
	short, long := min(len(s.letters), len(o.letters)), max(len(s.letters), len(o.letters))
	return short >= shortName && long-short <= nearNames && levenshtein.ComputeDistance(s.letters, o.letters) <= nearNames
}

func digits(s string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' {
			return r
		}
		return -1
	}, s)
}

// missing finds the boards that have sent nothing for the year: of those that are
// configured and those that sent something the year before.
func (p *planner) missing() {
	if p.plan.Year == 0 {
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
		case b.Year == p.plan.Year:
			have[b.Board] = true
		case b.Year == p.plan.Year-1:
			expect(b.Board, b.Name)
		}
	}
	slices.SortFunc(expected, func(a, b string) int { return strings.Compare(names[a], names[b]) })
	for _, key := range expected {
		if !have[key] {
			p.plan.Missing = append(p.plan.Missing, Missing{Board: names[key], Configured: p.configured(key)})
		}
	}
}
