package archive

import (
	"cmp"
	"slices"
)

// Repeat is a document that is the same to the byte as another and counts as another
// board's or another year's, as its name or folder says: last year's plan under a new
// name, or a board's plan in the folder of another. It counts as Board and Year.
type Repeat struct {
	Input, Same int
	Board       string
	Year        int
}

// repeats finds the documents that are the same to the byte and count as different
// board's years: of those the earliest is what the others repeat. What is already told as
// a slip is left out.
func (p *planner) repeats() {
	byHash := map[string][]int{}
	var hashes []string
	for i := range p.inputs {
		if c := p.claims(i); len(c) != 1 || !c[0].Writes() || c[0].Board == "" || c[0].Year == 0 || p.older(i) || p.inputs[i].Hash == "" {
			continue
		}
		hash := p.inputs[i].Hash
		if byHash[hash] == nil {
			hashes = append(hashes, hash)
		}
		byHash[hash] = append(byHash[hash], i)
	}
	for _, hash := range hashes {
		list := byHash[hash]
		slices.SortStableFunc(list, func(i, j int) int { return cmp.Compare(p.claims(i)[0].Year, p.claims(j)[0].Year) })
		for _, i := range list[1:] {
			if c := p.claims(i)[0]; !slices.ContainsFunc(p.plan.Slips, func(s Slip) bool { return s.Input == i && s.Same >= 0 }) {
				p.plan.Repeats = append(p.plan.Repeats, Repeat{i, list[0], c.Board, c.Year})
			}
		}
	}
	slices.SortFunc(p.plan.Repeats, func(a, b Repeat) int { return cmp.Compare(a.Input, b.Input) })
}
