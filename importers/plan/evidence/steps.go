package evidence

import "slices"

// stepping tells how well a column's words are a step function of the values:
// in how many rows the best one holds, and how many it explains beyond the
// commonest word.
type stepping struct{ hits, of, beyond int }

// stepsWith finds the best step function from values to a column's words, words
// in the order of their middle values and never falling. ok is false where
// there is too little to tell.
func stepsWith(c *Column, values []int) (s stepping, ok bool) {
	counts := map[[2]int]int{}
	ranks := c.ranksBy(values)
	if ranks == nil {
		return s, false
	}
	var all []int
	perWord := map[int]int{}
	for i, v := range values {
		if ranks[i] == unread || v == unread {
			continue
		}
		s.of++
		counts[[2]int{v, ranks[i]}]++
		perWord[ranks[i]]++
		if !slices.Contains(all, v) {
			all = append(all, v)
		}
	}
	if s.of < 4 || len(perWord) < 2 || len(all) < 3 {
		return s, false
	}
	slices.Sort(all)
	words := len(perWord)
	best := make([]int, words+1) // most rows right when the last value has at most this word
	for _, v := range all {
		next := make([]int, words+1)
		for w := 1; w <= words; w++ {
			next[w] = best[w] + counts[[2]int{v, w}]
			if w > 1 {
				next[w] = max(next[w], next[w-1])
			}
		}
		best = next
	}
	s.hits = best[words]
	commonest := 0
	for _, n := range perWord {
		commonest = max(commonest, n)
	}
	s.beyond = s.hits - commonest
	return s, true
}

// good reports whether the steps explain enough to say that the words are a
// rating.
func (s stepping) good() bool {
	return float64(s.of-s.hits) <= tolerances.steps*float64(s.of) && s.beyond > 0
}
