package main

import (
	"math"
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// quietHeap is how large the heap may always grow before garbage is collected.
// The runtime begins at 4 MB and goes by what is alive, and of one document little
// is at any time: a summons of 21 pages was collected five times, which took two
// fifths of its processor time, and allocates 40 MB in all.
const quietHeap = 64 << 20

// steadyPercent is GOGC where more than that is alive. At 100,000 risks it takes a
// tenth off the peak of the runtime's own 100, and no processor time that can be
// measured.
const steadyPercent = 75

// largeHeap is what the heap should stay below where a little more collecting
// keeps it there: down to leanPercent, with which work that is larger still goes
// on. 100,000 risks, of which 300 MB are alive at once while their table is read and
// less when it has been, took 590 MB by steadyPercent alone and take no more
// processor time so.
const (
	largeHeap   = 320 << 20
	leanPercent = 20
)

// mostHeap is what the heap stays below where a folder of hostile files is read, of
// which 1.5 GB are alive at once: down to leanestPercent, where each collection is for
// little. What is larger, as limits that were raised allow, goes on at leanPercent.
const (
	mostHeap       = 1600 << 20
	leanestPercent = 8
)

// mostMemory is what the program stays below while less than that is alive: room that
// is not used is given back before more is taken. In that folder the collector had left
// 550 MB of it, in pieces too small for what came next. It takes 1,890 MB now, of the
// 2 GB that are promised; with 100 MB more of both it took 2,010.
const mostMemory = 1800 << 20

// roomHeap is how much is always allocated before the next collection. A thousand
// workbooks, of which 40 MB are alive between the passes, were collected 38 times with
// 48 MB of it, which took 8 % of the processor time; with 80 MB it takes 5 %, and the
// peak is 160 MB, not 130. It is less where the heap would be larger than archiveHeap by
// it: of 4,000 workbooks 60 MB are alive, and their heap is to be no larger.
const (
	roomHeap    = 80 << 20
	archiveHeap = 120 << 20
)

// runtimeHeap is where the runtime itself begins to collect at a GOGC of 100; it
// is in proportion to that.
const runtimeHeap = 4 << 20

// holdCollector keeps the garbage collector quiet below quietHeap, and lets it
// work at steadyPercent above. Who sets GOGC or GOMEMLIMIT decides himself.
func holdCollector() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetGCPercent(percentFor(0))
	debug.SetMemoryLimit(mostMemory)
	afterCollection(func() {
		alive := live()
		debug.SetGCPercent(percentFor(alive))
		debug.SetMemoryLimit(memoryFor(alive))
	})
}

// memoryFor gives what the program is to stay below by what is alive; nothing where
// that is more already, so that work whose limits were raised goes on.
func memoryFor(live uint64) int64 {
	if live > mostMemory {
		return math.MaxInt64
	}
	return mostMemory
}

// afterCollection calls a function after every collection.
func afterCollection(f func()) {
	// A collection finds this object unused.
	runtime.AddCleanup(&struct{ _ [16]byte }{}, func(f func()) {
		f()
		afterCollection(f)
	}, f)
}

// live gives how many bytes the last collection found in use.
func live() uint64 {
	sample := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64()
}

// percentFor gives the GOGC at which the next collection comes where the heap
// is quietHeap large, or steadyPercent or roomHeap larger than what is alive; less
// where that would be more than largeHeap.
func percentFor(live uint64) int {
	const most = 100 * quietHeap / runtimeHeap
	if live == 0 {
		return most
	}
	percentTo := func(heap uint64) uint64 { return 100 * (heap - min(live, heap)) / live }
	if live >= quietHeap {
		lean := uint64(leanPercent)
		if live <= mostHeap {
			lean = min(lean, max(leanestPercent, percentTo(mostHeap)))
		}
		return int(min(steadyPercent, max(lean, percentTo(largeHeap))))
	}
	return int(max(steadyPercent, min(most, percentTo(max(quietHeap, min(live+roomHeap, archiveHeap))))))
}
