package budgetforms

import (
	"math/rand/v2"
	"strings"
)

// statements are the forms of income, costs and their net.
var statements = []func(f *Form, rng *rand.Rand, columns int, size int64){
	(*Form).incomeAndCosts,
	(*Form).financed,
	(*Form).netCost,
	(*Form).bySubject,
}

// side gives so many posts and their total.
func (f *Form) side(rng *rand.Rand, name string, n, columns int, size int64, names *names) *node {
	s := &node{name: name}
	for range n {
		s.parts = append(s.parts, grow(rng, 0, columns, size, names))
	}
	s.sum(columns)
	if !f.rounded && !f.stored {
		s.exact()
	}
	return s
}

// sides gives income of two posts and costs of so many or two more, no two of one name,
// and the names that are taken.
func (f *Form) sides(rng *rand.Rand, least, columns int, size int64) (income, costs *node, taken *names) {
	taken = &names{map[string]int{}}
	income = f.side(rng, "intäkter", 2, columns, size, taken)
	costs = f.side(rng, "kostnader", least+rng.IntN(3), columns, size, taken)
	return income, costs, taken
}

// posts writes the posts of a side and their total.
func (f *Form) posts(rng *rand.Rand, s *node) {
	if f.headed {
		f.Rows = append(f.Rows, f.named(strings.ToUpper(s.name[:1])+s.name[1:]))
	}
	for _, p := range s.parts {
		f.line(rng, p, p.name, false)
	}
	f.line(rng, s, "Summa "+s.name, true)
}

// incomeAndCosts is income, costs with a minus or without, and their net.
func (f *Form) incomeAndCosts(rng *rand.Rand, columns int, size int64) {
	f.Name += ", net"
	income, costs, _ := f.sides(rng, 3, columns, size)
	costs.print(f.minus)
	f.posts(rng, income)
	f.posts(rng, costs)
	f.line(rng, between(income, costs, columns), pick(rng, "Netto", "Resultat", "Nettoresultat"), true)
}

// financed is that and a grant, which makes a second net.
func (f *Form) financed(rng *rand.Rand, columns int, size int64) {
	f.Name += ", net and grant"
	income, costs, names := f.sides(rng, 4, columns, size)
	costs.print(true)
	f.posts(rng, income)
	f.posts(rng, costs)
	net := between(income, costs, columns)
	f.line(rng, net, pick(rng, "Nettokostnad", "Netto", "Nettokostnader"), true)
	grant := grow(rng, 0, columns, 4*size, names)
	if !f.rounded && !f.stored {
		grant.exact()
	}
	f.line(rng, grant, pick(rng, "Kommunbidrag", "Budgetram", "Anslag"), false)
	result := &node{net: true, base: make([]int64, columns)}
	for j := range result.base {
		result.base[j] = net.base[j] + grant.base[j]
	}
	f.line(rng, result, pick(rng, "Resultat", "Årets resultat"), true)
}

// netCost is costs first, then income with a minus, as an accounting system has it.
func (f *Form) netCost(rng *rand.Rand, columns int, size int64) {
	f.Name += ", net cost"
	income, costs, _ := f.sides(rng, 3, columns, size)
	income.print(true)
	f.posts(rng, costs)
	f.posts(rng, income)
	f.line(rng, between(costs, income, columns), pick(rng, "Nettokostnad", "Netto", "Nettokostnader"), true)
}

// bySubject is income, costs and net without their posts.
func (f *Form) bySubject(rng *rand.Rand, columns int, size int64) {
	f.Name += ", three lines"
	names := &names{map[string]int{}}
	income, costs := grow(rng, 0, columns, size, names), grow(rng, 0, columns, 2*size, names)
	if !f.rounded && !f.stored {
		income.exact()
		costs.exact()
	}
	costs.minus = f.minus
	f.line(rng, income, pick(rng, "Intäkter", "Verksamhetens intäkter", "Inkomster"), false)
	f.line(rng, costs, pick(rng, "Kostnader", "Verksamhetens kostnader", "Utgifter"), false)
	f.line(rng, between(income, costs, columns), pick(rng, "Netto", "Resultat"), true)
}

// print has a side printed with a minus.
func (n *node) print(minus bool) {
	n.minus = minus
	for _, p := range n.parts {
		p.minus = minus
	}
}

func between(a, b *node, columns int) *node {
	n := &node{net: true, base: make([]int64, columns)}
	for j := range n.base {
		n.base[j] = a.base[j] - b.base[j]
	}
	return n
}
