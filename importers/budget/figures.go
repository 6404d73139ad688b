package budget

import "iter"

// amountsIn goes over the numbers of a text that may be amounts, as [nextAmount] finds
// them.
func amountsIn(text string) iter.Seq[[2]int] {
	return func(yield func([2]int) bool) {
		for m := nextAmount(text, 0); m[0] < len(text); m = nextAmount(text, m[1]) {
			if !yield(m) {
				return
			}
		}
	}
}

// nextAmount gives where the next number of a text begins and ends, from a place on:
// "1 200 000,50", "1.200", "12,5". Groups of three digits belong to the first of
// them, where that has three at most. Both are the length where there is none.
func nextAmount(text string, from int) [2]int {
	for from < len(text) && !figure(text, from) {
		from++
	}
	end := digitsEnd(text, from)
	grouped := false
	if end-from <= 3 {
		for next := group(text, end); next > 0; next = group(text, end) {
			end, grouped = next, true
		}
	}
	if end < len(text) && (text[end] == ',' || text[end] == '.' && !grouped) && figure(text, end+1) {
		end = digitsEnd(text, end+1)
	}
	return [2]int{from, end}
}

// group gives the end of a group of thousands that begins at a place, 0 where none
// does.
func group(text string, at int) int {
	if at < len(text) && (text[at] == ' ' || text[at] == '.') && figure(text, at+1) && figure(text, at+2) && figure(text, at+3) {
		return at + 4
	}
	return 0
}

func figure(text string, at int) bool { return at < len(text) && text[at] >= '0' && text[at] <= '9' }

func digitsEnd(text string, at int) int {
	for figure(text, at) {
		at++
	}
	return at
}
