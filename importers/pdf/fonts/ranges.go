package fonts

import (
	"cmp"
	"slices"
	"sort"
)

// ranges give codes from lo to hi the numbers from first on. They are asked once
// for each character, so they are sorted. Before that they may not be asked.
type ranges []numbered

type numbered struct{ lo, hi, first uint32 }

// maxNested is how many ranges are looked back through for one that reaches over
// those after it. Ranges of sound maps do not overlap.
const maxNested = 16

// add adds a range, where there is room.
func (r *ranges) add(lo, hi, first uint32) {
	if len(*r) < maxMappings {
		*r = append(*r, numbered{lo, hi, first})
	}
}

// sort sorts the ranges. Of those that begin alike the first stays.
func (r *ranges) sort() {
	slices.SortStableFunc(*r, func(a, b numbered) int { return cmp.Compare(a.lo, b.lo) })
	*r = slices.CompactFunc(*r, func(a, b numbered) bool { return a.lo == b.lo })
}

// at gives the number of a code. Of ranges that overlap the one that begins last
// counts.
func (r ranges) at(c uint32) (uint32, bool) {
	i := sort.Search(len(r), func(i int) bool { return r[i].lo > c }) - 1
	for n := 0; i >= 0 && n < maxNested; i, n = i-1, n+1 {
		if c <= r[i].hi {
			return r[i].first + c - r[i].lo, true
		}
	}
	return 0, false
}
