package main

import (
	"math"
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// The collector is only kept quiet at first: after one collection it works as
// the runtime wants it.
func TestHoldCollector(t *testing.T) {
	t.Setenv("GOGC", "")
	t.Setenv("GOMEMLIMIT", "")
	percent, limit := debug.SetGCPercent(100), debug.SetMemoryLimit(math.MaxInt64)
	t.Cleanup(func() { debug.SetGCPercent(percent); debug.SetMemoryLimit(limit) })
	holdCollector()
	if got := debug.SetMemoryLimit(-1); got != quietHeap {
		t.Fatalf("the limit is %d, want %d", got, quietHeap)
	}
	for range 500 {
		runtime.GC()
		if debug.SetMemoryLimit(-1) == math.MaxInt64 {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	if got, then := debug.SetMemoryLimit(-1), debug.SetGCPercent(100); got != math.MaxInt64 || then != steadyPercent {
		t.Errorf("after a collection: limit %d, percent %d", got, then)
	}
}

func TestHoldCollectorLeavesTheUsersChoice(t *testing.T) {
	t.Setenv("GOGC", "50")
	before := debug.SetMemoryLimit(-1)
	holdCollector()
	if got := debug.SetMemoryLimit(-1); got != before {
		t.Errorf("the limit became %d", got)
	}
}
