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

// steadyPercent is GOGC after that. At 100,000 risks it takes a tenth off the
// peak of the runtime's own 100, and no processor time that can be measured.
const steadyPercent = 75

// holdCollector keeps the garbage collector quiet up to quietHeap; from then on
// it works as always, at steadyPercent. Who sets GOGC or GOMEMLIMIT decides himself.
func holdCollector() {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return
	}
	debug.SetGCPercent(-1)
	limit := debug.SetMemoryLimit(quietHeap)
	// The first collection finds this object unused.
	runtime.AddCleanup(&struct{ _ [16]byte }{}, func(int) {
		debug.SetGCPercent(steadyPercent)
		debug.SetMemoryLimit(limit)
	}, 0)
}
