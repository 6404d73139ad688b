package pdf

import (
	"context"
	"strings"
	"sync/atomic"
	"testing"

	"riskbok/importers/pdf/objects"
)

// Pages are used in their order, each once, whoever made them and however long that
// took, and none is made too far ahead.
func TestInOrder(t *testing.T) {
	for _, pages := range []int{0, 1, 2, mostAhead, 20 * mostAhead} {
		for _, workers := range []int{0, 1, 3} {
			var used atomic.Int64
			work := func(i int) int {
				if ahead := i - int(used.Load()); ahead > mostAhead {
					t.Errorf("page %d is made %d ahead", i, ahead)
				}
				for n := 0; n < i%7*1000; n++ { // some take longer
					used.Load()
				}
				return 10 * i
			}
			next := 0
			inOrder(pages, workers, work, func(i, made int) bool {
				if i != next || made != 10*i {
					t.Errorf("%d pages, %d workers: page %d was used as %d, made as %d", pages, workers, next, i, made)
				}
				next++
				used.Store(int64(next))
				return true
			})
			if next != pages {
				t.Errorf("%d workers: %d of %d pages were used", workers, next, pages)
			}
		}
	}
}

// Whoever uses the pages may stop: no other is used, and few are made.
func TestInOrderStops(t *testing.T) {
	var made, used atomic.Int64
	inOrder(100*mostAhead, 3, func(i int) int { made.Add(1); return i }, func(i, _ int) bool {
		used.Add(1)
		return i < 10
	})
	if used.Load() != 11 || made.Load() > 11+mostAhead {
		t.Errorf("%d pages used, %d made", used.Load(), made.Load())
	}
}

// A panic of the caller's own work is the caller's, and nothing is left locked.
func TestInOrderPanics(t *testing.T) {
	defer func() {
		if x := recover(); x != "page 3" {
			t.Errorf("recovered %v", x)
		}
	}()
	inOrder(10, 0, func(i int) int {
		if i == 3 {
			panic("page 3")
		}
		return i
	}, func(int, int) bool { return true })
}

// What panics while a page is printed is the error of that page.
func TestPrintPanics(t *testing.T) {
	broken := prints{} // without fonts
	if p := broken.page(context.Background(), objects.Page{}); p.err == nil || !strings.HasPrefix(p.err.Error(), "page: ") || p.page == nil {
		t.Errorf("%+v", p)
	}
}
