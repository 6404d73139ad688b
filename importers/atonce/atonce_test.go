package atonce

import (
	"runtime"
	"sync/atomic"
	"testing"
)

// Each page is done once, however many there are.
func TestEach(t *testing.T) {
	for _, pages := range []int{0, 1, 2, 300} {
		done := make([]atomic.Int32, pages)
		Each(pages, 3, func(i int) { done[i].Add(1) })
		for i := range done {
			if n := done[i].Load(); n != 1 {
				t.Errorf("page %d of %d was done %d times", i, pages, n)
			}
		}
	}
}

// What goes wrong with one page is the fault of whoever called, not of the program.
func TestEachFails(t *testing.T) {
	defer func() {
		if x := recover(); x != "page 33" {
			t.Errorf("recovered %v", x)
		}
	}()
	Each(300, 3, func(i int) {
		if i == 33 {
			panic("page 33")
		}
	})
}

// Few pages are for one worker, who is always there.
func TestWorkers(t *testing.T) {
	for _, c := range []struct{ pages, want int }{{0, 1}, {31, 1}, {32, 1}, {63, 1}} {
		if got := Workers(c.pages, 32); got != c.want {
			t.Errorf("%d workers for %d pages, want %d", got, c.pages, c.want)
		}
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(2))
	if got := Workers(1000, 32); got != 2 {
		t.Errorf("%d workers on two cores", got)
	}
}
