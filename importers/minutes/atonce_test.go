package minutes

import (
	"strconv"
	"sync"
	"sync/atomic"
	"testing"
)

// Each page is done once, however many there are.
func TestAtOnce(t *testing.T) {
	for _, pages := range []int{0, 1, fewPages, 10 * fewPages} {
		done := make([]atomic.Int32, pages)
		atOnce(pages, func(i int) { done[i].Add(1) })
		for i := range done {
			if n := done[i].Load(); n != 1 {
				t.Errorf("page %d of %d was done %d times", i, pages, n)
			}
		}
	}
}

// What goes wrong with one page is the fault of whoever called, not of the program.
func TestAtOnceFails(t *testing.T) {
	defer func() {
		if x := recover(); x != "page 33" {
			t.Errorf("recovered %v", x)
		}
	}()
	atOnce(10*fewPages, func(i int) {
		if i == 33 {
			panic("page 33")
		}
	})
}

// What several ask about at once is right, and what was asked is not found out again.
func TestMemory(t *testing.T) {
	var m memory[string]
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for i := range 1000 {
				text := strconv.Itoa(i)
				if got := m.of(text, func(text string) string { return "about " + text }); got != "about "+text {
					t.Errorf("%s: %s", text, got)
				}
			}
		})
	}
	all.Wait()
	m.of("7", func(string) string { t.Error("found out again"); return "" })
}
