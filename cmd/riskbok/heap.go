package main

import (
	"os"
	"runtime"
	"runtime/debug"
)

// quietHeap is how large the heap grows before garbage is collected for the
// first time. A document or two need less, and the collector would take a sixth
// of the whole run: it begins at 4 MB.
const quietHeap = 32 << 20

// holdCollector keeps the garbage collector quiet up to quietHeap; from then on
// it works as always. Who sets GOGC or GOMEMLIMIT decides himself.
func holdCollector() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	percent, limit := debug.SetGCPercent(-1), debug.SetMemoryLimit(quietHeap)
	// The first collection finds this object unused.
	runtime.AddCleanup(&struct{ _ [16]byte }{}, func(int) {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
	}, 0)
}
