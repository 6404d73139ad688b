// Package atonce does something with each of many pages on all cores.
//
// Start with [Each].
package atonce

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Workers gives how many cores are to work on so many pages, of which each has few at
// least: fewer are not worth another.
func Workers(pages, few int) int { return max(1, min(runtime.GOMAXPROCS(0), pages/few)) }

// Each does something with each of so many pages, by so many workers, of which the
// caller is one: in no order, so that what is done with one must not ask what was done
// with another. A panic within is the caller's.
func Each(pages, workers int, do func(i int)) {
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
	for range workers - 1 {
		others.Go(work)
	}
	work()
	others.Wait()
	if failed != nil {
		panic(failed)
	}
}
