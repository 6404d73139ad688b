package minutes

import (
	"strconv"
	"sync"
	"testing"
)

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
