// Package permute goes through the ways to number things: see [Each].
package permute

// Each calls f with every way to give n things different numbers from 1 up to top, in
// order. What f is given is the same slice each time: it must copy what it keeps.
func Each(n, top int, f func(numbers []int)) {
	numbers := make([]int, n)
	used := make([]bool, top+1)
	var place func(i int)
	place = func(i int) {
		if i == n {
			f(numbers)
			return
		}
		for v := 1; v <= top; v++ {
			if !used[v] {
				used[v], numbers[i] = true, v
				place(i + 1)
				used[v] = false
			}
		}
	}
	place(0)
}
