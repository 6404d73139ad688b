package words

import "math"

// CloseEnds gives ranges that are open to one side, and in which others lie, the
// other end that they were meant to have: one that says only how far it reaches
// begins after the one before ("≤ 3", "≤ 11", "≤ 16"), one that says only where
// it begins ("0+", "≥ 4") ends before the next. At gives the ends of each of n ranges, in the
// order in which they stand. Where the ends neither rise nor fall nothing is
// changed.
func CloseEnds(n int, at func(i int) (low, high *int)) {
	if !steady(n, at) {
		return
	}
	lows, highs := make([]int, n), make([]int, n)
	for i := range n {
		low, high := at(i)
		lows[i], highs[i] = *low, *high
	}
	for i := range n {
		low, high := at(i)
		for j := range n {
			if lows[i] == 0 && highs[i] != math.MaxInt && highs[j] < highs[i] {
				*low = max(*low, highs[j]+1)
			}
			if highs[i] == math.MaxInt && lows[j] > lows[i] {
				*high = min(*high, lows[j]-1)
			}
		}
	}
}

// steady reports whether ranges as they stand all rise or all fall: by their
// greatest value, or where that is open by their least.
func steady(n int, at func(i int) (low, high *int)) bool {
	end := func(i int) (value int, open bool) {
		low, high := at(i)
		if *high == math.MaxInt {
			return *low, true
		}
		return *high, false
	}
	up, down := true, true
	for i := 1; i < n; i++ {
		a, openA := end(i - 1)
		b, openB := end(i)
		up = up && (a < b || a == b && openB && !openA)
		down = down && (a > b || a == b && openA && !openB)
	}
	return up || down
}
