package minutes

import (
	"runtime"
	"sync"
	"sync/atomic"

	"riskbok/importers/grid"
)

// fewPages is up to how many pages for each worker are not worth another: those of a
// summons take 6 ms, and what several ask each other for takes a twentieth more.
const fewPages = 32

// workersFor gives how many cores are to work on so many pages.
func workersFor(pages int) int { return min(runtime.GOMAXPROCS(0), pages/fewPages) }

// Shared reports whether [Begin] has so many pages that it uses more than one core.
func Shared(pages []grid.Page) bool { return workersFor(len(pages)) > 1 }

// atOnce does something with each of so many pages, on all cores where they are many: in
// no order, so that what is done with one must not ask what was done with another. A
// panic within is the caller's.
func atOnce(pages int, do func(i int)) {
	var next atomic.Int64
	var failed any
	var fault sync.Once
	work := func() {
		defer func() {
			if x := recover(); x != nil {
				fault.Do(func() { failed = x })
			}
		}()
		for i := int(next.Add(1)) - 1; i < pages; i = int(next.Add(1)) - 1 {
			do(i)
		}
	}
	var others sync.WaitGroup
	for range workersFor(pages) - 1 {
		others.Go(work)
	}
	work()
	others.Wait()
	if failed != nil {
		panic(failed)
	}
}
