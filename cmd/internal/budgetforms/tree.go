package budgetforms

import (
	"math/rand/v2"
	"strings"
)

// node is a line of a budget or, with parts, a total and what it adds up.
type node struct {
	name  string
	parts []*node
	base  []int64 // amounts of the columns that are given, in tenths of the last decimal
	minus bool    // a cost where those are printed with a minus
	net   bool
}

var branches = []string{"Hamnen", "Gatan", "Badhuset", "Biblioteket", "Ishallen", "Förskolan", "Äldreboendet", "Parken", "Museet", "Simskolan", "Kajen", "Växthuset"}

var leaves = []string{"Ledning", "Kranar", "Vinterväg", "Belysning", "Skyltar", "Lokaler", "Fordon", "Städning", "Drivmedel", "Underhåll", "Kurser", "Inventarier",
	"Telefoni", "Försäkringar", "Bevakning", "Material", "Konsulter", "Resor", "Litteratur", "Maskiner", "Skötsel", "Planering", "Kök", "Vaktmästeri"}

// grow makes a tree of so many levels of totals.
func grow(rng *rand.Rand, levels, columns int, size int64, names *names) *node {
	n := &node{}
	count := 2 + rng.IntN(3)
	if levels == 0 {
		n.name = names.take(rng, leaves)
		for range columns {
			n.base = append(n.base, size+rng.Int64N(10*size))
		}
		return n
	}
	n.name = names.take(rng, branches)
	for range count {
		n.parts = append(n.parts, grow(rng, levels-1, columns, size, names))
	}
	n.sum(columns)
	return n
}

func (n *node) sum(columns int) {
	n.base = make([]int64, columns)
	for _, p := range n.parts {
		for j := range n.base {
			n.base[j] += p.base[j]
		}
	}
}

// negate prints a tree with a minus.
func (n *node) negate() {
	n.minus = true
	for _, p := range n.parts {
		p.negate()
	}
}

// names gives each name once, then with numbers.
type names struct{ used map[string]int }

func (n *names) take(rng *rand.Rand, list []string) string {
	s := list[rng.IntN(len(list))]
	n.used[s]++
	if k := n.used[s]; k > 1 {
		return s + " " + strings.Repeat("I", k)
	}
	return s
}
